import { type Draft, type DraftOption, isOf, itemsIn } from './draft';
import type { Hearing } from './hearing';
import { dishesOf, lineOfName } from './mend-dish';
import { pointsBack, refersBack } from './refers-back';
import type { Scope } from './scope';
import type { Piece } from './segment';

/** A dish: of the line whose number or options were heard, one said before, or a new line. */
export function hearDish(hearing: Hearing, piece: Piece, at: number): void {
  const { current, scope, onceSaid, pieces, portion } = hearing;
  // A "double burger" is not what is listed as a burger.
  if (hearing.once && onceSaid && pieces[at - 1] === onceSaid) hearing.unknown.push(onceSaid);
  const again = hearing.again && dishesOf(hearing.again, scope).some((id) => isOf(id, piece));
  const back = again ? hearing.again : refersBack(hearing, piece, at);
  const moved = said(hearing, at);
  hearing.again = null;
  if (back) {
    hearing.current = back;
    hearing.lasting = 'add';
  } else if (current && current.heads.length === 0 && takes(hearing, current, piece)) {
    current.heads.push(piece);
  } else if (current && narrows(hearing, current, piece, at)) current.heads.push(piece);
  else hearing.open().heads.push(piece);
  const line = hearing.current;
  if (current && line && line !== current) moveTo(line, moved, current);
  line?.unknown.push(...hearing.unknown.splice(0));
  if (hearing.plainSize) line?.spare.push(hearing.plainSize);
  hearing.plainSize = null;
  if (portion !== 'whole' && !line?.options.some((option) => option.portion === portion))
    line?.unclear.push(piece);
  if (line && !back && isRepeated(hearing, line, piece)) line.unclear.push(piece);
  hearing.dropped = false;
  hearing.lasting = 'add';
  hearing.joint = null;
  hearing.calm();
}

/** "a coke a coke", "with ham and ham *pizza*": the same dish again, where nothing says that it is another. */
function isRepeated(hearing: Hearing, line: Draft, piece: Piece): boolean {
  const { drafts, pieces, scope } = hearing;
  if (isTalkedOf(drafts.slice(0, -1), line, scope)) return true;
  if (hearing.dropped && lineOfName(drafts.slice(0, -1), scope, piece)) return true;
  const before = drafts.at(-2);
  const head = before?.heads.at(-1);
  if (!before || !head || drafts.at(-1) !== line || line.heads.at(-1) !== piece) return false;
  const [one, other] = [before, line].map((draft) => scope.heads(draft)[0]?.item_id);
  if (one !== other || line.heads.length > 1) return false;
  const between = pieces.slice(pieces.indexOf(head) + 1, pieces.indexOf(piece) + 1);
  const isJoined = between.some(({ pause, role }) => pause || (role !== null && role !== 'article'));
  const isAlike = before.sizes[0]?.senses === line.sizes[0]?.senses;
  return line.quantity === null ? line.sizes.length === 0 : isAlike && !isJoined;
}

/** "Everyone says the calzone. Fine, one calzone": it was spoken of before it was ordered. */
function isTalkedOf(before: Draft[], line: Draft, scope: Scope): boolean {
  const [dish] = scope.heads(line);
  const isSame = ({ quantity, options, sizes, heads, parts }: Draft) =>
    quantity === null &&
    !parts &&
    options.length + sizes.length === 0 &&
    isOf(dish?.item_id ?? '', heads[0] ?? null);
  return dish !== undefined && line.quantity !== null && before.some(isSame);
}

/** "No onions *on the burger*": of what was said right before. */
function said({ pieces, run, heard }: Hearing, at: number): DraftOption[] {
  return pointsBack(pieces, at) && heard !== null && run.at(-1)?.pieces.at(-1) === heard ? run : [];
}

function moveTo(line: Draft, options: DraftOption[], from: Draft): void {
  from.options = from.options.filter((option) => !options.includes(option));
  line.options.push(...options);
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
