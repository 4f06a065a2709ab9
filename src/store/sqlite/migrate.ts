import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';

const FOLDER = join(__dirname, '../migrations/sqlite');
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.sql'))
  .sort();
/** A database that has seen as many is up to date. */
export const KNOWN_MIGRATIONS = FILES.length;

/** Brings a database up to date: the files in migrations/sqlite that it has not seen, in order, each in one transaction. */
export function migrate(db: Database): void {
  const seen = Number(db.pragma('user_version', { simple: true }));
  if (seen > KNOWN_MIGRATIONS) {
    throw new Error(
      `This database was written by a newer OrderWire (its version is ${seen}, this program knows ${KNOWN_MIGRATIONS}). Update OrderWire, or set ORDERWIRE_DB to another file.`,
    );
  }
  FILES.slice(seen).forEach((file, index) => {
    const sql = readFileSync(join(FOLDER, file), 'utf8');
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${seen + index + 1}`);
    }).immediate();
  });
}
