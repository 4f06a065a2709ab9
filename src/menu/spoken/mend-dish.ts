import { normalise } from '../words';
import { type Draft, itemsIn, newDraft } from './draft';
import type { Hearing } from './hearing';
import type { Repair } from './mend';
import { type Scope, wholeFirst } from './scope';
import type { Piece } from './segment';

/** Dishes that a line names, were it by words that may be an option. */
export function dishesOf(line: Draft, scope: Scope): string[] {
  if (line.heads.length > 0) return scope.heads(line).map(({ item_id }) => item_id);
  const words = line.options.filter(({ action }) => action === 'add').flatMap(({ pieces }) => pieces);
  return words.flatMap((piece) => itemsIn(piece).map(({ item_id }) => item_id));
}

/** Whether a dish can stand for another: two drinks can; where the menu has no categories, any two. */
export function areAlike(scope: Scope, line: Draft, dish: Piece): boolean {
  const kind = (id: string) => scope.item(id)?.category ?? null;
  const before = dishesOf(line, scope);
  const after = itemsIn(dish).map(({ item_id }) => item_id);
  if (after.length === 0 || before.length === 0) return after.length > 0;
  return after.some((id) => before.some((one) => kind(one) === kind(id) || isMoreOf(scope, id, one)));
}

/** Without categories nobody can know what "actually" puts aside. */
function isKnownKind(scope: Scope, dish: Piece): boolean {
  return itemsIn(dish).some(({ item_id }) => scope.item(item_id)?.category != null);
}

/** "chicken tenders combo", of "chicken tenders". */
function isMoreOf(scope: Scope, id: string, dish: string): boolean {
  const [more = [], less = []] = [id, dish].map((one) => normalise(scope.item(one)?.name ?? '').split(' '));
  return less.every((word) => more.includes(word));
}

/** The line of a dish that a correction names gets what the correction says of it; another dish takes the place of the last. */
export function mendDish(hearing: Hearing, dish: Piece, repair: Repair): boolean {
  const { drafts, scope } = hearing;
  const same = lineOfName(drafts, scope, dish);
  if (same) return mendSame(hearing, same, repair);
  return repair.fix.how !== 'list' && mendOther(hearing, dish, repair);
}

/** The last line whose dish these words name. */
export function lineOfName(drafts: Draft[], scope: Scope, dish: Piece): Draft | undefined {
  const meant = wholeFirst(itemsIn(dish)).map(({ item_id }) => item_id);
  return drafts.findLast((draft) => dishesOf(draft, scope).some((id) => meant.includes(id)));
}

/** "Two large pizzas", of one large pizza: the dish may be said again. */
function mendSame(hearing: Hearing, line: Draft, { fix, value, ahead }: Repair): boolean {
  hearing.current = line;
  hearing.again = line;
  hearing.mending = { ...fix, how: 'list' };
  hearing.lasting = 'add';
  if (value !== null) line.quantity = value;
  if (ahead.sizes.length > 0) line.sizes = [];
  const isBare = value === null && ahead.sizes.length === 0;
  if (fix.how === 'make' && isBare) hearing.fix = fix;
  else line.before = line.options.splice(0);
  line.restated = isBare ? fix.piece : null;
  return true;
}

/** Another dish in the place of the last one, or one that only came to mind: where that is open, it is asked. */
function mendOther(hearing: Hearing, dish: Piece, { fix, line, value, isArticle, ahead }: Repair): boolean {
  const { scope } = hearing;
  const isInPlace = areAlike(scope, line, dish);
  if (!isInPlace) {
    if (!fix.wanted) hearing.unclear.push(fix.piece);
    return false;
  }
  const { sizes, options, quantity } = line;
  Object.assign(line, newDraft(value ?? quantity), { renewed: true });
  hearing.current = line;
  hearing.mending = { ...fix, how: 'list' };
  hearing.calm();
  hearing.lasting = 'add';
  const fits = (piece: Piece) => itemsIn(dish).some(({ item_id }) => scope.sized(item_id, piece));
  if (ahead.sizes.length === 0) line.sizes = sizes.filter(fits);
  const isName = ({ pieces }: (typeof options)[number]) => pieces.some((piece) => itemsIn(piece).length > 0);
  line.dropped = options.filter((option) => !isName(option));
  const isGuess = fix.how === 'waver' && !isKnownKind(scope, dish);
  if (isGuess || (isArticle && (quantity ?? 1) > 1)) line.unclear.push(fix.piece);
  return true;
}
