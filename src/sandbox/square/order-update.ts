import type { Call } from './call';
import { bookChange, isOver } from './changes';
import { SquareRefusal } from './errors';
import type { FulfillmentDraft } from './fulfillment-shapes';
import type { StoredOrder } from './ledger';
import { toKeptOrder } from './order-check';
import { newOrder, type OrderDraft, sparseOrder } from './order-shapes';
import { dueOf, toOrderReply } from './order-view';
import { priceOrder } from './pricing';
import { list, object, type Parsed, required, text } from './shape';

const updateRequest = object({
  idempotency_key: text({ max: 192 }),
  order: required(sparseOrder),
  fields_to_clear: list(text({ filled: true })),
});
type UpdateRequest = Parsed<typeof updateRequest>;
type SparseOrder = Parsed<typeof sparseOrder>;
type Entry = Record<string, unknown> & { uid?: string };

/** Entries with a known `uid` are changed field by field, the rest are added. */
function mergeEntries(kept: Entry[], sparse: Entry[]): Entry[] {
  const changed = kept.map((entry) => {
    const change = sparse.find(({ uid }) => uid !== undefined && uid === entry.uid);
    if (!change) return entry;
    const merged = Object.entries(change).map(([key, value]) => {
      const before = entry[key];
      const nested = key.endsWith('_details') && typeof before === 'object';
      return [key, nested ? { ...before, ...Object(value) } : value];
    });
    return { ...entry, ...Object.fromEntries(merged) };
  });
  return [
    ...changed,
    ...sparse.filter(({ uid }) => uid === undefined || !kept.some((entry) => entry.uid === uid)),
  ];
}

function merge(kept: OrderDraft, { version: _version, ...sparse }: SparseOrder): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...kept };
  for (const [key, value] of Object.entries(sparse)) {
    const before = merged[key];
    merged[key] = Array.isArray(value) && Array.isArray(before) ? mergeEntries(before, value) : value;
  }
  return merged;
}

/** Clears `ticket_name`, `line_items[uid]` or `line_items[uid].note`. */
function clear(order: Record<string, unknown>, path: string): void {
  const match = /^(\w+)(?:\[([^\]]+)\](?:\.(\w+))?)?$/.exec(path);
  const [, name = '', uid, field] = match ?? [];
  if (!match || !Object.hasOwn(order, name))
    throw new SquareRefusal('INVALID_VALUE', `There is no field \`${path}\`.`, 'fields_to_clear');
  const entries = order[name];
  if (uid === undefined || !Array.isArray(entries)) delete order[name];
  else if (field === undefined) order[name] = entries.filter((entry: Entry) => entry.uid !== uid);
  else
    order[name] = entries.map((entry: Entry) =>
      entry.uid === uid ? { ...entry, [field]: undefined } : entry,
    );
}

function checkUpdate(stored: StoredOrder, sparse: SparseOrder): void {
  if (stored.madeInApp)
    throw new SquareRefusal(
      'BAD_REQUEST',
      'An order made in the Point of Sale application cannot be updated.',
    );
  if (sparse.version === undefined)
    throw new SquareRefusal('BAD_REQUEST', 'Missing required parameter.', 'order.version');
  // Seen in the wild, though no published list of codes has it: https://developer.squareup.com/forums/t/855
  if (sparse.version !== stored.version)
    throw new SquareRefusal(
      'VERSION_MISMATCH',
      `Supplied version ${sparse.version} does not match the current version ${stored.version} of order ${stored.id}.`,
      'order.version',
    );
  if (isOver(stored.state))
    throw new SquareRefusal(
      'BAD_REQUEST',
      `Order ${stored.id} is ${stored.state} and cannot be updated.`,
      'order.state',
    );
  if (sparse.location_id !== undefined && sparse.location_id !== stored.draft.location_id)
    throw new SquareRefusal(
      'LOCATION_MISMATCH',
      'The location of an order cannot change.',
      'order.location_id',
    );
}

/**
 * An order ends only with its fulfilments, in the same call or before, and a settled one is never CANCELED, not even after
 * a refund: that code and text were seen in https://developer.squareup.com/forums/t/922, read 2026-11-24. Cancelling its
 * fulfilment takes it off the screens all the same; the order stays OPEN until somebody completes it (forums/t/18972).
 */
function checkState(stored: StoredOrder, draft: OrderDraft): StoredOrder['state'] {
  const wanted = draft.state ?? stored.state;
  const fulfillmentsOver = (draft.fulfillments ?? []).every(({ state }) => isOver(state));
  if (wanted === 'CANCELED' && stored.paid)
    throw new SquareRefusal(
      'BAD_REQUEST',
      'Orders cannot be canceled after payments have been processed.',
      'order.state',
    );
  if (isOver(wanted) && !fulfillmentsOver)
    throw new SquareRefusal(
      'INVALID_VALUE',
      `Every fulfillment must be COMPLETED, CANCELED or FAILED before the order can be ${wanted}.`,
      'order.state',
    );
  if (wanted === 'COMPLETED' && !stored.paid)
    throw new SquareRefusal('BAD_REQUEST', 'An order is completed only once it is paid.', 'order.state');
  return wanted;
}

/** A fulfilment that has ended stays as it is: nobody cooks a meal again by a change of state. */
function checkFulfillments(before: FulfillmentDraft[], draft: OrderDraft): void {
  draft.fulfillments?.forEach(({ uid, state }, index) => {
    const old = before.find((fulfillment) => fulfillment.uid === uid);
    if (old && isOver(old.state) && old.state !== state)
      throw new SquareRefusal(
        'INVALID_VALUE',
        `The fulfillment is ${old.state}, which is final.`,
        `order.fulfillments[${index}].state`,
      );
  });
}

function apply(
  { ledger, now }: Pick<Call, 'ledger' | 'now'>,
  stored: StoredOrder,
  request: UpdateRequest,
): void {
  checkUpdate(stored, request.order);
  const before = stored.draft.fulfillments ?? [];
  const merged = merge(stored.draft, request.order);
  for (const path of request.fields_to_clear ?? []) clear(merged, path);
  const parsed = newOrder.parse(merged, 'order');
  // Only a new time must lie in the future; a fulfilment that ends may be late.
  const rescheduled = request.order.fulfillments?.some(
    (entry) => entry.pickup_details || entry.delivery_details,
  );
  const draft = toKeptOrder(
    parsed,
    rescheduled || !stored.draft.fulfillments?.length ? now : stored.createdAt,
  );
  if (stored.paid && priceOrder(draft).amounts.total !== dueOf(stored))
    throw new SquareRefusal('BAD_REQUEST', 'The amounts of a paid order cannot change.', 'order');
  checkFulfillments(before, draft);
  stored.state = checkState(stored, draft);
  stored.draft = { ...draft, state: stored.state };
  bookChange(ledger, stored, { before, now });
}

/**
 * PUT /v2/orders/{id}. Without a new idempotency key Square answers 200 and changes nothing:
 * https://developer.squareup.com/docs/orders-api/manage-orders/update-orders, read 2026-11-24.
 */
export function updateOrder({ ledger, body, id, now }: Call): object {
  const request = updateRequest.parse(body, '');
  const stored = ledger.order(id);
  const key = request.idempotency_key;
  if (key !== undefined && !ledger.isUsed('update', key)) {
    apply({ ledger, now }, stored, request);
    ledger.use('update', key);
  }
  return { order: toOrderReply(stored) };
}
