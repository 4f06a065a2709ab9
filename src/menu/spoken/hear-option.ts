import { normalise } from '../words';
import { lookAhead } from './ahead';
import { type Draft, type DraftOption, itemsIn, optionsIn } from './draft';
import type { Hearing } from './hearing';
import type { Kinds } from './lexicon';
import { wholeFirst } from './scope';
import type { Piece } from './segment';

/** An option: of the dish that follows at once, of this line, or of the nearest line that offers it. */
export function hearOption(hearing: Hearing, piece: Piece, at: number): void {
  const { scope, pieces } = hearing;
  if (isKindAhead(hearing, piece, at)) return;
  const isList = hearing.joined || goesOn(pieces, at);
  // "No tomato, onions": nobody can know whether they are refused too.
  const isOpen =
    hearing.lasting === 'remove' && hearing.once === null && piece.pause && !isList && isOpposed(pieces, at);
  if (!isList) hearing.lasting = 'add';
  const doubt = hearing.unknown.splice(0).length > 0 || isOpen;
  const { action, portion, count: quantity } = hearing;
  const draft = lineFor(hearing, piece, at);
  const last = draft.options.at(-1);
  if (last && isKindOf(hearing, piece, last, at)) return void last.pieces.push(piece);
  hearing.addOption(draft, [piece], { action, portion, quantity, doubt });
  const next = pieces[at + 1];
  if (hearing.swap && next?.role !== 'for' && next?.role !== 'with') hearing.swap = null;
  const isOffered = scope.heads(draft).some(({ item_id }) => scope.offers(item_id, piece));
  if (draft.heads.length > 0 && !isOffered && !isGivenWith(pieces, at)) hearing.run.pop();
}

function lineFor(hearing: Hearing, piece: Piece, at: number): Draft {
  const { current, scope, pieces, drafts, again } = hearing;
  if (again) return again;
  const offers = (draft: Draft) => scope.heads(draft).some(({ item_id }) => scope.offers(item_id, piece));
  const { head } = lookAhead(pieces, at + 1, 'nothing');
  const isOption =
    head !== null &&
    current !== null &&
    scope.heads(current).some(({ item_id }) => scope.offers(item_id, head));
  const leadsOn =
    !isOption && head !== null && itemsIn(head).some(({ item_id }) => scope.offers(item_id, piece));
  if (current && current.heads.length === 0) {
    const shared = current.options.every((option) => isTogether(hearing, option, piece));
    return shared ? current : hearing.open();
  }
  const begins = hearing.joined || piece.pause;
  if (leadsOn && begins && current && hearing.action !== 'remove') return hearing.open();
  if (current && offers(current)) return current;
  const earlier = drafts.findLast(offers);
  if (earlier) return earlier;
  if (current && (hearing.action !== 'add' || hearing.swap || isGivenWith(pieces, at))) return current;
  return hearing.open();
}

/** "garlic knots *with ranch*": of this dish, whether it is to be had with it or not. */
function isGivenWith(pieces: Piece[], at: number): boolean {
  const before = pieces
    .slice(0, at)
    .findLast((piece) => optionsIn(piece).length === 0 && piece.role !== 'and');
  return before?.role === 'with';
}

function isTogether({ scope }: Hearing, option: DraftOption, piece: Piece): boolean {
  const [first] = option.pieces;
  if (!first || optionsIn(first).length === 0) return true;
  const offering = scope.offering(first);
  return [...scope.offering(piece)].some((id) => offering.has(id));
}

/** "provolone cheese": a word for many kinds, right after one of them, adds nothing. */
function isKindOf(hearing: Hearing, piece: Piece, last: DraftOption, at: number): boolean {
  const before = last.pieces.at(-1);
  if (!before || hearing.pieces[at - 1] !== before) return false;
  const kinds = wholeFirst(optionsIn(piece)).map((sense) => sense.option_id);
  if (kinds.length > 1 && optionsIn(before).some((sense) => kinds.includes(sense.option_id))) return true;
  return isGeneral(hearing.knows.kinds, piece, before);
}

/** "salsa picante", "queso cheddar": the word for many kinds right before one of them. */
function isKindAhead({ knows, pieces }: Hearing, piece: Piece, at: number): boolean {
  const next = pieces[at + 1];
  const isNext = knows.generalFirst && next !== undefined && !next.pause && optionsIn(next).length > 0;
  return isNext && isGeneral(knows.kinds, piece, next);
}

/** The language's own knowledge of the same: "jalapeno peppers". */
export function isGeneral(kinds: Kinds, piece: Piece, before: Piece): boolean {
  const some = kinds.get(normalise(piece.said));
  const words = normalise(before.said).split(' ');
  return some !== undefined && words.some((_, at) => some.has(words.slice(at).join(' ')));
}

/** "no tomato, *onions*, but extra pickles". */
function isOpposed(pieces: Piece[], at: number): boolean {
  const end = pieces.findIndex((piece, index) => index >= at && optionsIn(piece).length === 0);
  return /^(?:but|pero)\b/i.test(pieces[end]?.said ?? '');
}

/** "no onions, pickles or tomatoes": a comma goes on with a list that has an "or" to come. */
function goesOn(pieces: Piece[], at: number): boolean {
  const isPaused = pieces[at]?.pause === true;
  for (let index = at; index < pieces.length; index++) {
    const piece = pieces[index];
    if ((piece?.role === 'or' || (isPaused && piece?.role === 'and')) && piece.senses.length === 0)
      return true;
    if (!piece || optionsIn(piece).length === 0) return false;
  }
  return false;
}
