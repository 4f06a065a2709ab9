import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Store } from '../store';
import { aliasStore } from './aliases';
import { connectionStore } from './connections';
import { conversationStore } from './conversations';
import { deliveryStore } from './deliveries';
import { lastEventReader } from './events';
import { GroupCommit } from './group-commit';
import { hookStore } from './hooks';
import { keepReads } from './kept-reads';
import { keyStore } from './keys';
import { menuStore } from './menus';
import { migrate } from './migrate';
import { orderStore } from './orders';
import { posNewsStore } from './pos-news';
import { receptionistLedger } from './receptionist-ledger';
import { rehearsalStore } from './rehearsal-nights';
import { restaurantStore } from './restaurants';
import { definePhones } from './shop-numbers';
import { shopStore } from './shops';
import { signInStore } from './sign-in';
import { tokenStore } from './tokens';

const CHECKED_BELOW_BYTES = 200 * 1024 * 1024;

/** The store in one SQLite file, made where there is none. Throws, in words, where the file cannot be used. */
export function openSqliteStore(file: string): Store {
  const db = openDatabase(file);
  const commits = new GroupCommit(db);
  let onWrite = () => {};
  /** The worker's own writes need not wake it. */
  const quietly = <T>(run: () => T) => commits.write(run);
  const write = async <T>(run: () => T): Promise<T> => {
    const result = await commits.write(run);
    onWrite();
    return result;
  };
  return keepReads(db, {
    ready: async () => {
      db.prepare('SELECT 1 FROM restaurants LIMIT 1').get();
    },
    close: async () => {
      await commits.drained();
      db.close();
    },
    ...restaurantStore(db, write),
    ...shopStore(db, write),
    ...keyStore(db, write),
    ...orderStore(db, write),
    ...connectionStore(db, write),
    ...menuStore(db, write),
    ...aliasStore(db, write),
    ...tokenStore(db, quietly),
    ...deliveryStore(db, { write, quietly }),
    ...posNewsStore(db, write),
    ...hookStore(db, write),
    ...receptionistLedger(db, quietly),
    ...conversationStore(db, quietly),
    ...rehearsalStore(db, write),
    ...signInStore(db, quietly),
    lastEvent: lastEventReader(db),
    onWrite: (listener) => {
      onWrite = listener;
    },
  });
}

/** The file itself, set up and migrated: for the store, and for tests that look at query plans. */
export function openDatabase(file: string): Database.Database {
  mkdirSync(dirname(file), { recursive: true });
  const isNew = !existsSync(file);
  // SQLite removes the log when it closes: one with content means that the last run did not.
  const stoppedHard = !isNew && existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
  const damage = stoppedHard && statSync(file).size < CHECKED_BELOW_BYTES ? lookForDamage(file) : null;
  if (damage) throw unusable(file, damage);
  const db = new Database(file);
  try {
    if (isNew) chmodSync(file, 0o600);
    for (const setting of [
      'busy_timeout = 2000',
      'journal_mode = WAL',
      'synchronous = FULL',
      'foreign_keys = ON',
      // Else each savepoint of a write keeps its pages in a file of its own, which takes half of the write's time.
      'temp_store = MEMORY',
    ]) {
      db.pragma(setting);
    }
    definePhones(db);
    migrate(db);
    // From here on the event loop waits with us: writers try again by timer instead.
    db.pragma('busy_timeout = 100');
    return db;
  } catch (error) {
    db.close();
    throw unusable(file, error as SqliteError);
  }
}

/** Looks without a right to write: at its end an ordinary connection would merge the log into the damaged file. */
function lookForDamage(file: string): SqliteError | null {
  const db = new Database(file, { readonly: true });
  try {
    const verdict = String(db.pragma('quick_check(1)', { simple: true }));
    return verdict === 'ok' ? null : Object.assign(new Error(verdict), { code: 'SQLITE_CORRUPT' });
  } catch (error) {
    return error as SqliteError;
  } finally {
    db.close();
  }
}

type SqliteError = Error & { code?: string };
const RESTORE = 'Nothing was changed; restore the file from a backup, then start again.';

/** SQLite says what is wrong; a person also wants to know what to do. */
const WORDS: Record<string, (said: string) => string> = {
  SQLITE_CORRUPT: (said) => `it is damaged (${said}). ${RESTORE}`,
  SQLITE_NOTADB: (said) => `${said}. ${RESTORE} Or set ORDERWIRE_DB to another file.`,
};

function unusable(file: string, error: SqliteError): Error {
  const words = WORDS[error.code ?? '']?.(error.message) ?? error.message;
  return new Error(`The database ${file} cannot be used: ${words}`, { cause: error });
}
