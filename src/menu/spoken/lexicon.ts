import type { LanguagePack, Role } from '../language/pack';
import { normalise } from '../words';
import { Addresses } from './address';
import { RANK, type Sense } from './senses';
import { Spelling } from './spelling';
import { Times } from './when';

/** A phrase that is known: what it means on the menu, what it does in an order, or which number it is. */
export type Entry = { senses: Sense[]; role: Role | null; number: number | null; groups: string[] };
export type Node = { next: Map<string, Node>; entry: Entry | null };
/** General words for food, with the words that they add nothing to. */
export type Kinds = Map<string, Set<string>>;
/** What a language knows of food, beside its words: general words, and those for a meal of several things. */
export type Knowledge = {
  kinds: Kinds;
  meals: ReadonlySet<string>;
  apart: LanguagePack['apart'];
  sounds: LanguagePack['sounds'];
  everyday: ReadonlySet<string>;
  generalFirst: boolean;
};

/** Shorter words are too much alike without their spaces. */
const SHORTEST_JOINED = 6;

/** All phrases that can be understood: a menu's and a language's. */
export class Lexicon {
  readonly root: Node = { next: new Map(), entry: null };
  /** Phrases without their spaces, for what is written in one word here and in two there. */
  readonly joined = new Map<string, Entry>();
  readonly spelling = new Spelling();
  /** Digits to the word for them and back. */
  readonly digits = new Map<string, string>();
  /** This language's words for food, as stems of the menu's language. */
  readonly food = new Map<string, string[][]>();
  readonly kinds: Kinds;
  readonly meals: ReadonlySet<string>;
  readonly apart: LanguagePack['apart'];
  readonly sounds: LanguagePack['sounds'];
  readonly generalFirst: boolean;
  readonly everyday: ReadonlySet<string>;
  readonly times: Times;
  readonly addresses: Addresses;
  private readonly known = new Map<Entry, Map<string, Sense>>();

  constructor(pack: LanguagePack) {
    const kinds = Object.entries(pack.kinds);
    this.kinds = new Map(kinds.map(([general, some]) => [normalise(general), new Set(some.map(normalise))]));
    this.meals = new Set(pack.words.meal.map(normalise));
    this.apart = pack.apart;
    this.sounds = pack.sounds;
    this.everyday = new Set(pack.everyday.map(normalise));
    this.generalFirst = pack.generalFirst;
    this.times = new Times(pack);
    this.addresses = new Addresses(pack);
  }

  /** Teaches what a phrase means on the menu; of two ways to the same thing the surer one counts. */
  learn(phrase: string, senses: Sense[]): void {
    if (phrase === '' || senses.length === 0) return;
    const entry = this.entry(phrase);
    const known = this.known.get(entry) ?? new Map<string, Sense>();
    this.known.set(entry, known);
    for (const sense of senses) {
      const key = keyOf(sense);
      const before = known.get(key);
      if (before && RANK[sense.how] < RANK[before.how]) before.how = sense.how;
      if (before) continue;
      const own = { ...sense };
      entry.senses.push(own);
      known.set(key, own);
    }
    const key = joinKey(phrase.split(' '));
    if (key.length >= SHORTEST_JOINED) this.joined.set(key, entry);
  }

  /** The entry of a normalised phrase, made where there is none; `language`: its words are no food. */
  entry(phrase: string, language = false): Entry {
    let at = this.root;
    for (const stem of phrase.split(' ')) {
      const next = at.next.get(stem) ?? { next: new Map(), entry: null };
      at.next.set(stem, next);
      this.spelling.learn(stem, language);
      at = next;
    }
    at.entry ??= { senses: [], role: null, number: null, groups: [] };
    return at.entry;
  }
}

/** One thing on the menu, however it is said. */
function keyOf(sense: Sense): string {
  if (sense.kind === 'option') return `option ${sense.group_id} ${sense.option_id}`;
  return `${sense.kind} ${sense.item_id} ${sense.variation_id}`;
}

/** Stems differ in a silent e where a word is split; without any they are one. */
export function joinKey(stems: string[]): string {
  return stems.join('').replaceAll('e', '');
}
