import { lookAhead } from './ahead';
import { type Draft, isUnknown, itemsIn, optionsIn } from './draft';
import type { Hear } from './hear-words';
import type { Fix, Hearing } from './hearing';
import { areAlike, lineOfName } from './mend-dish';
import type { Piece } from './segment';

/** "No wait", "make that", "actually": what follows puts right what was said. */
export const correct =
  (how: Fix['how']): Hear =>
  (hearing, piece) => {
    hearing.fix = { how, piece, wanted: false };
    hearing.lasting = 'add';
    hearing.once = null;
  };

/** "Swap the fries for a salad", "sub a salad for the fries"; "change it to a salad" puts right what was said. */
export const hearSubstitute: Hear = (hearing, piece, at) => {
  const next = hearing.pieces[at + 1];
  const isNewFirst = /^sub/i.test(piece.said);
  const isPair = next && (next.role === null || next.role === 'article' || next.said === 'the');
  if (isPair) {
    hearing.swap = isNewFirst ? 'new first' : 'old first';
    hearing.once = isNewFirst ? 'substitute' : 'remove';
  } else if (!isNewFirst) hearing.fix = { how: 'make', piece, wanted: false };
};

/** The second of two things that are swapped. */
export function hearSwap(hearing: Hearing): void {
  hearing.once = hearing.swap === 'new first' ? 'remove' : 'substitute';
}

/** "A salad instead of the fries", "a salad instead". */
export const hearInstead: Hear = (hearing, piece, at) => {
  const { current, pieces } = hearing;
  const last = current?.options.at(-1);
  const next = pieces[at + 1];
  const isNamed =
    next && !next.pause && (next.senses.length > 0 || isUnknown(next) || /^the$/i.test(next.said));
  if (last?.mended) hearing.skipping = isNamed === true;
  else if (last?.action === 'add') last.action = 'substitute';
  if (isNamed && !hearing.skipping) hearing.once = 'remove';
  if (!isNamed) takePlace(hearing, piece);
};

/** "Fries and a coke, onion rings instead": the line before goes where it is of the same kind. */
function takePlace({ current, drafts, heard, scope }: Hearing, piece: Piece): void {
  const before = drafts.at(-2);
  if (!current || !before || current.heads.at(-1) !== heard || drafts.at(-1) !== current) return;
  if (heard && areAlike(scope, before, heard)) current.unclear.push(piece);
}

/** "Cancel one of the burgers": the others stay. */
function dropSome(hearing: Hearing, count: number, at: number): boolean {
  const { pieces, drafts, scope } = hearing;
  const { head } = lookAhead(pieces, at + 2);
  const line = head && lineOfName(drafts, scope, head);
  if (!line) return false;
  const rest = (line.quantity ?? 1) - count;
  if (rest > 0) line.quantity = rest;
  else hearing.remove(line);
  pieces.fill({ ...(pieces[at] as Piece), role: 'filler' }, at + 1, pieces.indexOf(head) + 1);
  return true;
}

function dropLast(hearing: Hearing, line: Draft): void {
  hearing.remove(line);
  hearing.dropped = true;
}

/** "Scratch that", "cancel the fries". */
export const hearDrop: Hear = (hearing, piece, at) => {
  const { current, pieces } = hearing;
  const next = pieces[at + 1];
  const isMenu = next !== undefined && itemsIn(next).length + optionsIn(next).length > 0;
  if (isMenu && / that$/i.test(piece.said)) hearing.unclear.push(piece);
  else if (isMenu) hearing.dropping = true;
  else if (next?.number != null && !next.pause && dropSome(hearing, next.number, at)) return;
  else if (!current) hearing.leftover.push(piece);
  else if (next?.number == null || lookAhead(pieces, at + 2).head) dropLast(hearing, current);
  else if (next.pause) hearing.fix = { how: 'fix', piece, wanted: false };
  else current.unclear.push(piece);
};
