import type { LanguagePack, Role } from '../language/pack';
import { normalise, THE } from '../words';
import type { Entry, Lexicon } from './lexicon';
import { isWhole } from './senses';

/** Roles whose words may be the end of a dish's name: "a combo", "two subs". */
const NAMING = new Set<Role>(['meal', 'substitute']);

/** What a language's words do in an order. */
export function learnLanguage(lexicon: Lexicon, pack: LanguagePack): void {
  for (const [word, value] of Object.entries(pack.numbers)) {
    asWord(lexicon.entry(stemsOf(word), true)).number = value;
    if (!word.includes(' ')) {
      lexicon.digits.set(String(value), stemsOf(word));
      lexicon.digits.set(stemsOf(word), String(value));
    }
  }
  for (const [role, said] of Object.entries(pack.words) as [Role, string[]][]) {
    for (const phrase of said) {
      const entry = lexicon.entry(stemsOf(phrase), true);
      if (!NAMING.has(role)) asWord(entry);
      entry.role ??= role;
    }
  }
  lexicon.entry(THE, true).role ??= 'filler';
  for (const word of pack.everyday) lexicon.spelling.exclude(stemsOf(word));
  for (const [word, meant] of pack.food) {
    const key = stemsOf(word);
    lexicon.food.set(key, [...(lexicon.food.get(key) ?? []), stemsOf(meant).split(' ')]);
  }
}

/** What is a word of the language does not stand for a name that it only begins: "seven" is no Seven Up. */
function asWord(entry: Entry): Entry {
  entry.senses = entry.senses.filter((sense) => sense.kind === 'size' || isWhole(sense));
  return entry;
}

/** Unlike names on a menu, what a language says keeps its articles: "a little" is not "little"; "the" alone begins a text. */
function stemsOf(phrase: string): string {
  return normalise(`x ${phrase.replaceAll('the ', '')}`).slice(2) || phrase;
}
