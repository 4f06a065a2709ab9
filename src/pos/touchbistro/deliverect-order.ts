import type { ServiceType } from '../../order/schema';
import { toUtc } from '../../order/time';
import { kitchenNote } from '../kitchen-note';
import { guestPhone, type PosOrder, referenceOf } from '../pos-order';
import { toAddress } from './deliverect-address';
import { LENGTHS, type Scale, scaleOf, toItem, totalOf } from './deliverect-lines';

const ORDER_TYPES: Record<ServiceType, number> = { pickup: 1, delivery: 2, dine_in: 3, curbside: 4 };
/** https://developers.deliverect.com/page/payment-types, read 2026-11-24: a channel sends one of these two. */
const PAYMENT_TYPES = { paid: 0, unpaid: 1 } as const;

type At = { posLocation: string; settings: Record<string, string | undefined> };

/** An order as Deliverect's channels send it (https://developers.deliverect.com/reference/order), and what did not fit. */
export function toDeliverectOrder(
  order: PosOrder,
  at: At,
): { order: Record<string, unknown>; warnings: string[] } {
  const reference = referenceOf(order, { vendor: 'touchbistro', posLocation: at.posLocation });
  const scale = scaleOf(order.currency);
  const openPlu = at.settings.open_item_plu;
  const lines = order.items.map((item, index) => toItem(item, { path: `items[${index}]`, openPlu, scale }));
  const sold = lines.reduce((sum, { item }) => sum + totalOf(item), 0);
  const note = toNote(order);
  return {
    order: {
      channelOrderId: reference,
      channelOrderDisplayId: displayId(reference),
      orderType: ORDER_TYPES[order.service.type ?? 'pickup'],
      ...toTimes(order),
      courier: 'restaurant',
      ...toMoney(order, sold, scale),
      items: lines.map(({ item }) => item),
      note: note.text,
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

/** The note names what has an amount there and no name. */
function toNote(order: PosOrder): { text: string; warnings: string[] } {
  const unnamed = order.charges.filter(({ type }) => type === 'other');
  const extra = unnamed.map(({ name }) => `Service charge: ${name}`);
  return kitchenNote(order, { vendor: 'touchbistro', max: LENGTHS.note, extra, omit: ['guest'] });
}

/** The amount is always told, paid or not: items, charges and tip, less the discount, which Deliverect writes as a minus. */
function toMoney(order: PosOrder, sold: number, scale: Scale): Record<string, unknown> {
  const sum = (list: { amount: number }[]) => scale.of(list.reduce((total, { amount }) => total + amount, 0));
  const charged = (...types: string[]) => sum(order.charges.filter(({ type }) => types.includes(type)));
  const discount = sum(order.discounts);
  const parts = {
    deliveryCost: charged('delivery'),
    serviceCharge: charged('service', 'other'),
    bagFee: charged('bag'),
    tip: scale.of(order.tip),
    discountTotal: discount === 0 ? 0 : -discount,
  };
  const amount = Object.values(parts).reduce((total, part) => total + part, sold);
  const { state } = order.payment;
  return {
    decimalDigits: scale.digits,
    payment: { amount: Math.max(0, amount), type: PAYMENT_TYPES[state] },
    orderIsAlreadyPaid: state === 'paid',
    ...parts,
    ...(discount > 0 && {
      discounts: order.discounts.map((one, index) => toDiscount(one, index, scale.of)),
    }),
  };
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
