import { tmpdir } from 'node:os';
import { resolve, sep } from 'node:path';
import { openReceptionistFile } from '../../store/receptionist/file';
import { FileBusy, UnreadableFile } from '../../store/receptionist/records';
import type { Check, Finding } from './checks';

const name = 'Receptionist';
const NOT_THERE =
  "Set RECEPTIONIST_DB to the file that the receptionist's DATABASE_URL names; it is a plain path, and without one receptionist.db lies in the folder for temporary files.";

/** The receptionist's database: whether it can be read, whether the receptionist itself can save an order in it. */
export function receptionistCheck(file: string | null): Check {
  if (file === null) return () => [];
  return () => {
    try {
      return [...look(resolve(file)), ...temporary(resolve(file))];
    } catch (error) {
      if (error instanceof FileBusy)
        return [{ name, ok: true, detail: `${file} is being written this very moment` }];
      if (!(error instanceof UnreadableFile)) throw error;
      return [{ name, ok: false, detail: error.message, fix: NOT_THERE }];
    }
  };
}

function look(file: string): Finding[] {
  const reader = openReceptionistFile(file);
  try {
    const defects = reader.defects();
    if (defects.length > 0) return defects.map((defect) => ({ name, ok: false, ...defect }));
    return [{ name, ok: true, detail: `${file} can be read, and takes orders` }];
  } finally {
    reader.close();
  }
}

/** What lies there is gone after a restart of the machine, orders and all. */
function temporary(file: string): Finding[] {
  if (![tmpdir(), '/tmp'].some((folder) => file.startsWith(`${folder}${sep}`))) return [];
  const detail = `${file} lies among temporary files: a restart of the machine deletes it`;
  const fix = 'Set DATABASE_URL of the receptionist to a lasting path, and RECEPTIONIST_DB to the same.';
  return [{ name, ok: true, warning: true, detail, fix }];
}
