import type { Word } from '../words';
import type { Lexicon } from './lexicon';

/** What some words may stand for. */
export type Reading = {
  /** How many words are read. */
  words: number;
  stems: string[];
  cost: number;
  /** Letters that are taken to be wrong. */
  distance: number;
};

/** A food's other name may have so many words. */
const LONGEST_NAME = 3;

/** The words at a place as said, as a number, by another name of the food, and as they may have been meant; worked out once for each place. */
export function readingsOf(words: Word[], lexicon: Lexicon): (at: number) => Reading[] {
  const known: Reading[][] = [];
  return (at) => {
    const readings = known[at] ?? readAt(words, at, lexicon);
    known[at] = readings;
    return readings;
  };
}

function readAt(words: Word[], at: number, { digits, food, spelling }: Lexicon): Reading[] {
  const stem = words[at]?.stem ?? '';
  const found: Reading[] = [{ words: 1, stems: [stem], cost: 0, distance: 0 }];
  const digit = digits.get(stem);
  if (digit) found.push({ words: 1, stems: [digit], cost: 0.05, distance: 0 });
  const said: string[] = [];
  for (const word of words.slice(at, at + LONGEST_NAME)) {
    said.push(word.stem);
    for (const stems of food.get(said.join(' ')) ?? [])
      found.push({ words: said.length, stems, cost: 0.1, distance: 0 });
  }
  if (spelling.knows(stem) || food.has(stem)) return found;
  const meant = spelling
    .near(stem)
    .map(({ stem: near, distance }) => ({ words: 1, stems: [near], cost: distance * 1.2, distance }));
  return [...found, ...meant];
}
