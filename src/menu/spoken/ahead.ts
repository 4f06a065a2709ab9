import { isSize, isUnknown, itemsIn, optionsIn } from './draft';
import type { Piece } from './segment';
import { isWhole } from './senses';

/** What stands in the words that follow, up to the next number or the next new thought. */
export type Ahead = {
  head: Piece | null;
  sizes: Piece[];
  options: Piece[];
  unknown: Piece[];
  next: Piece | null;
};

/** Words between the parts of one thing: "a large *of the* ...". */
const SKIPPED = new Set(['filler', 'back', 'article', 'size', 'dozen', 'all']);
const BETWEEN = new Set(['and', 'extra', 'light', 'add', 'serving', 'side', 'half', 'other_half']);

const PASSED = {
  /** "[one] large mushroom and olive *pizza*" */
  joints: new Set([...SKIPPED, ...BETWEEN]),
  /** "[no,] a large *of the* ..." */
  words: SKIPPED,
  nothing: new Set<string>(),
};

/** The dish that the words from `at` lead to, past words of these kinds. */
export function lookAhead(pieces: Piece[], at: number, past: keyof typeof PASSED = 'joints'): Ahead {
  const ahead: Ahead = { head: null, sizes: [], options: [], unknown: [], next: null };
  for (let index = at; index < pieces.length; index++) {
    const piece = pieces[index];
    if (!piece || (piece.pause && index > at)) return ahead;
    if (isSize(piece)) ahead.sizes.push(piece);
    else if (itemsIn(piece).some(isWhole) || itemsOnly(piece)) return { ...ahead, head: piece };
    else if (optionsIn(piece).length > 0) ahead.options.push(piece);
    else if (isUnknown(piece)) ahead.unknown.push(piece);
    else if (piece.number !== null || !piece.role) return { ...ahead, next: piece };
    else if (!PASSED[past].has(piece.role)) return { ...ahead, next: piece };
  }
  return ahead;
}

function itemsOnly(piece: Piece): boolean {
  return itemsIn(piece).length > 0 && optionsIn(piece).length === 0;
}
