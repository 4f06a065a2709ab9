import type { JsonObject } from '../json-body';
import { badRequest } from './errors';
import type { Item } from './inventory';
import type { Discount, Line, Modification } from './order';
import { readInteger, readList, readReference, readText } from './read';
import type { Moment } from './world';

/**
 * A line of an atomic order. The item decides name and price; only a VARIABLE item takes the caller's price. There is no
 * quantity: N of a dish are N lines, and `unitQty` counts for PER_UNIT items only.
 */
export function toCartLine(call: Moment, body: JsonObject): Line {
  const itemId = readReference(body, 'item');
  const item = findItem(call, itemId);
  if (itemId !== null && !item) throw badRequest('item_does_not_exist', itemId);
  const price = item && item.priceType !== 'VARIABLE' ? item.price : readInteger(body, 'price');
  if (price === null)
    throw badRequest(
      'bad_request',
      item ? `${item.name} needs a price` : 'A line needs a price or an item.id',
    );
  return {
    ...toBareLine(call, body, item),
    name: item?.name ?? readText(body, 'name') ?? '',
    price,
    modifications: readList(body, 'modifications').flatMap(
      (given) => toModification(call, given, item) ?? [],
    ),
    discounts: readList(body, 'discounts').map((given) => toDiscount(call, given)),
  };
}

/** A line of a custom order: the caller may override the item's name and price. */
export function toCustomLine(call: Moment, body: JsonObject): Line {
  const itemId = readReference(body, 'item');
  const item = findItem(call, itemId);
  const price = readInteger(body, 'price') ?? (item?.priceType === 'VARIABLE' ? null : (item?.price ?? null));
  if (price === null || (itemId !== null && !item))
    throw badRequest('Invalid line item', itemId ?? undefined);
  const name = readText(body, 'name') ?? item?.name ?? '';
  return { ...toBareLine(call, body, item), name, price, modifications: [], discounts: [] };
}

/** A modifier as applied. Without `modifier.id` nothing happens; `name` and `amount` together override the menu's. */
export function toModification(call: Moment, body: JsonObject, item: Item | undefined): Modification | null {
  const modifierId = readReference(body, 'modifier');
  if (modifierId === null) return null;
  const groups = item ? item.groups : call.merchant.inventory.groups;
  const modifier = groups.flatMap((group) => group.modifiers).find(({ id }) => id === modifierId);
  if (!modifier) throw badRequest('invalid_modifier', modifierId);
  const [name, amount] = [readText(body, 'name'), readInteger(body, 'amount')];
  const given =
    name !== null && amount !== null ? { name, amount } : { name: modifier.name, amount: modifier.price };
  return { id: call.world.makeId('MOD'), modifierId, ...given };
}

/** A discount: a name, and either an amount of 0 or less or one percentage (`percentageDecimal` is percent × 10000). */
export function toDiscount(call: Moment, body: JsonObject): Discount {
  const name = readText(body, 'name');
  const amount = readInteger(body, 'amount');
  const percentage = readInteger(body, 'percentage');
  const decimal =
    readInteger(body, 'percentageDecimal') ?? (percentage === null ? null : percentage * 10_000);
  const isOneOf = (amount === null) !== (decimal === null);
  const inRange = (amount ?? 0) <= 0 && (decimal ?? 0) >= 0 && (decimal ?? 0) <= 1_000_000;
  if (name === null || !isOneOf || !inRange || readReference(body, 'discount') !== null)
    throw badRequest('invalid_discount_attribute');
  const id = call.world.makeId('DISC');
  return amount === null ? { id, name, percentageDecimal: decimal ?? 0 } : { id, name, amount };
}

export function findItem({ merchant }: Moment, id: string | null): Item | undefined {
  return merchant.inventory.items.find((item) => item.id === id);
}

function toBareLine(call: Moment, body: JsonObject, item: Item | undefined) {
  const stranger = readList(body, 'taxRates').find(({ id }) => id !== call.merchant.taxRate.id);
  if (stranger) throw badRequest('bad_request', 'Unknown tax rate');
  return {
    id: call.world.makeId('LINE'),
    itemId: item?.id ?? null,
    unitQty: item?.priceType === 'PER_UNIT' ? (readInteger(body, 'unitQty') ?? 1000) : null,
    unitName: item?.unitName ?? null,
    note: readText(body, 'note'),
    createdAt: call.now,
  };
}
