import { spokenMoney } from '../../order/money';
import { paymentText, wantedText } from '../../order/ticket-text';
import { computedTotal } from '../../order/totals';
import { PosError } from '../errors';
import { fitText } from '../fit-text';
import { kitchenNote } from '../kitchen-note';
import { type PosOrder, referenceOf, zoneOf } from '../pos-order';
import { LENGTHS, regionOf } from './api';
import { type CloverLine, chargeLines, toLines } from './lines';

export type CloverDiscount = { name: string; amount: number };
export type CloverHead = {
  title: string;
  note: string;
  externalReferenceId: string;
  orderType?: { id: string };
  groupLineItems: false;
};
/** An order as Clover takes it, before it is cut into requests. */
export type Draft = {
  reference: string;
  head: CloverHead;
  lines: CloverLine[];
  discounts: CloverDiscount[];
  currency: string;
  warnings: string[];
};

/** What staff call the ticket by: four characters of the reference, in the title. */
export function ticketNumber(reference: string): string {
  return reference.slice(2, 6).toUpperCase();
}

/**
 * What Clover's own reference field gets. Clover states no limit for it on orders, integrators measured 12 characters and a refusal
 * beyond: twelve always fit, and the whole reference stands in the note, which is what a look-up compares.
 */
export function externalReference(reference: string): string {
  return reference.slice(0, LENGTHS.externalReferenceId);
}

/** An order as Clover takes it (https://docs.clover.com/docs/working-with-orders), and what did not fit. */
export function toDraft(
  order: PosOrder,
  at: { posLocation: string; settings: Record<string, string | undefined>; orderTypeId?: string },
): Draft {
  const reference = referenceOf(order, { vendor: 'clover', posLocation: at.posLocation });
  const priced = regionOf(at.settings) !== 'us';
  const items = order.items.map((item) => toLines(item, { menu: order.menu, priced }));
  const lines = [
    ...items.flatMap((item) => item.lines),
    ...chargeLines(order, at.settings.delivery_fee_item_id),
  ];
  if (lines.length > LENGTHS.linesPerOrder) throw tooManyLines(lines.length);
  const rests = items.flatMap(({ rest }) => rest ?? []);
  const note = toNote(order, reference, rests);
  return {
    reference,
    head: {
      title: toTitle(order, reference),
      note: note.text,
      externalReferenceId: externalReference(reference),
      ...(at.orderTypeId && { orderType: { id: at.orderTypeId } }),
      groupLineItems: false,
    },
    lines,
    discounts: order.discounts.map(({ name, amount }) => ({
      name: fitText(name, LENGTHS.discountName),
      amount: amount === 0 ? 0 : -amount,
    })),
    currency: order.currency,
    warnings: [...note.warnings, ...items.flatMap((item) => item.warnings)],
  };
}

/** The body that makes a whole order at once (https://docs.clover.com/dev/docs/create-an-atomic-order). */
export function toCart({ head, lines, discounts, currency }: Draft): { orderCart: Record<string, unknown> } {
  return {
    orderCart: { ...head, currency, lineItems: lines, ...(discounts.length > 0 && { discounts }) },
  };
}

/** Staff see the title in the order list: who, which ticket, for when. */
function toTitle(order: PosOrder, reference: string): string {
  const rest = ` #${ticketNumber(reference)}, ${wantedText(order, zoneOf(order))}`;
  const name = `${order.test ? 'TEST ' : ''}${order.customer.name ?? 'Phone guest'}`;
  return fitText(name, LENGTHS.title - rest.length) + rest;
}

/**
 * Clover orders have no field for guest, address or time. What lines could not hold (`rests`) follows these, and the reference comes
 * last and is never cut.
 */
function toNote(order: PosOrder, reference: string, rests: string[]): { text: string; warnings: string[] } {
  const last = `\nRef ${reference}`;
  const tip =
    order.payment.state === 'paid' && order.tip > 0
      ? `Tip paid: ${spokenMoney(order.tip, order.currency)}`
      : null;
  const max = LENGTHS.orderNote - last.length;
  const { text, warnings } = kitchenNote(order, {
    vendor: 'clover',
    max,
    extra: [isFree(order) ? null : paymentText(order, null), tip],
  });
  const whole = [text, ...rests].join('\n');
  const kept = fitText(whole, max);
  const cut = whole === kept ? [] : [`"${whole.slice(kept.length)}" did not fit on the ticket.`];
  return { text: kept + last, warnings: [...warnings, ...cut] };
}

/** A ticket about another one costs nothing. What is on the menu costs what Clover says, whatever was told. */
function isFree(order: PosOrder): boolean {
  return computedTotal(order) === 0 && order.items.every(({ pos }) => !pos);
}

function tooManyLines(count: number): PosError {
  const message = `The order has ${count} lines (one for each piece) and Clover takes ${LENGTHS.linesPerOrder}. Split it.`;
  return new PosError('rejected', 'clover', message, { code: 'TOO_MANY_LINES' });
}
