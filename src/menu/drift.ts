import { spokenMoney } from '../order/money';
import type { Order } from '../order/schema';
import { nameOf, targetOf } from './aliases';
import type { Match } from './match';
import { matchLines } from './match-lines';
import type { MenuIndex } from './menu-index';
import type { Menu } from './schema';

/** What a new menu makes of a line that was clear. */
export type DriftCode = 'gone' | 'unsure' | 'sold_out' | 'price';
export type LineDrift = {
  path: string;
  code: DriftCode;
  /** One sentence with what the menu calls it. */
  say: string;
  /** Dishes that this can come from, the likeliest first. */
  item_ids: string[];
  option_id: string | null;
};

/** What changes for an order that has been taken and not been sent: what was sure and is so no longer, is sold out, or costs something else. */
export function driftOf(order: Pick<Order, 'items'>, before: MenuIndex, after: MenuIndex): LineDrift[] {
  const now = new Map(matchLines(order, after).map(({ path, match }) => [path, match]));
  return matchLines(order, before).flatMap(({ path, match }) => {
    const next = now.get(path);
    // An option of a dish that is gone needs no word of its own.
    if (match.status !== 'sure' || !next) return [];
    const found = compare({ match, menu: before.menu }, { match: next, menu: after.menu });
    if (!found) return [];
    const item_ids = [match.item_id, next.item_id, next.runner_up?.item_id].filter(
      (id) => typeof id === 'string',
    );
    return [{ path, ...found, item_ids, option_id: match.option_id }];
  });
}

type Reading = { match: Match; menu: Menu };

function compare(was: Reading, is: Reading): { code: DriftCode; say: string } | null {
  const name = nameIn(was) ?? '';
  if (is.match.status === 'none') return { code: 'gone', say: `${name} is no longer on the menu.` };
  if (is.match.status === 'unsure') return { code: 'unsure', say: `${name}: ${is.match.reason}` };
  const other = nameIn(is);
  if (other !== name)
    return { code: 'gone', say: `${name} is no longer on the menu; it would be read as ${other}.` };
  if (isAvailable(was) && !isAvailable(is)) return { code: 'sold_out', say: `${name} is sold out.` };
  const [old, price] = [priceIn(was), priceIn(is)];
  if (old === price) return null;
  return {
    code: 'price',
    say: `${name} costs ${inWords(price, is.menu)} instead of ${inWords(old, was.menu)}.`,
  };
}

function placeIn({ match, menu }: Reading) {
  const { item_id, variation_id, option_id } = match;
  const place = { item_id: item_id ?? '', variation_id, option_id };
  return { place, target: targetOf(menu, place) };
}

function nameIn({ match, menu }: Reading): string | null {
  return nameOf(menu, placeIn({ match, menu }).place);
}

function isAvailable(reading: Reading): boolean {
  const { target } = placeIn(reading);
  return [target?.item, target?.size, target?.option].every((one) => one?.available !== false);
}

function priceIn(reading: Reading): number | null {
  const { target } = placeIn(reading);
  const [only] = target?.item.variations.length === 1 ? target.item.variations : [];
  return (target?.option ?? target?.size ?? only ?? target?.item)?.price ?? null;
}

function inWords(price: number | null, { currency }: Menu): string {
  return price === null ? 'an open price' : spokenMoney(price, currency);
}
