import { SEED_RESTAURANT } from '../seed-menu';
import type { KitchenLine, KitchenTicket } from '../simulator';
import type { PartnerItem, PartnerModifier, PartnerOrder } from './account';

/** The price of a whole line, modifiers included; null when one of its prices is unknown. */
export function lineTotal(item: PartnerItem): number | null {
  if (item.price === undefined) return null;
  const extras = (item.modifiers ?? []).reduce((sum, each) => sum + (each.price ?? 0) * (each.qty ?? 1), 0);
  return item.qty * (item.price + extras);
}

/** What the partner computes for the order: lines without a price count as nothing. */
export function orderTotal(order: PartnerOrder): number {
  const items = order.items.reduce((sum, item) => sum + (lineTotal(item) ?? 0), 0);
  return items + (order.delivery_fee ?? 0) + (order.tax ?? 0) + (order.tip ?? 0) - (order.discount ?? 0);
}

const toOption = ({ name, qty = 1 }: PartnerModifier): string => (qty > 1 ? `${name} ×${qty}` : name);

const toLine = (item: PartnerItem): KitchenLine => ({
  quantity: String(item.qty),
  name: item.name,
  options: (item.modifiers ?? []).map(toOption),
  note: item.note ?? null,
  total: lineTotal(item),
});

/** The order as the partner shows it to staff, which it does at once. */
export function toTicket(order: PartnerOrder, made: { id: string; number: string; at: Date }): KitchenTicket {
  const { customer, delivery_fee, discount, delivery_address, table } = order;
  const total = orderTotal(order);
  return {
    vendor: 'touchbistro',
    id: made.id,
    ticket_number: made.number,
    reference: order.order_ref,
    visible: true,
    hidden_because: null,
    voided: false,
    title: `${made.number} ${customer.name}`,
    service: order.type,
    requested_at: order.requested_time ?? null,
    customer: [customer.name, customer.phone].filter(Boolean).join(' '),
    lines: order.items.map(toLine),
    notes: [
      order.note,
      delivery_address && `Deliver to: ${delivery_address}`,
      table && `Table ${table}`,
      order.total !== undefined && order.total !== total && `The order says it comes to ${order.total / 100}`,
    ].filter((note): note is string => Boolean(note)),
    charges: delivery_fee ? [{ name: 'Delivery fee', amount: delivery_fee }] : [],
    discounts: discount ? [{ name: 'Discount', amount: discount }] : [],
    tip: order.tip ?? 0,
    total,
    currency: order.currency ?? SEED_RESTAURANT.currency,
    payment: order.paid ? 'paid' : 'unpaid',
    printed: 1,
    created_at: made.at.toISOString(),
  };
}
