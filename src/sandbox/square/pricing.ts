import { SEED_RESTAURANT } from '../seed-menu';
import { checkTaxes, taxesOn, toCharges } from './charges';
import { applyDiscounts, type Share } from './discounts';
import { type ResolvedLine, toLine } from './lines';
import type { OrderDraft, TaxDraft } from './order-shapes';

export const CURRENCY = SEED_RESTAURANT.currency;
/** An amount in the location's currency. */
export const inCurrency = (amount: number) => ({ amount, currency: CURRENCY });

const sum = <T>(entries: T[], amount: (entry: T) => number): number =>
  entries.reduce((total, entry) => total + amount(entry), 0);

function toPricedLine(line: ResolvedLine, share: Share, taxes: TaxDraft[]) {
  const { parts, tax, additiveTax } = taxesOn(share.left, taxes, line.draft);
  const shown = {
    ...line.shown,
    ...(parts.length > 0
      ? {
          applied_taxes: parts.map(({ draft, tax: amount }) => ({
            uid: `${line.draft.uid}-${draft.uid}`,
            tax_uid: draft.uid,
            applied_money: inCurrency(amount),
          })),
        }
      : {}),
    ...(share.applied.length > 0
      ? {
          applied_discounts: share.applied.map(({ uid, amount }) => ({
            uid: `${line.draft.uid}-${uid}`,
            discount_uid: uid,
            applied_money: inCurrency(amount),
          })),
        }
      : {}),
    total_tax_money: inCurrency(tax),
    total_discount_money: inCurrency(share.discount),
    total_money: inCurrency(share.left + additiveTax),
    total_service_charge_money: inCurrency(0),
  };
  return { shown, parts, tax, additiveTax };
}

/**
 * What Square adds to an order: each line's amounts, and the totals. Discounts come first, then service charges before
 * taxes, taxes, and charges on the total: https://developer.squareup.com/docs/orders-api/service-charges, read 2026-11-24.
 */
export function priceOrder(draft: OrderDraft) {
  const taxes = draft.taxes ?? [];
  checkTaxes(taxes);
  const resolved = (draft.line_items ?? []).map((line, index) =>
    toLine(line, `order.line_items[${index}]`, CURRENCY),
  );
  const shares: Share[] = resolved.map(({ draft: line, gross }) => ({
    draft: line,
    left: gross,
    discount: 0,
    applied: [],
  }));
  const discounts = applyDiscounts(draft.discounts ?? [], shares, CURRENCY);
  const lines = resolved.flatMap((line, index) => {
    const share = shares[index];
    return share ? [toPricedLine(line, share, taxes)] : [];
  });
  const subtotal = sum(shares, ({ left }) => left);
  const lineTax = sum(lines, ({ additiveTax }) => additiveTax);
  const charges = toCharges(draft.service_charges ?? [], { subtotal, lineTax, taxes });
  const amounts = {
    discount: sum(shares, ({ discount }) => discount),
    charge: sum(charges, ({ amount }) => amount),
    tax: sum([...lines, ...charges], ({ tax }) => tax),
    total: subtotal + lineTax + sum(charges, ({ amount, additiveTax }) => amount + additiveTax),
  };
  return {
    amounts,
    line_items: lines.map(({ shown }) => shown),
    discounts,
    taxes: taxes.map((tax) => ({
      ...tax,
      type: tax.type ?? 'ADDITIVE',
      scope: tax.scope ?? 'ORDER',
      applied_money: inCurrency(
        sum(lines, ({ parts }) => sum(parts, (part) => (part.draft === tax ? part.tax : 0))) +
          sum(charges, (charge) => (charge.draft.taxable ? taxesOn(charge.amount, [tax]).tax : 0)),
      ),
    })),
    service_charges: charges.map(({ draft: charge, amount, tax, additiveTax }) => ({
      ...charge,
      applied_money: inCurrency(amount),
      total_money: inCurrency(amount + additiveTax),
      total_tax_money: inCurrency(tax),
      taxable: charge.taxable ?? false,
      treatment_type: 'LINE_ITEM_TREATMENT',
      type: 'CUSTOM',
    })),
  };
}
