import type { Database } from 'better-sqlite3';
import { type OrderStatus, statusRefusal } from '../../order/status';
import type { Act } from '../records';
import { eventRecorder } from './events';
import { guestTexter } from './guest-texts';
import { hookCaller } from './hook-calls';

type Row = {
  id: string;
  restaurant_id: string;
  location_id: string;
  status: OrderStatus;
  updated_at: number;
};

/** Inside a write: moves an order's status on where that is forward, writes it down and tells the hooks. */
export function statusMover(db: Database): (order_id: string, to: OrderStatus, act: Act) => void {
  const select = db.prepare(
    'SELECT id, restaurant_id, location_id, status, updated_at FROM orders WHERE id = ?',
  );
  const update = db.prepare(
    'UPDATE orders SET previous_status = status, status = @to, updated_at = @at WHERE id = @id',
  );
  const record = eventRecorder(db);
  const call = hookCaller(db);
  const text = guestTexter(db);
  return (order_id, to, act) => {
    const row = select.get(order_id) as Row | undefined;
    if (!row || row.status === to || statusRefusal(row.status, to) !== null) return;
    const at = Math.max(act.at, row.updated_at);
    update.run({ id: row.id, to, at });
    const data = { status: { from: row.status, to } };
    record(row, act, { type: 'order.updated', subject_id: row.id, location_id: row.location_id, data });
    call(row, { type: 'order.updated', order_id: row.id, status: to, previous_status: row.status }, act);
    text(row.id, to, act);
  };
}
