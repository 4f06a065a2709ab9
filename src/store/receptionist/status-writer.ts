import Database from 'better-sqlite3';
import { layoutOf, quoted } from './columns';

/** The receptionist waits five seconds for a lock before it loses an order; we wait, and hold one, far shorter. */
const PATIENCE_MS = 100;

/**
 * Writes one row's status into the receptionist's file: one statement on a connection of its own. False: not now, as somebody
 * else is writing; nothing was changed.
 */
export function writeStatus(file: string, { row_id, status }: { row_id: number; status: string }): boolean {
  const db = new Database(file, { fileMustExist: true, timeout: PATIENCE_MS });
  try {
    const { orders } = layoutOf(db);
    if (!orders.at.status) return true;
    const column = quoted(orders.at.status.name);
    const update = `UPDATE ${quoted(orders.name)} SET ${column} = @status WHERE rowid = @row_id AND ${column} IS NOT @status`;
    db.prepare(update).run({ row_id, status });
    return true;
  } catch (error) {
    if (/^SQLITE_(?:BUSY|LOCKED)/.test((error as { code?: string }).code ?? '')) return false;
    throw error;
  } finally {
    db.close();
  }
}
