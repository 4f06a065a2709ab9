import { matchLines } from '../menu/match-lines';
import type { MenuIndex } from '../menu/menu-index';
import type { OrderRecord } from '../store/records';
import type { Access } from './access';
import type { CheckedAlias } from './alias-input';
import { newestOrders } from './newest-orders';
import type { Services } from './services';

const DAYS = 90;
const MOST_ORDERS = 2_000;
const SHOWN = 20;

/** How many orders of the past words would have made a difference to. */
export type AliasPreview = {
  /** How many orders of how many days were looked at. */
  looked_at: number;
  days: number;
  /** Orders with a line that nobody was sure of. */
  fixes: number;
  /** Orders with a line that was sure, and would mean something else. */
  changes: number;
  say: string;
  orders: { id: string; number: string; path: string; effect: 'fixes' | 'changes' }[];
};

/** Reads the orders of the past again, as if these words had been taught then. */
export async function previewAlias(
  { alias, shops }: CheckedAlias,
  { scope }: Access,
  services: Pick<Services, 'store' | 'menus' | 'now'>,
): Promise<AliasPreview> {
  const { menus } = services;
  const since = services.now() - DAYS * 86_400_000;
  const found: AliasPreview['orders'] = [];
  let looked_at = 0;
  for (const id of shops) {
    const before = await menus.of(scope, { id });
    const after = await menus.would(scope, { id }, { alias });
    if (!before || !after) continue;
    for await (const record of newestOrders({ scope, location_id: id, since, most: MOST_ORDERS }, services)) {
      looked_at += 1;
      found.push(...effectsOn(record, before, after));
    }
  }
  const count = (effect: string) =>
    new Set(found.filter((one) => one.effect === effect).map((one) => one.id)).size;
  const [fixes, changes] = [count('fixes'), count('changes')];
  return {
    looked_at,
    days: DAYS,
    fixes,
    changes,
    say: inWords(fixes, changes),
    orders: found.slice(0, SHOWN),
  };
}

const PLACE = ['item_id', 'variation_id', 'option_id'] as const;

function effectsOn(
  { id, number, order }: OrderRecord,
  before: MenuIndex,
  after: MenuIndex,
): AliasPreview['orders'] {
  const old = new Map(matchLines(order, before).map(({ path, match }) => [path, match]));
  const lines = matchLines(order, after).filter(({ match }) => match.status === 'sure');
  return lines.flatMap(({ path, match }): AliasPreview['orders'] => {
    const was = old.get(path);
    if (!was) return [];
    if (was.status !== 'sure') return [{ id, number, path, effect: 'fixes' }];
    const isSame = PLACE.every((key) => was[key] === match[key]);
    return isSame ? [] : [{ id, number, path, effect: 'changes' }];
  });
}

function inWords(fixes: number, changes: number): string {
  const orders = (count: number) => (count === 1 ? '1 order' : `${count} orders`);
  const changed = changes > 0 ? ` ${orders(changes)} would mean something else than now.` : '';
  return fixes === 0
    ? `It would have fixed no order.${changed}`
    : `It would have fixed ${orders(fixes)}.${changed}`;
}
