import { menuRow } from '../delivery/notices';
import type { Menu } from '../menu/schema';
import { emptyMenu, type MenuPlace, menuChanges, menuVersion } from './menu';
import { type ChangeWithHits, type HitOrder, hitsOf } from './menu-drift';
import { ApiProblem } from './problem';
import type { Services } from './services';

/** How much a menu holds now, and what is new about it. */
export type SavedMenu = { items: number; option_groups: number; changed: ChangeWithHits[] };
type Parts = Pick<Services, 'store' | 'menus' | 'now' | 'newId'>;
type Made = SavedMenu & { menu: Menu };
type Make = (before: Menu) => Menu;

/** How often a menu is made anew because another one was written meanwhile. */
const MOST_TRIES = 5;

/** Makes this the shop's menu and tells what that changes and hits. `make` sees the menu as it is, and again where that has become another. */
export async function saveMenu(make: Make, place: MenuPlace, services: Parts): Promise<Made> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const saved = await saveOnce(make, place, services);
    if (saved) return saved;
  }
  throw new ApiProblem('not-now', `Others go on writing the menu of ${place.shop.name}. Send it again.`);
}

/** Null where the menu was written by somebody else between reading and writing. */
async function saveOnce(make: Make, place: MenuPlace, services: Parts): Promise<Made | null> {
  const { scope, key_id, shop, preview } = place;
  const { store, now } = services;
  const stored = await store.menu(scope, shop.id);
  mustReplace(stored?.version ?? null, place);
  const before = (stored?.body as Menu | undefined) ?? emptyMenu(shop);
  const menu = make(before);
  const look = { scope, shop, changed: menuChanges(before, menu), before, after: menu };
  const changed = await hitsOf(look, services);
  const version = menuVersion(menu);
  const made = { menu, items: menu.items.length, option_groups: menu.option_groups.length, changed };
  if (preview || version === stored?.version) return made;
  const next = { body: menu, version, replaces: stored?.version ?? null };
  if (!(await store.saveMenu(scope, shop.id, next, { key_id, at: now() }))) return null;
  await tellOfOrders(
    changed.flatMap(({ orders }) => orders),
    place,
    services,
  );
  return made;
}

function mustReplace(version: string | null, { replaces, shop }: MenuPlace): void {
  if (replaces === undefined || replaces === version) return;
  const detail = `The menu of ${shop.name} is no longer the one that you read (If-Match ${replaces}, now ${version ?? 'none'}). Read it again with GET /v1/menu, make your changes there, and send that.`;
  throw new ApiProblem('not-now', detail);
}

/** How many lines of a mail are about orders: nobody reads more. */
const MOST_LINES = 40;

/** One mail about all orders still to be sent that the new menu concerns: there is time to call the guests. */
async function tellOfOrders(
  hit: HitOrder[],
  { scope, key_id, shop }: MenuPlace,
  { store, now, newId }: Parts,
): Promise<void> {
  if (hit.length === 0) return;
  const { restaurant_id } = scope;
  const at = now();
  const shown = hit.slice(0, MOST_LINES).map(({ number, say }) => `#${number}: ${say}`);
  const lines = hit.length > shown.length ? [...shown, `+ ${hit.length - shown.length}`] : shown;
  const waiting = new Set(hit.map(({ id }) => id)).size;
  const row = menuRow({ restaurant_id, shop, waiting, lines, newId, now: at });
  const act = { key_id, at };
  await store.addDelivery(scope, { location_id: shop.id, order_id: null }, row, act);
}
