import { mergeMenu } from '../menu/merge/menu';
import { type Menu, type MenuItem, parseMenu } from '../menu/schema';
import { InputProblems } from '../order/problems';
import type { Shop } from '../order/shop';
import { findVendor } from '../pos/vendors';
import type { ConnectionRecord } from '../store/records';
import type { MenuPlace } from './menu';
import { menuOfPos } from './menu-of-pos';
import { type SavedMenu, saveMenu } from './menu-save';
import { ApiProblem } from './problem';
import type { Services } from './services';

export type SyncedMenu = SavedMenu & {
  connection_id: string;
  vendor: string;
  /** Dishes that this POS does not know: their words can reach it, their ids cannot. */
  not_in_pos: { id: string; name: string }[];
};

/** Reads the menu that a POS has now, and takes it into the shop's own. */
export async function syncMenu(
  connection: ConnectionRecord,
  place: MenuPlace,
  services: Services,
): Promise<SyncedMenu> {
  const { id, vendor } = connection;
  const fetched = await menuOfPos(connection, services);
  const how = { vendor, leads: await isLeading(connection, place, services), keepsOwn: true };
  const { menu, ...saved } = await saveMenu(
    (before) => checked(mergeMenu(before, fetched, how), { before, ...place, connection }),
    place,
    services,
  );
  // The POS has spoken: what staff said is back is so, or is not, as the POS says. What they said is sold out stays so.
  if (how.leads && !place.preview) await services.store.forgetReturns(place.scope, place.shop.id);
  const strangers = menu.items.filter((item) => !isKnownTo(vendor, item));
  const not_in_pos = strangers.map(({ id: item, name }) => ({ id: item, name }));
  return { connection_id: id, vendor, ...saved, not_in_pos };
}

/** The POS to which orders go by themselves decides on names and prices; where there is none, whichever is read. */
async function isLeading(
  { is_default }: ConnectionRecord,
  { scope, shop }: MenuPlace,
  { store }: Pick<Services, 'store'>,
): Promise<boolean> {
  const all = await store.connections(scope);
  return is_default || !all.some((one) => one.location_id === shop.id && one.is_default);
}

type Around = { before: Menu; shop: Shop; connection: ConnectionRecord };

/** A menu in another currency would make every price wrong; one that breaks our limits could never be put back as it is read. */
function checked(menu: Menu, { before, shop, connection }: Around): Menu {
  const pos = findVendor(connection.vendor)?.name ?? connection.vendor;
  if (before.items.length > 0 && before.currency !== menu.currency) {
    const detail = `${pos} sells in ${menu.currency}, and the shop's menu is in ${before.currency}. See that the connection leads to the right place, or put an empty menu first.`;
    throw new ApiProblem('not-now', detail);
  }
  try {
    return parseMenu(menu, shop);
  } catch (error) {
    if (!(error instanceof InputProblems)) throw error;
    const [first] = error.problems;
    throw new ApiProblem('not-now', `${pos}'s menu cannot be kept: ${first?.path}: ${first?.message}`);
  }
}

function isKnownTo(vendor: string, item: MenuItem): boolean {
  return [item, ...item.variations].some(({ pos }) => pos[vendor] !== undefined);
}
