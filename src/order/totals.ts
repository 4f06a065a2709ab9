import { times } from './money';
import type { Order, OrderItem } from './schema';

/** One item with its options: minor units for a single one. Leaving something out gives no money back. */
export function unitTotal(item: Pick<OrderItem, 'unit_price' | 'options'>): number {
  const options = item.options.filter((option) => option.action !== 'remove');
  return options.reduce(
    (sum, option) => sum + (option.unit_price ?? 0) * option.quantity,
    item.unit_price ?? 0,
  );
}

/** The whole line, options and quantity included, in minor units. */
export function lineTotal(item: Pick<OrderItem, 'unit_price' | 'options' | 'quantity'>): number {
  return times(unitTotal(item), item.quantity);
}

/** What we compute from the order alone: lines + charges − discounts, without tax; the tip stands apart. Null while a price is unknown. */
export function computedTotal(order: Order): number | null {
  if (order.items.some((item) => item.unit_price === null)) return null;
  const lines = order.items.reduce((sum, item) => sum + lineTotal(item), 0);
  const charges = order.charges.reduce((sum, charge) => sum + charge.amount, 0);
  const discounts = order.discounts.reduce((sum, discount) => sum + discount.amount, 0);
  return Math.max(0, lines + charges - discounts);
}
