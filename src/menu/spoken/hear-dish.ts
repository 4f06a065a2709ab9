import { type Draft, isOf, itemsIn, newDraft } from './draft';
import type { Hearing } from './hearing';
import type { Piece } from './segment';

/** A dish: of the line whose number or options were heard, one said before, or a new line. */
export function hearDish(hearing: Hearing, piece: Piece, at: number): void {
  const { current, scope, onceSaid, pieces } = hearing;
  // A "double burger" is not what is listed as a burger.
  if (hearing.once && onceSaid && pieces[at - 1] === onceSaid) hearing.unknown.push(onceSaid);
  const again = hearing.again && scope.heads(hearing.again).some(({ item_id }) => isOf(item_id, piece));
  const back = again ? hearing.again : refersBack(hearing, piece, at);
  hearing.again = null;
  if (back) {
    hearing.current = back;
    hearing.lasting = 'add';
  } else if (current && current.heads.length === 0 && takes(hearing, current, piece)) {
    current.heads.push(piece);
  } else if (current && narrows(hearing, current, piece, at)) current.heads.push(piece);
  else if (current && hearing.fix === 'replace')
    Object.assign(current, { ...newDraft(current.quantity), heads: [piece] });
  else if (current && hearing.fix && !scope.heads(current).some(({ item_id }) => isOf(item_id, piece)))
    Object.assign(current, { ...newDraft(current.quantity), heads: [piece] });
  else hearing.open().heads.push(piece);
  const line = hearing.current;
  line?.unknown.push(...hearing.unknown.splice(0));
  if (hearing.plainSize) line?.spare.push(hearing.plainSize);
  hearing.plainSize = null;
  hearing.fix = null;
  hearing.lasting = 'add';
  hearing.joint = null;
  hearing.calm();
}

function takes({ scope }: Hearing, { options, sizes }: Draft, piece: Piece): boolean {
  return itemsIn(piece).some(
    ({ item_id }) =>
      scope.fits(item_id, { options, sizes: [] }) || (options.length === 0 && sizes.length > 0),
  );
}

/** A second name at once ("pepperoni pizza") says the first more exactly. */
function narrows({ scope, pieces }: Hearing, draft: Draft, piece: Piece, at: number): boolean {
  const heads = scope.heads(draft);
  const names = heads.some(({ item_id }) => isOf(item_id, piece));
  if (names && heads.length > 1) return true;
  if (pieces[at - 1] !== draft.heads.at(-1) && !draft.sizes.includes(pieces[at - 1] as Piece)) return false;
  return names;
}

/** "on the pizza" speaks of a pizza said before. */
export function refersBack({ drafts, pieces, scope }: Hearing, piece: Piece, at: number): Draft | null {
  const before = pieces.slice(Math.max(0, at - 2), at);
  const points = before.some(
    ({ role, said }) => role === 'for' || role === 'back' || /^(?:on|for|in|that|to) /i.test(said),
  );
  if (!points || before.some(({ number, role }) => number !== null || role === 'article')) return null;
  const found = drafts.findLast((draft) => scope.heads(draft).some(({ item_id }) => isOf(item_id, piece)));
  return found ?? null;
}
