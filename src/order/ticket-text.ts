import { spokenMoney, toPriceText } from './money';
import type { Order, OrderItem, OrderOption } from './schema';
import { indented, withAmount, wrap } from './ticket-layout';
import { localText } from './time';
import { lineTotal } from './totals';

const ACTION_PREFIX: Record<OrderOption['action'], string> = {
  add: '',
  remove: 'NO ',
  extra: 'EXTRA ',
  light: 'LIGHT ',
  side: 'ON THE SIDE: ',
  substitute: 'SUB ',
};

/** An option as a kitchen reads it: `NO onions`, `LEFT HALF: mushrooms`, `EXTRA cheese ×2`. */
export function kitchenOption(option: OrderOption): string {
  const portion = option.portion === 'whole' ? '' : `${option.portion.toUpperCase()} HALF: `;
  const count = option.quantity > 1 ? ` ×${option.quantity}` : '';
  return `${portion}${ACTION_PREFIX[option.action]}${option.name}${count}`;
}

const SERVICE_TITLE: Record<Order['service']['type'] & string, string> = {
  pickup: 'PICKUP',
  delivery: 'DELIVERY',
  dine_in: 'DINE IN',
  curbside: 'CURBSIDE',
};

/** "PICKUP", "DELIVERY": how a ticket is headed. */
export function serviceTitle(order: Order): string {
  return SERVICE_TITLE[order.service.type ?? 'pickup'];
}

/** The wanted time on the shop's clock; else as the guest said it; else `ASAP`. */
export function wantedText(order: Order, timezone: string): string {
  const { requested_at, requested_text } = order.timing;
  return requested_at ? localText(requested_at, timezone) : (requested_text ?? 'ASAP');
}

/** The delivery address in one line with every part that was given, null where there is none. */
export function addressText(order: Order): string | null {
  const { text, street, unit, city, region, postal_code } = order.delivery ?? {};
  const said = words(text ?? '');
  const parts = [street, unit, city, region, postal_code].filter(
    (part) => part && !said.includes(words(part)),
  );
  return [text, ...parts].filter(Boolean).join(', ') || null;
}

/** For finding "Apt 4" in "12 Oak Street, apt 4": words between single spaces. */
function words(text: string): string {
  return ` ${text
    .toLowerCase()
    .split(/[\s,.]+/)
    .filter(Boolean)
    .join(' ')} `;
}

/** Every allergy the order mentions, as a ticket heads it; null where there is none. */
export function allergyText(order: Order): string | null {
  const said = allergies(order);
  return said && `ALLERGY: ${said}`;
}

/** Every allergy the order mentions, in capitals; null where there is none. */
export function allergies(order: Order): string | null {
  const lines = order.items
    .filter((item) => item.allergy)
    .map((item) => `${item.name}: ${item.notes ?? 'see notes'}`);
  const said = [order.allergy_note, ...lines].filter(Boolean).join('; ');
  return said.toUpperCase() || null;
}

/** What the guest owes or has paid, and how: `UNPAID (cash), collect $21.95`. */
export function paymentText(order: Order, total: number | null): string {
  const { state, method } = order.payment;
  const how = method ? ` (${method})` : '';
  if (state === 'paid') return `PAID${how}`;
  return `UNPAID${how}, collect ${total === null ? 'at the POS price' : spokenMoney(total, order.currency)}`;
}

/** What no vendor field carries, as lines: guest, address, table, notes. Every vendor note starts from these. */
export function noteLines(order: Order): string[] {
  const { customer, delivery, service } = order;
  const table = service.table ? `Table ${service.table}` : null;
  const party = service.party_size ? `Party of ${service.party_size}` : null;
  return [
    [customer.name, customer.phone].filter(Boolean).join('  ') || null,
    addressText(order),
    delivery?.instructions ?? null,
    [table, party].filter(Boolean).join(', ') || null,
    order.notes,
  ].filter((line): line is string => line !== null);
}

/**
 * The one kitchen ticket in plain text that e-mails, vendor notes and pages reuse: allergy first, then service and wanted
 * time, guest, lines with their options, charges, money, notes. `width` is the paper's, in characters.
 */
export function ticketText(
  order: Order,
  shop: { timezone: string; number?: string | null; width?: number },
): string {
  const width = shop.width ?? 42;
  const rule = '-'.repeat(width);
  const allergy = allergyText(order);
  const { requested_at, requested_text } = order.timing;
  const notes = noteLines(order);
  return [
    ...(order.test ? ['*** TEST, DO NOT MAKE ***'] : []),
    ...(allergy ? [...wrap(`*** ${allergy} ***`, width), rule] : []),
    ...withAmount(serviceTitle(order), shop.number ? `#${shop.number}` : '', width),
    ...wrap(`WANTED: ${wantedText(order, shop.timezone)}`, width),
    ...(requested_at && requested_text ? indented(`"${requested_text}"`, width) : []),
    rule,
    ...order.items.flatMap((item) => itemLines(item, order.currency, width)),
    rule,
    ...amountLines(order, width),
    ...(notes.length > 0 ? [rule] : []),
    ...notes.flatMap((line) => wrap(line, width)),
  ].join('\n');
}

function itemLines(item: OrderItem, currency: string, width: number): string[] {
  const price = item.unit_price === null ? '' : toPriceText(lineTotal(item), currency);
  const details = [...item.options.map(kitchenOption), ...(item.notes ? [`"${item.notes}"`] : [])];
  return [
    ...withAmount(`${item.quantity} x ${item.name}`, price, width),
    ...details.flatMap((detail) => indented(detail, width)),
  ];
}

function amountLines(order: Order, width: number): string[] {
  const line = (name: string, minor: number) => withAmount(name, toPriceText(minor, order.currency), width);
  return [
    ...order.charges.flatMap((charge) => line(charge.name, charge.amount)),
    ...order.discounts.flatMap((discount) => line(discount.name, -discount.amount)),
    ...(order.tip > 0 ? line('Tip', order.tip) : []),
    ...(order.quoted_total === null ? [] : line('TOLD TO GUEST', order.quoted_total)),
    ...wrap(paymentText(order, order.quoted_total), width),
  ];
}
