import type { MenuIndex, Place } from '../menu-index';
import { type Draft, isSize, itemsIn, newDraft, optionsIn, sizeAmong } from './draft';
import { isNear } from './questions';
import { readerOf } from './reader';
import { wholeFirst } from './scope';
import type { Piece } from './segment';
import type { How } from './senses';

/** Dishes that words nearly name, the likeliest first. */
export type Spelled = {
  places: Place[];
  how: How;
  /** Letters that are wrong, of how many. */
  distance: number;
  length: number;
  doubt: boolean;
};

/** What misspelt or shortened words name on a menu; null where a word of them means nothing there. */
export function spelledItem(index: MenuIndex, said: string): Spelled | null {
  const { scope, read } = wordsOf(index, said);
  const draft = toDraft(read);
  if (!draft) return null;
  const senses = scope.heads(draft);
  const [first] = senses;
  if (!first) return null;
  const places = wholeFirst(senses).map(({ item_id, variation_id }) => ({
    item_id,
    variation_id: sizeAmong(draft.sizes, item_id)?.variation_id ?? variation_id,
  }));
  if (draft.heads.length > 0 && allWrong(draft.heads)) return null;
  const distance = sum(draft.heads, (piece) => piece.distance);
  const length = sum(draft.heads, (piece) => piece.said.length);
  return {
    places,
    how: first.how,
    distance,
    length,
    doubt: first.how === 'hint' || !isNear(distance, length),
  };
}

function wordsOf(
  index: MenuIndex,
  said: string,
): { scope: ReturnType<typeof readerOf>['scope']; read: Piece[] } {
  const reader = readerOf(index);
  return { scope: reader.scope, read: reader.read(said).pieces };
}

/** A dish and its sizes, and nothing else; words that do nothing may stand between. */
function toDraft(pieces: Piece[]): Draft | null {
  const draft = newDraft();
  for (const piece of pieces) {
    if (itemsIn(piece).length > 0) draft.heads.push(piece);
    else if (isSize(piece)) draft.sizes.push(piece);
    else if (optionsIn(piece).length > 0 || !IDLE.has(piece.role ?? '')) return null;
  }
  return draft.heads.length > 0 ? draft : null;
}

const IDLE = new Set(['filler', 'article', 'and']);

/** Where no word of several is spelled right, it may be another dish altogether. */
function allWrong(heads: Piece[]): boolean {
  return heads.every(({ distance, to, from }) => to - from > 1 && distance >= to - from);
}

function sum(pieces: Piece[], of: (piece: Piece) => number): number {
  return pieces.reduce((total, piece) => total + of(piece), 0);
}
