import type { Step } from '../errors';
import { asInteger, asList, asObject, asText, type Json } from '../json';
import { type PosOrder, referenceOf } from '../pos-order';
import { type Receipt, toReceipt } from '../receipt';
import type { SquareSession } from './api';
import { ticketNumber } from './order';

/** What the order costs. Square counts a payment's tip into its total afterwards; the tip stands apart with us. */
export function totalOf(placed: Json): number | null {
  const total = asInteger(asObject(placed.total_money).amount);
  const tip = asInteger(asObject(placed.total_tip_money).amount) ?? 0;
  return total === undefined ? null : total - tip;
}

/**
 * Paid: nothing is due any more, or tenders are on it. A paid order of zero shows neither
 * (https://developer.squareup.com/forums/t/pay-zero-total-order/11715): it is settled again under the same key, which changes nothing.
 */
export function isPaid(placed: Json): boolean {
  const due = asInteger(asObject(placed.net_amount_due_money).amount);
  return placed.paid === true || asList(placed.tenders).length > 0 || (due === 0 && totalOf(placed) !== 0);
}

/** Nobody makes it any more: the order is cancelled, or its pickup is (a paid order can be cancelled in no other way). */
export function isCanceled(placed: Json): boolean {
  const hasSome = asList(placed.fulfillments).length > 0;
  return placed.state === 'CANCELED' || (hasSome && openFulfillments(placed).length === 0);
}

/** Those that still stand: what was cancelled or has failed stays as it is. */
export function openFulfillments(placed: Json): Json[] {
  return asList(placed.fulfillments).filter(({ state }) => !UNMADE.has(state));
}

const UNMADE = new Set<unknown>(['CANCELED', 'FAILED']);

/** A Square order as a receipt: visible to staff once it is paid, unless they cancelled it. */
export function receiptOf(
  order: PosOrder,
  session: Pick<SquareSession, 'posLocation'>,
  placed: Json,
  extra: { replayed: boolean; warnings?: string[] },
): Receipt {
  const reference = referenceOf(order, { vendor: 'square', posLocation: session.posLocation });
  const completed: Step[] = isPaid(placed) ? ['order', 'payment'] : ['order'];
  const why = isCanceled(placed) ? CANCELED : isPaid(placed) ? null : UNPAID;
  return toReceipt(order, {
    vendor: 'square',
    vendorName: 'Square',
    reference,
    pos_order_id: asText(placed.id) ?? null,
    ticket_number: ticketNumber(reference),
    state: 'accepted',
    completed,
    pos_total: totalOf(placed),
    sent_to_kitchen: why === null,
    replayed: extra.replayed,
    warnings: [...(extra.warnings ?? []), ...(why ? [why] : [])],
  });
}

const UNPAID = 'Square POS does not show this order to staff until it is paid.';
const CANCELED =
  'This ticket was cancelled in Square. If the food is still wanted, send the order under a new reference.';
