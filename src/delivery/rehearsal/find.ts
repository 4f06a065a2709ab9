import { spokenMoney } from '../../order/money';
import type { Shop } from '../../order/shop';
import type { Prepared } from '../../pos/prepare';
import type { Finding, RehearsedLine } from './finding';

type Context = {
  /** What the POS would charge; null where it does not tell. */
  total: number | null;
  shop: Shop;
  vendor: { name: string };
};

/** What is not yet as it should be: words that the menu does not know, and a price other than the guest was told. */
export function foundIn({ order, unmatched }: Prepared, { total, shop, vendor }: Context): Finding[] {
  const words = unmatched.map(({ said }): Finding => {
    const message = `"${said}" is not on the menu: it would go in words, marked CHECK. Teach it as a word your guests use.`;
    return { kind: 'unmatched', message };
  });
  const told = order.quoted_total;
  if (told === null || total === null || Math.abs(total - told) <= shop.price_gap) return words;
  const money = (amount: number) => spokenMoney(amount, order.currency);
  const message = `The guest was told ${money(told)}; ${vendor.name} would charge ${money(total)}.`;
  return [...words, { kind: 'price', message }];
}

/** The lines by the menu's own names, as staff would ring them up. */
export function linesOf({ order, matches }: Prepared): RehearsedLine[] {
  const { items = [] } = order.menu ?? {};
  return order.items.map(({ name, quantity, check }, index) => {
    const match = matches.find(({ path }) => path === `items[${index}]`)?.match;
    const item = check ? undefined : items.find(({ id }) => id === match?.item_id);
    const size = item?.variations.find(({ id }) => id === match?.variation_id);
    const isSized = size && item && item.variations.length > 1;
    return { name: isSized ? `${item.name} ${size.name}` : (item?.name ?? name), quantity };
  });
}
