import type { Menu, MenuItem, OptionGroup } from '../../menu/schema';
import { asInteger, asText, type Json } from '../json';
import type { CloverSession } from './api';
import { PER_UNIT } from './lines';
import { fetchShop } from './merchant';
import { elements, readAll } from './pages';
import { foldSizes, groupOf } from './sizes';

/**
 * Clover's inventory as a menu (https://docs.clover.com/docs/managing-items-item-groups); `pos.clover` holds item and modifier ids.
 * Groups are fetched on their own: inside an item Clover stops at a hundred entries and need not nest the modifiers.
 */
export async function fetchMenu(session: CloverSession): Promise<Menu> {
  const shop = await fetchShop(session);
  const items = await readAll(session, '/items?expand=categories,modifierGroups,options');
  const groups = await readAll(session, '/modifier_groups?expand=modifiers');
  return toMenu({ items, groups }, shop.currency ?? 'USD');
}

/** Items and modifier groups as Clover lists them, as a menu. */
export function toMenu({ items, groups }: { items: Json[]; groups: Json[] }, currency: string): Menu {
  const option_groups = groups.filter(isThere).map(toGroup);
  const known = new Set(option_groups.map((group) => group.id));
  const listed = items.filter(isThere).map((item) => ({ item: toItem(item, known), ...groupOf(item) }));
  return { currency, items: foldSizes(listed), option_groups };
}

function isThere(one: Json): boolean {
  return !one.deletedTime && Boolean(asText(one.id)) && Boolean(asText(one.name));
}

function toItem(item: Json, groups: Set<string>): MenuItem {
  const id = asText(item.id) ?? '';
  const [category] = elements(item.categories);
  return {
    id,
    name: asText(item.name) ?? '',
    aliases: [],
    category: asText(category?.name) ?? null,
    price: item.priceType === 'VARIABLE' ? null : (asInteger(item.price) ?? null),
    available: item.available !== false && item.hidden !== true,
    until: null,
    hours: null,
    variations: [],
    option_groups: elements(item.modifierGroups)
      .map((group) => asText(group.id) ?? '')
      .filter((group) => groups.has(group)),
    pos: { clover: item.priceType === 'PER_UNIT' ? `${id}${PER_UNIT}` : id },
  };
}

function toGroup(group: Json): OptionGroup {
  const max = asInteger(group.maxAllowed) ?? 0;
  return {
    id: asText(group.id) ?? '',
    name: asText(group.name) ?? '',
    aliases: [],
    min: Math.max(0, asInteger(group.minRequired) ?? 0),
    max: max > 0 ? max : null,
    actions: ['add', 'remove', 'extra', 'light', 'side', 'substitute'],
    portions: false,
    options: elements(group.modifiers)
      .filter(isThere)
      .map((modifier) => ({
        id: asText(modifier.id) ?? '',
        name: asText(modifier.name) ?? '',
        aliases: [],
        price: asInteger(modifier.price) ?? 0,
        default: false,
        available: modifier.available !== false,
        pos: { clover: asText(modifier.id) ?? '' },
      })),
  };
}
