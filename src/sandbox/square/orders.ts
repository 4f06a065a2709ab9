import type { Call } from './call';
import { SquareRefusal } from './errors';
import { orderCreated } from './events';
import type { Ledger, StoredOrder } from './ledger';
import { toKeptOrder } from './order-check';
import { newOrder, type OrderDraft } from './order-shapes';
import { toOrderReply, toPriced } from './order-view';
import { list, object, required, text } from './shape';

const createRequest = object({ idempotency_key: text({ max: 192 }), order: required(newOrder) });
const calculateRequest = object({ idempotency_key: text({ max: 192 }), order: required(newOrder) });
const batchRequest = object({ location_id: text(), order_ids: required(list(text(), 100)) });

/** Puts a checked order into the books. */
export function keepOrder(ledger: Ledger, draft: OrderDraft, now: Date): StoredOrder {
  const kept = toKeptOrder(draft, now);
  const state = kept.state ?? 'OPEN';
  if (state !== 'OPEN' && state !== 'DRAFT')
    throw new SquareRefusal('INVALID_VALUE', 'A new order is OPEN or DRAFT.', 'order.state');
  toPriced(kept);
  const order = { ...ledger.nextOrder(), version: 1, draft: kept, state, payments: [], paid: false };
  const stored: StoredOrder = {
    ...order,
    createdAt: now,
    updatedAt: now,
    fulfillmentTimes: {},
    madeInApp: false,
  };
  ledger.orders.push(stored);
  return stored;
}

/** POST /v2/orders. The key is looked up before the rules: a late retry of a pickup whose time has passed is still a replay. */
export function createOrder({ ledger, body, now }: Call): object {
  const { idempotency_key: key, order } = createRequest.parse(body, '');
  return ledger.once('orders', key, order, () => {
    const stored = keepOrder(ledger, order, now);
    ledger.outbound.tell(orderCreated(stored), now);
    return { order: toOrderReply(stored) };
  });
}

/** POST /v2/orders/calculate: the totals, and nothing kept. */
export function calculateOrder({ body, now }: Call): object {
  const { order } = calculateRequest.parse(body, '');
  return { order: toPriced(toKeptOrder(order, now)) };
}

/** GET /v2/orders/{id}. */
export const retrieveOrder = ({ ledger, id }: Call): object => ({ order: toOrderReply(ledger.order(id)) });

/** POST /v2/orders/batch-retrieve: ids that are not there are left out. */
export function batchRetrieveOrders({ ledger, body }: Call): object {
  const { location_id: location, order_ids: ids } = batchRequest.parse(body, '');
  const found = ledger.orders.filter(
    (order) => ids.includes(order.id) && (location === undefined || order.draft.location_id === location),
  );
  return { orders: found.map(toOrderReply) };
}
