import type { Menu, MenuItem } from './schema';

const known = new WeakMap<Menu, Map<string, MenuItem>>();

/** A menu's item by its id; the first look-up makes the list of all. */
export function itemOf(menu: Menu, id: string | null): MenuItem | undefined {
  if (id === null) return undefined;
  const items = known.get(menu) ?? new Map(menu.items.toReversed().map((item) => [item.id, item]));
  known.set(menu, items);
  return items.get(id);
}
