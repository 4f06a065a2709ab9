import type { Database } from 'better-sqlite3';
import { IN_FLIGHT_STATES } from '../../order/delivery';
import { differences } from '../../order/differences';
import type { OrderChange, OrderRecord, Scope } from '../records';
import type { Store } from '../store';
import { eventRecorder, inShops, type Write } from './events';
import { guestTexter } from './guest-texts';
import { hookCaller } from './hook-calls';
import { orderCreator } from './order-create';
import { orderLister } from './order-list';
import { ORDER_FIELDS, type OrderRow, toRecord } from './order-rows';

type Part = Pick<Store, 'createOrder' | 'order' | 'orders' | 'ordersOfDay' | 'updateOrder' | 'ackOrder'>;

export const SELECT_ORDER = `SELECT ${ORDER_FIELDS} FROM orders WHERE id = ?`;
export const SELECT_DAY = `SELECT ${ORDER_FIELDS} FROM orders WHERE location_id = ? AND business_day = ? ORDER BY seq`;

export function orderStore(db: Database, write: Write): Part {
  const create = orderCreator(db);
  const list = orderLister(db);
  const record = eventRecorder(db);
  const select = db.prepare(SELECT_ORDER);
  const selectDay = db.prepare(SELECT_DAY);
  const update = db.prepare(
    `UPDATE orders SET previous_status = CASE WHEN status = @status THEN previous_status ELSE status END,
      status = @status, body = @body, original = @original, updated_at = @at WHERE id = @id`,
  );
  const inFlight = db
    .prepare(`
    SELECT count(*) FROM deliveries
    WHERE order_id = ? AND kind = 'pos' AND (unproved = 1 OR receipt IS NOT NULL
      OR state IN (SELECT value FROM json_each('${JSON.stringify(IN_FLIGHT_STATES)}')))`)
    .pluck();
  const call = hookCaller(db);
  const text = guestTexter(db);
  const ack = db.prepare('UPDATE orders SET acked_at = ? WHERE id = ?');
  const isOurs = (scope: Scope, row: OrderRow) =>
    row.restaurant_id === scope.restaurant_id && inShops(scope.location_ids, row.location_id);
  const find = (scope: Scope, id: string): OrderRow | undefined => {
    const row = select.get(id) as OrderRow | undefined;
    return row && isOurs(scope, row) ? row : undefined;
  };
  return {
    createOrder: (scope, order, act) => write(() => create(scope, order, act)),
    order: async (scope, id) => {
      const row = find(scope, id);
      return row && toRecord(row);
    },
    orders: async (scope, query) => list(scope, query),
    ordersOfDay: async (scope, location_id, business_day) =>
      (selectDay.all(location_id, business_day) as OrderRow[])
        .filter((row) => isOurs(scope, row))
        .map(toRecord),
    updateOrder: (scope, id, change, act) =>
      write(() => {
        const row = find(scope, id);
        if (!row) return undefined;
        const before = toRecord(row);
        const next = change(before, { in_flight: Number(inFlight.get(id)) > 0 });
        const data = historyOf(before, next);
        if (data === null) return before;
        const body = next.order ? JSON.stringify(next.order) : row.body;
        const original = next.order ? (row.original ?? row.body) : row.original;
        const at = Math.max(act.at, row.updated_at);
        update.run({ id, status: next.status ?? row.status, body, original, at });
        record(scope, act, { type: 'order.updated', subject_id: id, location_id: row.location_id, data });
        // Where the status stays, a hook hears the same one twice: so a reader tells other changes from changes of status.
        const { status = row.status } = next;
        call(row, { type: 'order.updated', order_id: id, status, previous_status: row.status }, act);
        if (status !== row.status) text(id, status, act);
        return mustFind(find(scope, id));
      }),
    ackOrder: (scope, id, act) =>
      write(() => {
        const row = find(scope, id);
        if (!row || row.acked_at !== null) return row && toRecord(row);
        ack.run(act.at, id);
        record(scope, act, { type: 'order.acked', subject_id: id, location_id: row.location_id });
        return mustFind(find(scope, id));
      }),
  };
}

function mustFind(row: OrderRow | undefined): OrderRecord {
  if (!row) throw new Error('An order vanished while it was written.');
  return toRecord(row);
}

/** What changes, as names only; null where nothing does. */
function historyOf(before: OrderRecord, next: OrderChange): Record<string, unknown> | null {
  const changed = next.order ? differences(before.order, next.order) : [];
  const status =
    next.status && next.status !== before.status ? { from: before.status, to: next.status } : undefined;
  if (changed.length === 0 && !status) return null;
  return { ...(changed.length > 0 && { changed }), ...(status && { status }) };
}
