import type { Shop } from '../../../order/shop';
import { findVendor } from '../../../pos/vendors';
import { type Check, type Seen, skipped, warning, well } from '../finding';
import type { Books, Premises } from '../premises';
import { closedBecause } from './database';

const STALE_MS = 90 * 24 * 3_600_000;

/** Whether each shop has a menu to hold words against, and one that is not forgotten. */
export const menus: Check = {
  id: 'menu',
  title: 'Menu of',
  async look(premises) {
    const { books, shops } = premises;
    if (books.state !== 'open') return [skipped(closedBecause(premises))];
    return Promise.all(shops.map((shop) => menuSeen(shop, { books, premises })));
  },
};

type Around = { books: Extract<Books, { state: 'open' }>; premises: Premises };

async function menuSeen(shop: Shop, { books, premises }: Around): Promise<Seen> {
  const stored = await storedMenu(shop, books);
  const count = (stored?.body as { items?: unknown[] } | undefined)?.items?.length ?? 0;
  const fix = bringIn(shop, premises);
  if (count === 0) {
    const found = `${shop.name} has no menu here: a guest's words cannot be checked at call time, nor priced`;
    return warning({ about: shop.id, found, fix });
  }
  const age = premises.now() - (books.condition.menuWritten(shop.id) ?? 0);
  const days = Math.floor(age / (24 * 3_600_000));
  if (age > STALE_MS) {
    return warning({ about: shop.id, found: `${count} dishes, last read ${days} days ago`, fix });
  }
  return well(`${count} dishes, last read ${days === 0 ? 'today' : `${days} days ago`}`, shop.id);
}

async function storedMenu(shop: Shop, { store, scopes }: Around['books']) {
  for (const scope of scopes) {
    const menu = await store.menu(scope, shop.id);
    if (menu) return menu;
  }
  return undefined;
}

function bringIn({ id }: Shop, { connections, shops }: Premises): string {
  const ours = connections.filter(({ connection }) => connection.location_id === id);
  const gives = ours.some(({ connection }) => findVendor(connection.vendor)?.fetchMenu);
  const at = shops.length > 1 ? ` --location ${id}` : '';
  return gives
    ? `Run: orderwire menu sync${at}`
    : `Run: orderwire menu import menu.csv${at} (docs/menus.md says what a file holds)`;
}
