import type { Order } from '../order/schema';
import { type Match, matchItem, matchOption } from './match';
import type { MenuIndex } from './menu-index';

export type LineMatch = { path: string; match: Match };

/** What the menu says to every line and option of an order; an option is only looked up where its dish is sure. */
export function matchLines(order: Pick<Order, 'items'>, index: MenuIndex): LineMatch[] {
  return order.items.flatMap((item, at) => {
    const match = matchItem(index, item);
    const line = { path: `items[${at}]`, match };
    const { item_id } = match;
    if (match.status !== 'sure' || item_id === null) return [line];
    const options = item.options.map((option, number) => ({
      path: `items[${at}].options[${number}]`,
      match: matchOption(index, item_id, option),
    }));
    return [line, ...options];
  });
}
