import { mkdirSync, mkdtempSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, sep } from 'node:path';

const HERE = join(__dirname, '../../build');
const isTemporary = ['/tmp', '/var/tmp', tmpdir()].some((one) => HERE.startsWith(one + sep));

/** A new folder outside those for temporary files, which the doctor warns of: this checkout may lie in one. */
export function lastingFolder(): string {
  const place = isTemporary ? join(homedir(), '.cache', 'orderwire-tests') : HERE;
  mkdirSync(place, { recursive: true });
  return mkdtempSync(join(place, 'doctor-'));
}
