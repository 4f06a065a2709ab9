import type { Match } from '../menu/match';
import type { Menu, MenuItem, MenuVariation } from '../menu/schema';
import { toPriceText } from '../order/money';

/** A dish and its size, as a menu has them. */
export type MenuPlace = { item: MenuItem; size: MenuVariation | undefined };

/** What a match means on its menu; undefined where it is not sure. */
export function placeOf(menu: Menu, match: Match): MenuPlace | undefined {
  const item = match.status === 'sure' ? menu.items.find((one) => one.id === match.item_id) : undefined;
  return item && { item, size: item.variations.find((one) => one.id === match.variation_id) };
}

/** "Large Pepperoni Pizza" */
export function nameOf({ item, size }: MenuPlace): string {
  return [size?.name, item.name].filter(Boolean).join(' ');
}

/** The id that Menu Item takes. */
export function idOf({ item, size }: MenuPlace): string {
  return size?.id ?? item.id;
}

/** Decimal text; null where the menu names no price. */
export function priceOf({ item, size }: MenuPlace, { currency }: Menu): string | null {
  const price = size?.price ?? item.price;
  return price === null || price === undefined ? null : toPriceText(price, currency);
}
