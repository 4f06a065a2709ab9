import type { MenuIndex } from '../menu/menu-index';
import type { Access } from './access';
import { ApiProblem } from './problem';
import type { Services } from './services';
import { shopOf } from './shop-of';

/** The menu, ready for look-ups, of the shop that is meant; without one no word means anything. */
export async function menuOf(
  { store, menus }: Services,
  access: Access,
  location_id: unknown,
): Promise<MenuIndex> {
  const shop = await shopOf(store, access, location_id);
  const index = await menus.of(access.scope, shop);
  if (index) return index;
  const advice = 'Bring one with PUT /v1/menu or POST /v1/menu/sync, then ask again.';
  throw new ApiProblem('not-now', `${shop.name} has no menu yet. ${advice}`);
}
