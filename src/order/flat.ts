import { toPriceText } from './money';
import { optionPhrase } from './option-text';
import { toE164 } from './phone';
import type { Order, OrderItem } from './schema';
import { wantedText } from './ticket-text';
import { computedTotal } from './totals';

/** `2 × large pepperoni (no onions, extra cheese)` */
export function itemText(item: OrderItem): string {
  const details = [...item.options.map(optionPhrase), ...(item.notes ? [item.notes] : [])].join(', ');
  return `${item.quantity} × ${item.name}${details ? ` (${details})` : ''}`;
}

/** The flat fields that no-code tools map, beside the nested order. `order_data` is the whole order as JSON text. */
export function flatFields(order: Order, shop: { timezone: string; country: string }) {
  const total = order.quoted_total ?? computedTotal(order);
  return {
    phone_e164: order.customer.phone ? toE164(order.customer.phone, shop.country) : null,
    total: total === null ? null : toPriceText(total, order.currency),
    items_text: order.items.map(itemText).join('; '),
    pickup_local: wantedText(order, shop.timezone),
    order_data: JSON.stringify(order),
  };
}
