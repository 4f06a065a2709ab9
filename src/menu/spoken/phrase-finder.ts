import { toWords, type Word } from '../words';

/** Phrases that can be looked for at a place among words. */
export class PhraseFinder {
  private readonly byFirst = new Map<string, string[][]>();

  constructor(phrases: string[]) {
    for (const phrase of phrases) {
      // Unlike names on a menu, phrases keep their articles.
      const stems = toWords(phrase).map(({ stem }) => stem);
      const first = stems[0] ?? '';
      this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), stems]);
    }
  }

  /** How many words the longest phrase at this place has; 0: none. */
  at(words: Word[], from: number): number {
    let longest = 0;
    for (const stems of this.byFirst.get(words[from]?.stem ?? '') ?? []) {
      const isHere = stems.every((stem, offset) => words[from + offset]?.stem === stem);
      if (isHere) longest = Math.max(longest, stems.length);
    }
    return longest;
  }
}
