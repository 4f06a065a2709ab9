import type { Match } from '../menu/match';
import { matchLines } from '../menu/match-lines';
import type { MenuIndex } from '../menu/menu-index';
import { itemOf } from '../menu/menu-items';
import { normalise } from '../menu/words';
import type { Order } from '../order/schema';
import type { Shop } from '../order/shop';
import type { OrderRecord, Scope } from '../store/records';
import { newestOrders } from './newest-orders';
import type { Services } from './services';

/** A line or option of an order that the menu does not know for certain. */
export type UnsureWord = {
  said: string;
  status: 'unsure' | 'none';
  /** Where it was said last. */
  order: { id: string; number: string; path: string; at: number };
  /** In how many of the orders that were looked at. */
  times: number;
  /** What it would be taken for. */
  guess: string | null;
  runnerUp: string | null;
};

const DAYS = 30;
const MOST_ORDERS = 500;
const SHOWN = 40;

type Looking = { shop: Shop; scope: Scope };

/** The newest words of a shop's guests that its menu does not know for certain today; null where it has no menu. */
export async function unsureWords(
  { shop, scope }: Looking,
  services: Pick<Services, 'store' | 'menus' | 'now'>,
): Promise<UnsureWord[] | null> {
  const index = await services.menus.of(scope, shop);
  if (!index) return null;
  const since = services.now() - DAYS * 86_400_000;
  const words = new Map<string, UnsureWord>();
  const walk = { scope, location_id: shop.id, since, most: MOST_ORDERS };
  for await (const record of newestOrders(walk, services)) {
    for (const word of wordsIn(record, index)) {
      const key = `${word.order.path.includes('options')} ${normalise(word.said)}`;
      const known = words.get(key);
      if (known) known.times += 1;
      else words.set(key, word);
    }
  }
  return [...words.values()].slice(0, SHOWN);
}

function wordsIn(record: OrderRecord, index: MenuIndex): UnsureWord[] {
  const { id, number, order, created_at } = record;
  return matchLines(order, index).flatMap(({ path, match }): UnsureWord[] => {
    const { status } = match;
    const said = saidAt(order, path);
    if (status === 'sure' || said === undefined || normalise(said) === '') return [];
    return [
      {
        ...{ said, status, times: 1, guess: guessOf(match, index) },
        order: { id, number, path, at: created_at },
        runnerUp: itemOf(index.menu, match.runner_up?.item_id ?? null)?.name ?? null,
      },
    ];
  });
}

/** What was said at a place of an order: `items[1]` or `items[1].options[0]`. */
export function saidAt(order: Pick<Order, 'items'>, path: string): string | undefined {
  const [, line, option] = /^items\[(\d{1,3})\](?:\.options\[(\d{1,3})\])?$/.exec(path) ?? [];
  const item = order.items[Number(line)];
  return option === undefined ? item?.name : item?.options[Number(option)]?.name;
}

/** The dish or option that the words would be taken for, by its name. */
export function guessOf({ item_id, variation_id, option_id }: Match, { menu }: MenuIndex): string | null {
  const options = menu.option_groups.flatMap((group) => group.options);
  if (option_id !== null) return options.find(({ id }) => id === option_id)?.name ?? null;
  const item = itemOf(menu, item_id);
  const size = item?.variations.find(({ id }) => id === variation_id);
  return item ? [size?.name, item.name].filter(Boolean).join(' ') : null;
}
