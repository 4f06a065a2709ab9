import { matchItem } from '../menu/match';
import { buildMenuIndex } from '../menu/menu-index';
import type { Menu, MenuItem } from '../menu/schema';

export type Dish = { name: string; unit_price: number };

/** Where no menu can be read: a line of its own at the lowest price there is. */
export const OPEN_DISH: Dish = { name: 'TEST ITEM', unit_price: 1 };

/** The cheapest dish that can be ordered by its name alone: nothing has to be chosen, and nothing else is called so. */
export function smallestDish(menu: Menu): Dish | undefined {
  const index = buildMenuIndex(menu);
  const isClear = ({ name }: Dish) =>
    matchItem(index, { name, menu_item_id: null, variation_id: null }).status === 'sure';
  return menu.items
    .filter((item) => item.available && item.variations.length < 2 && !asksForChoice(item, menu))
    .flatMap(({ name, price, variations: [size] }) => {
      const unit_price = size?.price ?? price;
      return unit_price ? [{ name, unit_price }] : [];
    })
    .sort((a, b) => a.unit_price - b.unit_price)
    .find(isClear);
}

function asksForChoice({ option_groups }: MenuItem, menu: Menu): boolean {
  return menu.option_groups.some(({ id, min }) => min > 0 && option_groups.includes(id));
}
