import { itemsIn } from './draft';
import type { Knowledge } from './lexicon';
import type { Piece } from './segment';

const REQUESTS = new Set(['want', 'fix', 'make', 'waver']);

/** What only its neighbours tell: "for cokes" is four of them, and "take the coke off" takes it off. */
export function misheard(pieces: Piece[], { apart, sounds }: Knowledge): Piece[] {
  return pieces.map((piece, at): Piece => {
    if (piece.senses.length > 0) return piece;
    const said = piece.said.toLowerCase();
    if (isPronoun(pieces, at)) return { ...piece, number: null, role: 'back' };
    const number = sounds[said];
    if (number !== undefined && isCounting(pieces, at)) return { ...piece, number, role: null };
    const particles = apart[said.split(' ', 1)[0] ?? ''];
    return particles && isSplit(pieces, at, particles) ? { ...piece, role: 'remove' } : piece;
  });
}

/** "the regular one", "a large one": no number, unless it counts what follows. */
function isPronoun(pieces: Piece[], at: number): boolean {
  const piece = pieces[at];
  const before = pieces[at - 1];
  const next = pieces[at + 1];
  if (piece?.number !== 1 || !before || piece.pause || !/^ones?$/i.test(piece.said)) return false;
  return (before.role === 'size' || sized(before)) && (!next || next.pause || next.role === 'filler');
}

/** Many of something follow; what may begin a thought by itself ("for chips") is a number only after a request. */
function isCounting(pieces: Piece[], at: number): boolean {
  const before = pieces[at - 1];
  const isFor = /^for$/i.test(pieces[at]?.said ?? '');
  const isRequested = REQUESTS.has(before?.role ?? '');
  const begins = isRequested || (!isFor && (!before || before.role === 'and' || pieces[at]?.pause === true));
  const next = pieces.slice(at + 1, at + 3).find((piece) => itemsIn(piece).length > 0);
  const isNear = next === pieces[at + 1] || pieces[at + 1]?.role === 'size' || sized(pieces[at + 1]);
  return begins && next !== undefined && isNear && /[^s]s$/i.test(next.said);
}

const sized = (piece?: Piece) => piece?.senses.some(({ kind }) => kind === 'size') === true;

/** Words that may stand between a verb and its other part: "take *the coke* off". */
const MOST_BETWEEN = 3;

function isSplit(pieces: Piece[], at: number, particles: string[]): boolean {
  for (let index = at + 1; index <= at + 1 + MOST_BETWEEN; index++) {
    const piece = pieces[index];
    if (!piece || (piece.pause && index > at)) return false;
    if (index > at + 1 && particles.includes(piece.said.toLowerCase())) return true;
  }
  return false;
}
