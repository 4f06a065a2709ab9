import { createHash } from 'node:crypto';
import { menuAt } from '../menu/availability';
import type { Menu } from '../menu/schema';
import { differences } from '../order/differences';
import type { Shop } from '../order/shop';
import type { Scope } from '../store/records';
import type { Services } from './services';

/** A shop's menu as it is now; `version` tells readings of different menus apart, null where none was stored. */
export type CurrentMenu = { menu: Menu; version: string | null };

/** The stored menu with what staff marked as sold out. A shop without one has an empty menu. */
export async function currentMenu(
  { store, now }: Pick<Services, 'store' | 'now'>,
  scope: Scope,
  shop: Shop,
): Promise<CurrentMenu> {
  const stored = await store.menu(scope, shop.id);
  if (!stored) return { menu: emptyMenu(shop), version: null };
  const marks = await store.availability(scope, shop.id);
  return { menu: menuAt(stored.body as Menu, marks, { at: now() }), version: stored.version };
}

export const emptyMenu = ({ currency }: Pick<Shop, 'currency'>): Menu => ({
  currency,
  items: [],
  option_groups: [],
});

export function menuVersion(menu: Menu): string {
  return createHash('sha256').update(JSON.stringify(menu)).digest('hex').slice(0, 12);
}

/** Where a new menu goes. */
export type MenuPlace = {
  scope: Scope;
  /** Whoever brings it; null: the server by itself. */
  key_id: string | null;
  shop: Shop;
  /** It is only looked at, and nothing is stored. */
  preview: boolean;
  /** The version that it takes the place of, where whoever brings it knows only that one. */
  replaces?: string;
};

export type MenuChange = {
  kind: 'item' | 'option_group';
  id: string;
  name: string;
  change: 'added' | 'changed' | 'removed';
};

/** What a new menu changes, by id. */
export function menuChanges(before: Menu, after: Menu): MenuChange[] {
  return [
    ...changesIn('item', before.items, after.items),
    ...changesIn('option_group', before.option_groups, after.option_groups),
  ];
}

type Entry = { id: string; name: string };

function changesIn(kind: MenuChange['kind'], before: Entry[], after: Entry[]): MenuChange[] {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const kept = new Set(after.map((entry) => entry.id));
  const toChange =
    (change: MenuChange['change']) =>
    ({ id, name }: Entry) => ({ kind, id, name, change });
  return [
    ...after.filter(({ id }) => !old.has(id)).map(toChange('added')),
    ...after
      .filter((entry) => old.has(entry.id) && differences(old.get(entry.id), entry).length > 0)
      .map(toChange('changed')),
    ...before.filter(({ id }) => !kept.has(id)).map(toChange('removed')),
  ];
}
