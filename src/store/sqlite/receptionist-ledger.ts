import type { Database } from 'better-sqlite3';
import type { FilePlace, LedgerCall, ReceptionistLedger } from '../receptionist-ledger';
import type { Write } from './events';

const FIELDS = 'call_key AS key, first_row, seen_row, done_row, order_id, seen_at';
export const SELECT_CALL = `SELECT ${FIELDS} FROM receptionist_calls WHERE file = ? AND call_key = ?`;
export const SELECT_CALLS_DUE = `
  SELECT ${FIELDS} FROM receptionist_calls
  WHERE file = ? AND next_at IS NOT NULL AND next_at <= ? ORDER BY next_at LIMIT ?`;

export function receptionistLedger(db: Database, write: Write): ReceptionistLedger {
  const place = db.prepare('SELECT cursor, mark FROM receptionist_files WHERE file = ?');
  const move = db.prepare(`
    INSERT INTO receptionist_files (file, cursor, mark, adopted_at) VALUES (@file, @cursor, @mark, @at)
    ON CONFLICT (file) DO UPDATE SET cursor = excluded.cursor, mark = excluded.mark`);
  const see = db.prepare(`
    INSERT INTO receptionist_calls (file, call_key, first_row, seen_row, seen_at, next_at) VALUES (@file, @key, @first_row, @seen_row, @at, @at)
    ON CONFLICT (file, call_key) DO UPDATE SET seen_row = excluded.seen_row, seen_at = excluded.seen_at, next_at = excluded.next_at
    WHERE excluded.seen_row > seen_row`);
  const forget = db.prepare('DELETE FROM receptionist_files WHERE file = ?');
  const one = db.prepare(SELECT_CALL);
  const due = db.prepare(SELECT_CALLS_DUE);
  const settle = db.prepare(`
    UPDATE receptionist_calls SET done_row = @done_row, order_id = coalesce(@order_id, order_id), next_at = CASE WHEN seen_row > @done_row THEN @at END
    WHERE file = @file AND call_key = @key`);
  const postpone = db.prepare('UPDATE receptionist_calls SET next_at = ? WHERE file = ? AND call_key = ?');
  return {
    receptionistPlace: async (file) => place.get(file) as FilePlace | undefined,
    noteReceptionistRows: (file, { cursor, mark }, calls, at) =>
      write(() => {
        move.run({ file, cursor, mark, at });
        for (const call of calls) see.run({ file, at, ...call });
      }),
    forgetReceptionistFile: (file) => write(() => void forget.run(file)),
    receptionistCall: async (file, key) => one.get(file, key) as LedgerCall | undefined,
    receptionistCallsDue: async (file, now, limit) => due.all(file, now, limit) as LedgerCall[],
    settleReceptionistCall: (file, call, at) => write(() => void settle.run({ file, at, ...call })),
    postponeReceptionistCall: (file, key, next_at) => write(() => void postpone.run(next_at, file, key)),
  };
}
