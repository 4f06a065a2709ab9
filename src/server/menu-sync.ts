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

type SyncParts = Pick<Services, 'store' | 'menus' | 'now' | 'newId'> & {
  directory: Pick<Services['directory'], 'open'>;
};
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
  services: SyncParts,
): Promise<SyncedMenu> {
  const { id, vendor } = connection;
  const said_before = services.now();
  const fetched = await menuOfPos(connection, services);
  const how = { vendor, leads: await isLeading(connection, place, services), keepsOwn: true };
  let before: Menu | undefined;
  const make = (current: Menu) => {
    before = current;
    return checked(mergeMenu(current, fetched, how), { before, ...place, connection });
  };
  const { menu, ...saved } = await saveMenu(make, place, services);
  if (how.leads && !place.preview) {
    // The POS has spoken: what staff said is back is so, or is not, as the POS says. What they said is sold out stays so.
    const item_ids = place.key_id === null ? newlySaid(before, menu) : undefined;
    await services.store.forgetReturns(place.scope, place.shop.id, { said_before, item_ids });
  }
  const strangers = menu.items.filter((item) => !isKnownTo(vendor, item));
  const not_in_pos = strangers.map(({ id: item, name }) => ({ id: item, name }));
  return { connection_id: id, vendor, ...saved, not_in_pos };
}

/** Nobody asked to read it: what the POS says as it said before is no news against what staff said meanwhile. */
function newlySaid(before: Menu | undefined, after: Menu): string[] {
  const was = new Map(before?.items.map(({ id, available }) => [id, available]));
  return after.items.filter(({ id, available }) => was.get(id) !== available).map(({ id }) => id);
}

/** The POS to which orders go by themselves decides on names and prices; where there is none, whichever somebody reads, and of those read by themselves the first. */
async function isLeading(
  { id, is_default }: ConnectionRecord,
  { scope, shop, key_id }: MenuPlace,
  { store }: Pick<Services, 'store'>,
): Promise<boolean> {
  const ours = (await store.connections(scope)).filter((one) => one.location_id === shop.id);
  if (is_default || ours.some((one) => one.is_default)) return is_default;
  return key_id !== null || ours.find(({ vendor }) => findVendor(vendor)?.fetchMenu)?.id === id;
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
