import type { LanguagePack, Role } from '../language/pack';
import type { MenuIndex } from '../menu-index';
import { ACTION_WORDS } from '../said-as';
import type { Menu, OptionGroup } from '../schema';
import { normalise } from '../words';
import { Addresses } from './address';
import { Parts } from './parts';
import { Spelling } from './spelling';
import { Times } from './when';

/**
 * `part`: some words of the menu's name that can hardly mean anything else ("salsa" for "Tomato Salsa", "caesar" where there are
 * several salads); `hint`: words that only begin a name ("onion" for "Onion Rings").
 */
export type How = 'name' | 'alias' | 'part' | 'hint';
export type ItemSense = { kind: 'item'; item_id: string; variation_id: string | null; how: How };
export type SizeSense = { kind: 'size'; item_id: string; variation_id: string; how: How };
export type OptionSense = { kind: 'option'; group_id: string; option_id: string; how: How };
/** The surest first. */
export const RANK: Record<How, number> = { name: 0, alias: 0, part: 1, hint: 2 };
export const isWhole = ({ how }: { how: How }) => RANK[how] === 0;

/** What a phrase can mean on the menu. */
export type Sense = ItemSense | SizeSense | OptionSense;
/** A phrase that is known: what it means on the menu, what it does in an order, or which number it is. */
export type Entry = { senses: Sense[]; role: Role | null; number: number | null; groups: string[] };
export type Node = { next: Map<string, Node>; entry: Entry | null };

/** All phrases that can be understood: a menu's and a language's. */
export type Lexicon = {
  root: Node;
  /** Phrases without their spaces, for what is written in one word here and in two there. */
  joined: Map<string, Entry>;
  spelling: Spelling;
  /** Digits to the word for them and back. */
  digits: Map<string, string>;
  /** This language's words for food, as stems of the menu's language. */
  food: Map<string, string[][]>;
  /** General words for food, with the words that they add nothing to. */
  kinds: Map<string, Set<string>>;
  times: Times;
  addresses: Addresses;
  /** What each phrase has been taught already. */
  known: Map<Entry, Map<string, Sense>>;
};

export function buildLexicon(index: MenuIndex, pack: LanguagePack): Lexicon {
  const lexicon: Lexicon = {
    root: node(),
    joined: new Map(),
    spelling: new Spelling(),
    digits: new Map(),
    food: new Map(),
    kinds: kindsOf(pack),
    times: new Times(pack),
    addresses: new Addresses(pack),
    known: new Map(),
  };
  for (const [phrase, places] of index.phrases) {
    const senses = places.map((place): Sense => ({ kind: 'item', ...bare(place), how: howOf(place.method) }));
    learn(lexicon, phrase, senses);
  }
  const parts = new Parts(
    index.menu.items.map(({ name }) => name),
    lexicon.kinds,
  );
  for (const item of index.menu.items) {
    for (const { words, how } of parts.of(item.name))
      learn(lexicon, words, [{ kind: 'item', item_id: item.id, variation_id: null, how }]);
  }
  learnSizes(lexicon, index.menu, pack);
  for (const group of index.menu.option_groups) learnOptions(lexicon, group);
  learnLanguage(lexicon, pack);
  for (const group of index.menu.option_groups) learnGroup(lexicon, group);
  return lexicon;
}

function kindsOf({ kinds }: LanguagePack): Lexicon['kinds'] {
  return new Map(
    Object.entries(kinds).map(([general, some]) => [normalise(general), new Set(some.map(normalise))]),
  );
}

function node(): Node {
  return { next: new Map(), entry: null };
}

function bare(place: { item_id: string; variation_id: string | null }) {
  return { item_id: place.item_id, variation_id: place.variation_id };
}

function howOf(method: string): How {
  return method === 'alias' ? 'alias' : 'name';
}

function learnSizes(lexicon: Lexicon, menu: Menu, { sizeWords }: LanguagePack): void {
  const endings = new Set(sizeWords.map(normalise));
  for (const item of menu.items) {
    for (const size of item.variations) {
      for (const name of [size.name, ...size.aliases]) {
        const how = name === size.name ? 'name' : 'alias';
        const sense = { kind: 'size', item_id: item.id, variation_id: size.id } as const;
        const stems = normalise(name).split(' ');
        learn(lexicon, stems.join(' '), [{ ...sense, how }]);
        if (stems.length > 1 && endings.has(stems.at(-1) ?? ''))
          learn(lexicon, stems.slice(0, -1).join(' '), [{ ...sense, how: 'part' }]);
      }
    }
  }
}

/** An option whose name says what to do with it ("Extra Cheese") is heard by the food alone: the action has its own words. */
function learnOptions(lexicon: Lexicon, group: OptionGroup): void {
  const leads = new Set(ACTION_WORDS.map(normalise));
  const parts = new Parts(
    group.options.map(({ name }) => name),
    lexicon.kinds,
  );
  for (const option of group.options) {
    for (const name of [option.name, ...option.aliases]) {
      const sense = { kind: 'option', group_id: group.id, option_id: option.id } as const;
      const phrase = withoutLead(normalise(name), leads);
      learn(lexicon, phrase, [{ ...sense, how: name === option.name ? 'name' : 'alias' }]);
      if (name !== option.name) continue;
      for (const { words, how } of parts.of(phrase)) learn(lexicon, words, [{ ...sense, how }]);
    }
  }
}

/** A group's name is never ordered itself: "for toppings", "all the toppings". */
function learnGroup(lexicon: Lexicon, group: OptionGroup): void {
  for (const name of [group.name, ...group.aliases].map(normalise)) {
    if (name === '') continue;
    entryAt(lexicon, name).groups.push(group.id);
    for (const word of new Set([name, ...name.split(' ')])) {
      const entry = entryAt(lexicon, word);
      if (entry.senses.length === 0 && entry.number === null) entry.role ??= 'filler';
    }
  }
}

function withoutLead(phrase: string, leads: Set<string>): string {
  const [first = '', ...rest] = phrase.split(' ');
  return rest.length > 0 && leads.has(first) ? rest.join(' ') : phrase;
}

function learnLanguage(lexicon: Lexicon, pack: LanguagePack): void {
  for (const [word, value] of Object.entries(pack.numbers)) {
    entryAt(lexicon, stemsOf(word), true).number = value;
    if (!word.includes(' ')) {
      lexicon.digits.set(String(value), stemsOf(word));
      lexicon.digits.set(stemsOf(word), String(value));
    }
  }
  for (const [role, said] of Object.entries(pack.words) as [Role, string[]][]) {
    for (const phrase of said) {
      const entry = entryAt(lexicon, stemsOf(phrase), true);
      entry.role ??= role;
    }
  }
  for (const [word, meant] of pack.food) {
    const key = stemsOf(word);
    lexicon.food.set(key, [...(lexicon.food.get(key) ?? []), stemsOf(meant).split(' ')]);
  }
}

/** Unlike names on a menu, what a language says keeps its articles: "a little" is not "little". */
function stemsOf(phrase: string): string {
  return normalise(`x ${phrase.replaceAll('the ', '')}`).slice(2);
}

function learn(lexicon: Lexicon, phrase: string, senses: Sense[]): void {
  if (phrase === '') return;
  const entry = entryAt(lexicon, phrase);
  const known = lexicon.known.get(entry) ?? new Map<string, Sense>();
  lexicon.known.set(entry, known);
  for (const sense of senses) {
    const key = JSON.stringify({ ...sense, how: null });
    const before = known.get(key);
    if (before && RANK[sense.how] < RANK[before.how]) before.how = sense.how;
    if (before) continue;
    const own = { ...sense };
    entry.senses.push(own);
    known.set(key, own);
  }
  const key = joinKey(phrase.split(' '));
  if (key.length >= 6) lexicon.joined.set(key, entry);
}

function entryAt(lexicon: Lexicon, phrase: string, language = false): Entry {
  let at = lexicon.root;
  for (const stem of phrase.split(' ')) {
    const next = at.next.get(stem) ?? node();
    at.next.set(stem, next);
    lexicon.spelling.learn(stem, language);
    at = next;
  }
  at.entry ??= { senses: [], role: null, number: null, groups: [] };
  return at.entry;
}

/** Stems differ in a silent e where a word is split; without any they are one. */
export function joinKey(stems: string[]): string {
  return stems.join('').replaceAll('e', '');
}
