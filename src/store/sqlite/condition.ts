import Database from 'better-sqlite3';
import type { Condition, Standing } from '../condition';
import { KNOWN_MIGRATIONS } from './migrate';

/** What waits for a closed lane is not late: it waits for that lane's check. */
const SELECT_OVERDUE = `
  SELECT count(*) AS count, min(next_attempt_at) AS oldest FROM deliveries
  WHERE next_attempt_at < ? AND lane NOT IN (SELECT lane FROM blocked_lanes)`;
const SELECT_WAITING =
  "SELECT count(*) AS count, min(updated_at) AS oldest FROM deliveries WHERE state = 'needs_attention'";
const SELECT_SUCCESS =
  "SELECT max(updated_at) FROM deliveries WHERE lane = 'webhook:' || ? AND kind = 'webhook' AND state = 'delivered'";

/** Looks at a database file; throws where SQLite cannot read it. */
export function openCondition(file: string): Condition {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 1_000 });
  try {
    return conditionOf(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

function conditionOf(db: Database.Database): Condition {
  const standing = (sql: string, ...values: number[]): Standing | null => {
    const found = db.prepare(sql).get(...values) as { count: number; oldest: number | null };
    return found.count === 0 ? null : { count: found.count, oldest: found.oldest ?? 0 };
  };
  return {
    sqlite: String(db.prepare('SELECT sqlite_version()').pluck().get()),
    seen: Number(db.pragma('user_version', { simple: true })),
    known: KNOWN_MIGRATIONS,
    journal: String(db.pragma('journal_mode', { simple: true })),
    overdue: (before) => standing(SELECT_OVERDUE, before),
    waitingForPeople: () => standing(SELECT_WAITING),
    lastSuccess: (hook_id) => db.prepare(SELECT_SUCCESS).pluck().get(hook_id) as number | null,
    close: () => db.close(),
  };
}

/** Makes a database in this folder, commits to it as orders are committed, and takes it away again. Throws where that fails. */
export function tryFolder(file: string): { journal: string; sqlite: string } {
  const db = new Database(file);
  try {
    const journal = String(db.pragma('journal_mode = WAL', { simple: true }));
    db.pragma('synchronous = FULL');
    db.exec('CREATE TABLE proof (written INTEGER); INSERT INTO proof VALUES (1)');
    return { journal, sqlite: String(db.prepare('SELECT sqlite_version()').pluck().get()) };
  } finally {
    db.close();
  }
}
