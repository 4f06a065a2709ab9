import { mergeMenu } from '../../../menu/merge/menu';
import type { Menu } from '../../../menu/schema';
import type { Shop } from '../../../order/shop';
import { PosError } from '../../../pos/errors';
import { findVendor } from '../../../pos/vendors';
import { type MenuChange, menuChanges } from '../../menu';
import { type Check, type Seen, skipped, warning, well } from '../finding';
import type { Books, Premises } from '../premises';
import { closedBecause } from './database';

/** Whether each shop has a menu to hold words against, and the one that its POS has now. */
export const menus: Check = {
  id: 'menu',
  title: 'Menu of',
  // A long menu comes in many pages.
  whenLate: 'warn',
  async look(premises) {
    const { books, shops } = premises;
    if (books.state !== 'open') return [skipped(closedBecause(premises))];
    return Promise.all(shops.map((shop) => menuSeen(shop, { books, premises })));
  },
};

type Around = { books: Extract<Books, { state: 'open' }>; premises: Premises };

async function menuSeen(shop: Shop, { books, premises }: Around): Promise<Seen> {
  const stored = await storedMenu(shop, books);
  if (!stored || stored.items.length === 0) {
    const found = `${shop.name} has no menu here: a guest's words cannot be checked at call time, nor priced`;
    return warning({ about: shop.id, found, fix: bringIn(shop, premises) });
  }
  const dishes = `${stored.items.length} dishes`;
  const { name, changes } = await news(stored, shop, premises);
  if (changes === null) return well(dishes, shop.id);
  if (changes.length === 0) return well(`${dishes}, as ${name} has them now`, shop.id);
  const named = changes.slice(0, 3).map((one) => `${one.name} (${one.change})`);
  const more = changes.length > named.length ? ` and ${changes.length - named.length} more` : '';
  const found = `${dishes}; ${name} has another menu now: ${named.join(', ')}${more}`;
  return warning({ about: shop.id, found, fix: bringIn(shop, premises) });
}

async function storedMenu(shop: Shop, { store, scopes }: Around['books']): Promise<Menu | undefined> {
  for (const scope of scopes) {
    const menu = await store.menu(scope, shop.id);
    if (menu) return menu.body as Menu;
  }
  return undefined;
}

/** What reading the POS's menu would change; null where there is none to read now. */
async function news(
  stored: Menu,
  { id }: Shop,
  { connections, visits, simulated }: Premises,
): Promise<{ name: string; changes: MenuChange[] | null }> {
  const ours = connections
    .map(({ connection }) => connection)
    .filter(({ location_id }) => location_id === id);
  const leading = ours.find((connection) => connection.default) ?? ours[0];
  const visit = leading && !simulated ? await visits.to(leading) : undefined;
  const fetchMenu = visit?.outcome === 'in' ? visit.vendor.fetchMenu : undefined;
  if (visit?.outcome !== 'in' || !fetchMenu) return { name: '', changes: null };
  const { vendor, session } = visit;
  try {
    const how = { vendor: vendor.id, leads: true, keepsOwn: true };
    const merged = mergeMenu(stored, await fetchMenu(session), how);
    return { name: vendor.name, changes: menuChanges(stored, merged) };
  } catch (error) {
    // The check of the connection tells what is wrong there.
    if (error instanceof PosError) return { name: vendor.name, changes: null };
    throw error;
  }
}

function bringIn({ id }: Shop, { connections, shops }: Premises): string {
  const ours = connections.filter(({ connection }) => connection.location_id === id);
  const gives = ours.some(({ connection }) => findVendor(connection.vendor)?.fetchMenu);
  const at = shops.length > 1 ? ` --location ${id}` : '';
  return gives
    ? `Run: orderwire menu sync${at}`
    : `Run: orderwire menu import menu.csv${at} (docs/menus.md says what a file holds)`;
}
