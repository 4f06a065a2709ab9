import Database from 'better-sqlite3';
import { type Layout, layoutOf, quoted, unfilledColumns } from './columns';
import { missingFile } from './missing-file';
import {
  FileBusy,
  type ReceptionistCall,
  type ReceptionistReader,
  type ReceptionistRow,
  UnreadableFile,
} from './records';
import { fieldsOf, keyOf, toRow, toText } from './rows';

/** How long one look may wait for the receptionist to finish writing. Each look holds its own lock for less. */
const PATIENCE_MS = 50;

/**
 * Opens a receptionist's database for reading. Nothing here can write to it or keep its writer out. Throws `UnreadableFile`; `said` is
 * what named the file, so that its reader knows where to write another.
 */
export function openReceptionistFile(file: string, said = 'RECEPTIONIST_DB'): ReceptionistReader {
  const name = `${said} ${file}`;
  const db = opened(file, name);
  try {
    return readerOf(db, name);
  } catch (error) {
    db.close();
    throw inWords(error, name);
  }
}

function opened(file: string, name: string): Database.Database {
  const missing = missingFile(file);
  if (missing) throw new UnreadableFile(`${name}: ${missing}`);
  try {
    return new Database(file, { readonly: true, fileMustExist: true, timeout: PATIENCE_MS });
  } catch (error) {
    throw inWords(error, name);
  }
}

function readerOf(db: Database.Database, name: string): ReceptionistReader {
  const layout = layoutOf(db);
  const { orders } = layout;
  const table = quoted(orders.name);
  const created = orders.at.created_at ? quoted(orders.at.created_at.name) : 'NULL';
  const schema = () => db.pragma('schema_version', { simple: true });
  const seen = schema();
  const version = db.prepare('PRAGMA data_version').pluck();
  const after = db.prepare(
    `SELECT rowid AS row_id, ${keyOf(layout)} AS key, ${created} AS created_at FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  );
  const marked = db
    .prepare(`SELECT ${keyOf(layout)} || ' ' || coalesce(${created}, '') FROM ${table} WHERE rowid = ?`)
    .pluck();
  const callOf = callReader(db, layout);
  const trying = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      throw inWords(error, name);
    }
  };
  return {
    version: () =>
      trying(() => {
        if (schema() !== seen) throw new UnreadableFile('its tables were changed meanwhile.');
        return version.get() as number;
      }),
    rowsAfter: (row_id, limit) =>
      trying(() => after.all(row_id, limit) as ReturnType<ReceptionistReader['rowsAfter']>),
    markOf: (row_id) => trying(() => (marked.get(row_id) as string | undefined) ?? null),
    call: (key, between) => trying(() => callOf(key, between)),
    defects: () => trying(() => defectsOf(layout)),
    close: () => db.close(),
  };
}

type Raw = Record<string, unknown>;

function callReader(db: Database.Database, layout: Layout): ReceptionistReader['call'] {
  const { orders, lines, calls, businesses } = layout;
  // A call's rows lie close together; nothing in their file helps to find them by the call.
  const rows = db.prepare(
    `SELECT * FROM (SELECT ${fieldsOf(layout)} FROM ${quoted(orders.name)} WHERE rowid BETWEEN @from AND @to) WHERE key = @key ORDER BY row_id`,
  );
  const linesOf =
    lines?.at.order &&
    db.prepare(`SELECT * FROM ${quoted(lines.name)} WHERE ${quoted(lines.at.order.name)} = ? ORDER BY rowid`);
  const call =
    calls?.at.call &&
    db.prepare(
      `SELECT ${named(calls.at.ended_at)} AS ended_at, ${named(calls.at.business)} AS business FROM ${quoted(calls.name)} WHERE ${quoted(calls.at.call.name)} = ?`,
    );
  const business =
    businesses?.at.id &&
    db.prepare(
      `SELECT ${named(businesses.at.name)} AS name, ${named(businesses.at.phone)} AS phone FROM ${quoted(businesses.name)} WHERE ${quoted(businesses.at.id.name)} = ?`,
    );
  const count = businesses && db.prepare(`SELECT count(*) FROM ${quoted(businesses.name)}`).pluck();
  const toOurs = (raw: Raw): ReceptionistRow =>
    toRow(raw, layout, linesOf ? (linesOf.all(raw.id) as Raw[]) : null);
  // One transaction: the rows, the end of the call and its restaurant are of one moment.
  return db.transaction((key: string, between: { from: number; to: number }): ReceptionistCall | null => {
    const found = rows.all({ key, ...between }) as Raw[];
    const latest = found.at(-1);
    if (!latest) return null;
    const about = call?.get(key) as Raw | undefined;
    const called = business?.get(latest.business ?? about?.business ?? null) as Raw | undefined;
    const ended_at = toText(about?.ended_at);
    return {
      key,
      rows: found.map(toOurs),
      ended: ended_at !== null,
      ended_at,
      business: called ? { name: toText(called.name), phone: toText(called.phone) } : null,
      businesses: Number(count?.get() ?? 0),
    };
  });
}

const named = (column: { name: string } | undefined) => (column ? quoted(column.name) : 'NULL');

function defectsOf(layout: Layout): ReturnType<ReceptionistReader['defects']> {
  return unfilledColumns(layout).map((column) => ({
    detail: `orders.${column} must be filled and the receptionist does not fill it: SQLite refuses every order it saves`,
    fix: `Rebuild the table with "${column} INTEGER NOT NULL DEFAULT 1", or let the receptionist's save_order write ${column}: docs/from-the-guide.md#a-fresh-database-takes-no-orders has both.`,
  }));
}

/** SQLite's own words for "not at this moment". */
const LATER = /^SQLITE_(?:BUSY|LOCKED|PROTOCOL|READONLY_ROLLBACK|READONLY_RECOVERY|READONLY_CANTLOCK)/;
const WORDS: Record<string, string> = {
  SQLITE_CANTOPEN:
    'there is no such file, or this user may not read it. Write the path of the receptionist.db.',
  SQLITE_NOTADB: 'it is no SQLite database.',
  SQLITE_CORRUPT: 'it is damaged.',
};

function inWords(error: unknown, name: string): Error {
  const { code = '', message } = error as Error & { code?: string };
  if (LATER.test(code)) return new FileBusy(`${name} is being written.`);
  if (error instanceof UnreadableFile || code.startsWith('SQLITE_')) {
    return new UnreadableFile(`${name}: ${WORDS[code] ?? message}`, { cause: error });
  }
  return error as Error;
}
