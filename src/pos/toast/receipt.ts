import { asList, asText, type Json } from '../json';
import { type PosOrder, referenceOf } from '../pos-order';
import { type Receipt, toReceipt } from '../receipt';
import type { ToastSession } from './api';
import { shortNumber } from './order';
import { isInKitchen, isJoined, isVoided, linesOf, totalOf } from './placed';

type Extra = { replayed: boolean; warnings?: string[] };

const WAITING: Record<string, string> = {
  NEEDS_APPROVAL:
    'Toast shows the order as waiting for approval: someone at the restaurant has to accept it.',
  NOT_APPROVED: 'The restaurant did not approve this order in Toast. Call it.',
};
const UNFIRED =
  'Toast has not sent the order to the kitchen yet. It does so by itself only where the restaurant has set up an auto-firing device.';

/**
 * What staff should know of the ticket. The reply to a new order always says NEW and NEEDS_APPROVAL, though orders of the API need no
 * approval, so only a ticket read back later is worth a warning.
 */
function kitchenWarnings(placed: Json, { replayed }: Extra): string[] {
  if (isVoided(placed)) return ['Staff have voided this ticket in Toast.'];
  if (isJoined(placed)) return ['Staff have joined this ticket to another one in Toast: look for it there.'];
  if (isInKitchen(placed)) return [];
  const approval = asText(placed.approvalStatus) ?? '';
  const isUnfired = approval !== 'FUTURE' && linesOf(placed).some((line) => line.fulfillmentStatus === 'NEW');
  const told = [WAITING[approval], isUnfired ? UNFIRED : undefined].filter((text) => text !== undefined);
  return replayed || approval === 'NOT_APPROVED' ? told : [];
}

/** A Toast order as a receipt. */
export function receiptOf(order: PosOrder, session: ToastSession, placed: Json, extra: Extra): Receipt {
  const reference = referenceOf(order, { vendor: 'toast', posLocation: session.posLocation });
  const confirmed = isInKitchen(placed);
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
    sent_to_kitchen: confirmed !== false,
    kitchen_confirmed: confirmed,
    replayed: extra.replayed,
    warnings: [...(extra.warnings ?? []), ...kitchenWarnings(placed, extra)],
  });
}
