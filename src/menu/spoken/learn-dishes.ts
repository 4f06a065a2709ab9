import type { LanguagePack } from '../language/pack';
import type { MenuIndex, Place } from '../menu-index';
import { itemOf } from '../menu-items';
import type { Menu } from '../schema';
import { normalise } from '../words';
import type { Lexicon } from './lexicon';
import { Parts } from './parts';
import type { How, Sense } from './senses';

/** Dishes and their sizes by all their names. */
export function learnDishes(lexicon: Lexicon, index: MenuIndex, pack: LanguagePack): void {
  const isSized = sizedIn(index);
  for (const [phrase, places] of index.phrases) {
    const meant = places.filter((place) => !isSized(phrase, place));
    const senses = meant.map((place): Sense => ({ kind: 'item', ...bare(place), how: howOf(place.method) }));
    lexicon.learn(phrase, senses);
  }
  const names = index.menu.items.map(({ name }) => name);
  const parts = new Parts(names, lexicon.kinds, foodsOf(index.menu));
  for (const item of index.menu.items) {
    for (const { words, how } of parts.of(item.name))
      lexicon.learn(words, [{ kind: 'item', item_id: item.id, variation_id: null, how }]);
  }
  learnSizes(lexicon, index.menu, pack);
}

/** Every word of an option's name. */
function foodsOf({ option_groups }: Menu): Set<string> {
  const names = option_groups.flatMap(({ options }) => options.map(({ name }) => name));
  return new Set(names.flatMap((name) => normalise(name).split(' ')));
}

function bare(place: { item_id: string; variation_id: string | null }) {
  return { item_id: place.item_id, variation_id: place.variation_id };
}

/** A size and a dish: they are heard one by one, as words may stand between them. */
function sizedIn({ menu, phrases }: MenuIndex): (phrase: string, place: Place) => boolean {
  const namesOf = remembered();
  const isDish = (phrase: string, id: string) =>
    phrases.get(phrase)?.some((one) => one.item_id === id && !one.variation_id) === true;
  return (phrase, { item_id, variation_id }) => {
    if (variation_id === null) return false;
    const size = itemOf(menu, item_id)?.variations.find(({ id }) => id === variation_id);
    return (size ? namesOf(size) : []).some((name) => {
      const isBefore = phrase.startsWith(`${name} `) && isDish(phrase.slice(name.length + 1), item_id);
      return isBefore || (phrase.endsWith(` ${name}`) && isDish(phrase.slice(0, -name.length - 1), item_id));
    });
  };
}

/** The names of a size as compared; many sizes have the same ones. */
function remembered(): (size: { name: string; aliases: string[] }) => string[] {
  const known = new Map<string, string>();
  return ({ name, aliases }) =>
    [name, ...aliases].map((one) => {
      const words = known.get(one) ?? normalise(one);
      known.set(one, words);
      return words;
    });
}

function howOf(method: string): How {
  return method === 'alias' ? 'alias' : 'name';
}

function learnSizes(lexicon: Lexicon, menu: Menu, { sizeWords }: LanguagePack): void {
  const endings = new Set(sizeWords.map(normalise));
  const namesOf = remembered();
  for (const item of menu.items) {
    for (const size of item.variations) {
      for (const [at, name] of namesOf(size).entries()) {
        const how = at === 0 ? 'name' : 'alias';
        const sense = { kind: 'size', item_id: item.id, variation_id: size.id } as const;
        const stems = name.split(' ');
        lexicon.learn(stems.join(' '), [{ ...sense, how }]);
        if (stems.length > 1 && endings.has(stems.at(-1) ?? ''))
          lexicon.learn(stems.slice(0, -1).join(' '), [{ ...sense, how: 'part' }]);
      }
    }
  }
}
