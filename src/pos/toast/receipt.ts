import { asList, asObject, asText, type Json } from '../json';
import { type PosOrder, referenceOf } from '../pos-order';
import { type Receipt, toReceipt } from '../receipt';
import { type ToastSession, toMinor } from './api';
import { shortNumber } from './order';

type Extra = { replayed: boolean; warnings?: string[] };

/** `POST /orders` is documented to answer `{orders: [order]}` and shown to answer a bare order: both are read. */
export function orderOf(reply: unknown): Json {
  const [first] = asList(asObject(reply).orders);
  return first ?? asObject(reply);
}

/** Toast's total of all checks, tax and charges included, minor units. */
export function totalOf(placed: Json, currency: string): number | null {
  const totals = asList(placed.checks).map((check) => toMinor(check.totalAmount, currency));
  return totals.reduce((sum: number | null, one) => (sum === null || one === null ? null : sum + one), 0);
}

const WAITING: Record<string, string> = {
  NEEDS_APPROVAL:
    'Toast shows the order as waiting for approval: someone at the restaurant has to accept it.',
  NOT_APPROVED: 'The restaurant did not approve this order in Toast. Call it.',
};
const UNFIRED =
  'Toast has not sent the order to the kitchen yet. It does so by itself only where the restaurant has set up an auto-firing device.';

type Kitchen = { confirmed: boolean | null; warnings: string[] };

/**
 * What Toast says about the kitchen: fired lines prove it, a refused approval or a void disproves it, all else is no signal. The reply to a
 * new order always says NEW and NEEDS_APPROVAL, though orders of the API need none, so only a ticket read back later is worth a warning.
 */
function kitchenOf(placed: Json, { replayed }: Extra): Kitchen {
  if (placed.voided === true || placed.deleted === true)
    return { confirmed: false, warnings: ['Staff have voided this ticket in Toast.'] };
  const lines = asList(placed.checks).flatMap((check) => asList(check.selections));
  if (lines.some(({ fulfillmentStatus: status }) => status === 'SENT' || status === 'READY'))
    return { confirmed: true, warnings: [] };
  const approval = asText(placed.approvalStatus) ?? '';
  const refused = approval === 'NOT_APPROVED';
  const unfired = approval !== 'FUTURE' && lines.some((line) => line.fulfillmentStatus === 'NEW');
  const told = [WAITING[approval], unfired ? UNFIRED : undefined].filter((text) => text !== undefined);
  return { confirmed: refused ? false : null, warnings: replayed || refused ? told : [] };
}

/** A Toast order as a receipt. */
export function receiptOf(order: PosOrder, session: ToastSession, placed: Json, extra: Extra): Receipt {
  const reference = referenceOf(order, { vendor: 'toast', posLocation: session.posLocation });
  const kitchen = kitchenOf(placed, extra);
  const [check] = asList(placed.checks);
  const paid = order.payment.state === 'paid' && asList(check?.payments).length > 0;
  return toReceipt(order, {
    vendor: 'toast',
    vendorName: 'Toast',
    reference,
    pos_order_id: asText(placed.guid) ?? null,
    ticket_number: asText(placed.displayNumber) ?? asText(check?.displayNumber) ?? shortNumber(reference),
    state: 'accepted',
    completed: paid ? ['order', 'payment'] : ['order'],
    pos_total: totalOf(placed, order.currency),
    sent_to_kitchen: kitchen.confirmed !== false,
    kitchen_confirmed: kitchen.confirmed,
    replayed: extra.replayed,
    warnings: [...(extra.warnings ?? []), ...kitchen.warnings],
  });
}
