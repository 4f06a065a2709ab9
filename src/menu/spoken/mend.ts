import { normalise } from '../words';
import { type Ahead, lookAhead } from './ahead';
import { type Draft, itemsIn, newDraft } from './draft';
import type { Fix, Hearing } from './hearing';
import { type Scope, wholeFirst } from './scope';
import type { Piece } from './segment';

/** What a correction brings ("no, *three cokes*"), and the line it is about. */
type Repair = { fix: Fix; line: Draft; value: number | null; isArticle: boolean; ahead: Ahead };

/** Puts right what was said, at the first of a correction's own words. Answers whether that word, a number, has done its work. */
export function mend(hearing: Hearing, at: number): boolean {
  const { fix, current, pieces } = hearing;
  const piece = pieces[at];
  hearing.fix = null;
  if (!fix || !current || !piece) return false;
  const isCount = piece.senses.length === 0;
  const ahead = lookAhead(pieces, isCount ? at + 1 : at, 'words');
  const value = isCount ? piece.number : null;
  const repair = { fix, line: current, value, isArticle: piece.role === 'article', ahead };
  const dish = dishOf(hearing, repair);
  if (dish) return mendDish(hearing, dish, repair) && isCount;
  if (fix.how === 'list') return false;
  if (ahead.sizes.length > 0) return mendSize(hearing, repair) && isCount;
  const option = ahead.options[0] ?? ahead.head;
  if (option) return mendOption(hearing, option, repair) && isCount;
  if (ahead.unknown.length > 0) return false;
  if (value !== null) mendNumber(hearing, current, { value, at });
  else hearing.fix = fix;
  return isCount;
}

/** The dish that a correction names: what can be an option too is a dish where a dish was said last. */
function dishOf({ scope, heard, drafts }: Hearing, { fix, line, ahead }: Repair): Piece | null {
  const last = line.options.at(-1);
  const afterOption = heard !== null && last?.pieces.includes(heard) === true && line.heads.length > 0;
  const isOffered = (piece: Piece) => scope.heads(line).some(({ item_id }) => scope.offers(item_id, piece));
  if (ahead.head) return afterOption && isOffered(ahead.head) ? null : ahead.head;
  const [option] = ahead.options;
  if (option && fix.how === 'make' && lineOfName(drafts, scope, option)) return option;
  const afterDish = heard !== null && line.heads.at(-1) === heard;
  return option && afterDish && areAlike(scope, line, option) ? option : null;
}

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

/** "chicken tenders combo", of "chicken tenders". */
function isMoreOf(scope: Scope, id: string, dish: string): boolean {
  const [more = [], less = []] = [id, dish].map((one) => normalise(scope.item(one)?.name ?? '').split(' '));
  return less.every((word) => more.includes(word));
}

function mendDish(hearing: Hearing, dish: Piece, repair: Repair): boolean {
  const { drafts, scope } = hearing;
  const same = lineOfName(drafts, scope, dish);
  if (same) return mendSame(hearing, same, repair);
  return repair.fix.how !== 'list' && mendOther(hearing, dish, repair);
}

function lineOfName(drafts: Draft[], scope: Scope, dish: Piece): Draft | undefined {
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
  if (fix.how === 'make' && value === null && ahead.sizes.length === 0) hearing.fix = fix;
  else line.before = line.options.splice(0);
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
  if (isArticle && (quantity ?? 1) > 1) line.unclear.push(fix.piece);
  return true;
}

/** "Make that a large": of the last line that comes in such a size. */
function mendSize(hearing: Hearing, { fix, value, ahead }: Repair): boolean {
  const { drafts, scope } = hearing;
  const sized = (draft: Draft) =>
    dishesOf(draft, scope).some((id) => ahead.sizes.some((piece) => scope.sized(id, piece)));
  const isOpen = ({ heads, sizes }: Draft) => heads.length === 0 && sizes.length > 0;
  const line = drafts.findLast((draft) => sized(draft) || isOpen(draft));
  if (!line) {
    hearing.unclear.push(fix.piece);
    return false;
  }
  line.sizes = [];
  if (value !== null) line.quantity = value;
  hearing.current = line;
  return true;
}

/** "With onions, no, olives": the option said last goes, or the other choice of the same group; what was done to it stays. */
function mendOption(hearing: Hearing, option: Piece, { line, value }: Repair): boolean {
  const { heard, scope } = hearing;
  const last = line.options.at(-1);
  const rival = line.options.find(({ pieces: [first] }) => first && scope.isEitherOr(line, first, option));
  const gone = rival ?? (heard && last?.pieces.includes(heard) ? last : undefined);
  if (!gone || hearing.action !== 'add') return false;
  const isSame = gone.pieces[0]?.senses === option.senses;
  line.options.splice(line.options.indexOf(gone), 1);
  hearing.lasting = gone.action === 'remove' ? 'remove' : 'add';
  hearing.once = isSame || gone.action === 'remove' || gone.action === 'add' ? null : gone.action;
  hearing.portion = gone.portion;
  hearing.run = [];
  hearing.count = value ?? (isSame ? 1 : gone.quantity);
  return true;
}

/** "No, three": of what was counted last. */
function mendNumber(
  { heard, scope, pieces }: Hearing,
  line: Draft,
  { value, at }: { value: number; at: number },
): void {
  const last = line.options.at(-1);
  const piece = pieces[at];
  // "Make it twelve" may be inches.
  if (piece && dishesOf(line, scope).some((id) => scope.isSizeNumber(id, value))) line.unclear.push(piece);
  if (last && heard && last.pieces.includes(heard) && last.quantity > 1) last.quantity = value;
  else line.quantity = value;
}
