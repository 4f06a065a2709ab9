import type { Word } from '../words';
import type { Lexicon } from './lexicon';
import type { Spelling } from './spelling';

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
/** Shorter words are not heard as several. */
const SHORTEST_APART = 5;

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
  const isKnown = (one: string) => spelling.knows(one) || food.has(one);
  found.push(...heardApart(said, { isKnown, spelling }));
  if (isKnown(stem)) return found;
  const meant = spelling.near(stem).map(({ stem: near, distance }): Reading => {
    return { words: 1, stems: [near], cost: distance * 1.2, distance };
  });
  return [...found, ...meant, ...(meant.length > 0 ? [] : shortened(stem, spelling))];
}

type Known = { isKnown: (stem: string) => boolean; spelling: Spelling };

/** A machine hears one word as several: "can oli", "tear a mesu". */
function heardApart(said: string[], { isKnown, spelling }: Known): Reading[] {
  const found: Reading[] = [];
  for (let words = 2; words <= said.length; words++) {
    const some = said.slice(0, words);
    if (some.every(isKnown)) continue;
    for (const { stem, distance, isHeard } of spelling.near(some.join(''))) {
      if (distance !== 1 || (words > 2 && !isHeard) || stem.length < SHORTEST_APART) continue;
      found.push({ words, stems: [stem], cost: words - 0.2, distance: isHeard ? 1 : 2 });
    }
  }
  return found;
}

/** What only begins a word of the menu is never sure to be it: "haw" for "Hawaiian". */
function shortened(stem: string, spelling: Spelling): Reading[] {
  return spelling.begunBy(stem).map((one) => ({ words: 1, stems: [one], cost: 2.5, distance: 2 }));
}
