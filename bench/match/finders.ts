import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { buildMenuIndex } from '../../src/menu/menu-index';
import { parseOrderText } from '../../src/menu/parse';
import type { Menu } from '../../src/menu/schema';
import type { Phrase } from './phrases';

/** The ids of the dishes that a phrase names; who only searches gives as many as are meant. */
export type Find = (phrase: Phrase) => string[];

export function byReader(menu: Menu): Find {
  const index = buildMenuIndex(menu);
  return ({ said }) => parseOrderText(said, index).items.map(({ match: { item_id } }) => item_id ?? '');
}

export function byFuse(menu: Menu): Find {
  const fuse = new Fuse(menu.items, { keys: ['name'], ignoreLocation: true });
  return ({ said, dishes }) => fuse.search(said, { limit: dishes.length }).map(({ item }) => item.id);
}

export function byMiniSearch(menu: Menu): Find {
  const search = new MiniSearch({ fields: ['name'], searchOptions: { fuzzy: 0.2, prefix: true } });
  search.addAll(menu.items.map(({ id, name }) => ({ id, name })));
  return ({ said, dishes }) =>
    search
      .search(said)
      .slice(0, dishes.length)
      .map(({ id }) => String(id));
}
