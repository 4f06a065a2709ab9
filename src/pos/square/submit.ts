import { PosError, type Step } from '../errors';
import { asInteger, asList, asObject, asText, type Json, requireText } from '../json';
import { type PosOrder, referenceOf } from '../pos-order';
import { type Receipt, toReceipt } from '../receipt';
import { read, SOURCE_NAME, type SquareSession, write } from './api';
import { isUsedKey } from './errors';
import { ticketNumber, toSquareOrder } from './order';
import { collectText, toPayment, type UnpaidPolicy } from './payment';

type Created = { square: Json; warnings: string[]; replayed: boolean };

/** The total is asked first, so that the ticket can say what to collect; then the order is created under its own key. */
export async function createOrder(
  order: PosOrder,
  session: SquareSession,
  policy: UnpaidPolicy,
): Promise<Created> {
  const draft = toSquareOrder(order, session);
  const priced = asObject(
    asObject(await read(session, 'POST', '/v2/orders/calculate', { order: draft.order })).order,
  );
  const collect = policy === 'leave_open' ? null : collectText(order, totalOf(priced));
  const { order: body, warnings } = toSquareOrder(order, { ...session, collect });
  try {
    const reply = await write(session, '/v2/orders', { idempotency_key: body.reference_id, order: body });
    return { square: asObject(asObject(reply).order), warnings, replayed: false };
  } catch (error) {
    const existing = isUsedKey(error) ? await findByReference(order, session) : undefined;
    if (existing) return { square: existing, warnings, replayed: true };
    throw isUsedKey(error) ? notFoundAgain() : error;
  }
}

function notFoundAgain(): PosError {
  return new PosError(
    'unclear',
    'square',
    'Square has used this reference before, but the ticket was not found yet. It is looked up again before anything is sent.',
    { code: 'IDEMPOTENCY_KEY_REUSED' },
  );
}

/** An order made earlier, by id. */
export async function fetchOrder(session: SquareSession, id: string): Promise<Created> {
  const reply = asObject(await read(session, 'GET', `/v2/orders/${encodeURIComponent(id)}`));
  return { square: asObject(reply.order), warnings: [], replayed: true };
}

/** Pays what is due; a failure here leaves a half state that the next attempt completes without a second order. */
export async function payFor(
  order: PosOrder,
  session: SquareSession,
  created: Created & { policy: UnpaidPolicy },
): Promise<Receipt> {
  const { square: placed, policy, warnings } = created;
  const id = requireText(placed.id, 'square', 'order id');
  // Square answers a repeated key with the first order: one that is paid already was ours before.
  if (isPaid(placed)) return receiptOf(order, session, placed, { replayed: true, warnings });
  if (policy === 'leave_open') return receiptOf(order, session, placed, created);
  const paid = await pay(order, session, { id, total: totalOf(placed) ?? 0, policy }).catch(
    (error: unknown) => paidMeanwhile(error, session, id),
  );
  return receiptOf(order, session, { ...placed, ...paid, paid: true }, created);
}

/** A zero total takes no payment; Square closes such an order with an empty list of payments. */
async function pay(
  order: PosOrder,
  session: SquareSession,
  due: { id: string; total: number; policy: UnpaidPolicy },
) {
  const reference = referenceOf(order, { vendor: 'square', posLocation: session.posLocation });
  if (due.total > 0) {
    await write(
      session,
      '/v2/payments',
      toPayment(order, { ...due, reference, locationId: session.posLocation }),
    );
  } else {
    const nothing = { idempotency_key: `${reference}p`, payment_ids: [] };
    await write(session, `/v2/orders/${encodeURIComponent(due.id)}/pay`, nothing);
  }
}

/** Another door may have paid the same order a moment ago: then it is paid, whatever Square said to us. */
async function paidMeanwhile(error: unknown, session: SquareSession, id: string): Promise<Json> {
  if (!(error instanceof PosError)) throw error;
  const now = error.kind === 'rejected' ? (await fetchOrder(session, id)).square : {};
  if (isPaid(now)) return now;
  const half = error.after({ pos_order_id: id, completed: ['order'] });
  throw isUsedKey(error) ? new PosError('unclear', 'square', PAYING, half.details) : half;
}

const PAYING =
  'The order is in Square and its payment is being recorded by another run. It is looked up again.';

function totalOf(placed: Json): number | null {
  return asInteger(asObject(placed.total_money).amount) ?? null;
}

/** Paid: nothing is due any more, or tenders are on it. */
function isPaid(placed: Json): boolean {
  const due = asInteger(asObject(placed.net_amount_due_money).amount);
  return placed.paid === true || asList(placed.tenders).length > 0 || (due === 0 && totalOf(placed) !== 0);
}

/** A Square order as a receipt: visible to staff once it is paid. */
export function receiptOf(
  order: PosOrder,
  session: SquareSession,
  placed: Json,
  extra: { replayed: boolean; warnings?: string[] },
): Receipt {
  const reference = referenceOf(order, { vendor: 'square', posLocation: session.posLocation });
  const paid = isPaid(placed);
  const completed: Step[] = paid ? ['order', 'payment'] : ['order'];
  const unseen = paid ? [] : ['Square POS does not show this order to staff until it is paid.'];
  return toReceipt(order, {
    vendor: 'square',
    vendorName: 'Square',
    reference,
    pos_order_id: asText(placed.id) ?? null,
    ticket_number: ticketNumber(reference),
    state: 'accepted',
    completed,
    pos_total: totalOf(placed),
    sent_to_kitchen: paid,
    replayed: extra.replayed,
    warnings: [...(extra.warnings ?? []), ...unseen],
  });
}

/** SearchOrders has no filter for our reference: our own orders around this one's time are read and compared. */
export async function findByReference(order: PosOrder, session: SquareSession): Promise<Json | undefined> {
  const reference = referenceOf(order, { vendor: 'square', posLocation: session.posLocation });
  const since = order.timing.placed_at ?? session.now;
  const start_at = since && new Date(Date.parse(since) - 24 * 3_600_000).toISOString();
  const filter = {
    source_filter: { source_names: [SOURCE_NAME] },
    ...(start_at && { date_time_filter: { created_at: { start_at } } }),
  };
  const query = { filter, sort: { sort_field: 'CREATED_AT', sort_order: 'DESC' } };
  let cursor: string | undefined;
  do {
    const page = asObject(
      await read(session, 'POST', '/v2/orders/search', {
        location_ids: [session.posLocation],
        query,
        limit: 500,
        ...(cursor && { cursor }),
      }),
    );
    const found = asList(page.orders).find(
      (one) => one.reference_id === reference && one.state !== 'CANCELED',
    );
    if (found) return found;
    cursor = asText(page.cursor);
  } while (cursor);
  return undefined;
}
