import MiniSearch from 'minisearch';
import type { Menu } from './schema';

/** A place on the menu: an item, and its size where one is meant. */
export type Place = { item_id: string; variation_id: string | null };
type Named = Place & { method: 'alias' | 'normalized' };

/** A menu made ready for look-ups; build it once per menu. `version` tells readings of different menus apart. */
export type MenuIndex = {
  menu: Menu;
  version: string | null;
  /** Normalised names, sizes and aliases to what they can mean. */
  phrases: Map<string, Named[]>;
  /** The same with the words in any order ("large pepperoni pizza", "Pepperoni Pizza Large"): asked after `phrases`. */
  bags: Map<string, Named[]>;
  /** Item and variation ids. */
  ids: Map<string, Place>;
  /** The names on the menu that come nearest to what was said, best first: for error messages only. */
  nearest(said: string): string[];
};

/** Names as compared: accents, case, punctuation, articles and plural endings do not count. */
export function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/(\d)\s*(?:"|''|in\b|inches\b)/g, '$1 inch')
    .replaceAll('&', ' and ')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:a|an|the|some) (?=\S)/, '')
    .split(' ')
    .map((word) => (word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word))
    .join(' ');
}

/** The words of a normalised phrase in alphabetical order. */
export function bagOf(phrase: string): string {
  return phrase.split(' ').sort().join(' ');
}

/** Every name of every item and size, ready to be looked up. `aliases` are words a restaurant taught us: said → menu name. */
export function buildMenuIndex(
  menu: Menu,
  options: { version?: string; aliases?: Record<string, string> } = {},
): MenuIndex {
  const phrases = new Map<string, Named[]>();
  const bags = new Map<string, Named[]>();
  const ids = new Map<string, Place>();
  const put = (phrase: string, place: Named) => {
    const key = normalise(phrase);
    if (!key) return;
    phrases.set(key, [...(phrases.get(key) ?? []), place]);
    bags.set(bagOf(key), [...(bags.get(bagOf(key)) ?? []), place]);
  };
  for (const item of menu.items) {
    ids.set(item.id, { item_id: item.id, variation_id: null });
    for (const [name, method] of named(item)) put(name, { item_id: item.id, variation_id: null, method });
    for (const size of item.variations) {
      ids.set(size.id, { item_id: item.id, variation_id: size.id });
      for (const [name, method] of named(item)) {
        for (const [sizeName, sizeMethod] of named(size)) {
          const place: Named = {
            item_id: item.id,
            variation_id: size.id,
            method: method === 'alias' ? method : sizeMethod,
          };
          put(`${sizeName} ${name}`, place);
          put(`${name} ${sizeName}`, place);
        }
      }
    }
  }
  for (const [said, meant] of Object.entries(options.aliases ?? {})) {
    const places = phrases.get(normalise(meant));
    if (places)
      phrases.set(
        normalise(said),
        places.map((place) => ({ ...place, method: 'alias' })),
      );
  }
  return { menu, version: options.version ?? null, phrases, bags, ids, nearest: nearestIn(menu) };
}

function named(thing: { name: string; aliases: string[] }): [string, 'normalized' | 'alias'][] {
  return [[thing.name, 'normalized'], ...thing.aliases.map((alias): [string, 'alias'] => [alias, 'alias'])];
}

function nearestIn(menu: Menu): (said: string) => string[] {
  let search: MiniSearch | undefined;
  return (said) => {
    if (!search) {
      search = new MiniSearch({
        fields: ['name'],
        storeFields: ['name'],
        searchOptions: { fuzzy: 0.3, prefix: true },
      });
      search.addAll(menu.items.map((item) => ({ id: item.id, name: item.name })));
    }
    return search
      .search(said)
      .slice(0, 3)
      .map((hit) => String(hit.name));
  };
}
