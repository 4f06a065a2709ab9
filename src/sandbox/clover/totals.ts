import type { Discount, Line, Order } from './order';

/**
 * Clover's arithmetic: line price, plus modifiers, less percentage discounts, less amount discounts; the same again for
 * the order; half a cent rounds up (https://docs.clover.com/docs/calculating-order-totals, read 2026-11-24).
 * No tax: both merchants sell at a rate of 0.
 */
export function computeTotals(order: Pick<Order, 'lines' | 'discounts' | 'serviceCharge'>) {
  const subtotal = order.lines.reduce((sum, line) => sum + computeLineTotal(line), 0);
  const discounted = discount(subtotal, order.discounts);
  // A service charge is a share of the lines after their own discounts (docs.clover.com/docs/update-app-to-support-multiple-service-charges).
  const charge = order.serviceCharge ? share(subtotal, order.serviceCharge.percentageDecimal) : 0;
  return { subtotal, serviceCharge: charge, total: discounted + charge };
}

export function computeLineTotal(
  line: Pick<Line, 'price' | 'unitQty' | 'modifications' | 'discounts'>,
): number {
  const base = line.unitQty === null ? line.price : Math.round((line.price * line.unitQty) / 1000);
  const withModifiers = line.modifications.reduce((sum, { amount }) => sum + amount, base);
  return discount(withModifiers, line.discounts);
}

/** What one discount takes off `amount`, as a positive number. */
export function discountValue(amount: number, given: Discount): number {
  return 'amount' in given ? -given.amount : share(amount, given.percentageDecimal);
}

function discount(amount: number, discounts: Discount[]): number {
  const percentages = discounts.filter((given) => 'percentageDecimal' in given);
  const amounts = discounts.filter((given) => 'amount' in given);
  const afterPercentages = percentages.reduce((left, given) => left - discountValue(amount, given), amount);
  return Math.max(
    0,
    amounts.reduce((left, given) => left - discountValue(left, given), afterPercentages),
  );
}

function share(amount: number, percentageDecimal: number): number {
  return Math.floor((amount * percentageDecimal) / 1_000_000 + 0.5);
}
