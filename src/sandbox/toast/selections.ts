import type { ToastItem } from './catalog';
import { invalid } from './errors';
import { optionalArray, readCents, readObject } from './fields';
import { readModifiers } from './modifiers';
import { optionsOf, type ToastModifier, type ToastSelection } from './order';
import { readExternalId, resolveItem } from './references';
import { readQuantity, readRequest, SELECTION_FIELDS } from './selection-fields';

/** Reads the lines of one check. */
export function readSelections(value: unknown, path: string): ToastSelection[] {
  return optionalArray(value, path).map((entry, index) => readSelection(entry, `${path}[${index}]`));
}

function readSelection(value: unknown, path: string): ToastSelection {
  const fields = readObject(value, path, SELECTION_FIELDS);
  const type = fields.selectionType ?? 'NONE';
  if (type === 'SPECIAL_REQUEST') return readRequest(fields, path);
  if (type !== 'NONE') throw invalid(`${path}.selectionType ${String(type)} cannot be set in a POST request`);
  const { item, groupGuid } = resolveItem(fields.item, fields.itemGroup, path);
  const quantity = readQuantity(fields.quantity, `${path}.quantity`);
  if ((fields.unitOfMeasure ?? 'NONE') !== 'NONE')
    throw invalid(`${path}.unitOfMeasure does not match the item's unit of measure`);
  const modifiers = readModifiers(fields.modifiers, { path: `${path}.modifiers`, item, quantity });
  requireSelections(item, modifiers);
  return {
    kind: 'item',
    externalId: readExternalId(fields.externalId, `${path}.externalId`),
    item,
    groupGuid,
    quantity,
    basePrice: readBasePrice(item, fields.openPriceAmount, `${path}.openPriceAmount`),
    modifiers,
  };
}

function readBasePrice(item: ToastItem, openPrice: unknown, path: string): number {
  const given = openPrice !== undefined && openPrice !== null;
  if (item.strategy === 'OPEN_PRICE') return given ? readCents(openPrice, path) : 0;
  if (given) throw invalid(`${path} can only be set for an item with the Open Price pricing strategy`);
  return item.price;
}

/** Every modifier group's minimum and maximum; "NO Onions" is no choice of onions. */
function requireSelections(item: ToastItem, modifiers: ToastModifier[]): void {
  const chosen = optionsOf(modifiers).filter((modifier) => modifier.preModifier?.factor !== 0);
  for (const group of item.modifierGroups) {
    const count = chosen.filter((modifier) => modifier.group === group).length;
    const asked = `Modifier group ${group.name} (${group.guid}) of item (${item.guid})`;
    if (count < group.min)
      throw invalid(`${asked} requires at least ${group.min} selection(s), but ${count} were provided`);
    if (count > group.max)
      throw invalid(`${asked} allows at most ${group.max} selection(s), but ${count} were provided`);
  }
}
