import type { FulfillmentDraft } from './fulfillment-shapes';
import type { StoredOrder } from './ledger';
import type { SquareEvent } from './outbound';
import type { SquarePayment } from './payments';

/** An order's events name it and its version and no more: whoever wants the order has to fetch it. */
const toSummary = (order: StoredOrder) => ({
  order_id: order.id,
  version: order.version,
  location_id: order.draft.location_id,
  state: order.state,
  created_at: order.createdAt.toISOString(),
});

const toData = (order: StoredOrder, type: string, summary: object): SquareEvent['data'] => ({
  type,
  id: order.id,
  object: { [type]: summary },
});

/** https://developer.squareup.com/reference/square/webhooks/order.created, read 2026-11-24: by CreateOrder only. */
export const orderCreated = (order: StoredOrder): SquareEvent => ({
  type: 'order.created',
  data: toData(order, 'order_created', toSummary(order)),
});

/** https://developer.squareup.com/reference/square/webhooks/order.updated, read 2026-11-24: by UpdateOrder and by staff. */
export const orderUpdated = (order: StoredOrder): SquareEvent => ({
  type: 'order.updated',
  data: toData(order, 'order_updated', { ...toSummary(order), updated_at: order.updatedAt.toISOString() }),
});

/**
 * https://developer.squareup.com/reference/square/webhooks/order.fulfillment.updated, read 2026-11-24: there is no old state
 * where the fulfilment is new, and both are the same where something else about it changed. Undefined where nothing did.
 */
export function fulfillmentUpdated(order: StoredOrder, before: FulfillmentDraft[]): SquareEvent | undefined {
  const updates = (order.draft.fulfillments ?? []).flatMap((fulfillment) => {
    const old = before.find(({ uid }) => uid === fulfillment.uid);
    if (JSON.stringify(old) === JSON.stringify(fulfillment)) return [];
    return [{ fulfillment_uid: fulfillment.uid, old_state: old?.state, new_state: fulfillment.state }];
  });
  if (updates.length === 0) return undefined;
  const summary = {
    ...toSummary(order),
    updated_at: order.updatedAt.toISOString(),
    fulfillment_update: updates,
  };
  return {
    type: 'order.fulfillment.updated',
    data: toData(order, 'order_fulfillment_updated', summary),
  };
}

/** https://developer.squareup.com/reference/square/webhooks/payment.updated, read 2026-11-24: the whole payment. */
export const paymentUpdated = (payment: SquarePayment): SquareEvent => ({
  type: 'payment.updated',
  data: { type: 'payment', id: payment.id, object: { payment } },
});
