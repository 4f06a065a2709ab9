import type { Database } from 'better-sqlite3';
import type { PosNews } from '../delivery-records';
import type { Store } from '../store';
import { DELIVERY_FIELDS, deliveryReader } from './delivery-rows';
import type { Write } from './events';

type Part = Pick<Store, 'keepNews' | 'newsDue' | 'settleNews' | 'ticketsAt'>;

export const SELECT_NEWS_DUE =
  'SELECT n, connection_id, restaurant_id, event_id, body, tries FROM pos_news WHERE due_at IS NOT NULL AND due_at <= ? ORDER BY due_at, n LIMIT ?';
/** The tickets of this connection that are the POS's order, and those of which nobody knows yet whether they are. */
export const SELECT_TICKETS_AT = `
  SELECT ${DELIVERY_FIELDS} FROM deliveries
  WHERE target = @connection_id AND kind = 'pos' AND receipt IS NOT NULL AND json_extract(receipt, '$.pos_order_id') = @pos_order_id
  UNION ALL
  SELECT ${DELIVERY_FIELDS} FROM deliveries
  WHERE target = @connection_id AND kind = 'pos' AND receipt IS NOT NULL AND json_extract(receipt, '$.reference') = @reference
  UNION ALL
  SELECT ${DELIVERY_FIELDS} FROM deliveries WHERE target = @connection_id AND kind = 'pos' AND receipt IS NULL AND unproved = 1
  UNION ALL
  SELECT ${DELIVERY_FIELDS} FROM deliveries
  WHERE target = @connection_id AND kind = 'pos' AND receipt IS NULL AND state IN ('sending', 'manual_done') AND unproved = 0 AND updated_at > @recent`;

const RECENT_MS = 24 * 3_600_000;

export function posNewsStore(db: Database, write: Write): Part {
  const keep = db.prepare(`
    INSERT INTO pos_news (connection_id, restaurant_id, event_id, body, due_at, received_at)
    VALUES (@connection_id, @restaurant_id, @event_id, @body, @at, @at) ON CONFLICT DO NOTHING`);
  const due = db.prepare(SELECT_NEWS_DUE);
  const settle = db.prepare('UPDATE pos_news SET due_at = ?, tries = tries + 1 WHERE n = ?');
  const tickets = db.prepare(SELECT_TICKETS_AT);
  const read = deliveryReader(db);
  return {
    keepNews: ({ id: connection_id, restaurant_id }, events, at) =>
      write(() => {
        for (const event of events) {
          keep.run({ connection_id, restaurant_id, event_id: event.id, body: JSON.stringify(event), at });
        }
      }),
    newsDue: async (now, limit) =>
      (due.all(now, limit) as (PosNews & { body: string })[]).map((row) => ({
        ...row,
        body: JSON.parse(row.body),
      })),
    settleNews: (n, due_at) => write(() => void settle.run(due_at, n)),
    ticketsAt: async (connection_id, { pos_order_id, reference }, now) =>
      tickets.all({ connection_id, pos_order_id, reference, recent: now - RECENT_MS }).map(read),
  };
}
