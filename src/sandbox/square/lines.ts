import { MODIFIERS, VARIATIONS, type Variation } from './catalog';
import { SquareRefusal } from './errors';
import { multiply, type SquareMoney } from './money';
import type { LineDraft, ModifierDraft } from './order-shapes';

/** A line with its catalogue names and prices filled in; `gross` is the price before discounts and taxes. */
export type ResolvedLine = {
  shown: Record<string, unknown>;
  gross: number;
  draft: LineDraft;
};

const asMoney = (amount: number, currency: string): SquareMoney => ({ amount, currency });

/** Money that no page calls signed is unsigned: https://developer.squareup.com/reference/square/objects/Money, read 2026-11-24. */
function requireUnsigned(price: number, path: string): void {
  if (price < 0)
    throw new SquareRefusal(
      'VALUE_TOO_LOW',
      'Amount must not be negative.',
      `${path}.base_price_money.amount`,
    );
}

function parseQuantity(quantity: string, path: string, precision: number): string {
  const match = /^\d+(?:\.(\d+))?$/.exec(quantity);
  if (!match) throw new SquareRefusal('INVALID_VALUE', `\`${quantity}\` is not a valid quantity.`, path);
  if ((match[1] ?? '').length > precision)
    throw new SquareRefusal(
      'INVALID_VALUE',
      `Quantity \`${quantity}\` has more than ${precision} decimal digits.`,
      path,
    );
  return quantity;
}

function findVariation(line: LineDraft): Variation | undefined {
  if (!line.catalog_object_id) return undefined;
  const variation = VARIATIONS.find(({ id }) => id === line.catalog_object_id);
  // The words of https://developer.squareup.com/forums/t/not-finding-item-variation-id/11157: an ITEM's id gets the same answer.
  if (!variation)
    throw new SquareRefusal(
      'NOT_FOUND',
      `Item variation with catalog object ID \`${line.catalog_object_id}\` not found.`,
    );
  return variation;
}

function findModifier(modifier: ModifierDraft, variation: Variation | undefined, path: string) {
  if (!modifier.catalog_object_id) return undefined;
  const found = MODIFIERS.find(({ id }) => id === modifier.catalog_object_id);
  if (!found)
    throw new SquareRefusal(
      'NOT_FOUND',
      `Modifier with catalog object ID \`${modifier.catalog_object_id}\` not found.`,
    );
  if (!variation?.lists.includes(found.listId))
    throw new SquareRefusal(
      'INVALID_VALUE',
      `Modifier \`${found.id}\` is not in a modifier list of the item.`,
      `${path}.catalog_object_id`,
    );
  return found;
}

function toModifier(
  modifier: ModifierDraft,
  {
    variation,
    quantity,
    currency,
    path,
  }: { variation?: Variation; quantity: string; currency: string; path: string },
) {
  const found = findModifier(modifier, variation, path);
  if (!found && !modifier.name)
    throw new SquareRefusal('MISSING_REQUIRED_PARAMETER', 'Field must be set.', `${path}.name`);
  const price = modifier.base_price_money?.amount ?? found?.price;
  if (price === undefined)
    throw new SquareRefusal('MISSING_REQUIRED_PARAMETER', 'Field must be set.', `${path}.base_price_money`);
  requireUnsigned(price, path);
  const each = parseQuantity(modifier.quantity ?? '1', `${path}.quantity`, 0);
  const total = multiply(price, each, quantity);
  const shown = {
    ...modifier,
    name: found?.name ?? modifier.name,
    quantity: each,
    base_price_money: asMoney(price, currency),
    total_price_money: asMoney(total, currency),
  };
  return { shown, total };
}

/** Fills in one line: the catalogue's names win over the caller's, the caller's `base_price_money` over the catalogue's. */
export function toLine(draft: LineDraft, path: string, currency: string): ResolvedLine {
  const variation = findVariation(draft);
  if (!variation && !draft.name && draft.item_type !== 'CUSTOM_AMOUNT')
    throw new SquareRefusal('MISSING_REQUIRED_PARAMETER', 'Field must be set.', `${path}.name`);
  const price = draft.base_price_money?.amount ?? variation?.price;
  if (price === undefined)
    throw new SquareRefusal('MISSING_REQUIRED_PARAMETER', 'Field must be set.', `${path}.base_price_money`);
  requireUnsigned(price, path);
  const precision = draft.quantity_unit ? (draft.quantity_unit.precision ?? 0) : 0;
  const quantity = parseQuantity(draft.quantity, `${path}.quantity`, precision);
  const modifiers = (draft.modifiers ?? []).map((modifier, index) =>
    toModifier(modifier, { variation, quantity, currency, path: `${path}.modifiers[${index}]` }),
  );
  const own = multiply(price, quantity);
  const gross = own + modifiers.reduce((sum, { total }) => sum + total, 0);
  const shown = {
    ...draft,
    name: variation?.itemName ?? draft.name,
    ...(variation ? { variation_name: variation.name, catalog_version: draft.catalog_version } : {}),
    item_type: draft.item_type ?? 'ITEM',
    base_price_money: asMoney(price, currency),
    ...(modifiers.length > 0 ? { modifiers: modifiers.map(({ shown }) => shown) } : {}),
    variation_total_price_money: asMoney(own, currency),
    gross_sales_money: asMoney(gross, currency),
  };
  return { shown, gross, draft };
}
