import { createHash } from 'node:crypto';
import type { Order } from '../../order/schema';
import type { OrderStatus } from '../../order/status';
import type { OrderRecord } from '../records';

/** An order as its table holds it. */
export type OrderRow = {
  id: string;
  restaurant_id: string;
  location_id: string;
  external_ref: string;
  number: number;
  status: OrderStatus;
  previous_status: OrderStatus | null;
  acked_at: number | null;
  body: string;
  original: string | null;
  body_hash: Buffer;
  created_at: number;
  updated_at: number;
};

export const ORDER_FIELDS =
  'id, restaurant_id, location_id, external_ref, number, status, previous_status, acked_at, body, original, body_hash, created_at, updated_at';

export function toRecord(row: OrderRow): OrderRecord {
  return {
    id: row.id,
    location_id: row.location_id,
    external_ref: row.external_ref,
    number: String(row.number),
    status: row.status,
    previous_status: row.previous_status,
    order: complete(JSON.parse(row.body) as Order, row),
    acked_at: row.acked_at,
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
}

/** An order with what it left out filled in as it was for this row: its reference, when it was taken. */
export function complete(order: Order, row: Pick<OrderRow, 'external_ref' | 'created_at'>): Order {
  // Whole seconds, as parsing gives them: an order that is sent back as it was read must compare equal.
  const placed_at = order.timing.placed_at ?? `${new Date(row.created_at).toISOString().slice(0, 19)}Z`;
  return {
    ...order,
    external_ref: order.external_ref ?? row.external_ref,
    timing: { ...order.timing, placed_at },
  };
}

/** Equal for equal orders; it stays when a guest's data is erased, so that a repeat is still known as one. */
export function bodyHash(order: Order): Buffer {
  return createHash('sha256').update(JSON.stringify(order)).digest();
}
