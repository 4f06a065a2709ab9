import { itemText } from '../../order/flat';
import { currencyDigits, times, toDecimal } from '../../order/money';
import { addressText, allergyText, kitchenOption, ticketText } from '../../order/ticket-text';
import { unitTotal } from '../../order/totals';
import { fitText } from '../fit-text';
import { kitchenNote, lineNote, openItemName } from '../kitchen-note';
import { guestPhone, type PosItem, type PosOption, type PosOrder, referenceOf, zoneOf } from '../pos-order';

/** What a field map may name. Lists hold facts of their own. */
export type Facts = { [name: string]: string | number | boolean | null | Facts[] };
export type MoneyUnit = 'minor' | 'major' | 'text';

const LENGTHS = { name: 255, note: 2000 } as const;
type Line = {
  plu: string | null;
  name: string;
  quantity: number;
  price: number | null;
  note?: string;
  options: PricedOption[];
};
type PricedOption = { plu: string | null; name: string; quantity: number; price: number | null };

/** Everything that an order can say to a partner's endpoint, money in the unit it wants, and what did not fit. */
export function toFacts(
  order: PosOrder,
  at: { posLocation: string; moneyUnit: MoneyUnit },
): { facts: Facts; warnings: string[] } {
  const inUnit = (minor: number | null) => inMoneyUnit(minor, order.currency, at.moneyUnit);
  const note = kitchenNote(order, { vendor: 'touchbistro', max: LENGTHS.note, omit: ['guest'] });
  const items = order.items.map(toLine);
  const lines = [...items.map(({ line }) => line), ...otherCharges(order)];
  const subtotal = lines.reduce<number | null>((sum, line) => add(sum, lineTotal(line)), 0);
  const delivery_fee = sum(order.charges.filter(({ type }) => type === 'delivery'));
  const discount = sum(order.discounts);
  const total = subtotal === null ? null : subtotal + delivery_fee + order.tip - discount;
  return {
    facts: {
      ...wordFacts(order, at.posLocation),
      note: note.text,
      subtotal: inUnit(subtotal),
      delivery_fee: inUnit(delivery_fee),
      discount: inUnit(discount),
      tip: inUnit(order.tip),
      total: total === null || total < 0 ? null : inUnit(total),
      items: lines.map((line) => lineFacts(line, inUnit)),
    },
    warnings: [...note.warnings, ...items.flatMap(({ warnings }) => warnings)],
  };
}

function lineFacts(line: Line, inUnit: (minor: number | null) => string | number | null): Facts {
  return {
    ...line,
    note: line.note ?? null,
    price: inUnit(line.price),
    line_total: inUnit(lineTotal(line)),
    options_text: line.options.map(({ name }) => name).join('; ') || null,
    options: line.options.map((option) => ({ ...option, price: inUnit(option.price) })),
  };
}

/** What an order says besides its money. */
function wordFacts(order: PosOrder, posLocation: string): Facts {
  return {
    reference: referenceOf(order, { vendor: 'touchbistro', posLocation }),
    external_ref: order.external_ref,
    location: posLocation || null,
    service: order.service.type ?? 'pickup',
    table: order.service.table,
    party_size: order.service.party_size,
    requested_at: order.timing.requested_at,
    placed_at: order.timing.placed_at,
    guest_name: order.customer.name ?? 'Phone guest',
    guest_phone: guestPhone(order),
    guest_email: order.customer.email,
    address: addressText(order),
    allergy: allergyText(order),
    currency: order.currency,
    paid: order.payment.state === 'paid',
    payment_method: order.payment.method,
    test: order.test,
    items_text: order.items.map(itemText).join('; '),
    ticket_text: ticketText(order, { timezone: zoneOf(order) }),
  };
}

/** Whole quantities only: half a portion becomes one line that says so, at half the price. */
function toLine(item: PosItem): { line: Line; warnings: string[] } {
  const isWhole = /^\d+$/.test(item.quantity);
  const portion = isWhole ? '' : `${item.quantity} × `;
  const note = lineNote(item, [], { max: LENGTHS.note });
  const part = item.unit_price === null ? null : times(unitTotal(item), item.quantity);
  const line = {
    plu: item.pos ?? item.variation_id ?? item.menu_item_id ?? null,
    name: `${portion}${openItemName(item, LENGTHS.name - portion.length)}`,
    quantity: isWhole ? Number(item.quantity) : 1,
    price: isWhole ? item.unit_price : part,
    note: note.text,
    options: item.options.map((option) => toOption(option, isWhole)),
  };
  return { line, warnings: note.warnings };
}

/** An option keeps its words ("NO onions"); what leaves something out costs nothing. */
function toOption(option: PosOption, isPriced: boolean): PricedOption {
  const name = fitText(kitchenOption({ ...option, quantity: 1 }), LENGTHS.name);
  const price = isPriced && option.action !== 'remove' ? option.unit_price : null;
  return { plu: option.pos ?? option.option_id, name, quantity: option.quantity, price };
}

/** A charge that is no delivery fee travels as a line of its own: so its name and amount are seen. */
function otherCharges(order: PosOrder): Line[] {
  return order.charges
    .filter(({ type }) => type !== 'delivery')
    .map(({ name, amount }) => ({ plu: null, name, quantity: 1, price: amount, options: [] }));
}

function lineTotal(line: Line): number | null {
  if (line.price === null) return null;
  const extras = line.options.reduce((total, { price, quantity }) => total + (price ?? 0) * quantity, 0);
  return line.quantity * (line.price + extras);
}

const add = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);
const sum = (list: { amount: number }[]): number => list.reduce((total, { amount }) => total + amount, 0);

function inMoneyUnit(minor: number | null, currency: string, unit: MoneyUnit): number | string | null {
  if (minor === null || unit === 'minor') return minor;
  const decimal = toDecimal(minor, currencyDigits(currency));
  return unit === 'text' ? decimal : Number(decimal);
}
