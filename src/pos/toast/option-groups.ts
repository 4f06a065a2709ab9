import type { MenuOption, OptionGroup } from '../../menu/schema';
import { ACTIONS } from '../../order/schema';
import { asInteger, asList, asObject, asText, type Json } from '../json';
import { toMinor } from './api';
import { POS, toPreModifiers } from './pos-id';

export type Groups = {
  all: OptionGroup[];
  byReference(reference: unknown): OptionGroup | undefined;
  byGuid(guid: string | undefined): OptionGroup | undefined;
};

/** Toast's modifier groups, options and pre-modifiers, which its menus name by number (https://doc.toasttab.com/openapi/menus/tag/Data-definitions/schema/ModifierGroup). */
export function toGroups(published: Json, currency: string): Groups {
  const portioned = new Set(portionReferences(published));
  const groups = new Map<string, OptionGroup>();
  const ids = new Set<string>();
  for (const [reference, value] of Object.entries(asObject(published.modifierGroupReferences))) {
    const group = asObject(value);
    const guid = asText(group.guid) ?? reference;
    // The same group may be published once for each menu, with that menu's prices.
    const id = ids.has(guid) ? `${guid}-${reference}` : guid;
    ids.add(id);
    groups.set(reference, { ...toGroup(group, published, currency), id, portions: portioned.has(reference) });
  }
  const all = [...groups.values()];
  return {
    all,
    byReference: (reference) => groups.get(String(reference)),
    byGuid: (guid) => (guid === undefined ? undefined : all.find((group) => group.id === guid)),
  };
}

/** Groups that can be chosen for half a dish: those its portions name. */
function portionReferences(published: Json): string[] {
  const inGroup = (group: Json): Json[] => [
    ...asList(group.menuItems),
    ...asList(group.menuGroups).flatMap(inGroup),
  ];
  return asList(published.menus)
    .flatMap((menu) => asList(menu.menuGroups).flatMap(inGroup))
    .flatMap((item) => asList(item.portions))
    .flatMap(({ modifierGroupReferences: references }) => (Array.isArray(references) ? references : []))
    .map(String);
}

function toGroup(group: Json, published: Json, currency: string): OptionGroup {
  const required = group.requiredMode === 'REQUIRED' ? 1 : 0;
  const references = Array.isArray(group.modifierOptionReferences) ? group.modifierOptionReferences : [];
  const options = asObject(published.modifierOptionReferences);
  const preModifiers = preModifiersOf(group, published);
  const max = group.isMultiSelect === false ? 1 : (asInteger(group.maxSelections) ?? 0);
  return {
    id: '',
    name: nameOf(group),
    aliases: [],
    min: Math.max(required, asInteger(group.minSelections) ?? 0),
    max: max > 0 ? max : null,
    actions: [...ACTIONS],
    portions: false,
    options: references.map((reference) => {
      const option = asObject(options[String(reference)]);
      return toOption(option, { group: asText(group.guid) ?? '', preModifiers, currency });
    }),
  };
}

function preModifiersOf(group: Json, published: Json): Record<string, string> {
  const reference = String(group.preModifierGroupReference ?? '');
  const { preModifiers } = asObject(asObject(published.preModifierGroupReferences)[reference]);
  return toPreModifiers(
    asList(preModifiers).map((one) => ({ name: asText(one.name) ?? '', guid: asText(one.guid) ?? '' })),
  );
}

function toOption(
  option: Json,
  at: { group: string; preModifiers: Record<string, string>; currency: string },
): MenuOption {
  const pos = `${at.group}/${asText(option.guid) ?? ''}`;
  const once = option.allowsDuplicates === false && { [POS.once]: 'yes' };
  const price = toMinor(option.price, at.currency);
  return {
    id: pos,
    name: nameOf(option),
    aliases: [],
    price: price === null ? null : Math.max(0, price),
    default: option.isDefault === true,
    available: true,
    pos: { [POS.id]: pos, ...at.preModifiers, ...once },
  };
}

/** A name that is never empty: Toast itself writes "Missing name" where there is none. */
export function nameOf(entity: Json): string {
  return (asText(entity.name)?.trim() || 'Missing name').slice(0, 200);
}
