import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { tryFolder } from '../../../store/sqlite/condition';
import { type Check, fault, type Seen, warning, well } from '../finding';
import { folderOf } from './folder';

const MEGABYTE = 1024 * 1024;
const NEEDED = 200 * MEGABYTE;
const COMFORTABLE = 1024 * MEGABYTE;

/** Room for orders to come. */
export const space: Check = {
  id: 'disk-space',
  title: 'Disk space',
  look({ config }) {
    const { bavail, bsize } = statfsSync(folderOf(config.database));
    return [spaceSeen(bavail * bsize)];
  },
};

export function spaceSeen(free: number): Seen {
  const found = `${free < 10 * COMFORTABLE ? `${Math.floor(free / MEGABYTE)} MB` : `${Math.floor(free / COMFORTABLE)} GB`} free`;
  const fix = "Make room on the disk of the database's folder: when it is full, orders are refused.";
  if (free < NEEDED) return fault({ found, fix });
  return free < COMFORTABLE ? warning({ found, fix }) : well(found);
}

/** What an acknowledged order rests on: a commit that is on the disk, tried in the folder itself. */
export const commit: Check = {
  id: 'commit',
  title: 'Writing',
  look: ({ config }) => [tried(folderOf(config.database))],
};

function tried(folder: string): Seen {
  const file = join(folder, `.orderwire-doctor-${randomBytes(6).toString('hex')}.db`);
  const fix = `Give the user of OrderWire the right to write into ${folder}, or set ORDERWIRE_DB to a file elsewhere.`;
  try {
    const { journal, sqlite } = tryFolder(file);
    if (journal === 'wal')
      return well(`a commit in ${folder} reaches the disk (SQLite ${sqlite}, write-ahead log)`);
    return fault({ found: `${folder} cannot hold a write-ahead log (${journal})`, fix });
  } catch (error) {
    return fault({ found: `Nothing can be committed in ${folder}: ${(error as Error).message}`, fix });
  } finally {
    const left = ['', '-wal', '-shm', '-journal']
      .map((end) => `${file}${end}`)
      .filter((one) => existsSync(one));
    for (const one of left) rmSync(one);
  }
}
