import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, resolve, sep } from 'node:path';
import { type Check, fault, type Seen, warning, well } from '../finding';

const MOVE =
  'Move the file, and the .secret beside it, to a folder on a disk of this machine, and set ORDERWIRE_DB to it.';

/** By the number that Linux gives a file system (https://man7.org/linux/man-pages/man2/statfs.2.html, read 2026-11-24). */
const FILE_SYSTEMS: Record<number, { outcome: 'fail' | 'warn'; what: string }> = {
  16914836: { outcome: 'fail', what: 'lies in memory (tmpfs): a restart of the machine loses every order' },
  2240043254: { outcome: 'fail', what: 'lies in memory (ramfs): a restart of the machine loses every order' },
  26985: { outcome: 'fail', what: 'lies on a network drive (NFS), whose locks SQLite cannot rely on' },
  4283649346: { outcome: 'fail', what: 'lies on a network drive (SMB), whose locks SQLite cannot rely on' },
  4266872130: { outcome: 'fail', what: 'lies on a network drive (SMB), whose locks SQLite cannot rely on' },
  1702057286: {
    outcome: 'warn',
    what: 'lies on a drive that a program plays (FUSE), which may promise what it does not keep',
  },
  2035054128: {
    outcome: 'warn',
    what: "lies in a container's own layer: it is gone with the container, unless it is a volume",
  },
};

/** Programs that copy a folder while it is written to, by the names of their folders. */
const SYNCED =
  /^(?:dropbox.*|onedrive.*|google ?drive.*|my drive|icloud ?drive.*|mobile documents|nextcloud.*|syncthing.*|box sync)$/i;

/** Whether what is written into the database's folder is there tomorrow. */
export const folder: Check = {
  id: 'folder',
  title: "Database's folder",
  look: ({ config }) => [lasting(folderOf(config.database))],
};

/** The folder of a file, or the nearest one above that is there already. */
export function folderOf(file: string): string {
  const above = dirname(resolve(file));
  return existsSync(above) || above === dirname(above) ? above : folderOf(above);
}

function lasting(path: string): Seen {
  const found = FILE_SYSTEMS[statfsSync(path).type];
  const sentence = (what: string) => ({ found: `${path} ${what}`, fix: MOVE });
  if (found?.outcome === 'fail') return fault(sentence(found.what));
  const synced = path.split(sep).find((part) => SYNCED.test(part));
  if (synced) {
    return fault(
      sentence(
        `is copied elsewhere while it is written to (${synced}): copies of a database in use are damaged`,
      ),
    );
  }
  const isTemporary = [tmpdir(), '/tmp', '/var/tmp'].some((one) =>
    `${path}${sep}`.startsWith(`${one}${sep}`),
  );
  if (isTemporary) return fault(sentence('is for temporary files: a restart of the machine may empty it'));
  return found ? warning(sentence(found.what)) : well(path);
}
