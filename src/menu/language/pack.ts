import type { OrderOption } from '../../order/schema';

/** What a word does in an order, whatever the language. */
export type Role =
  | OrderOption['action']
  /** Said after its option: "on the side". */
  | 'aside'
  /** "side of", "order of": what follows is ordered for itself. */
  | 'serving'
  | 'left'
  | 'right'
  | 'half'
  | 'other_half'
  /** "on the whole thing": on no half. */
  | 'whole'
  /** "ham on one": of several that are alike. */
  | 'one_of'
  /** "the other one": the rest of several, or the other half. */
  | 'other'
  /** What stands after it belongs to what stands before it. */
  | 'with'
  | 'and'
  /** Joins what is refused as "and" does; joins what is wanted as a choice that only the guest can make. */
  | 'or'
  /** "i would like", "can i get": whatever was refused before, this is wanted. */
  | 'want'
  /** "instead of", "in place of". */
  | 'instead'
  /** "for", "to", "on": between two things. */
  | 'for'
  /** "on it", "for each": nothing new is named. */
  | 'back'
  /** "no wait", "i mean": what follows replaces what was said. */
  | 'fix'
  /** "make that": what was said gets another number, size or dish. */
  | 'make'
  /** "actually": what follows may replace what was said, or only come to mind. */
  | 'waver'
  /** "cancel", "scratch that". */
  | 'drop'
  /** "three of them": of what was just said. */
  | 'of_them'
  | 'each'
  | 'dozen'
  /** "times two", "twice": as many of what was just said. */
  | 'times'
  /** "make it a meal": the dish as a combination. */
  | 'meal'
  /** "onion free", "onions off": said after what is refused. */
  | 'off'
  /** "i was going to": what follows is talk, or an order. */
  | 'talk'
  /** "the same", "the usual": only a person can know what is meant. */
  | 'vague'
  | 'article'
  /** "large": a size where the menu has one, else only a word. */
  /** Found by rules of their own. */
  | 'time'
  | 'address'
  | 'size'
  /** "all the toppings". */
  | 'all'
  /** "no sides", "nothing else": an answer, not an order. */
  | 'decline'
  | 'allergy'
  | 'pickup'
  | 'delivery'
  | 'dine_in'
  | 'curbside'
  /** "my name is": a name follows. */
  | 'name'
  /** "well done", "no straw": for who cooks and packs; no menu lists it. */
  | 'note'
  | 'filler';

/** A language as data; the rules that use it are the same for all. */
export type LanguagePack = {
  id: 'en' | 'es';
  numbers: Record<string, number>;
  words: Record<Exclude<Role, 'time' | 'address'>, string[]>;
  /** A general word for food, and the words it may follow without adding to them: "provolone cheese". */
  kinds: Record<string, string[]>;
  /** Words that may stand for a menu's word: the same food by another name. */
  food: [said: string, meant: string][];
  /** Whether the general word stands before its kinds: "queso cheddar". */
  generalFirst: boolean;
  /** A verb and the word that may stand apart from it: "take the coke off". */
  apart: Record<string, string[]>;
  /** Numbers by the words that sound so: "for cokes". */
  sounds: Record<string, number>;
  /** Words of every day that are no misspelt food. */
  everyday: string[];
  /** Words that may be left out behind a size: "lunch size". */
  sizeWords: string[];
  clock: Clock;
  street: { suffixes: string[]; prefixes: string[]; units: string[] };
};

/** How times are said. */
export type Clock = {
  /** Times without a number: "tonight", "as soon as possible". */
  moments: string[];
  /** What stands before a clock time, and needs no more: "at seven". */
  at: string[];
  /** The same, where only "o'clock", "pm" or minutes prove that a time is meant: "for seven thirty". */
  perhaps: string[];
  /** "in twenty minutes". */
  within: string[];
  units: string[];
  /** What a span goes on with: "an hour and a half". */
  rest: string[];
  /** What makes a span a time behind it: "from now". */
  later: string[];
  /** "pm", "o'clock". */
  proof: string[];
  /** "quarter past", "half past". */
  past: string[];
  articles: string[];
  /** Hours that are no numbers elsewhere: "a la una". */
  hours: Record<string, number>;
  /** The days of the week, times only beside one; and with a word that proves it: "on friday". */
  days: string[];
  onDay: string[];
};

/** Phrases separated by commas. */
export function phrases(text: string): string[] {
  return text
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}

/** Every first part with every last part: "do not" and "add". */
export function pairs(first: string, last: string): string[] {
  return phrases(first).flatMap((one) => phrases(last).map((other) => `${one} ${other}`));
}
