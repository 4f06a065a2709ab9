import { TAX_RATE } from './config';
import { type ItemSelection, optionsOf, type ToastCheck, type ToastOrder } from './order';
import { priceWith } from './pre-modifiers';

/** Cents. `gross` is what the menu says for the whole line; `net` and `tax` are what is left after discounts, split. */
export type PricedLine = { selection: ItemSelection; unit: number; gross: number; net: number; tax: number };
export type PricedCheck = {
  check: ToastCheck;
  lines: PricedLine[];
  discount: number;
  charges: number;
  /** Without tax: the total that guests hear is `total`. */
  amount: number;
  tax: number;
  total: number;
};

/** Toast's own prices for an order: the client's opinion counts only for open prices, open charges and open discounts. */
export function priceOrder(order: ToastOrder): PricedCheck[] {
  return order.checks.map(priceCheck);
}

/** Sum of several checks, in cents. */
export function totalOf(checks: PricedCheck[]): number {
  return checks.reduce((sum, check) => sum + check.total, 0);
}

function priceCheck(check: ToastCheck): PricedCheck {
  const gross = check.selections.flatMap((selection) =>
    selection.kind === 'item' ? [{ selection, unit: unitPrice(selection) }] : [],
  );
  const subtotal = sum(gross.map(({ selection, unit }) => unit * selection.quantity));
  const discount = discountOf(check, subtotal);
  const shares = share(
    discount,
    gross.map(({ selection, unit }) => unit * selection.quantity),
  );
  const lines = gross.map(({ selection, unit }, index): PricedLine => {
    const line = unit * selection.quantity;
    return { selection, unit, gross: line, ...splitTax(line - (shares[index] ?? 0), check.taxExempt) };
  });
  const charges = sum(check.charges.map((charge) => charge.amount));
  const amount = sum(lines.map((line) => line.net)) + charges;
  const tax = sum(lines.map((line) => line.tax));
  return { check, lines, discount, charges, amount, tax, total: amount + tax };
}

/** One of an item with everything chosen for it. A size is an option whose price is the item's. */
function unitPrice(selection: ItemSelection): number {
  const options = optionsOf(selection.modifiers);
  return (
    selection.basePrice + sum(options.map(({ preModifier, option }) => priceWith(preModifier, option.price)))
  );
}

function discountOf({ discount }: ToastCheck, subtotal: number): number {
  if (!discount) return 0;
  const amount = discount.amount ?? halfEven((subtotal * (discount.discount.percentage ?? 0)) / 100);
  return Math.min(amount, subtotal);
}

/** Menu prices include the tax. */
function splitTax(price: number, exempt: boolean): { net: number; tax: number } {
  const tax = Math.round((price * TAX_RATE.rate) / (1 + TAX_RATE.rate));
  return { net: price - tax, tax: exempt ? 0 : tax };
}

/** A check's discount falls on its lines in proportion to them; the last line takes the odd cents. */
function share(amount: number, lines: number[]): number[] {
  const total = sum(lines);
  const shares = lines.map((line) => (total === 0 ? 0 : Math.floor((amount * line) / total)));
  const last = lines.findLastIndex((line) => line > 0);
  return shares.map((part, index) => (index === last ? part + amount - sum(shares) : part));
}

function halfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
