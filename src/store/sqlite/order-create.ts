import type { Database } from 'better-sqlite3';
import { failpoint } from '../../failpoint';
import { differences } from '../../order/differences';
import type { Order } from '../../order/schema';
import { type OrderStatus, STATUS_ENDS } from '../../order/status';
import type { Act, CreateOutcome, NewOrder, Scope } from '../records';
import { deliveryInserter } from './delivery-rows';
import { eventRecorder, inShops } from './events';
import { hookCaller } from './hook-calls';
import { bodyHash, complete, ORDER_FIELDS, type OrderRow, toRecord } from './order-rows';
import { SELECT_OWNER } from './shops';

export const SELECT_BY_KEY = `
  SELECT ${ORDER_FIELDS} FROM orders
  WHERE id = (SELECT order_id FROM idempotency_keys WHERE restaurant_id = ? AND key = ?)`;
export const SELECT_LATEST_OF_PHONE = `
  SELECT ${ORDER_FIELDS} FROM orders INDEXED BY orders_by_phone
  WHERE location_id = ? AND phone_last4 = ? AND created_at >= ? AND phone_e164 = ? ORDER BY created_at DESC LIMIT 20`;
export const SELECT_BY_REF = `SELECT ${ORDER_FIELDS} FROM orders WHERE location_id = ? AND external_ref = ?`;

/** Inside a write: stores an order, or finds the one it repeats. */
export function orderCreator(db: Database): (scope: Scope, order: NewOrder, act: Act) => CreateOutcome {
  const owner = db.prepare(SELECT_OWNER).pluck();
  const byKey = db.prepare(SELECT_BY_KEY);
  const byRef = db.prepare(SELECT_BY_REF);
  const keep = db.prepare(
    'INSERT INTO idempotency_keys (restaurant_id, key, order_id, created_at) VALUES (?, ?, ?, ?)',
  );
  const insert = orderInserter(db);
  const twinOf = twinFinder(db);
  return (scope, given, act) => {
    const { restaurant_id } = scope;
    const { location_id, idempotency_key: key } = given;
    const order = { ...given, order: { ...given.order, location_id } };
    if (owner.get(location_id) !== restaurant_id || !inShops(scope.location_ids, location_id))
      throw new Error('An order for a shop outside its scope.');
    const keyed = key === null ? undefined : (byKey.get(restaurant_id, key) as OrderRow | undefined);
    if (keyed) return compare(keyed, order.order, 'idempotency_key');
    const named = byRef.get(location_id, order.order.external_ref ?? order.id) as OrderRow | undefined;
    if (!named) given.admit?.();
    const outcome = named
      ? compare(named, order.order, 'external_ref')
      : insert(scope, { ...order, ...twinOf(given) }, act);
    if (key !== null && outcome.outcome !== 'conflict') {
      keep.run(restaurant_id, key, outcome.record.id, act.at);
    }
    return outcome;
  };
}

/** A repeat is the order as it was first sent, or as it stands now: both may come back. */
function compare(row: OrderRow, order: Order, by: 'external_ref' | 'idempotency_key'): CreateOutcome {
  const record = toRecord(row);
  if (row.body_hash.equals(bodyHash(order))) return { outcome: 'replayed', record };
  const again = complete(order, row);
  const first = row.original ? complete(JSON.parse(row.original), row) : record.order;
  const differing = differences(first, again);
  if (differing.length === 0 || differences(record.order, again).length === 0) {
    return { outcome: 'replayed', record };
  }
  return { outcome: 'conflict', by, record, differing };
}

/** What is planned instead where the order looks like one that the same phone placed just before, and that still stands. */
function twinFinder(db: Database): (order: NewOrder) => Pick<NewOrder, 'deliveries' | 'status'> | undefined {
  const latest = db.prepare(SELECT_LATEST_OF_PHONE);
  return ({ location_id, phone_e164, twin }) => {
    if (!twin || phone_e164 === null) return undefined;
    const rows = latest.all(location_id, phone_e164.slice(-4), twin.since, phone_e164) as OrderRow[];
    const earlier = rows.map(toRecord).find((one) => !isEnd(one.status) && twin.isTwin(one));
    return earlier && twin.plan(earlier);
  };
}

const isEnd = (status: OrderStatus) => (STATUS_ENDS as readonly OrderStatus[]).includes(status);

function orderInserter(db: Database): (scope: Scope, order: NewOrder, act: Act) => CreateOutcome {
  const record = eventRecorder(db);
  const deliver = deliveryInserter(db);
  const call = hookCaller(db);
  const number = db
    .prepare(`
    INSERT INTO order_numbers (location_id, business_day, last) VALUES (?, ?, 1)
    ON CONFLICT (location_id, business_day) DO UPDATE SET last = last + 1 RETURNING last`)
    .pluck();
  const insert = db.prepare(`
    INSERT INTO orders (id, restaurant_id, location_id, external_ref, business_day, number, status, phone_e164, phone_last4, body, body_hash, created_at, updated_at)
    VALUES (@id, @restaurant_id, @location_id, @external_ref, @business_day, @number, @status, @phone_e164, @phone_last4, @body, @body_hash, @created_at, @updated_at)`);
  return ({ restaurant_id }, { id, location_id, order, phone_e164, business_day, ...rest }, act) => {
    const { deliveries = [], status = 'received', seen = false, history = false } = rest;
    const row: Omit<OrderRow, 'acked_at' | 'original'> = {
      id,
      restaurant_id,
      location_id,
      external_ref: order.external_ref ?? id,
      number: number.get(location_id, business_day) as number,
      status,
      previous_status: null,
      body: JSON.stringify(order),
      body_hash: bodyHash(order),
      created_at: act.at,
      updated_at: act.at,
    };
    insert.run({
      ...row,
      business_day,
      phone_e164,
      phone_last4: lastDigits(phone_e164 ?? order.customer.phone),
    });
    record({ restaurant_id }, act, { type: 'order.created', subject_id: id, location_id });
    const owner = { restaurant_id, location_id, order_id: id };
    for (const delivery of deliveries) deliver(owner, delivery, act);
    if (!history)
      call(
        owner,
        { type: seen ? 'pos_order.seen' : 'order.created', order_id: id, status, previous_status: null },
        act,
      );
    failpoint('order.before_commit');
    return { outcome: 'created', record: toRecord({ ...row, acked_at: null, original: null }) };
  };
}

function lastDigits(phone: string | null): string | null {
  return phone?.replaceAll(/\D/g, '').slice(-4) || null;
}
