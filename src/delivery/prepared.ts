import { soldOutAs } from '../menu/availability';
import type { MenuIndex } from '../menu/menu-index';
import { PosError } from '../pos/errors';
import { type Prepared, prepareOrder } from '../pos/prepare';
import type { Claim } from '../store/delivery-records';
import type { PosMenus } from './pos-menus';
import type { Outlet, SpeedLimits } from './pos-outlet';
import { orderOf } from './subject';

export type MenuParts = {
  limits: SpeedLimits;
  posMenus: PosMenus;
  /** The menu that the shop has stored, null where it has none. */
  storedMenu: (claim: Claim) => Promise<MenuIndex | null>;
};

/** The order's words as this POS's ids; a question that a person must answer comes back as its error. */
export async function prepare(claim: Claim, opened: Outlet, parts: MenuParts): Promise<Prepared | PosError> {
  const { vendor, session } = opened;
  const menu = await menuFor(claim, opened, parts);
  try {
    return prepareOrder(orderOf(claim).order, { vendor, settings: session.settings, menu, shop: claim.shop });
  } catch (error) {
    if (error instanceof PosError && error.kind === 'rejected') return error;
    throw error;
  }
}

/** The shop's own menu where it carries this POS's ids, else the POS's, which is read after all orders that wait. */
async function menuFor(claim: Claim, opened: Outlet, { storedMenu, posMenus, limits }: MenuParts) {
  const stored = await storedMenu(claim);
  const { vendor } = opened;
  const isForIt = stored?.menu.items.some(
    (item) => item.pos[vendor.id] ?? item.variations.some((size) => size.pos[vendor.id]),
  );
  if (isForIt) return stored;
  const { target } = claim.delivery;
  const posMenu = await posMenus.of(limits.of(opened, target, 'menu'), target);
  return posMenu ? soldOutAs(posMenu, stored) : stored;
}
