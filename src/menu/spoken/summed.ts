import type { Piece } from './segment';

/** "twenty four" and "treinta y dos" are one number. */
export function summed(pieces: Piece[]): Piece[] {
  const all: Piece[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] as Piece;
    const end = onesAt(pieces, at);
    const ones = pieces[end];
    if (ones) {
      all.push({ ...piece, number: (piece.number ?? 0) + (ones.number ?? 0), to: ones.to });
      at = end;
    } else all.push(piece);
  }
  return all;
}

/** Where the ones of these tens stand; -1: nowhere. */
function onesAt(pieces: Piece[], at: number): number {
  if (!isTens(pieces[at])) return -1;
  const next = pieces[at + 1];
  const end = next?.role === 'and' && next.number === null && !next.pause ? at + 2 : at + 1;
  const ones = pieces[end];
  const isOnes = ones?.number != null && ones.number < 10 && !ones.pause && isWord(ones);
  return isOnes && (end === at + 1 || isY(next)) ? end : -1;
}

const isTens = (piece?: Piece) =>
  piece?.number != null && piece.number >= 20 && piece.number % 10 === 0 && isWord(piece);
/** In digits nobody writes "20 4" for 24. */
const isWord = ({ said }: Piece) => !/\d/.test(said);
const isY = (piece?: Piece) => piece?.said.toLowerCase() === 'y';
