import type { ToastItem, ToastModifierGroup } from './catalog';
import { invalid, notFound } from './errors';
import { optionalArray, readObject } from './fields';
import type { OptionModifier, PortionModifier, RequestSelection, ToastModifier } from './order';
import { PRE_MODIFIERS } from './pre-modifiers';
import { readExternalId, readReference, resolveOptional } from './references';
import { readQuantity, readRequest, SELECTION_FIELDS } from './selection-fields';

type Owner = { path: string; item: ToastItem; quantity: number };
type Entry = { fields: Record<string, unknown>; path: string };

/** Reads an item's modifiers: options of its groups, portions with options of their own, and special requests. */
export function readModifiers(value: unknown, owner: Owner): ToastModifier[] {
  return optionalArray(value, owner.path).map((raw, index) => {
    const entry = readEntry(raw, `${owner.path}[${index}]`);
    if (entry.fields.selectionType === 'PORTION') return readPortion(entry, owner);
    return readOptionOrRequest(entry, { groups: owner.item.modifierGroups, quantity: owner.quantity });
  });
}

function readEntry(value: unknown, path: string): Entry {
  return { fields: readObject(value, path, SELECTION_FIELDS), path };
}

function readPortion({ fields, path }: Entry, { item, quantity }: Owner): PortionModifier {
  const id = readReference(fields.item, `${path}.item`)?.guid ?? '';
  const portion = item.portions.find((one) => one.guid === id);
  if (!portion) throw notFound('Portion', id);
  requireSameQuantity(fields.quantity, quantity, path);
  const groups = portion.modifierGroups;
  return {
    kind: 'portion',
    externalId: readExternalId(fields.externalId, `${path}.externalId`),
    portion,
    modifiers: optionalArray(fields.modifiers, `${path}.modifiers`).map((raw, index) =>
      readOptionOrRequest(readEntry(raw, `${path}.modifiers[${index}]`), { groups, quantity }),
    ),
  };
}

type Allowed = { groups: ToastModifierGroup[]; quantity: number };

function readOptionOrRequest(entry: Entry, allowed: Allowed): OptionModifier | RequestSelection {
  const type = entry.fields.selectionType ?? 'NONE';
  if (type === 'SPECIAL_REQUEST') return readRequest(entry.fields, entry.path);
  if (type === 'NONE') return readOption(entry, allowed);
  throw invalid(`${entry.path}.selectionType ${String(type)} cannot be set in a POST request`);
}

function readOption({ fields, path }: Entry, { groups, quantity }: Allowed): OptionModifier {
  if (fields.openPriceAmount !== undefined && fields.openPriceAmount !== null)
    throw invalid(`${path}.openPriceAmount can only be set for an item with the Open Price pricing strategy`);
  const groupGuid = readReference(fields.optionGroup, `${path}.optionGroup`)?.guid;
  if (!groupGuid) throw invalid('Referenced entity (type=MenuOptionGroup) must contain a GUID');
  const group = groups.find((one) => one.guid === groupGuid);
  if (!group) throw notFound('MenuOptionGroup', groupGuid);
  const optionGuid = readReference(fields.item, `${path}.item`)?.guid;
  if (!optionGuid)
    throw invalid('Referenced entity (type=MenuItem) must contain either a GUID or MultiLocationId');
  const option = group.options.find((one) => one.guid === optionGuid);
  if (!option) throw invalid(`Item (${optionGuid}) does not belong to the group (${groupGuid})`);
  requireSameQuantity(fields.quantity, quantity, path);
  const preModifier = resolveOptional(fields.preModifier, {
    path: `${path}.preModifier`,
    type: 'PreModifier',
    among: PRE_MODIFIERS,
  });
  if (preModifier && !group.preModifiers)
    throw invalid(`PreModifier (${preModifier.guid}) does not belong to the group (${group.guid})`);
  return {
    kind: 'option',
    externalId: readExternalId(fields.externalId, `${path}.externalId`),
    group,
    option,
    preModifier,
    requests: readNestedRequests(fields.modifiers, `${path}.modifiers`),
  };
}

/** No option here has groups of its own: only words can be said about it. */
function readNestedRequests(value: unknown, path: string): RequestSelection[] {
  return optionalArray(value, path).map((raw, index) => {
    const entry = readEntry(raw, `${path}[${index}]`);
    if (entry.fields.selectionType !== 'SPECIAL_REQUEST')
      throw notFound('MenuOptionGroup', readReference(entry.fields.optionGroup, entry.path)?.guid ?? '');
    return readRequest(entry.fields, entry.path);
  });
}

/** A modifier's quantity is that of its item: two burgers with bacon are 2 and 2; twice the bacon is the modifier twice. */
function requireSameQuantity(value: unknown, quantity: number, path: string): void {
  if (readQuantity(value, `${path}.quantity`) !== quantity)
    throw invalid(`${path}.quantity must match the quantity of the menu item selection (${quantity})`);
}
