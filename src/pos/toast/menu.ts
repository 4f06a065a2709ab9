import type { Menu, MenuItem, MenuVariation } from '../../menu/schema';
import { asList, asObject, asText, type Json } from '../json';
import { toMinor } from './api';
import { type Groups, nameOf, toGroups } from './option-groups';
import { POS } from './pos-id';

/**
 * Toast's published menus as one (https://doc.toasttab.com/doc/devguide/apiMenusApiStructureMirrorsToastAdministrationBackEndStructure.html): nested groups are
 * flattened, and an item that stands in several groups is taken from the first, since an order names the group it is ordered from.
 */
export function toMenu(published: Json, currency: string): Menu {
  const groups = toGroups(published, currency);
  const items = new Map<string, MenuItem>();
  for (const menu of asList(published.menus).filter(isVisible)) {
    for (const group of asList(menu.menuGroups)) addItems(group, { items, groups, currency });
  }
  const used = new Set([...items.values()].flatMap((item) => item.option_groups));
  return {
    currency,
    items: [...items.values()],
    option_groups: groups.all.filter((group) => used.has(group.id)),
  };
}

type Filling = { items: Map<string, MenuItem>; groups: Groups; currency: string };

function addItems(group: Json, filling: Filling): void {
  if (!isVisible(group)) return;
  for (const item of asList(group.menuItems).filter(isVisible)) {
    const id = asText(item.guid);
    if (id && !filling.items.has(id)) filling.items.set(id, toItem(item, group, filling));
  }
  for (const child of asList(group.menuGroups)) addItems(child, filling);
}

/** V2 tells for whom an entity is shown, V3 answers only with what ordering partners may see. */
function isVisible({ visibility }: Json): boolean {
  return !Array.isArray(visibility) || visibility.includes('ORDERING_PARTNERS');
}

function toItem(item: Json, group: Json, { groups, currency }: Filling): MenuItem {
  const id = asText(item.guid) ?? '';
  const pos = `${asText(group.guid) ?? ''}/${id}`;
  const sizeGroup = groups.byGuid(asText(asObject(item.pricingRules).sizeSpecificPricingGuid));
  const references = Array.isArray(item.modifierGroupReferences) ? item.modifierGroupReferences : [];
  const chosen = references.flatMap((reference) => groups.byReference(reference) ?? []);
  const unit = asText(item.unitOfMeasure) ?? 'NONE';
  return {
    id,
    name: nameOf(item),
    aliases: [],
    category: nameOf(group),
    price: toMinor(item.price, currency),
    available: true,
    until: null,
    hours: null,
    variations: sizeGroup?.options.map((size) => toSize(size, pos, id)) ?? [],
    option_groups: [...new Set(chosen.filter((one) => one !== sizeGroup).map((one) => one.id))],
    pos: {
      [POS.id]: pos,
      ...(unit !== 'NONE' && { [POS.unit]: unit }),
      ...(item.pricingStrategy === 'OPEN_PRICE' && { [POS.open]: 'yes' }),
    },
  };
}

/** An item priced by size has its sizes in a modifier group of its own (https://doc.toasttab.com/doc/platformguide/adminSizePrice.html). */
function toSize(
  size: { name: string; price: number | null; default: boolean; pos: Record<string, string> },
  pos: string,
  itemId: string,
): MenuVariation {
  const sizePos = size.pos[POS.id] ?? '';
  return {
    id: `${itemId}/${sizePos.split('/')[1]}`,
    name: size.name,
    aliases: [],
    price: size.price,
    default: size.default,
    available: true,
    pos: { [POS.id]: `${pos}/${sizePos}` },
  };
}
