import { lookAhead } from './ahead';
import { isSize, itemsIn, optionsIn } from './draft';
import type { Piece } from './segment';

const TRAILS = new Set(['fix', 'waver']);
const CORRECTS = new Set(['fix', 'make', 'waver', 'want', 'drop']);

/** Corrections with their words in one order. "Two, no, three": a "no" that refuses nothing takes back what was said before it. */
export function takingBack(pieces: Piece[]): Piece[] {
  const marked = pieces.map(
    (piece, at): Piece => (takesBack(pieces, piece, at) ? { ...piece, role: 'fix' } : piece),
  );
  return leading(marked);
}

/** "no coke, actually": what is said last in a thought corrects as if it were said first. */
function leading(pieces: Piece[]): Piece[] {
  const all: Piece[] = [];
  let thought = 0;
  pieces.forEach((piece, at) => {
    const next = pieces[at + 1];
    const isLast = TRAILS.has(piece.role ?? '') && (!next || next.pause);
    const isFirst = all.length === thought || piece.pause;
    if (piece.pause && !isLast) thought = all.length;
    if (isLast && !isFirst && thought > 0) all.splice(thought, 0, piece);
    else all.push(piece);
  });
  return all;
}

function takesBack(pieces: Piece[], piece: Piece, at: number): boolean {
  const next = pieces[at + 1];
  if (piece.role !== 'remove' || !/^no$/i.test(piece.said) || at === 0 || !next) return false;
  const isApart = piece.pause || CORRECTS.has(pieces[at - 1]?.role ?? '');
  if (CORRECTS.has(next.role ?? '') || (isApart && next.pause)) return true;
  if (next.role === 'article') return next.pause || leadsToDish(pieces, at + 2);
  return next.number !== null || (isSize(next) && optionsIn(next).length === 0);
}

/** "no, a large", "no, a sprite": what can be an option may be refused. */
function leadsToDish(pieces: Piece[], at: number): boolean {
  const { head, sizes } = lookAhead(pieces, at, 'words');
  return sizes.length > 0 || (head !== null && itemsIn(head).length > 0 && optionsIn(head).length === 0);
}
