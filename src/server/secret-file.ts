import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Config } from './config';
import { SecretBox } from './secret-box';

/** The box under `ORDERWIRE_SECRET`, or under a random key in a file beside the database that is made where there is none. */
export function openSecretBox({ secret, database }: Pick<Config, 'secret' | 'database'>): SecretBox {
  return new SecretBox(secret ?? secretOfFile(`${database}.secret`));
}

function secretOfFile(file: string): string {
  try {
    if (!existsSync(file)) return make(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw cannotUse(file, (error as Error).message);
  }
  const secret = read(file);
  if (secret.length >= 32) return secret;
  throw cannotUse(file, 'it is too short to be a key; restore it from a backup');
}

/** Of two processes that start at once one makes it, whole, and the other finds it there. */
function make(file: string): string {
  const secret = randomBytes(32).toString('hex');
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}-${secret.slice(0, 8)}`;
  writeFileSync(draft, `${secret}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } finally {
    unlinkSync(draft);
  }
  return secret;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw cannotUse(file, (error as Error).message);
  }
}

function cannotUse(file: string, why: string): Error {
  return new Error(
    `The key file ${file} cannot be used: ${why}. Credentials are sealed with it; you may set ORDERWIRE_SECRET instead.`,
  );
}
