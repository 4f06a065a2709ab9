import type { Menu, MenuItem } from '../schema';
import { mergeChoices } from './choices';
import { mergeGroups } from './groups';
import { freeIds, inOurOrder, mergedPrice, pairUp, posOfOthers, type Source } from './pair-up';

/** `keepsOwn`: dishes that no POS knows stay, as somebody wrote them. */
type How = Source & { keepsOwn: boolean };

/**
 * Another menu taken into ours. Dishes keep our ids, so that aliases, sold-out marks and orders still mean the same; a vendor's ids
 * stand beside those of others. The menu that leads decides on names, prices and choices; one that follows adds its ids and its own dishes.
 */
export function mergeMenu(ours: Menu, theirs: Menu, how: How): Menu {
  const { groups, ids } = mergeGroups(ours.option_groups, theirs.option_groups, how);
  const merged = new Set(ids.values());
  const own = ours.option_groups.filter(
    (group) => !merged.has(group.id) && idsIn(group.options, how).length === 0,
  );
  const ownGroups = new Set(own.map(({ id }) => id));
  const given = theirs.items.map((item) => ({
    ...item,
    option_groups: item.option_groups.map((id) => ids.get(id) ?? id),
  }));
  const items = mergeItems(ours.items, given, { ...how, ownGroups });
  const used = new Set([...merged, ...ownGroups, ...items.flatMap((item) => item.option_groups)]);
  return { currency: theirs.currency, items, option_groups: groups.filter(({ id }) => used.has(id)) };
}

type ItemHow = How & { ownGroups: ReadonlySet<string> };

function mergeItems(ours: MenuItem[], theirs: MenuItem[], how: ItemHow): MenuItem[] {
  const idsOf = (item: MenuItem) => idsIn([item, ...item.variations], how);
  // Of two POS one may sell a dish in sizes and the other another dish of that name without; a person's list may leave sizes out.
  const mayBe = (own: MenuItem, one: MenuItem) =>
    how.vendor === null || !isElsewhere(own, how) || hasSizes(own) === hasSizes(one);
  const pairs = pairUp(ours, theirs, { ...how, idsOf, mayBe });
  const newId = freeIds(ours, how);
  const merged = theirs.map((one) => {
    const own = pairs.get(one);
    return own ? mergeItem(own, one, how) : { ...one, id: newId(one.id) };
  });
  const paired = new Set(pairs.values());
  const left = ours
    .filter((item) => !paired.has(item))
    .filter((item) => isElsewhere(item, how) || (how.keepsOwn && idsOf(item).length === 0))
    .map((item) => withoutVendor(item, how));
  return how.leads ? [...merged, ...left] : inOurOrder(ours, [...merged, ...left]);
}

function mergeItem(own: MenuItem, one: MenuItem, how: ItemHow): MenuItem {
  const { leads } = how;
  // A size that the leading POS does not know would reach it as the whole dish.
  const variations = mergeChoices(own.variations, one.variations, { ...how, keepsOwn: !leads });
  const pos = { ...posOfOthers(own, how), ...one.pos };
  const kept = leads ? own.option_groups.filter((id) => how.ownGroups.has(id)) : own.option_groups;
  const option_groups = [
    ...new Set(leads ? [...one.option_groups, ...kept] : [...kept, ...one.option_groups]),
  ];
  if (!leads) return { ...own, variations, option_groups, pos };
  return {
    ...one,
    id: own.id,
    aliases: [...new Set([...own.aliases, ...one.aliases])],
    category: one.category ?? own.category,
    price: mergedPrice(own, one, how),
    hours: one.hours ?? own.hours,
    variations,
    option_groups,
    pos,
  };
}

type WithPos = { pos: Record<string, string> };

function idsIn(entries: readonly WithPos[], { vendor }: Source): string[] {
  return entries.flatMap(({ pos }) => (vendor !== null && pos[vendor] ? [pos[vendor]] : []));
}

/** Whether another POS knows the dish. */
function isElsewhere(item: MenuItem, source: Source): boolean {
  return [item, ...item.variations].some((one) => Object.keys(posOfOthers(one, source)).length > 0);
}

/** One size is as good as none. */
const hasSizes = ({ variations }: MenuItem) => variations.length > 1;

function withoutVendor(item: MenuItem, how: How): MenuItem {
  const variations = mergeChoices(item.variations, [], { ...how, keepsOwn: true });
  return { ...item, variations, pos: posOfOthers(item, how) };
}
