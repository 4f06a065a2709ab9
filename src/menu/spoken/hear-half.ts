import { type DraftOption, isUnknown, itemsIn, optionsIn } from './draft';
import type { Hearing } from './hearing';
import type { Piece } from './segment';

/** A half, said before its options, or after them ("mushrooms on one half"). */
export function hearHalf(hearing: Hearing, portion: 'left' | 'right', piece: Piece, at: number): void {
  const { current, heard } = hearing;
  const isOther = piece.role === 'other_half' || piece.role === 'other';
  const hasFirst = hearing.portion === 'left' || current?.options.some((one) => one.portion === 'left');
  const isDish = current !== null && current.heads.at(-1) === heard && /^(?:on|en) /i.test(piece.said);
  if (current && ((isOther && !hasFirst) || (isDish && !leadsOn(hearing, at)))) current.unclear.push(piece);
  if (!isAfter(hearing, piece, at)) {
    hearing.portion = portion;
    return;
  }
  halve(hearing, portion);
  hearing.portion = 'whole';
  hearing.run = [];
  hearing.list = [];
}

/** "Mushrooms and onions on half": the one before the "and" is on that half too, or on the whole; another half would tell. */
function halve(hearing: Hearing, portion: 'left' | 'right'): void {
  const before = nearList(hearing).filter((option) => !hearing.run.includes(option));
  for (const option of before) option.isHalf = portion === 'left';
  for (const option of [...before, ...hearing.run]) if (!isName(hearing, option)) option.portion = portion;
}

/** What a list names before a word that is about all of it: what is on a half already is of another list. */
function nearList({ list }: Hearing): DraftOption[] {
  const end = list.findLastIndex(
    ({ pieces: [first] }, at) => first?.pause && list[at - 1]?.portion !== 'whole',
  );
  return list.slice(Math.max(0, end));
}

/** "large cheese, mushrooms on half": cheese is the pizza. */
function isName({ current }: Hearing, { pieces }: DraftOption): boolean {
  const first = current?.options[0];
  const isFirst = current?.heads.length === 0 && first?.pieces === pieces && first !== undefined;
  return isFirst && current.options.length > 1 && pieces.some((piece) => itemsIn(piece).length > 0);
}

/** "half": the first one, and the other where the first was said; a third is none. */
export function hearAnyHalf(hearing: Hearing, piece: Piece, at: number): void {
  const { current } = hearing;
  if (/^half (?:and|n) half$|^mitad y mitad$/i.test(piece.said)) {
    hearing.split = piece;
    if (current) current.split = piece;
    return;
  }
  const has = (portion: DraftOption['portion']) =>
    current?.options.some((option) => option.portion === portion) === true;
  const isOneOf = /^one /i.test(piece.said) && piece.pause && (current?.quantity ?? 1) > 1;
  if (current && (has('right') || isOneOf)) current.unclear.push(piece);
  hearHalf(hearing, has('left') ? 'right' : 'left', piece, at);
}

/** "Onions on the whole thing": on no half, whatever was said before. */
export function hearWhole(hearing: Hearing, piece: Piece, at: number): void {
  if (isAfter(hearing, piece, at))
    for (const option of nearList(hearing)) if (hearing.run.includes(option)) option.portion = 'whole';
  hearing.portion = 'whole';
  hearing.run = [];
  hearing.list = [];
}

/** Whether what is said of options ("on one half") stands after them. */
export function isAfter(hearing: Hearing, { said }: Piece, at: number): boolean {
  return /^(?:on|over|en|solo en) /i.test(said) && !leadsOn(hearing, at) && hearing.run.length > 0;
}

function leadsOn({ pieces }: Hearing, at: number): boolean {
  const next = pieces[at + 1];
  return (
    next !== undefined &&
    !next.pause &&
    (optionsIn(next).length > 0 || isUnknown(next) || next.role === 'with')
  );
}
