import { currencyDigits, times } from '../../order/money';
import type { ServiceType } from '../../order/schema';
import { kitchenOption } from '../../order/ticket-text';
import { toUtc } from '../../order/time';
import { unitTotal } from '../../order/totals';
import { kitchenNote, lineNote, openItemName } from '../kitchen-note';
import { guestPhone, type PosItem, type PosOption, type PosOrder, referenceOf } from '../pos-order';
import { toAddress } from './deliverect-address';
import { refuseSetting } from './errors';

/** Deliverect names no limit for notes: ours keeps a docket printable. */
const LENGTHS = { note: 2000, name: 250 } as const;
const ORDER_TYPES: Record<ServiceType, number> = { pickup: 1, delivery: 2, dine_in: 3, curbside: 4 };
/** https://developers.deliverect.com/page/payment-types, read 2026-11-24: a channel sends one of these two. */
const PAYMENT_TYPES = { paid: 0, unpaid: 1 } as const;

type Item = {
  plu: string;
  name: string;
  price: number;
  quantity: number;
  remark?: string;
  subItems?: Item[];
};
type At = { posLocation: string; settings: Record<string, string | undefined> };
type Lines = { item: Item; warnings: string[] };

/** An order as Deliverect's channels send it (https://developers.deliverect.com/reference/order), and what did not fit. */
export function toDeliverectOrder(
  order: PosOrder,
  at: At,
): { order: Record<string, unknown>; warnings: string[] } {
  const reference = referenceOf(order, { vendor: 'touchbistro', posLocation: at.posLocation });
  const toMinor = scaleOf(order.currency);
  const lines = order.items.map((item, index) =>
    toItem(item, `items[${index}]`, { at, toMinor: toMinor.of }),
  );
  const charged = (types: string[]) =>
    toMinor.of(
      order.charges.filter(({ type }) => types.includes(type)).reduce((sum, { amount }) => sum + amount, 0),
    );
  const discount = toMinor.of(order.discounts.reduce((sum, { amount }) => sum + amount, 0));
  const money = {
    deliveryCost: charged(['delivery']),
    serviceCharge: charged(['service', 'other']),
    bagFee: charged(['bag']),
    tip: toMinor.of(order.tip),
    // Deliverect writes it as a minus.
    discountTotal: discount === 0 ? 0 : -discount,
  };
  const sold = lines.reduce((sum, { item }) => sum + totalOf(item), 0);
  const amount = Math.max(
    0,
    Object.values(money).reduce((sum, part) => sum + part, sold),
  );
  const others = order.charges
    .filter(({ type }) => type === 'other')
    .map(({ name }) => `Service charge: ${name}`);
  const note = kitchenNote(order, {
    vendor: 'touchbistro',
    max: LENGTHS.note,
    extra: others,
    omit: ['guest'],
  });
  return {
    order: {
      channelOrderId: reference,
      channelOrderDisplayId: displayId(reference),
      orderType: ORDER_TYPES[order.service.type ?? 'pickup'],
      ...toTimes(order),
      courier: 'restaurant',
      decimalDigits: toMinor.digits,
      payment: { amount, type: PAYMENT_TYPES[order.payment.state] },
      orderIsAlreadyPaid: order.payment.state === 'paid',
      items: lines.map(({ item }) => item),
      note: note.text,
      ...money,
      ...(discount > 0 && {
        discounts: order.discounts.map((one, index) => toDiscount(one, index, toMinor.of)),
      }),
      customer: toCustomer(order),
      ...toPlace(order),
    },
    warnings: [...note.warnings, ...lines.flatMap((line) => line.warnings)],
  };
}

/** What staff and guest call it: part of the reference, so that every door says the same. */
export function displayId(reference: string): string {
  return reference.slice(2, 8).toUpperCase();
}

/** Amounts have two or three decimals there, whatever the currency has: 500 yen are 50000. */
function scaleOf(currency: string): { digits: number; of: (minor: number) => number } {
  const own = currencyDigits(currency);
  const digits = own > 2 ? 3 : 2;
  return { digits, of: (minor) => minor * 10 ** Math.max(0, digits - own) };
}

function toItem(
  item: PosItem,
  path: string,
  { at, toMinor }: { at: At; toMinor: (minor: number) => number },
): Lines {
  const known = item.pos ?? item.variation_id ?? item.menu_item_id;
  const plu =
    known ||
    at.settings.open_item_plu ||
    refuseSetting(
      `"${item.name}" (${path}) has no PLU, and Deliverect takes nothing else. Give it one in the menu, or set Open Item PLU.`,
      'UNKNOWN_ITEM',
    );
  const isWhole = /^\d+$/.test(item.quantity);
  const sub = isWhole && known ? item.options.filter(isSubItem) : [];
  const rest = item.options.filter((option) => !sub.includes(option));
  const note = lineNote(item, [...rest, ...sub.filter(needsWords)].map(kitchenOption), { max: LENGTHS.note });
  const priced = { ...item, options: rest };
  const price = toMinor(isWhole ? unitTotal(priced) : times(unitTotal(item), item.quantity));
  const name = openItemName(item, LENGTHS.name);
  return {
    item: {
      plu,
      name: isWhole ? name : `${item.quantity} × ${name}`,
      price,
      quantity: isWhole ? Number(item.quantity) : 1,
      ...(note.text && { remark: note.text }),
      ...(sub.length > 0 && { subItems: sub.map((option) => toSubItem(option, toMinor)) }),
    },
    warnings: [
      ...note.warnings,
      ...(item.unit_price === null ? [`"${item.name}" was sent without a price.`] : []),
    ],
  };
}

const isSubItem = (option: PosOption): boolean =>
  Boolean(option.pos ?? option.option_id) && option.action !== 'remove';
const needsWords = (option: PosOption): boolean => option.action !== 'add' || option.portion !== 'whole';

function toSubItem(option: PosOption, toMinor: (minor: number) => number): Item {
  const { name, quantity, unit_price } = option;
  return { plu: option.pos ?? option.option_id ?? '', name, price: toMinor(unit_price ?? 0), quantity };
}

function totalOf({ price, quantity, subItems = [] }: Item): number {
  return quantity * (price + subItems.reduce((sum, sub) => sum + totalOf(sub), 0));
}

/** All times are UTC. */
function toTimes(order: PosOrder): Record<string, unknown> {
  const { requested_at, placed_at } = order.timing;
  const wanted = requested_at && toUtc(requested_at);
  return {
    deliveryIsAsap: !wanted,
    ...(wanted && { pickupTime: wanted }),
    ...(wanted && order.service.type === 'delivery' && { deliveryTime: wanted }),
    ...(placed_at && { placedTime: toUtc(placed_at) }),
  };
}

function toDiscount(
  one: { name: string; amount: number },
  index: number,
  toMinor: (minor: number) => number,
) {
  const amount = toMinor(one.amount);
  return {
    type: 'order_flat_off',
    provider: 'restaurant',
    name: one.name,
    referenceId: index + 1,
    value: amount,
    amount,
  };
}

function toCustomer(order: PosOrder): Record<string, string> {
  const phone = guestPhone(order) ?? order.customer.phone;
  return {
    name: order.customer.name ?? 'Phone guest',
    ...(phone && { phoneNumber: phone }),
    ...(order.customer.email && { email: order.customer.email }),
  };
}

function toPlace(order: PosOrder): Record<string, unknown> {
  const { type, table, party_size } = order.service;
  return {
    ...(type === 'delivery' && { deliveryAddress: toAddress(order) }),
    ...(table && { table }),
    ...(party_size && { numberOfCustomers: party_size }),
  };
}
