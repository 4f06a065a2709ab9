import { spokenMoney, toPriceText } from './money';
import type { Order, OrderItem, OrderOption } from './schema';
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

/** The wanted time in the shop's own words, or `ASAP`. */
export function wantedText(order: Order, timezone: string): string {
  return order.timing.requested_at ? localText(order.timing.requested_at, timezone) : 'ASAP';
}

/** The delivery address in one line, null where there is none. */
export function addressText(order: Order): string | null {
  const address = order.delivery;
  if (!address) return null;
  const parts = [address.street, address.unit, address.city, address.region, address.postal_code]
    .filter(Boolean)
    .join(', ');
  return address.text ?? (parts || null);
}

/** Every allergy the order mentions, in capitals; null where there is none. */
export function allergyText(order: Order): string | null {
  const lines = order.items
    .filter((item) => item.allergy)
    .map((item) => `${item.name}: ${item.notes ?? 'see notes'}`);
  const said = [order.allergy_note, ...lines].filter(Boolean).join('; ');
  return said ? `ALLERGY: ${said.toUpperCase()}` : null;
}

/** What the guest owes or has paid: `UNPAID, collect $21.95`. */
export function paymentText(order: Order, total: number | null): string {
  if (order.payment.state === 'paid')
    return `PAID${order.payment.method ? ` (${order.payment.method})` : ''}`;
  return total === null
    ? 'UNPAID, collect at the POS price'
    : `UNPAID, collect ${spokenMoney(total, order.currency)}`;
}

/** What no vendor field carries, as lines: guest, address, table, notes. Every vendor note starts from these. */
export function noteLines(order: Order): string[] {
  const { customer, delivery, service } = order;
  const table = service.table ? `Table ${service.table}` : null;
  const party = service.party_size ? `Party of ${service.party_size}` : null;
  return [
    [customer.name, customer.phone].filter(Boolean).join('  ') || null,
    order.service.type === 'delivery' ? addressText(order) : null,
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
  const money = (minor: number) => toPriceText(minor, order.currency);
  const amounts = [
    ...order.charges.map((charge) => columns(charge.name, money(charge.amount), width)),
    ...order.discounts.map((discount) => columns(discount.name, `-${money(discount.amount)}`, width)),
    ...(order.tip > 0 ? [columns('Tip', money(order.tip), width)] : []),
    ...(order.quoted_total === null ? [] : [columns('TOLD TO GUEST', money(order.quoted_total), width)]),
    paymentText(order, order.quoted_total),
  ];
  const allergy = allergyText(order);
  return [
    ...(order.test ? ['*** TEST, DO NOT MAKE ***'] : []),
    ...(allergy ? [...wrap(`*** ${allergy} ***`, width), rule] : []),
    columns(serviceTitle(order), shop.number ? `#${shop.number}` : '', width),
    `WANTED: ${wantedText(order, shop.timezone)}`,
    rule,
    ...order.items.flatMap((item) => itemLines(item, order.currency, width)),
    rule,
    ...amounts,
    ...(noteLines(order).length > 0 ? [rule] : []),
    ...noteLines(order).flatMap((line) => wrap(line, width)),
  ].join('\n');
}

function itemLines(item: OrderItem, currency: string, width: number): string[] {
  const price = item.unit_price === null ? '' : toPriceText(lineTotal(item), currency);
  const details = [...item.options.map(kitchenOption), ...(item.notes ? [`"${item.notes}"`] : [])];
  return [
    ...wrapWithAmount(`${item.quantity} x ${item.name}`, price, width),
    ...details.flatMap((detail) => wrap(detail, width - 4).map((line) => `    ${line}`)),
  ];
}

function wrapWithAmount(text: string, amount: string, width: number): string[] {
  const [first = '', ...rest] = wrap(text, width - amount.length - 1);
  return [columns(first, amount, width), ...rest.map((line) => `    ${line}`)];
}

function columns(left: string, right: string, width: number): string {
  return right ? left.padEnd(width - right.length) + right : left;
}

/** Breaks at spaces; a word longer than the paper is cut, never lost. */
function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = [''];
    for (const word of paragraph.split(' ').flatMap((long) => cut(long, width))) {
      const current = lines[lines.length - 1] ?? '';
      if (current === '') lines[lines.length - 1] = word;
      else if (current.length + 1 + word.length <= width) lines[lines.length - 1] = `${current} ${word}`;
      else lines.push(word);
    }
    return lines;
  });
}

function cut(word: string, width: number): string[] {
  const pieces = word.match(new RegExp(`.{1,${width}}`, 'gu'));
  return pieces ? [...pieces] : [''];
}
