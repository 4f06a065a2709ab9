import { SquareRefusal } from './errors';
import { apportion, percentOf } from './money';
import type { DiscountDraft, LineDraft } from './order-shapes';

/** What one line has to give: `left` is its price after the discounts so far. */
export type Share = {
  draft: LineDraft;
  left: number;
  discount: number;
  applied: { uid?: string; amount: number }[];
};

function checkDiscount(discount: DiscountDraft, path: string): void {
  if (discount.catalog_object_id)
    throw new SquareRefusal(
      'NOT_FOUND',
      `Discount with catalog object ID \`${discount.catalog_object_id}\` not found.`,
    );
  if (!discount.name)
    throw new SquareRefusal('MISSING_REQUIRED_PARAMETER', 'Field must be set.', `${path}.name`);
  if ((discount.amount_money === undefined) === (discount.percentage === undefined))
    throw new SquareRefusal('BAD_REQUEST', 'Set exactly one of `percentage` and `amount_money`.', path);
  if (discount.type && (discount.type === 'FIXED_AMOUNT') !== (discount.amount_money !== undefined))
    throw new SquareRefusal('CONFLICTING_PARAMETERS', 'The type does not fit the value.', `${path}.type`);
  if (Number(discount.percentage ?? 0) > 100)
    throw new SquareRefusal('VALUE_TOO_HIGH', 'A discount is at most 100 %.', `${path}.percentage`);
  if ((discount.amount_money?.amount ?? 0) < 0)
    throw new SquareRefusal('VALUE_TOO_LOW', 'Amount must not be negative.', `${path}.amount_money.amount`);
}

/** Parts of one discount for the lines it touches: an order's discount is distributed, a line's is taken from each line. */
function toParts(discount: DiscountDraft, lines: Share[]): number[] {
  const weights = lines.map(({ left }) => left);
  const sum = weights.reduce((total, left) => total + left, 0);
  const { amount_money: fixed, percentage } = discount;
  if (discount.scope === 'LINE_ITEM')
    return weights.map((left) => (fixed ? Math.min(fixed.amount, left) : percentOf(left, percentage ?? '0')));
  return apportion(fixed ? Math.min(fixed.amount, sum) : percentOf(sum, percentage ?? '0'), weights);
}

/**
 * Takes the discounts off the lines, percentages first, each on what the one before it left, and gives them back as an
 * answer shows them: https://developer.squareup.com/docs/orders-api/price-adjustments, read 2026-11-24.
 */
export function applyDiscounts(discounts: DiscountDraft[], lines: Share[], currency: string) {
  discounts.forEach((discount, index) => {
    checkDiscount(discount, `order.discounts[${index}]`);
  });
  const amounts = new Map<DiscountDraft, number>();
  const inTurn = [...discounts].sort(
    (a, b) => Number(a.amount_money !== undefined) - Number(b.amount_money !== undefined),
  );
  for (const discount of inTurn) {
    const touched =
      discount.scope === 'LINE_ITEM'
        ? lines.filter(({ draft }) =>
            draft.applied_discounts?.some(({ discount_uid }) => discount_uid === discount.uid),
          )
        : lines;
    const parts = toParts(discount, touched);
    touched.forEach((line, index) => {
      const amount = parts[index] ?? 0;
      line.left -= amount;
      line.discount += amount;
      line.applied.push({ uid: discount.uid, amount });
    });
    amounts.set(
      discount,
      parts.reduce((sum, part) => sum + part, 0),
    );
  }
  return discounts.map((discount) => ({
    ...discount,
    type: discount.amount_money ? 'FIXED_AMOUNT' : 'FIXED_PERCENTAGE',
    scope: discount.scope ?? 'ORDER',
    applied_money: { amount: amounts.get(discount) ?? 0, currency },
  }));
}
