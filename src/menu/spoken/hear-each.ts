import type { Hearing } from './hearing';
import type { Piece } from './segment';

/** "Both", "each": of one line it adds nothing; of several it is more than the last one, and of none nobody knows how many. */
export function hearEach(hearing: Hearing, piece: Piece, at: number): void {
  const { current, drafts, fix, pieces } = hearing;
  const before = drafts.at(-2);
  hearing.fix = null;
  if (!current || pieces[at + 1]?.role === 'want') hearing.unclear.push(piece);
  else if (fix) current.unclear.push(piece);
  else if (before && drafts.at(-1) === current && (current.quantity ?? 1) === 1 && !current.parts)
    before.unclear.push(piece);
}
