import { tmpdir } from 'node:os';
import { resolve, sep } from 'node:path';
import { openReceptionistFile } from '../../../store/receptionist/file';
import { FileBusy, UnreadableFile } from '../../../store/receptionist/records';
import { type Check, fault, type Seen, warning, well } from '../finding';

const NOT_THERE =
  "Set RECEPTIONIST_DB to the file that the receptionist's DATABASE_URL names; it is a plain path, and without one receptionist.db lies in the folder for temporary files.";

/** The receptionist's database: whether it can be read, whether the receptionist itself can save an order in it. */
export const receptionist: Check = {
  id: 'receptionist',
  title: 'Receptionist',
  look({ config: { receptionist: file } }) {
    if (file === null) return [];
    try {
      return [...lookInto(resolve(file)), ...temporary(resolve(file))];
    } catch (error) {
      if (error instanceof FileBusy) return [well(`${file} is being written this very moment`)];
      if (!(error instanceof UnreadableFile)) throw error;
      return [fault({ found: error.message, fix: NOT_THERE })];
    }
  },
};

function lookInto(file: string): Seen[] {
  const reader = openReceptionistFile(file);
  try {
    const defects = reader.defects();
    if (defects.length > 0) return defects.map(({ detail, fix }) => fault({ found: detail, fix }));
    return [well(`${file} can be read, and takes orders`)];
  } finally {
    reader.close();
  }
}

/** What lies there is gone after a restart of the machine, orders and all. */
function temporary(file: string): Seen[] {
  if (![tmpdir(), '/tmp'].some((folder) => file.startsWith(`${folder}${sep}`))) return [];
  const found = `${file} lies among temporary files: a restart of the machine deletes it`;
  const fix = 'Set DATABASE_URL of the receptionist to a lasting path, and RECEPTIONIST_DB to the same.';
  return [warning({ found, fix })];
}
