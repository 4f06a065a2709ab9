import { fulfillmentUpdated, orderUpdated } from './events';
import type { FulfillmentDraft } from './fulfillment-shapes';
import type { Ledger, StoredOrder } from './ledger';

/** True for a state that an order or a fulfilment never leaves. */
export const isOver = (state: string | undefined): boolean =>
  state === 'COMPLETED' || state === 'CANCELED' || state === 'FAILED';

/**
 * The read-only field that keeps when a fulfilment reached a state, by its type:
 * https://developer.squareup.com/reference/square/objects/Fulfillment, read 2026-11-24.
 */
const TIME_FIELDS: Record<string, Record<string, string>> = {
  PICKUP: {
    RESERVED: 'accepted_at',
    PREPARED: 'ready_at',
    COMPLETED: 'picked_up_at',
    CANCELED: 'canceled_at',
  },
  DELIVERY: {
    RESERVED: 'in_progress_at',
    PREPARED: 'ready_at',
    COMPLETED: 'delivered_at',
    CANCELED: 'canceled_at',
  },
  SHIPMENT: {
    RESERVED: 'in_progress_at',
    PREPARED: 'packaged_at',
    COMPLETED: 'shipped_at',
    CANCELED: 'canceled_at',
    FAILED: 'failed_at',
  },
};

function keepTimes(order: StoredOrder, before: FulfillmentDraft[], now: Date): void {
  for (const { uid = '', type = '', state = '' } of order.draft.fulfillments ?? []) {
    const field = TIME_FIELDS[type]?.[state];
    if (field && before.find((old) => old.uid === uid)?.state !== state)
      order.fulfillmentTimes[uid] = { ...order.fulfillmentTimes[uid], [field]: now.toISOString() };
  }
}

/** Books a change that `order` already shows: its version and times, and the calls to the webhook. */
export function bookChange(
  ledger: Ledger,
  order: StoredOrder,
  { before, now }: { before: FulfillmentDraft[]; now: Date },
): void {
  order.version += 1;
  order.updatedAt = now;
  if (isOver(order.state)) order.closedAt = now;
  keepTimes(order, before, now);
  // Nothing is told of an order made in the Point of Sale app (https://developer.squareup.com/forums/t/11162, read 2026-11-24).
  if (order.madeInApp) return;
  ledger.outbound.tell(orderUpdated(order), now);
  const moved = fulfillmentUpdated(order, before);
  if (moved) ledger.outbound.tell(moved, now);
}
