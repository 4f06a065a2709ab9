import type { Menu, MenuItem, OptionGroup } from '../../menu/schema';
import { PosError } from '../errors';
import { asList, asObject, asText, type Json } from '../json';
import { type LightspeedSession, read } from './api';
import { fetchLocation } from './locations';
import { groupsOf, toPrice } from './option-groups';
import { locationId } from './product';
import { joinSizes } from './sizes';

/** All menus of the location as one (https://api-docs.lsk.lightspeed.app/operation/operation-apegetmenubyidv2); `pos.lightspeed` holds SKUs. */
export async function fetchMenu(session: LightspeedSession): Promise<Menu> {
  const currency = session.settings.currency || (await fetchLocation(session)).currency;
  if (!currency) {
    const message =
      'Lightspeed does not tell this token its currency (that takes the scope financial-api). Set Currency.';
    throw new PosError('rejected', 'lightspeed', message, { code: 'CURRENCY_UNKNOWN' });
  }
  const at = `businessLocationId=${locationId(session.posLocation)}`;
  const profile = session.settings.order_profile_code;
  const prices = profile ? `&accountProfile=${encodeURIComponent(profile)}` : '';
  const menus: Json[] = [];
  for (const { ikentooMenuId } of asList(await read(session, `/o/op/1/menu/list?${at}`))) {
    const id = encodeURIComponent(asText(ikentooMenuId) ?? '');
    menus.push(asObject(await read(session, `/o/op/2/menu/load/${id}?${at}${prices}`)));
  }
  const { delivery_fee_sku, fallback_item_id } = session.settings;
  const menu = toMenu(menus, currency, [delivery_fee_sku, fallback_item_id]);
  const soldOut = await fetchSoldOut(
    session,
    menu.items.map((item) => item.id),
    at,
  );
  return joinSizes({
    ...menu,
    items: menu.items.map((item) => ({ ...item, available: !soldOut.has(item.id) })),
  });
}

const MOST_SKUS = 50;

/** SKUs of which none is left (https://api-docs.lsk.lightspeed.app/operation/operation-apegetrestricteditemsbypost); null means unrestricted. */
async function fetchSoldOut(session: LightspeedSession, skus: string[], at: string): Promise<Set<string>> {
  const soldOut = new Set<string>();
  for (let from = 0; from < skus.length; from += MOST_SKUS) {
    const path = `/o/op/1/itemAvailability?${at}&page=0&size=${MOST_SKUS}`;
    const reply = asObject(await read(session, path, { skus: skus.slice(from, from + MOST_SKUS) }));
    for (const { sku, count } of asList(reply.data)) if (count === 0) soldOut.add(asText(sku) ?? '');
  }
  return soldOut;
}

/** Items that stand for money off the check, not for a dish. */
const NO_DISH = new Set<unknown>([
  'CUSTOMIZED_ITEM_PRICE_WILL_BE_NEGATIVE',
  'CUSTOMIZED_ITEM_PRICE_WILL_BE_A_PERCENTAGE_OF_TOTAL',
]);

/** Lightspeed's menus in our words: each SKU once, with its groups. `aside`: SKUs that are no dishes either. */
export function toMenu(menus: Json[], currency: string, aside: (string | undefined)[] = []): Menu {
  const items = new Map<string, MenuItem>();
  const groups = new Map<string, OptionGroup>();
  for (const { entry, category } of menus.flatMap((menu) => entriesIn(asList(menu.menuEntryGroups), null))) {
    const sku = asText(entry.sku);
    if (!sku || items.has(sku) || aside.includes(sku)) continue;
    if (entry.asSubItem === true || NO_DISH.has(entry.pricingStrategy)) continue;
    const own = groupsOf(entry, currency);
    for (const group of own) if (!groups.has(group.id)) groups.set(group.id, group);
    items.set(sku, toItem(entry, { sku, category, currency, groups: own.map((group) => group.id) }));
  }
  return { currency, items: [...items.values()], option_groups: [...groups.values()] };
}

/** What can be ordered by itself, in its group; groups hold groups. */
function entriesIn(entries: Json[], category: string | null): { entry: Json; category: string | null }[] {
  return entries.flatMap((entry) => {
    const type = entry['@type'];
    if (type === 'menuItem' || type === 'menuDeal') return [{ entry, category }];
    if (type === 'menuProductModifier') return [];
    return entriesIn(asList(entry.menuEntry), asText(entry.name) ?? category);
  });
}

function toItem(
  entry: Json,
  at: { sku: string; category: string | null; currency: string; groups: string[] },
): MenuItem {
  return {
    id: at.sku,
    name: asText(entry.productName) ?? at.sku,
    aliases: [],
    category: at.category,
    price: toPrice(entry.productPrice, at.currency),
    available: true,
    until: null,
    hours: null,
    variations: [],
    option_groups: at.groups,
    pos: { lightspeed: at.sku },
  };
}
