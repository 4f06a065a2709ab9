import { menuRow } from '../delivery/notices';
import type { Menu } from '../menu/schema';
import { type MenuPlace, menuChanges, menuVersion } from './menu';
import { type ChangeWithHits, type HitOrder, hitsOf } from './menu-drift';
import type { Services } from './services';

/** How much a menu holds now, and what is new about it. */
export type SavedMenu = { items: number; option_groups: number; changed: ChangeWithHits[] };
type Parts = Pick<Services, 'store' | 'menus' | 'now' | 'newId'>;

/** Makes this the shop's menu and tells what that changes and hits. `make` sees the menu as it is. */
export async function saveMenu(
  make: (before: Menu) => Menu,
  place: MenuPlace,
  services: Parts,
): Promise<SavedMenu & { menu: Menu }> {
  const { access, shop, preview } = place;
  const { store, now } = services;
  const empty: Menu = { currency: shop.currency, items: [], option_groups: [] };
  const before = ((await store.menu(access.scope, shop.id))?.body as Menu | undefined) ?? empty;
  const menu = make(before);
  const changed = await hitsOf(
    { ...place, changed: menuChanges(before, menu), before, after: menu },
    services,
  );
  if (!preview) {
    const act = { key_id: access.key.id, at: now() };
    await store.saveMenu(access.scope, shop.id, { body: menu, version: menuVersion(menu) }, act);
    await tellOfOrders(
      changed.flatMap(({ orders }) => orders),
      place,
      services,
    );
  }
  return { menu, items: menu.items.length, option_groups: menu.option_groups.length, changed };
}

/** How many lines of a mail are about orders: nobody reads more. */
const MOST_LINES = 40;

/** One mail about all orders still to be sent that the new menu concerns: there is time to call the guests. */
async function tellOfOrders(
  hit: HitOrder[],
  { access, shop }: MenuPlace,
  { store, now, newId }: Parts,
): Promise<void> {
  if (hit.length === 0) return;
  const { restaurant_id } = access.scope;
  const at = now();
  const shown = hit.slice(0, MOST_LINES).map(({ number, say }) => `#${number}: ${say}`);
  const lines = hit.length > shown.length ? [...shown, `+ ${hit.length - shown.length}`] : shown;
  const waiting = new Set(hit.map(({ id }) => id)).size;
  const row = menuRow({ restaurant_id, shop, waiting, lines, newId, now: at });
  const act = { key_id: access.key.id, at };
  await store.addDelivery(access.scope, { location_id: shop.id, order_id: null }, row, act);
}
