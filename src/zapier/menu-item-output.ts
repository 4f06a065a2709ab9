import type { PlainOutputField } from 'zapier-platform-core';
import type { Match } from '../menu/match';
import type { Menu } from '../menu/schema';
import { idOf, nameOf, placeOf, priceOf } from './menu-place';

/** A dish of the menu by the words for it; without an id where the words can mean several, and then with the reason. */
export function toMenuItemOutput(menu: Menu, match: Match) {
  const place = placeOf(menu, match);
  return {
    id: place ? idOf(place) : '',
    name: place ? nameOf(place) : null,
    category: place?.item.category ?? null,
    price: place ? priceOf(place, menu) : null,
    is_available: place ? place.item.available && place.size?.available !== false : null,
    match_status: match.status,
    score: match.score,
    reason: match.reason,
  };
}
export type MenuItemOutput = ReturnType<typeof toMenuItemOutput>;

export const menuItemOutputFields: PlainOutputField[] = [
  { key: 'id', label: 'Menu Item ID', type: 'string' },
  { key: 'name', label: 'Name on the Menu', type: 'string' },
  { key: 'category', label: 'Category', type: 'string' },
  { key: 'price', label: 'Price', type: 'string' },
  { key: 'is_available', label: 'Is Available', type: 'boolean' },
  { key: 'match_status', label: 'Match', type: 'string' },
  { key: 'score', label: 'Score', type: 'number' },
  { key: 'reason', label: 'Reason', type: 'string' },
];
