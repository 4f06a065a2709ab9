import type { Menu, MenuItem } from '../../src/menu/schema';

export const KINDS = ['said well', 'misspelt', 'several in a sentence'] as const;
export type Kind = (typeof KINDS)[number];
/** What is said, and the dishes that are meant, in order. */
export type Phrase = { kind: Kind; said: string; dishes: MenuItem[] };

const OF_EACH = 200;
const OPENINGS = ['can i get', "i'd like", 'give me', 'could i have', ''];
const NUMBERS = ['a', 'two', 'one', 'three', 'a'];

/** Orders of a menu in words, the same at each run: what a random order would be, strewn by the golden ratio. */
export function phrasesOf(menu: Menu): Phrase[] {
  const at = <T>(things: readonly T[], n: number): T =>
    things[Math.floor(((n * 0.618034) % 1) * things.length)] as T;
  const one = (n: number) => at(menu.items, n);
  return Array.from({ length: OF_EACH }, (_, n): Phrase[] => {
    const [dish, second, third] = [one(n), one(n + 1000), one(n + 2000)];
    const opening = OPENINGS[n % OPENINGS.length] ?? '';
    const lead = `${opening} ${NUMBERS[n % NUMBERS.length]} ${n % 3 === 0 ? 'large ' : ''}`;
    const tail = tailOf(menu, dish, n);
    return [
      { kind: 'said well', said: `${lead}${nameOf(dish)}${tail}`, dishes: [dish] },
      { kind: 'misspelt', said: `${lead}${misspelt(nameOf(dish), n)}${tail}`, dishes: [dish] },
      {
        kind: 'several in a sentence',
        said: `${lead}${nameOf(dish)}${tail}, two ${nameOf(second)} and a large ${nameOf(third)}`,
        dishes: [dish, second, third],
      },
    ].map((phrase) => ({ ...phrase, said: phrase.said.trim() }) as Phrase);
  }).flat();
}

const nameOf = ({ name }: MenuItem) => name.toLowerCase();

/** Two phrases of three name options. */
function tailOf({ option_groups }: Menu, { option_groups: [id] }: MenuItem, n: number): string {
  const options = option_groups.find((group) => group.id === id)?.options ?? [];
  const name = (step: number) => options[(n + step) % options.length]?.name.toLowerCase();
  return ['', ` with extra ${name(0)}`, ` no ${name(1)} and ${name(3)} on the side`][n % 3] ?? '';
}

/** One letter too few, one twice, or two that changed places, in the middle of a word. */
function misspelt(name: string, n: number): string {
  const words = name.split(' ');
  const which = n % words.length;
  const word = words[which] ?? '';
  const at = Math.max(1, Math.floor(word.length / 2));
  const wrong = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at) + word.slice(at),
    word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1),
  ][(n % 4) % 3];
  words[which] = wrong ?? word;
  return words.join(' ');
}
