import type { LanguagePack } from '../language/pack';
import type { Word } from '../words';
import { PhraseFinder } from './phrase-finder';
import type { Spot } from './when';

/** Words between a house's number and its street's kind, and after it up to the town. */
const MOST_BETWEEN = 4;
const MOST_AFTER = 6;

/** Finds street addresses, whose words may be food elsewhere: "14 Cherry Street, apartment 3". */
export class Addresses {
  private readonly suffixes: PhraseFinder;
  private readonly prefixes: PhraseFinder;
  private readonly units: PhraseFinder;

  constructor({ street }: LanguagePack) {
    this.suffixes = new PhraseFinder(street.suffixes);
    this.prefixes = new PhraseFinder(street.prefixes);
    this.units = new PhraseFinder(street.units);
  }

  /** `isFood`: whether words at a place are a dish of the menu ("dr pepper" is no drive). */
  find(words: Word[], isFood: (at: number) => boolean): Spot[] {
    const spots: Spot[] = [];
    for (let from = 0; from < words.length; from++) {
      const street = this.streetAt(words, from, isFood);
      if (street === 0) continue;
      const to = this.unitsFrom(words, from + street);
      spots.push({ from, to, kind: 'address' });
      from = to - 1;
    }
    return spots;
  }

  private streetAt(words: Word[], from: number, isFood: (at: number) => boolean): number {
    const prefix = this.prefixes.at(words, from);
    if (prefix > 0) {
      for (let at = from + prefix; at <= from + prefix + MOST_BETWEEN; at++)
        if (isNumber(words[at])) return at + 1 - from;
      return 0;
    }
    if (!isNumber(words[from])) return 0;
    for (let at = from + 2; at <= from + 1 + MOST_BETWEEN; at++) {
      if (words[at]?.pause) return 0;
      const suffix = this.suffixes.at(words, at);
      if (suffix > 0 && !isFood(at)) return at + suffix - from;
    }
    return 0;
  }

  /** "apartment 3", "zip 02215", a postal code. */
  private unitsFrom(words: Word[], from: number): number {
    let to = from;
    for (let at = from; at < Math.min(words.length, from + MOST_AFTER); at++) {
      const unit = this.units.at(words, at);
      if (unit > 0 && words[at + unit]) to = at + unit + 1;
      else if (/^\d{4,6}$/.test(words[at]?.stem ?? '')) to = at + 1;
    }
    return to;
  }
}

function isNumber(word: Word | undefined): boolean {
  return /^\d{1,5}[a-z]?$/.test(word?.stem ?? '');
}
