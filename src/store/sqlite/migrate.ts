import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';

const FOLDER = join(__dirname, '../migrations/sqlite');

/** Brings a database up to date: the files in migrations/sqlite that it has not seen, in order, each in one transaction. */
export function migrate(db: Database): void {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const seen = Number(db.pragma('user_version', { simple: true }));
  if (seen > files.length) {
    throw new Error(
      `This database was written by a newer OrderWire (its version is ${seen}, this program knows ${files.length}). Update OrderWire, or set ORDERWIRE_DB to another file.`,
    );
  }
  files.slice(seen).forEach((file, index) => {
    const sql = readFileSync(join(FOLDER, file), 'utf8');
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${seen + index + 1}`);
    }).immediate();
  });
}
