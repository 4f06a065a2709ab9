import type { Menu } from '../menu/schema';
import type { Shop } from '../order/shop';
import type { Access } from './access';
import { type MenuChange, menuChanges, menuVersion } from './menu';
import type { Services } from './services';

/** Where a new menu goes; `preview`: it is only looked at, and nothing is stored. */
export type MenuPlace = { access: Access; shop: Shop; preview: boolean };
/** How much a menu holds now, and what is new about it. */
export type SavedMenu = { items: number; option_groups: number; changed: MenuChange[] };

/** Makes this the shop's menu and tells what that changes. `make` sees the menu as it is. */
export async function saveMenu(
  make: (before: Menu) => Menu,
  { access, shop, preview }: MenuPlace,
  { store, now }: Pick<Services, 'store' | 'now'>,
): Promise<SavedMenu & { menu: Menu }> {
  const { scope, key } = access;
  const empty: Menu = { currency: shop.currency, items: [], option_groups: [] };
  const before = ((await store.menu(scope, shop.id))?.body as Menu | undefined) ?? empty;
  const menu = make(before);
  const changed = menuChanges(before, menu);
  if (!preview) {
    const act = { key_id: key.id, at: now() };
    await store.saveMenu(scope, shop.id, { body: menu, version: menuVersion(menu) }, act);
  }
  return { menu, items: menu.items.length, option_groups: menu.option_groups.length, changed };
}
