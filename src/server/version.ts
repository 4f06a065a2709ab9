import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** OrderWire's version, from the package.json above this file: the compiled program lies one folder deeper than its source. */
export const VERSION = readVersion(__dirname);

function readVersion(folder: string): string {
  const file = join(folder, 'package.json');
  if (existsSync(file)) return String(JSON.parse(readFileSync(file, 'utf8')).version);
  const above = dirname(folder);
  return above === folder ? 'unknown' : readVersion(above);
}
