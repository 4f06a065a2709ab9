import { statSync } from 'node:fs';
import { dirname } from 'node:path';

const NAME_IT = "Write the path that the receptionist's DATABASE_URL names, receptionist.db at its end.";

/** Why there is no file to open at this path, and what to write instead; null where SQLite can tell. It has no code for these. */
export function missingFile(file: string): string | null {
  if (kindOf(file) === 'folder') return `it is a folder, not a file. ${NAME_IT}`;
  const folder = dirname(file);
  if (kindOf(folder) !== 'nothing') return null;
  return `there is no such file: its folder ${folder} does not exist. ${NAME_IT}`;
}

function kindOf(path: string): 'folder' | 'file' | 'nothing' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    // What this user may not look at is for SQLite to refuse.
    return (error as NodeJS.ErrnoException).code === 'EACCES' ? 'file' : 'nothing';
  }
}
