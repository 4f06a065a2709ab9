import type { Shop, ShopSettings } from '../../order/shop';
import type { Premises } from './premises';

/** What the variables of the first start set, before there is a shop to change. */
const VARIABLES: Partial<Record<keyof ShopSettings, string>> = {
  email: 'RESTAURANT_EMAIL',
  timezone: 'RESTAURANT_TIMEZONE',
  currency: 'RESTAURANT_CURRENCY',
};

/** The one sentence that changes a setting of a shop: a variable before the first start, and never after it. */
export function changeShop(
  { books }: Pick<Premises, 'books'>,
  { id }: Shop,
  change: Partial<Record<keyof ShopSettings, unknown>>,
): string {
  const [[key = '', value] = []] = Object.entries(change);
  const variable = VARIABLES[key as keyof ShopSettings];
  if (books.state === 'none' && variable) return `Set ${variable}=${value} in .env before the first start.`;
  return `Change the shop: PATCH /v1/locations/${id} ${JSON.stringify(change)}`;
}
