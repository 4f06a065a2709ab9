import { lookAhead } from './ahead';
import { isSizeOf } from './draft';
import type { Hearing } from './hearing';
import type { Piece } from './segment';

/** A size belongs to the dish that follows at once, else to the one before it. */
export function hearSize(hearing: Hearing, piece: Piece, at: number): void {
  const { current, pieces, scope, again } = hearing;
  const ahead = lookAhead(pieces, at + 1, 'nothing');
  const named = current ? scope.heads(current) : [];
  const fits = named.some(({ item_id }) => scope.sized(item_id, piece));
  const leadsOn = isSizeOf(piece, ahead.head);
  if (again) again.sizes.push(piece);
  else if (current && fits && current.sizes.length === 0 && !leadsOn) current.sizes.push(piece);
  else if (current && current.heads.length === 0) current.sizes.push(piece);
  else if (current && fits && !leadsOn) current.unclear.push(piece);
  else hearing.open().sizes.push(piece);
}

/** Whether a dish spoken of, before or after, comes in such a size. */
export function fitsSize({ current, pieces, scope }: Hearing, piece: Piece, at: number): boolean {
  const { head } = lookAhead(pieces, at + 1, 'nothing');
  const named = current ? scope.heads(current) : [];
  return (
    isSizeOf(piece, head) ||
    (current?.sizes.length === 0 && named.some(({ item_id }) => scope.sized(item_id, piece)))
  );
}
