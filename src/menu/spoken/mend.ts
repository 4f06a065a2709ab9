import { type Ahead, lookAhead } from './ahead';
import type { Draft } from './draft';
import type { Fix, Hearing } from './hearing';
import { areAlike, dishesOf, lineOfName, mendDish } from './mend-dish';
import type { Piece } from './segment';

/** What a correction brings ("no, *three cokes*"), and the line it is about. */
export type Repair = { fix: Fix; line: Draft; value: number | null; isArticle: boolean; ahead: Ahead };

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
  if (isCount && isOfOne(hearing, current, at)) return false;
  if (value !== null && isTime(hearing, at)) {
    hearing.time = timeAt(pieces, at);
    return true;
  }
  const dish = dishOf(hearing, repair);
  if (dish && hearing.action === 'remove') return false;
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

/** "At seven thirty, no, eight": of the time that was said last. */
function isTime({ pieces }: Hearing, at: number): boolean {
  const end = pieces.slice(0, at).findLastIndex(({ role }) => !CORRECTING.has(role ?? ''));
  return pieces[end]?.role === 'time';
}
/** "six thirty": its words are no numbers any more. */
function timeAt(pieces: Piece[], at: number): Piece[] {
  const end = pieces.findIndex((piece, index) => index > at && (piece.number === null || piece.pause));
  const time = pieces.slice(at, end < 0 ? undefined : end);
  for (let index = at + 1; index < at + time.length; index++)
    pieces[index] = { ...(pieces[index] as Piece), number: null, role: 'filler' };
  return time;
}

const CORRECTING = new Set(['fix', 'make', 'waver', 'filler']);

/** "Make one with olives", "one of them diet": of several, some become something else; which is a line of its own, to be asked about. */
function isOfOne({ pieces }: Hearing, line: Draft, at: number): boolean {
  const [piece, next] = pieces.slice(at, at + 2);
  const isFew = piece?.number != null && piece.number < (line.quantity ?? 1);
  const isMore = piece?.number != null && next?.role === 'extra' && !pieces[at + 2]?.senses.length;
  if (!piece || !(isMore || (isFew && OF_ONE.has(next?.role ?? '')))) return false;
  line.unclear.push(piece);
  return true;
}
const OF_ONE = new Set(['with', 'article', 'of_them', 'remove', 'extra']);

/** The dish that a correction names: what can be an option too is a dish where a dish was said last. */
function dishOf({ scope, heard, drafts }: Hearing, { line, ahead }: Repair): Piece | null {
  const last = line.options.at(-1);
  const afterOption = heard !== null && last?.pieces.includes(heard) === true && line.heads.length > 0;
  const isOffered = (piece: Piece) => scope.heads(line).some(({ item_id }) => scope.offers(item_id, piece));
  if (ahead.head) return afterOption && isOffered(ahead.head) ? null : ahead.head;
  const [option] = ahead.options;
  if (option && lineOfName(drafts, scope, option)) return option;
  const afterDish =
    heard !== null && line.options.length === 0 && [...line.heads, ...line.sizes].includes(heard);
  return option && afterDish && areAlike(scope, line, option) ? option : null;
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
  line.restated = null;
  if (value !== null) line.quantity = value;
  hearing.current = line;
  return true;
}

/** "With onions, no, olives": the option said last goes, or the other choice of the same group; what was done to it stays. */
function mendOption(hearing: Hearing, option: Piece, { fix, line, value }: Repair): boolean {
  const { heard, scope } = hearing;
  const last = line.options.at(-1);
  const rival = line.options.find(({ pieces: [first] }) => first && scope.isEitherOr(line, first, option));
  const gone = rival ?? (heard && last?.pieces.includes(heard) ? last : undefined);
  const isLike = hearing.action === 'add' || hearing.action === gone?.action;
  if (!gone || !isLike || (fix.how === 'waver' && hearing.action !== 'add')) return false;
  const isSame = gone.pieces[0]?.senses === option.senses;
  line.options.splice(line.options.indexOf(gone), 1);
  hearing.lasting = gone.action === 'remove' ? 'remove' : 'add';
  hearing.once = isSame || gone.action === 'remove' || gone.action === 'add' ? null : gone.action;
  hearing.mended = gone.action === 'add';
  if (gone.portion !== 'whole') hearing.portion = gone.portion;
  hearing.run = [];
  hearing.list = hearing.list.filter((option) => option !== gone);
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
  line.restated = null;
  // "Make it twelve" may be inches.
  if (piece && dishesOf(line, scope).some((id) => scope.isSizeNumber(id, value))) line.unclear.push(piece);
  if (last && heard && last.pieces.includes(heard) && last.quantity > 1) last.quantity = value;
  else line.quantity = value;
}
