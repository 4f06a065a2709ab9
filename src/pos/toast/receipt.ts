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

const APPROVAL: Record<string, { confirmed: boolean | null; warning?: string }> = {
  NEEDS_APPROVAL: {
    confirmed: null,
    warning:
      'Toast shows the order as waiting for approval: someone at the restaurant may have to accept it.',
  },
  NOT_APPROVED: { confirmed: false, warning: 'The restaurant did not approve this order in Toast. Call it.' },
  FUTURE: { confirmed: null },
};
const UNFIRED =
  'Toast has not sent the order to the kitchen yet. It does so by itself only where the restaurant has set up an auto-firing device.';

type Kitchen = { confirmed: boolean | null; sent: boolean; warnings: string[] };

/** What Toast says about the kitchen: fired lines prove it, a refused approval disproves it, all else is no signal. */
function kitchenOf(placed: Json): Kitchen {
  if (placed.voided === true || placed.deleted === true)
    return { confirmed: false, sent: false, warnings: ['Staff have voided this ticket in Toast.'] };
  const lines = asList(placed.checks).flatMap((check) => asList(check.selections));
  if (lines.some((line) => line.fulfillmentStatus === 'SENT' || line.fulfillmentStatus === 'READY'))
    return { confirmed: true, sent: true, warnings: [] };
  const approval = APPROVAL[asText(placed.approvalStatus) ?? ''];
  const unfired =
    placed.approvalStatus !== 'FUTURE' && lines.some((line) => line.fulfillmentStatus === 'NEW');
  const warnings = [approval?.warning, unfired ? UNFIRED : undefined].filter((text) => text !== undefined);
  const confirmed = approval?.confirmed ?? null;
  return { confirmed, sent: confirmed !== false, warnings };
}

/** A Toast order as a receipt. */
export function receiptOf(order: PosOrder, session: ToastSession, placed: Json, extra: Extra): Receipt {
  const reference = referenceOf(order, { vendor: 'toast', posLocation: session.posLocation });
  const kitchen = kitchenOf(placed);
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
    sent_to_kitchen: kitchen.sent,
    kitchen_confirmed: kitchen.confirmed,
    replayed: extra.replayed,
    warnings: [...(extra.warnings ?? []), ...kitchen.warnings],
  });
}
