import { groupsOf, type Match, matchItem, matchOption, optionsOf, saysAction } from '../menu/match';
import type { MenuIndex } from '../menu/menu-index';
import type { Order, OrderItem, OrderOption } from '../order/schema';
import { PosError } from './errors';
import { type ChosenLine, keptDefaults, refuseUnmetGroups } from './option-groups';
import type { PosItem, PosOption, PosOrder } from './pos-order';
import type { Unmatched } from './receipt';
import { refuseSoldOut } from './sold-out';
import type { Vendor } from './vendor';

type Shop = { timezone: string; country: string; name: string };
export type PrepareContext = {
  vendor: Pick<Vendor, 'id' | 'name' | 'openItems' | 'openOptions'>;
  settings: Record<string, string | undefined>;
  /** null where no menu is known: every line then travels as it was said. */
  menu: MenuIndex | null;
  shop: Shop;
};

/** An order with its lines resolved for one vendor, and what could not be. */
export type Prepared = {
  order: PosOrder;
  unmatched: Unmatched[];
  matches: { path: string; match: Match }[];
};

/**
 * Resolves an order's words to one vendor's ids. Throws `PosError('rejected')`, with the question to ask, where the settings say
 * hold: `unsure_items` (default hold), `unknown_items` (default open item, where the vendor can take one).
 */
export function prepareOrder(order: Order, context: PrepareContext): Prepared {
  const { menu, shop } = context;
  const base = { ...order, timezone: shop.timezone, country: shop.country };
  if (!menu) {
    if (context.vendor.openItems !== 'always') refuseWithoutMenu(context);
    return { order: base, unmatched: [], matches: [] };
  }
  const lines = order.items.map((item, index) => prepareLine(item, `items[${index}]`, { ...context, menu }));
  return {
    order: { ...base, menu: menu.menu, items: lines.map((line) => line.item) },
    unmatched: lines.flatMap((line) => line.unmatched),
    matches: lines.flatMap((line) => line.matches),
  };
}

type LineContext = PrepareContext & { menu: MenuIndex };
type Line = { item: PosItem; unmatched: Unmatched[]; matches: Prepared['matches'] };

function prepareLine(item: OrderItem, path: string, context: LineContext): Line {
  const match = matchItem(context.menu, item);
  const pos = match.status === 'sure' ? itemPos(match, context) : null;
  if (pos === null || match.item_id === null) return openLine(item, path, match, context);
  const options = item.options.map((option, index) =>
    prepareOption(option, `${path}.options[${index}]`, match, context),
  );
  const chosen = options.map((one) => ({ option: one.option, id: one.match.option_id }));
  const line = { itemId: match.item_id, variationId: match.variation_id, chosen, ...context };
  refuseSoldOut(line);
  refuseUnmetGroups(line);
  return {
    item: { ...item, pos, options: options.map((one) => one.option), defaults: defaultsOf(line) },
    unmatched: options.flatMap((one) => one.unmatched),
    matches: [{ path, match }, ...options.map(({ path: at, match: found }) => ({ path: at, match: found }))],
  };
}

function defaultsOf({ menu, itemId, chosen, vendor }: ChosenLine): string[] {
  const kept = groupsOf(menu.menu, itemId).flatMap((group) => keptDefaults(group, chosen));
  return kept.flatMap((option) => option.pos[vendor.id] ?? []);
}

/** A line that is not (surely) on the menu: sent marked CHECK where settings and vendor allow, else refused with the question. */
function openLine(item: OrderItem, path: string, match: Match, context: LineContext): Line {
  const { vendor, settings, menu, shop } = context;
  const unsure = match.status === 'unsure';
  const hold = unsure ? settings.unsure_items !== 'open_item' : settings.unknown_items === 'hold';
  const canOpen =
    vendor.openItems === 'always' ||
    (vendor.openItems === 'fallback_item' && Boolean(settings.fallback_item_id));
  if (!hold && canOpen && !item.allergy) {
    return {
      item: { ...item, check: true },
      unmatched: [{ path, said: item.name, handled: 'open_item' }],
      matches: [{ path, match }],
    };
  }
  if (unsure) {
    throw new PosError(
      'rejected',
      vendor.id,
      `${match.reason} Ask the guest, then send the order again, or set "If We Are Not Sure What Was Meant".`,
      { code: 'UNSURE_ITEM' },
    );
  }
  const [nearest] = menu.nearest(item.name);
  const hint = nearest ? ` Nearest: ${nearest}.` : '';
  const known = match.status === 'sure' ? `has no ${vendor.name} id on the menu of` : 'is not on the menu of';
  throw new PosError(
    'rejected',
    vendor.id,
    `"${item.name}" ${known} ${shop.name}.${hint} Add it under Words Your Guests Use, or set "If an Item Is Not on the Menu".`,
    { code: 'UNKNOWN_ITEM' },
  );
}

function itemPos(match: Match, { menu, vendor }: LineContext): string | null {
  const item = menu.menu.items.find((one) => one.id === match.item_id);
  const size = item?.variations.find((one) => one.id === match.variation_id);
  return size?.pos[vendor.id] ?? item?.pos[vendor.id] ?? null;
}

type PreparedOption = { path: string; option: PosOption; match: Match; unmatched: Unmatched[] };

/** An instruction ("no onions", "light sauce") travels in words where the menu has no entry; only what is added can be missed in the price. */
function prepareOption(option: OrderOption, path: string, line: Match, context: LineContext): PreparedOption {
  const match = matchOption(context.menu, line.item_id ?? '', option);
  const options = optionsOf(context.menu.menu, line.item_id ?? '');
  const entry = options.find((one) => one.id === match.option_id);
  const pos = entry?.pos[context.vendor.id] ?? null;
  const costs = option.action === 'add' || option.action === 'extra' || option.action === 'substitute';
  const unmatched: Unmatched[] =
    pos === null && costs ? [{ path, said: option.name, handled: context.vendor.openOptions }] : [];
  const says_action = entry !== undefined && saysAction(entry, option);
  return { path, option: { ...option, pos, says_action }, match, unmatched };
}

function refuseWithoutMenu({ vendor, shop }: PrepareContext): never {
  throw new PosError(
    'rejected',
    vendor.id,
    `${vendor.name} takes only items of its own menu, and no menu of ${shop.name} is known. Read the menu first.`,
    { code: 'NO_MENU' },
  );
}
