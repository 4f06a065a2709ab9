import MiniSearch from 'minisearch';
import { itemOf } from './menu-items';
import type { Menu, MenuItem } from './schema';
import { normalise } from './words';

/** A place on the menu: an item, and its size where one is meant. */
export type Place = { item_id: string; variation_id: string | null };
type Named = Place & { method: 'alias' | 'normalized' };
type Aliases = Record<string, string | Place>;

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

/** The words of a normalised phrase in alphabetical order. */
export function bagOf(phrase: string): string {
  return phrase.split(' ').sort().join(' ');
}

/** Every name of every item and size, ready to be looked up. `aliases` are words a restaurant taught us: said → the menu's name, or its place. */
export function buildMenuIndex(menu: Menu, options: { version?: string; aliases?: Aliases } = {}): MenuIndex {
  const phrases = new Map<string, Named[]>();
  for (const item of menu.items) {
    for (const [phrase, place] of phrasesOf(item, named(item))) {
      const key = normalise(phrase);
      if (key) phrases.set(key, [...(phrases.get(key) ?? []), place]);
    }
  }
  teach(phrases, menu, options.aliases ?? {});
  return {
    menu,
    version: options.version ?? null,
    phrases,
    bags: bagsOf(phrases),
    ids: idsOf(menu),
    nearest: nearestIn(menu),
  };
}

/** An item under these names, alone and with each of its sizes before or after. */
function phrasesOf(item: MenuItem, names: Name[]): [string, Named][] {
  const alone = names.map(([name, method]): [string, Named] => [
    name,
    { item_id: item.id, variation_id: null, method },
  ]);
  const sized = names.flatMap(([name, method]) =>
    item.variations.flatMap((size) =>
      named(size).flatMap(([sizeName, sizeMethod]): [string, Named][] => {
        const place: Named = {
          item_id: item.id,
          variation_id: size.id,
          method: method === 'alias' ? method : sizeMethod,
        };
        return [
          [`${sizeName} ${name}`, place],
          [`${name} ${sizeName}`, place],
        ];
      }),
    ),
  );
  return [...alone, ...sized];
}

/** What a restaurant taught wins over the menu's own names; taught words take sizes too ("large the works"). */
function teach(phrases: MenuIndex['phrases'], menu: Menu, aliases: Aliases): void {
  const placesOf = (meant: string | Place): Place[] =>
    typeof meant === 'string' ? (phrases.get(normalise(meant)) ?? []) : [meant];
  const taught = Object.entries(aliases).map(([said, meant]) => [said, placesOf(meant)] as const);
  for (const [said, places] of taught) {
    const learned = new Map<string, Named[]>();
    for (const place of places) {
      const item = itemOf(menu, place.item_id);
      const alias: Named = { ...place, method: 'alias' };
      const entries: [string, Named][] =
        item && place.variation_id === null ? phrasesOf(item, [[said, 'alias']]) : [[said, alias]];
      for (const [phrase, meaning] of entries) {
        const key = normalise(phrase);
        learned.set(key, [...(learned.get(key) ?? []), meaning]);
      }
    }
    for (const [key, meanings] of learned) if (key) phrases.set(key, meanings);
  }
}

function bagsOf(phrases: MenuIndex['phrases']): MenuIndex['bags'] {
  const bags: MenuIndex['bags'] = new Map();
  for (const [phrase, places] of phrases) {
    const bag = bagOf(phrase);
    bags.set(bag, [...(bags.get(bag) ?? []), ...places]);
  }
  return bags;
}

/** Ids to places. A size's id that several items use says nothing without its item. */
function idsOf(menu: Menu): Map<string, Place> {
  const sizes = menu.items.flatMap((item) => item.variations.map((size) => ({ item, size })));
  const count = new Map<string, number>();
  for (const { size } of sizes) count.set(size.id, (count.get(size.id) ?? 0) + 1);
  return new Map<string, Place>([
    ...sizes
      .filter(({ size }) => count.get(size.id) === 1)
      .map(({ item, size }): [string, Place] => [size.id, { item_id: item.id, variation_id: size.id }]),
    ...menu.items.map((item): [string, Place] => [item.id, { item_id: item.id, variation_id: null }]),
  ]);
}

type Name = [string, 'normalized' | 'alias'];

function named(thing: { name: string; aliases: string[] }): Name[] {
  return [[thing.name, 'normalized'], ...thing.aliases.map((alias): Name => [alias, 'alias'])];
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
