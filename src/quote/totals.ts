import { spokenMoney } from '../order/money';
import type { Order } from '../order/schema';
import type { Shop } from '../order/shop';
import { speechFor } from '../order/speech/texts';
import type { PosPrice } from '../pos/price';

/** What an order costs, minor units; null: not known. The tip stands apart, as in every total here. */
export type Totals = {
  subtotal: number | null;
  charges: number;
  discounts: number;
  tax: number | null;
  tip: number;
  total: number | null;
  currency: string;
};

/** What charges or discounts come to. */
export const sumOf = (amounts: { amount: number }[]) => amounts.reduce((sum, { amount }) => sum + amount, 0);

/** Our own totals from the menu's prices; what the tax comes to only the POS knows. */
export function ourTotals(order: Order, dishes: number | null): Totals {
  const charges = sumOf(order.charges);
  const discounts = sumOf(order.discounts);
  const total = dishes === null ? null : Math.max(0, dishes + charges - discounts);
  return { ...plain(order), subtotal: dishes, charges, discounts, tax: null, total };
}

/** The POS's total, with its tax apart. */
export function posTotals(order: Order, { total, tax }: PosPrice): Totals {
  const charges = sumOf(order.charges);
  const discounts = sumOf(order.discounts);
  return { ...plain(order), subtotal: total - tax - charges + discounts, charges, discounts, tax, total };
}

function plain({ tip, currency }: Order) {
  return { tip, currency };
}

/** Where menus show prices without the tax. */
const TAX_ON_TOP = new Set(['US', 'CA']);

/** Whether the guest pays tax beyond this total. */
export function isBeforeTax({ tax }: Totals, { country }: Pick<Shop, 'country'>): boolean {
  return tax === null && TAX_ON_TOP.has(country);
}

/** The total as a voice says it. */
export function totalSentence(totals: Totals, shop: Pick<Shop, 'country' | 'language'>): string {
  const speech = speechFor(shop.language);
  const { total, currency } = totals;
  if (total === null) return speech.noTotal;
  return speech.total(spokenMoney(total, currency), isBeforeTax(totals, shop));
}
