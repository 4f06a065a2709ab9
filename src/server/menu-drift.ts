import { targetOf } from '../menu/aliases';
import { driftOf, type LineDrift } from '../menu/drift';
import { groupsOf } from '../menu/match';
import type { Menu } from '../menu/schema';
import type { MenuChange, MenuPlace } from './menu';
import { aliasesFor } from './menu-indexes';
import type { Services } from './services';

/** An order still to be sent that a change of the menu concerns. */
export type HitOrder = { id: string; number: string } & Pick<LineDrift, 'path' | 'code' | 'say'>;
/** A change with what it hits: words that mean nothing any more, and orders still to be sent. */
export type ChangeWithHits = MenuChange & {
  aliases: { id: string; said: string }[];
  orders: HitOrder[];
};
type Look = Pick<MenuPlace, 'scope' | 'shop'> & { changed: MenuChange[]; before: Menu; after: Menu };
type Parts = Pick<Services, 'store' | 'menus'>;

/** What a new menu hits, before it hurts. */
export async function hitsOf(look: Look, services: Parts): Promise<ChangeWithHits[]> {
  const changed = look.changed.map((change): ChangeWithHits => ({ ...change, aliases: [], orders: [] }));
  if (changed.length === 0) return changed;
  await addAliases(changed, look, services);
  await addOrders(changed, look, services);
  return changed;
}

async function addAliases(changed: ChangeWithHits[], { scope, shop, before, after }: Look, { store }: Parts) {
  for (const alias of aliasesFor(shop.id, await store.aliases(scope))) {
    if (!targetOf(before, alias) || targetOf(after, alias)) continue;
    const { id, said, item_id, option_id } = alias;
    causeIn(changed, { before, item_ids: [item_id], option_id })?.aliases.push({ id, said });
  }
}

async function addOrders(
  changed: ChangeWithHits[],
  { scope, shop, before, after }: Look,
  { store, menus }: Parts,
) {
  const waiting = await store.ordersToSend(scope, shop.id);
  if (waiting.length === 0) return;
  const was = await menus.of(scope, shop);
  const is = await menus.would(scope, shop, { menu: after });
  if (!was || !is) return;
  for (const { id, number, order } of waiting) {
    for (const { item_ids, option_id, ...drift } of driftOf(order, was, is)) {
      causeIn(changed, { before, item_ids, option_id })?.orders.push({ id, number, ...drift });
    }
  }
}

type Hit = { before: Menu; item_ids: string[]; option_id: string | null };

/** The change that something comes from: of the option's group, else of the dish; never none, so that nothing is kept quiet. */
function causeIn(
  changed: ChangeWithHits[],
  { before, item_ids, option_id }: Hit,
): ChangeWithHits | undefined {
  const groups = option_id === null ? [] : item_ids.flatMap((id) => groupsOf(before, id));
  const group_ids = groups
    .filter(({ options }) => options.some(({ id }) => id === option_id))
    .map(({ id }) => id);
  const find = (kind: MenuChange['kind'], ids: string[]) =>
    ids.map((id) => changed.find((one) => one.kind === kind && one.id === id)).find(Boolean);
  return find('option_group', group_ids) ?? find('item', item_ids) ?? changed[0];
}
