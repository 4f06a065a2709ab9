import { lookAhead } from './ahead';
import { hearNumber } from './hear-number';
import type { Hearing } from './hearing';
import type { Piece } from './segment';

/** "Twice", "times two", "x2": as many of the line that was said; a line that has a number already is asked about. */
export function hearTimes(hearing: Hearing, piece: Piece, at: number): void {
  const { current, pieces, heard } = hearing;
  const next = pieces[at + 1];
  const value = piece.number ?? next?.number ?? null;
  if (value === null) return;
  if (heard === null || (piece.pause && lookAhead(pieces, at + 1).head)) {
    hearNumber(hearing, value, at);
    return;
  }
  if (piece.number === null && next) pieces[at + 1] = { ...next, number: null, role: 'filler' };
  if (!current) return;
  if ((current.quantity ?? 1) > 1) current.unclear.push(piece);
  else current.quantity = value;
}
