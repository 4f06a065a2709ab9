import { times } from '../order/money';
import type { Order, OrderItem } from '../order/schema';
import { lineTotal } from '../order/totals';
import { keptDefaults } from '../pos/option-groups';
import { chosenOf, type Line } from './line';

/** An order whose lines name the menu's ids and prices: what the guest is told and what is sent mean the same. */
export function withMenuPrices(order: Order, lines: Line[]): Order {
  return { ...order, items: lines.map(toItem) };
}

/** The menu's price wins over the caller's; what has an open price, or is not on the menu, keeps the caller's. */
function toItem({ item, dish, size, options }: Line): OrderItem {
  if (!dish) return item;
  return {
    ...item,
    menu_item_id: dish.id,
    variation_id: size?.id ?? null,
    unit_price: (size ? size.price : dish.price) ?? item.unit_price,
    options: options.map(({ option, entry }) => {
      if (!entry) return option;
      const isLeftOut = option.action === 'remove';
      return {
        ...option,
        option_id: entry.id,
        unit_price: isLeftOut ? option.unit_price : (entry.price ?? option.unit_price),
      };
    }),
  };
}

/** What the dishes of a priced order come to, minor units; null while a price is unknown. */
export function dishesTotal({ items }: Pick<Order, 'items'>, lines: Line[]): number | null {
  if (items.some(({ unit_price }) => unit_price === null)) return null;
  const said = items.reduce((sum, item) => sum + lineTotal(item), 0);
  return said + lines.reduce((sum, line) => sum + defaultsTotal(line), 0);
}

/** Options that are on a dish unless the guest says otherwise may have a price too. */
function defaultsTotal(line: Line): number {
  const chosen = chosenOf(line);
  const kept = line.groups.flatMap((group) => keptDefaults(group, chosen));
  const each = kept.reduce((sum, { price }) => sum + (price ?? 0), 0);
  return times(each, line.item.quantity);
}
