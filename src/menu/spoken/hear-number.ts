import { type Ahead, lookAhead } from './ahead';
import { type Draft, newDraft } from './draft';
import { isEveryday } from './everyday';
import { isAllergen } from './hear-aside';
import { restOf } from './hear-parts';
import type { Hearing } from './hearing';
import { mend } from './mend';
import { areAlike } from './mend-dish';
import { isNoMoreOption } from './scope';
import type { Piece } from './segment';

/** A number begins a line, counts an option, or puts a line's number right. */
export function hearNumber(hearing: Hearing, value: number, at: number): void {
  if (hearing.fix && mend(hearing, at)) return;
  const { current, pieces, scope } = hearing;
  if (isAllergen(pieces, at + 1)) return;
  if (isOpenNumber(pieces, at)) {
    hearing.unclear.push(...pieces.slice(at, at + 1));
    return;
  }
  if (hearing.either && current && value === 1) return;
  if (current && isBegunAgain(hearing, current, at)) {
    beginAgain(current, at, hearing);
    return;
  }
  const ahead = lookAhead(pieces, at + 1);
  const isArticle = pieces[at]?.role === 'article';
  if (ahead.next?.role === 'of_them' && current) {
    if (current.quantity === null || value > restOf(hearing)) current.quantity = value;
    else openPartOf(hearing, value, at);
  } else if (hearing.swap || isRefused(hearing, ahead, at)) {
    hearing.count = 1;
  } else if (current && isLoose(current) && current.quantity !== null && !hasPause(pieces[at])) {
    if (!isArticle) hearTwoNumbers(current, value, pieces[at]);
  } else if (isArticle && ahead.head && current && scope.isOpenChoice(current, ahead.head)) {
    hearing.count = 1;
  } else if (countsOption(hearing, ahead)) {
    if ((!isArticle || hasPause(pieces[at]) || current?.parts) && sharesOut(hearing, value))
      hearing.open(value).parts = true;
    else hearing.count = value;
  } else if (
    ahead.head ||
    ahead.sizes.length > 0 ||
    ahead.options.length > 0 ||
    ahead.unknown.some((one) => !isEveryday(hearing, one))
  ) {
    hearing.open(value);
  } else if (current && (ahead.next?.role === 'with' || isPart(hearing, value, ahead))) {
    openPart(hearing, value, at);
  } else if (current && isCountAfter(hearing, current, { value, at })) {
    current.quantity = value;
  } else if (pieces[at] && !isArticle)
    (current?.unclear ?? (pieces[at + 1]?.number != null ? hearing.unclear : hearing.leftover)).push(
      pieces[at],
    );
}

/** "two of them with ham", "no ham on two of them". */
function openPartOf(hearing: Hearing, value: number, at: number): void {
  const isAfter = /^on$/i.test(hearing.pieces[at - 1]?.said ?? '') && hearing.run.length > 0;
  const said = isAfter ? hearing.run : [];
  if (hearing.current) hearing.current.options = hearing.current.options.filter((one) => !said.includes(one));
  const part = hearing.open(value);
  part.parts = true;
  part.options = said;
}

/** "cannoli two": the number of a dish that was said without one, where it is no size. */
function isCountAfter(
  { heard, pieces, scope }: Hearing,
  { heads, quantity }: Draft,
  { value, at }: { value: number; at: number },
): boolean {
  const next = pieces[at + 1];
  const isLast = !next || next.pause || next.role === 'filler';
  const isNext = heads.at(-1) === heard && heard !== null && pieces[at - 1] === heard;
  const [dish] = isNext ? scope.heads({ ...newDraft(), heads }) : [];
  return isLast && quantity === null && dish !== undefined && !scope.isSizeNumber(dish.item_id, value);
}

/** Of one dish there is no part: "and one with mushrooms" may be another. */
function openPart(hearing: Hearing, value: number, at: number): void {
  const isMore = value > restOf(hearing) || (!hearing.current?.parts && value === restOf(hearing));
  const part = hearing.open(value);
  part.parts = true;
  if (isMore) part.unclear.push(...hearing.pieces.slice(at, at + 1));
}

/** "not a coke": no new line. */
function isRefused({ lasting, pieces }: Hearing, { head }: Ahead, at: number): boolean {
  const isArticle = pieces[at]?.role === 'article';
  return isArticle && lasting === 'remove' && (!head || pieces[at - 1]?.role === 'remove');
}

/** "two or three sprites". */
function isOpenNumber(pieces: Piece[], at: number): boolean {
  return pieces[at + 1]?.role === 'or' && pieces[at + 2]?.number != null;
}

/** "a large, *a large* pizza": a line of which only its size was said, with nothing that joins. */
function isBegunAgain({ pieces }: Hearing, { heads, sizes, options, unknown }: Draft, at: number): boolean {
  const last = sizes.at(-1);
  if (!last || heads.length + options.length + unknown.length > 0) return false;
  return pieces.slice(pieces.indexOf(last) + 1, at).every(({ role }) => role === 'filler');
}

function beginAgain(line: Draft, at: number, { pieces }: Hearing): void {
  const piece = pieces[at];
  const [size] = line.sizes.splice(0);
  if (piece && size?.senses !== lookAhead(pieces, at + 1).sizes[0]?.senses) line.unclear.push(piece);
}

/** "two three cokes": nobody can know which. */
function hearTwoNumbers(line: Draft, value: number, piece?: Piece): void {
  if (piece && line.quantity !== value) line.unclear.push(piece);
  line.quantity = value;
}

/** "four burgers, two with bacon, *two* without onions", "one plain". */
function isPart(hearing: Hearing, value: number, { next }: Ahead): boolean {
  const rest = restOf(hearing);
  const begins = next === null || next.pause || PART.has(next.role ?? '');
  return begins && value <= rest && (hearing.current?.parts === true || (rest > value && next !== null));
}
const PART = new Set(['remove', 'extra', 'light', 'side', 'note']);

const hasPause = (piece?: Piece) => piece?.pause === true;

/** Nothing but a number so far. */
function isLoose({ heads, sizes, options, unknown, parts }: Draft): boolean {
  return !parts && heads.length + sizes.length + options.length + unknown.length === 0;
}

/** "with two extra cheeses" counts cheese; "and one pepperoni" after a pizza is another pizza only where a dish is named. */
function countsOption({ current, scope, joint }: Hearing, ahead: Ahead): boolean {
  const [option] = ahead.options;
  if (
    !current ||
    (current.heads.length === 0 && !current.parts) ||
    ahead.head ||
    ahead.sizes.length > 0 ||
    !option
  )
    return false;
  if (areAlike(scope, current, option) && isNoMoreOption(option)) return false;
  return (
    current.parts ||
    scope.heads(current).some(({ item_id }) => scope.offers(item_id, option)) ||
    joint === 'with'
  );
}

/** "two pizzas, one ham and one pineapple". */
function sharesOut({ current, joint, drafts }: Hearing, value: number): boolean {
  const whole = current?.parts ? drafts.findLast((draft) => !draft.parts) : current;
  return joint !== 'with' && value < (whole?.quantity ?? 1);
}
