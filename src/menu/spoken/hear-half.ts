import { isUnknown, optionsIn } from './draft';
import type { Hearing } from './hearing';
import type { Piece } from './segment';

/** A half, said before its options, or after them ("mushrooms on one half"). */
export function hearHalf(hearing: Hearing, portion: 'left' | 'right', piece: Piece, at: number): void {
  const { current } = hearing;
  const isOther = piece.role === 'other_half' || piece.role === 'other';
  const hasFirst = hearing.portion === 'left' || current?.options.some((one) => one.portion === 'left');
  if (isOther && current && !hasFirst) current.unclear.push(piece);
  if (!isAfter(hearing, piece, at)) {
    hearing.portion = portion;
    return;
  }
  for (const option of hearing.run) option.portion = portion;
  hearing.portion = 'whole';
  hearing.run = [];
}

/** "half": the first one, and the other where the first was said. */
export function hearAnyHalf(hearing: Hearing, piece: Piece, at: number): void {
  const used = hearing.current?.options.some(({ portion }) => portion === 'left');
  hearHalf(hearing, used ? 'right' : 'left', piece, at);
  hearing.split = /half (?:and|n) half/i.test(piece.said);
}

/** "Onions on the whole thing": on no half, whatever was said before. */
export function hearWhole(hearing: Hearing, piece: Piece, at: number): void {
  if (isAfter(hearing, piece, at)) for (const option of hearing.run) option.portion = 'whole';
  hearing.portion = 'whole';
  hearing.run = [];
}

/** Whether what is said of options ("on one half") stands after them. */
export function isAfter({ pieces, run }: Hearing, { said }: Piece, at: number): boolean {
  const next = pieces[at + 1];
  const leads =
    next !== undefined &&
    !next.pause &&
    (optionsIn(next).length > 0 || isUnknown(next) || next.role === 'with');
  return /^(?:on|over|en|solo en) /i.test(said) && !leads && run.length > 0;
}
