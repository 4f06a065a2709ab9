import type { Database } from 'better-sqlite3';
import type { DeliveryRecord, Exchange, StoredExchange } from '../delivery-records';
import type { Act } from '../records';

/** They hold what guests ordered: long enough to look into a complaint. */
const KEPT_MS = 30 * 24 * 3_600_000;

export const SELECT_EXCHANGES =
  'SELECT delivery_id, attempt, request, reply, at FROM exchanges WHERE delivery_id = ? ORDER BY attempt, n';

/** Inside a write: keeps what was sent and came back in the latest attempt of a row, and lets go of what is old. */
export function exchangeKeeper(
  db: Database,
): (row: Pick<DeliveryRecord, 'id' | 'attempts'>, exchanges: readonly Exchange[], act: Act) => void {
  const insert = db.prepare(`
    INSERT INTO exchanges (delivery_id, attempt, n, request, reply, at) VALUES (@delivery_id, @attempt, @n, @request, @reply, @at)
    ON CONFLICT DO NOTHING`);
  const forget = db.prepare('DELETE FROM exchanges WHERE at < ?');
  return ({ id: delivery_id, attempts }, exchanges, { at }) => {
    forget.run(at - KEPT_MS);
    exchanges.forEach((exchange, n) => {
      insert.run({ ...exchange, delivery_id, attempt: attempts.length, n });
    });
  };
}

/** All that is still kept of these deliveries, in the order in which it was sent. */
export function exchangeReader(db: Database): (delivery_ids: readonly string[]) => StoredExchange[] {
  const select = db.prepare(SELECT_EXCHANGES);
  return (delivery_ids) => delivery_ids.flatMap((id) => select.all(id) as StoredExchange[]);
}
