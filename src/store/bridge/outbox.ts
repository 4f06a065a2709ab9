import type { Database } from 'better-sqlite3';
import { receptionistLedger } from '../sqlite/receptionist-ledger';
import type { BridgeMessage, BridgeOrder, BridgeOutbox } from './records';

export function bridgeOutbox(db: Database): BridgeOutbox {
  const begin = db.prepare(
    'INSERT INTO bridge_beginnings (file, begins_at) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const begun = db.prepare('SELECT begins_at FROM bridge_beginnings WHERE file = ?').pluck();
  const find = db.prepare('SELECT * FROM bridge_orders WHERE reference = ?');
  const latest = db.prepare('SELECT coalesce(max(number), 0) FROM bridge_orders').pluck();
  const keep = db.prepare(`
    INSERT INTO bridge_orders (number, reference, version, status, order_data, created_at)
    VALUES (@number, @reference, @version, @status, @order_data, @created_at)
    ON CONFLICT (reference) DO UPDATE SET version = excluded.version, status = excluded.status, order_data = excluded.order_data`);
  const add = db.prepare(
    'INSERT INTO bridge_messages (id, reference, body, next_at) VALUES (@id, @reference, @body, @at)',
  );
  const due = db.prepare(`
    SELECT id, reference, body, failures FROM bridge_messages AS message
    WHERE next_at <= ? AND NOT EXISTS (
      SELECT 1 FROM bridge_messages AS earlier
      WHERE earlier.reference = message.reference AND earlier.position < message.position)
    ORDER BY position LIMIT ?`);
  const remove = db.prepare('DELETE FROM bridge_messages WHERE id = ?');
  const postpone = db.prepare('UPDATE bridge_messages SET failures = failures + 1, next_at = ? WHERE id = ?');
  const count = db.prepare('SELECT count(*) FROM bridge_messages').pluck();
  return {
    ...receptionistLedger(db, async (run) => db.transaction(run).immediate()),
    beginsAt(file, wanted) {
      begin.run(file, wanted);
      return begun.get(file) as number;
    },
    order: (reference) => find.get(reference) as BridgeOrder | undefined,
    nextNumber: () => (latest.get() as number) + 1,
    put: db.transaction((order: BridgeOrder, message: Pick<BridgeMessage, 'id' | 'body'>, at: number) => {
      keep.run(order);
      add.run({ ...message, reference: order.reference, at });
    }),
    due: (now, limit) => due.all(now, limit) as BridgeMessage[],
    delivered: (id) => void remove.run(id),
    failed: (id, next_at) => void postpone.run(next_at, id),
    waiting: () => count.get() as number,
    close: () => db.close(),
  };
}
