import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { bridgeOutbox } from './outbox';
import type { BridgeOutbox } from './records';

const MIGRATIONS = join(__dirname, '../migrations/sqlite');
const VERSION = 1;

/** The bridge's file, made where there is none, for this process alone. Throws, in words, where it cannot be used. */
export function openBridgeOutbox(file: string): BridgeOutbox {
  try {
    makeFile(file);
    return bridgeOutbox(openDatabase(file));
  } catch (error) {
    const { code = '', message } = error as Error & { code?: string };
    const words = WORDS[code] ?? message;
    throw new Error(`The outbox ${file} cannot be used: ${words}`, { cause: error });
  }
}

const WORDS: Record<string, string> = {
  SQLITE_BUSY:
    'another bridge is at work with it. One outbox serves one bridge: give this one its own with --outbox.',
  SQLITE_NOTADB: 'it is no SQLite database. Name another file with --outbox.',
  SQLITE_CANTOPEN: 'this user may not write it. Name another file with --outbox.',
  EACCES: 'this user may not write there. Name another file with --outbox.',
  EROFS: 'its disk cannot be written. Name another file with --outbox.',
  ENOENT: 'its folder does not exist. Make it, or name another file with --outbox.',
};

/** Guests' names and numbers stand in it: nobody else may read it, from its first moment on. */
function makeFile(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
}

function openDatabase(file: string): Database.Database {
  const db = new Database(file, { timeout: 1_000 });
  try {
    // Held until this process ends, however it ends: two bridges would send everything twice.
    for (const setting of [
      'locking_mode = EXCLUSIVE',
      'journal_mode = WAL',
      'synchronous = FULL',
      'foreign_keys = ON',
    ])
      db.pragma(setting);
    db.transaction(() => prepare(db)).exclusive();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function prepare(db: Database.Database): void {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > VERSION) throw new Error('a newer OrderWire wrote it. Update OrderWire.');
  if (version === VERSION) return;
  for (const part of [...ledgerTables(), join(__dirname, 'outbox.sql')]) db.exec(readFileSync(part, 'utf8'));
  db.pragma(`user_version = ${VERSION}`);
}

/** What the calls of a file have become is kept here as the Order API's own store keeps it. */
function ledgerTables(): string[] {
  const files = readdirSync(MIGRATIONS).filter((name) => name.endsWith('-receptionist.sql'));
  return files.sort().map((name) => join(MIGRATIONS, name));
}
