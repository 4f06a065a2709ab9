import type { Database } from 'better-sqlite3';
import type { Attempt, DeliveryRecord, NewDelivery } from '../delivery-records';
import type { Act } from '../records';

type Stored = Omit<
  DeliveryRecord,
  'payload' | 'reason' | 'receipt' | 'degraded' | 'attempts' | 'unproved'
> & {
  payload: string;
  reason: string | null;
  receipt: string | null;
  degraded: string;
  unproved: number;
};

export const DELIVERY_FIELDS = `id, restaurant_id, location_id, order_id, kind, lane, target, purpose, vendor, suffix, payload, state,
  unproved, reason, receipt, degraded, rung, failures, next_attempt_at, deadline_at, alert_at, alerts, check_at, fence, created_at, updated_at`;
export const SELECT_ATTEMPTS =
  'SELECT n, step, outcome, http_status, vendor_code, message, at, ended_at FROM attempts WHERE delivery_id = ? ORDER BY n';
export const SELECT_DELIVERY = `SELECT ${DELIVERY_FIELDS} FROM deliveries WHERE id = ?`;

/** Turns stored rows into records, their attempts with them. */
export function deliveryReader(db: Database): (row: unknown) => DeliveryRecord {
  const attempts = db.prepare(SELECT_ATTEMPTS);
  return (row) => {
    const stored = row as Stored;
    return {
      ...stored,
      payload: JSON.parse(stored.payload),
      reason: stored.reason === null ? null : JSON.parse(stored.reason),
      receipt: stored.receipt === null ? null : JSON.parse(stored.receipt),
      degraded: JSON.parse(stored.degraded),
      unproved: stored.unproved === 1,
      attempts: attempts.all(stored.id) as Attempt[],
    };
  };
}

type Owner = { restaurant_id: string; location_id: string; order_id: string | null };

/** Inside a write: adds a row of the outbox; false where the same order has one for the same destination and purpose already. */
export function deliveryInserter(db: Database): (owner: Owner, delivery: NewDelivery, act: Act) => boolean {
  const insert = db.prepare(`
    INSERT INTO deliveries (id, restaurant_id, location_id, order_id, kind, lane, target, purpose, vendor, suffix, payload, state, reason, receipt,
      next_attempt_at, deadline_at, alert_at, created_at, updated_at)
    VALUES (@id, @restaurant_id, @location_id, @order_id, @kind, @lane, @target, @purpose, @vendor, @suffix, @payload, @state, @reason, @receipt,
      @next_attempt_at, @deadline_at, @alert_at, @at, @at)
    ON CONFLICT DO NOTHING`);
  return ({ restaurant_id, location_id, order_id }, delivery, { at }) => {
    const { payload = {}, reason = null, receipt = null } = delivery;
    const row = {
      vendor: null,
      suffix: '',
      state: 'pending',
      next_attempt_at: at,
      deadline_at: null,
      alert_at: null,
      ...delivery,
      restaurant_id,
      location_id,
      order_id,
      payload: JSON.stringify(payload),
      reason: reason && JSON.stringify(reason),
      receipt: receipt && JSON.stringify(receipt),
      at,
    };
    return insert.run(row).changes === 1;
  };
}
