import type { MenuIndex } from '../../menu/menu-index';
import type { MenuItem } from '../../menu/schema';
import { normalise } from '../../menu/words';
import { hear } from './draft';

type Found = { dish: MenuItem } | { dish: null; near: string[] };
const MOST_NAMED = 6;

/** The one dish that staff mean by these words; else those that come near. A word that several share means none of them, whatever a guest would get for it. */
export function dishCalled(said: string, menu: MenuIndex): Found {
  const { items } = menu.menu;
  const wanted = normalise(said);
  const exact = items.filter(({ name, aliases }) =>
    [name, ...aliases].some((one) => normalise(one) === wanted),
  );
  const sharing = items.filter(({ name }) => holds(normalise(name), wanted));
  for (const found of [exact, sharing]) if (found.length > 0) return only(found);
  const [line, ...more] = hear(said, menu).items;
  const ids = new Set(line?.doubt?.choices.map(({ item_id }) => item_id) ?? [line?.menu_item_id]);
  const heard = more.length === 0 ? items.filter(({ id }) => ids.has(id)) : [];
  return heard.length > 0 ? only(heard) : { dish: null, near: menu.nearest(said) };
}

function only(found: MenuItem[]): Found {
  const [dish, ...others] = found;
  if (dish && others.length === 0) return { dish };
  return { dish: null, near: found.slice(0, MOST_NAMED).map(({ name }) => name) };
}

function holds(name: string, wanted: string): boolean {
  const words = name.split(' ');
  return wanted !== '' && wanted.split(' ').every((word) => words.includes(word));
}
