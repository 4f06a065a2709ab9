import { type Draft, itemsIn } from './draft';
import type { Hearing } from './hearing';
import { pointsBack } from './refers-back';
import { isNoMoreOption, type Scope, wholeFirst } from './scope';
import type { Piece } from './segment';

/** The line that goes: "actually no fries", "swap the fries for a salad", where fries are a line and no option of one. */
export function takenOff(hearing: Hearing, piece: Piece, at: number): Draft | null {
  const { action, drafts, scope, contrast, pieces } = hearing;
  if (action !== 'remove' || pointsBack(pieces, at)) return null;
  if (contrast) return isNoMoreOption(piece) ? lineOf(drafts, scope, piece) : null;
  const isOption = drafts.some((draft) =>
    scope.heads(draft).some(({ item_id }) => scope.offers(item_id, piece)),
  );
  return isOption ? null : lineOf(drafts, scope, piece);
}

/** What is said to take its place may follow ("swap the fries for a salad"), or stand before ("a salad instead of the fries"). */
export function takeOff(hearing: Hearing, line: Draft, at: number): void {
  const { swap, pieces, heard } = hearing;
  const isReplaced = swap !== null || (hearing.once === 'remove' && pieces[at - 1]?.from !== heard?.to);
  hearing.calm();
  hearing.swap = null;
  hearing.lasting = 'add';
  if (!isReplaced) {
    hearing.remove(line);
    return;
  }
  hearing.current = line;
  hearing.fix = { how: 'make', piece: pieces[at] as Piece, wanted: true };
}

function lineOf(drafts: Draft[], scope: Scope, piece: Piece): Draft | null {
  const meant = wholeFirst(itemsIn(piece)).map(({ item_id }) => item_id);
  const names = (draft: Draft) => scope.heads(draft).some(({ item_id }) => meant.includes(item_id));
  return drafts.findLast(names) ?? null;
}

/** "scratch the fries": a line, else an option of one, else something that comes with the dish. */
export function dropThing(hearing: Hearing, piece: Piece): void {
  hearing.dropping = false;
  const { drafts, scope, current } = hearing;
  const line = lineOf(drafts, scope, piece);
  if (line) {
    hearing.remove(line);
    return;
  }
  const dropped = drafts.some((draft) => {
    const rest = draft.options.filter((option) => option.pieces[0]?.senses !== piece.senses);
    const found = rest.length < draft.options.length;
    draft.options = rest;
    return found;
  });
  if (!dropped && current) hearing.addOption(current, [piece], { action: 'remove' });
}
