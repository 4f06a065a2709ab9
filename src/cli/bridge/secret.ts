import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createHookSecret } from '../../delivery/webhook/sign';

const SECRET = /^whsec_[A-Za-z0-9+/]{20,}={0,2}$/;

/** The secret that messages are signed with, made where there is none yet. */
export function signingSecret(file: string): { secret: string; isNew: boolean } {
  try {
    if (!existsSync(file)) return { secret: make(file), isNew: true };
    const secret = readFileSync(file, 'utf8').trim();
    if (SECRET.test(secret)) return { secret, isNew: false };
  } catch (error) {
    throw new Error(`The secret's file ${file} cannot be used: ${(error as Error).message}`);
  }
  throw new Error(
    `The secret's file ${file} holds no secret (whsec_…). Restore it, or remove it: a new one is made and shown.`,
  );
}

/** Whole or not at all, and nobody else may read it from its first moment on. */
function make(file: string): string {
  const secret = createHookSecret();
  writeFileSync(`${file}-draft`, `${secret}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}-draft`, file);
  return secret;
}
