import { SEED_RESTAURANT } from '../seed-menu';
import type { KitchenLine, KitchenTicket } from '../simulator';
import { OPEN_ITEM_PLU, PRODUCTS } from './account';
import { type OrderRecord, STATUS } from './order-desk';
import type { ChannelItem, ChannelOrder } from './order-shape';

const SERVICES: Record<number, KitchenTicket['service']> = {
  1: 'pickup',
  2: 'delivery',
  3: 'dine_in',
  4: 'curbside',
  5: 'curbside',
};
/** A pickup time this far behind the order counts as past. */
const PAST_PICKUP_MINUTES = 5;

/** A sub-item's quantity counts for each one of its parent. */
function itemTotal(item: ChannelItem): number {
  return item.quantity * (item.price + (item.subItems ?? []).reduce((sum, sub) => sum + itemTotal(sub), 0));
}

function orderTotal(order: ChannelOrder): number {
  const items = order.items.reduce((sum, item) => sum + itemTotal(item), 0);
  const taxes =
    (order.taxes ?? []).reduce((sum, tax) => sum + (tax.total ?? 0), 0) - (order.taxRemitted ?? 0);
  const { deliveryCost = 0, deliveryCostTax = 0, serviceCharge = 0, serviceChargeTax = 0 } = order;
  const { tip = 0, driverTip = 0, bagFee = 0, discountTotal = 0 } = order;
  const charges = deliveryCost + deliveryCostTax + serviceCharge + serviceChargeTax + bagFee;
  return items + taxes + charges + tip + driverTip + discountTotal;
}

const nameOf = (item: ChannelItem): string =>
  item.plu === OPEN_ITEM_PLU ? item.name : (PRODUCTS.get(item.plu) ?? item.name);

function optionsOf(item: ChannelItem): string[] {
  return (item.subItems ?? []).flatMap((sub) => [
    [nameOf(sub), sub.quantity > 1 && `×${sub.quantity}`, sub.remark && `(${sub.remark})`]
      .filter(Boolean)
      .join(' '),
    ...optionsOf(sub),
  ]);
}

const toLine = (item: ChannelItem): KitchenLine => ({
  quantity: String(item.quantity),
  name: nameOf(item),
  options: optionsOf(item),
  note: item.remark ?? null,
  total: itemTotal(item),
});

function hiddenBecause({ status, reason, order, placedAt }: OrderRecord): string | null {
  if (status === undefined)
    return 'Queued: Deliverect answered that the format is right, but the POS has not taken it yet; wait for its status.';
  if (status === STATUS.failed)
    return `Failed (120): ${reason}. Correct the order and send it under a new channelOrderId.`;
  if (status === STATUS.canceled) return `Canceled (110). ${reason}; send a new order if that was wrong.`;
  const latest = placedAt.getTime() - PAST_PICKUP_MINUTES * 60_000;
  return order.pickupTime && new Date(order.pickupTime).getTime() < latest
    ? 'Deliverect files orders under their pickup time, and this one has passed; send a pickupTime that is not in the past.'
    : null;
}

/** The order as the restaurant's POS shows it once Deliverect has passed it on. */
export function toTicket(record: OrderRecord): KitchenTicket {
  const { order } = record;
  const hidden = hiddenBecause(record);
  const total = orderTotal(order);
  const { deliveryCost = 0, serviceCharge = 0, bagFee = 0, discountTotal = 0 } = order;
  const charges = { 'Delivery cost': deliveryCost, 'Service charge': serviceCharge, 'Bag fee': bagFee };
  const address = order.deliveryAddress ?? {};
  const place = [
    [address.streetNumber, address.street],
    [address.extraAddressInfo],
    [address.postalCode, address.city, address.country],
  ].map((parts) => parts.filter(Boolean).join(' '));
  const where = place.filter(Boolean).join(', ');
  return {
    vendor: 'deliverect',
    id: record.id,
    ticket_number: order.channelOrderDisplayId,
    reference: record.fromChannel ? order.channelOrderId : null,
    visible: hidden === null,
    hidden_because: hidden,
    voided: record.status === STATUS.canceled,
    title: `${order.channelOrderDisplayId} ${order.customer?.name ?? ''}`.trim(),
    service: SERVICES[order.orderType] ?? null,
    requested_at: order.deliveryIsAsap ? null : (order.deliveryTime ?? order.pickupTime ?? null),
    customer: [order.customer?.name, order.customer?.phoneNumber].filter(Boolean).join(' ') || null,
    lines: order.items.map(toLine),
    notes: [
      order.note,
      order.customer?.note,
      order.table && `Table ${order.table}`,
      where && `Deliver to: ${where}`,
      order.payment.amount !== total &&
        `Payment of ${order.payment.amount / 100} differs from the order's sum`,
    ].filter((note): note is string => Boolean(note)),
    charges: Object.entries(charges)
      .filter(([, amount]) => amount > 0)
      .map(([name, amount]) => ({ name, amount })),
    discounts: discountTotal
      ? [{ name: order.discounts?.[0]?.name ?? 'Discount', amount: -discountTotal }]
      : [],
    tip: (order.tip ?? 0) + (order.driverTip ?? 0),
    total,
    currency: SEED_RESTAURANT.currency,
    payment: order.orderIsAlreadyPaid ? 'paid' : 'unpaid',
    printed: record.accepted ? 1 : 0,
    created_at: record.placedAt.toISOString(),
  };
}
