import { SquareRefusal } from './errors';
import { toFulfillments } from './fulfillments';
import { requireOpenLocation } from './locations';
import type { OrderDraft } from './order-shapes';
import { CURRENCY } from './pricing';
import { join } from './shape';

/** Refuses an amount in any other currency than the location's, wherever in the request it stands. */
export function checkCurrency(value: unknown, path: string): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, entry] of Object.entries(value)) {
    const at = Array.isArray(value) ? `${path}[${key}]` : join(path, key);
    if (key === 'currency' && entry !== CURRENCY)
      throw new SquareRefusal('CURRENCY_MISMATCH', `The location's currency is ${CURRENCY}.`, at);
    if (key !== 'metadata') checkCurrency(entry, at);
  }
}

/** Gives every entry a `uid` where the caller gave none, and refuses one that stands twice. */
function withUids<T extends { uid?: string }>(entries: T[] | undefined, prefix: string, path: string): T[] {
  const seen = new Set<string>();
  return (entries ?? []).map((entry, index) => {
    const uid = entry.uid || `sq-${prefix}-${index + 1}`;
    if (seen.has(uid))
      throw new SquareRefusal('INVALID_VALUE', `\`${uid}\` is not unique.`, `${path}[${index}].uid`);
    seen.add(uid);
    return { ...entry, uid };
  });
}

function checkApplied(order: OrderDraft): void {
  const known = {
    tax: new Set(order.taxes?.map(({ uid }) => uid)),
    discount: new Set(order.discounts?.map(({ uid }) => uid)),
  };
  order.line_items?.forEach((line, index) => {
    const path = `order.line_items[${index}]`;
    line.applied_taxes?.forEach(({ tax_uid }, at) => {
      if (!known.tax.has(tax_uid))
        throw new SquareRefusal(
          'INVALID_VALUE',
          `There is no tax \`${tax_uid}\`.`,
          `${path}.applied_taxes[${at}].tax_uid`,
        );
    });
    line.applied_discounts?.forEach(({ discount_uid }, at) => {
      if (!known.discount.has(discount_uid))
        throw new SquareRefusal(
          'INVALID_VALUE',
          `There is no discount \`${discount_uid}\`.`,
          `${path}.applied_discounts[${at}].discount_uid`,
        );
    });
  });
}

/** The order as Square would keep it: checked, with every `uid` and the fulfilment's times filled in. */
export function toKeptOrder(draft: OrderDraft, now: Date): OrderDraft {
  requireOpenLocation(draft.location_id, 'order.location_id');
  checkCurrency(draft, 'order');
  const lines = withUids(draft.line_items, 'line', 'order.line_items').map((line, index) => ({
    ...line,
    modifiers: withUids(line.modifiers, `${index + 1}-modifier`, `order.line_items[${index}].modifiers`),
  }));
  const order = {
    ...draft,
    line_items: lines,
    taxes: withUids(draft.taxes, 'tax', 'order.taxes'),
    discounts: withUids(draft.discounts, 'discount', 'order.discounts'),
    service_charges: withUids(draft.service_charges, 'charge', 'order.service_charges'),
    fulfillments: withUids(
      toFulfillments(draft.fulfillments ?? [], now),
      'fulfillment',
      'order.fulfillments',
    ),
  };
  checkApplied(order);
  return order;
}
