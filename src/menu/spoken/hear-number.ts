import { type Ahead, lookAhead } from './ahead';
import { type Draft, itemsIn } from './draft';
import type { Hearing } from './hearing';
import type { Piece } from './segment';

/** A number begins a line, counts an option, or puts a line's number right. */
export function hearNumber(hearing: Hearing, value: number, at: number): void {
  const { current, pieces, scope } = hearing;
  const ahead = lookAhead(pieces, at + 1);
  const isArticle = pieces[at]?.role === 'article';
  if (hearing.fix && current && correctsNumber(hearing, ahead)) {
    if (!isArticle) current.quantity = value;
    hearing.fix = null;
    if (ahead.head) hearing.again = current;
  } else if (hearing.fix && current && (ahead.head || ahead.sizes.length > 0)) {
    if (!isArticle && ahead.head) current.quantity = value;
  } else if (ahead.next?.role === 'of_them' && current) {
    if (current.quantity === null) current.quantity = value;
    else hearing.open(value).parts = true;
  } else if (hearing.swap || (isArticle && hearing.lasting === 'remove' && !ahead.head)) {
    hearing.count = 1;
  } else if (current && isLoose(current) && current.quantity !== null && !hasPause(pieces[at])) {
    current.quantity = isArticle ? current.quantity : current.quantity * value;
  } else if (isArticle && ahead.head && current && scope.isOpenChoice(current, ahead.head)) {
    hearing.count = 1;
  } else if (countsOption(hearing, ahead)) {
    if (!isArticle && sharesOut(hearing, value)) hearing.open(value).parts = true;
    else hearing.count = value;
  } else if (ahead.head || ahead.sizes.length > 0 || ahead.options.length > 0 || ahead.unknown.length > 0) {
    hearing.open(value);
  } else if (current && ahead.next?.role === 'with') {
    hearing.open(value).parts = true;
  } else if (pieces[at] && !isArticle) hearing.leftover.push(pieces[at]);
}

const hasPause = (piece?: Piece) => piece?.pause === true;

/** Nothing but a number so far. */
function isLoose({ heads, sizes, options, unknown, parts }: Draft): boolean {
  return !parts && heads.length + sizes.length + options.length + unknown.length === 0;
}

/** "make that three", or three of what was just said. */
function correctsNumber({ current, scope }: Hearing, { head, sizes, options }: Ahead): boolean {
  if (!head) return sizes.length === 0 && options.length === 0;
  const named = current ? scope.heads(current) : [];
  return itemsIn(head).some((sense) => named.some((one) => one.item_id === sense.item_id));
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
