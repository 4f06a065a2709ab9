import type { Menu } from '../menu/schema';

/** Whether a menu was read from this vendor, or at least names its ids: only then can its dishes be sent by id. */
export function hasIdsOf(menu: Menu, vendor: { id: string }): boolean {
  return menu.items.some((item) => [item, ...item.variations].some(({ pos }) => pos[vendor.id]));
}
