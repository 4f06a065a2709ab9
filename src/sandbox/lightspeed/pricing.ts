import { DISCOUNTS } from './account';
import { findProduct, type ModifierGroup, type Product } from './catalog';
import type { OrderLine } from './order-shape';

/** A line of the check after the POS has found its item and set its price. Amounts are minor units. */
export type SaleLine = {
  sku: string;
  name: string;
  unit: number;
  quantity: number;
  instructions: string[];
  /** Product modifiers; their quantity counts for each one of this line's item. */
  subLines: SaleLine[];
  discount?: { name: string; amount: number };
};

/** Why the POS does not take the order; the words end up in the notification's `reason`. */
export class PosRefusal extends Error {
  override readonly name = 'PosRefusal';
}

/** The price of the whole line, product modifiers included, before its discount. */
export function lineTotal(line: SaleLine): number {
  return line.quantity * (line.unit + line.subLines.reduce((sum, sub) => sum + lineTotal(sub), 0));
}

/** Finds the line's item and prices it as the POS does; throws `PosRefusal` where the POS would not. */
export function priceLine(line: OrderLine, offered?: Product[]): SaleLine {
  const product = offered ? offered.find((each) => each.sku === line.sku) : findProduct(line.sku);
  if (!product)
    throw new PosRefusal(`Item not found for SKU "${line.sku}"${offered ? ' among the modifiers' : ''}`);
  if (product.soldOut) throw new PosRefusal(`Item "${product.name}" (${product.sku}) is not available`);
  if (line.customItemName !== undefined && !product.customName)
    throw new PosRefusal(`The name of "${product.name}" (${product.sku}) cannot be customised`);
  const groups = product.groups;
  const subLines = (line.subItems ?? []).map((sub) =>
    priceLine(
      sub,
      groups.flatMap((group) => group.products),
    ),
  );
  for (const group of groups) checkSelection(product, group, subLines);
  const priced: SaleLine = {
    sku: product.sku,
    name: line.customItemName ?? product.name,
    unit: unitPrice(product, line.customItemPrice),
    quantity: line.quantity,
    instructions: (line.modifiers ?? []).map(({ modifierId }) => instructionText(product, modifierId ?? '')),
    subLines,
  };
  return { ...priced, discount: toDiscount(line, lineTotal(priced)) };
}

function unitPrice(product: Product, custom: number | undefined): number {
  if (custom === undefined) return product.price;
  const amount = Math.abs(Math.round(custom * 100));
  switch (product.pricing) {
    case 'PRICE_CANNOT_BE_CUSTOMIZED':
      throw new PosRefusal(`The price of "${product.name}" (${product.sku}) cannot be customised`);
    case 'CUSTOMIZED_ITEM_PRICE_WILL_BE_POSTIVE':
      return amount;
    case 'CUSTOMIZED_ITEM_PRICE_WILL_BE_NEGATIVE':
      return -amount;
  }
}

function instructionText(product: Product, modifierId: string): string {
  const all = product.instructionGroups.flatMap((group) => group.instructions);
  const found = all.find((instruction) => String(instruction.id) === modifierId);
  if (!found) throw new PosRefusal(`Production instruction ${modifierId} is not known for "${product.name}"`);
  return found.text;
}

function checkSelection(product: Product, group: ModifierGroup, subLines: SaleLine[]): void {
  const skus = group.products.map((each) => each.sku);
  const chosen = subLines
    .filter((sub) => skus.includes(sub.sku))
    .reduce((count, sub) => count + sub.quantity, 0);
  if (chosen < group.min)
    throw new PosRefusal(`"${product.name}" needs at least ${group.min} of ${group.name} (${group.sku})`);
  if (chosen > group.max)
    throw new PosRefusal(`"${product.name}" takes at most ${group.max} of ${group.name} (${group.sku})`);
}

function toDiscount(line: OrderLine, total: number): SaleLine['discount'] {
  const overridden = line.discountAmountOverride !== undefined || line.discountPercentOverride !== undefined;
  if (line.discountCode === undefined && !overridden) return undefined;
  const discount = DISCOUNTS.find((each) => each.code === line.discountCode);
  if (!discount) throw new PosRefusal(`Discount code "${line.discountCode ?? ''}" is not known`);
  if (overridden && !discount.manual)
    throw new PosRefusal(
      `Discount "${discount.code}" is not a manual discount: its amount cannot be overridden`,
    );
  const percent = line.discountPercentOverride ?? discount.percentage;
  const fixedAmount =
    line.discountAmountOverride === undefined
      ? discount.amount
      : Math.round(line.discountAmountOverride * 100);
  const amount =
    line.discountAmountOverride === undefined && percent !== undefined
      ? Math.round((total * percent) / 100)
      : (fixedAmount ?? 0);
  if (amount > total) throw new PosRefusal(`Discount "${discount.code}" is greater than the item's price`);
  return { name: discount.name, amount };
}
