import { parseOrder } from '../../src/order/parse';
import { InputProblems, type Problem } from '../../src/order/problems';
import type { Order, ShopContext } from '../../src/order/schema';

export const newYork: ShopContext = { currency: 'USD', country: 'US', timezone: 'America/New_York' };
export const tokyo: ShopContext = { currency: 'JPY', country: 'JP', timezone: 'Asia/Tokyo' };
export const kuwait: ShopContext = { currency: 'KWD', country: 'KW', timezone: 'Asia/Kuwait' };

/** The smallest order there is, with fields of its own on top. */
export const oneItem = (item: object = {}, order: object = {}) => ({
  items: [{ name: 'pizza', quantity: '1', ...item }],
  ...order,
});

export function parseItem(item: object, shop = newYork): Order['items'][number] {
  const [parsed] = parseOrder(oneItem(item), shop).items;
  if (!parsed) throw new Error('The order lost its item.');
  return parsed;
}

/** What is wrong with an input, as a caller is told. */
export function problemsOf(input: unknown, shop = newYork): Problem[] {
  try {
    parseOrder(input, shop);
  } catch (error) {
    if (error instanceof InputProblems) return error.problems;
    throw error;
  }
  return [];
}
