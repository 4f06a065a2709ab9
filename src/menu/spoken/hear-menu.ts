import { isOf, isSize, itemsIn, optionsIn } from './draft';
import { hearDish } from './hear-dish';
import { hearEither } from './hear-either';
import { hearOption } from './hear-option';
import { hearSize } from './hear-size';
import type { Hearing } from './hearing';
import { mend } from './mend';
import { dishesOf } from './mend-dish';
import { pointsBack, refersBack } from './refers-back';
import { isNoMoreOption, wholeFirst } from './scope';
import type { Piece } from './segment';
import { isWhole } from './senses';
import { dropThing, takenOff, takeOff } from './take-off';

/** A phrase of the menu: a dish, or something on one. */
export function hearMenu(hearing: Hearing, piece: Piece, at: number): void {
  if (hearing.skipping) {
    hearing.skipping = false;
    return;
  }
  const taken = takenOff(hearing, piece, at);
  if (taken) {
    takeOff(hearing, taken, at);
    return;
  }
  if (hearing.contrast && hearing.action === 'remove' && isNoMoreOption(piece)) {
    hearing.leftover.push(piece);
    return;
  }
  if (hearing.fix && !hearing.dropping) mend(hearing, at);
  if (hearEither(hearing, piece)) return;
  if (hearing.nothing.length > 0) hearing.leftover.push(...hearing.nothing.splice(0), piece);
  else if (isSize(piece) && !prefersDish(hearing, piece)) hearSize(hearing, piece, at);
  else if (hearing.dropping) dropThing(hearing, piece);
  else if (isSameName(hearing, piece, at)) hearing.current?.heads.push(piece);
  else if (isHead(hearing, piece, at)) hearDish(hearing, piece, at);
  else hearOption(hearing, piece, at);
}

function prefersDish({ current }: Hearing, piece: Piece): boolean {
  return itemsIn(piece).length > 0 && (current?.sizes.length ?? 0) > 0;
}

/** Whether a phrase is heard as a dish, where the menu has it as a dish and as an option. */
function isHead(hearing: Hearing, piece: Piece, at: number): boolean {
  const items = wholeFirst(itemsIn(piece));
  if (items.length === 0 || hearing.swap) return false;
  const options = wholeFirst(optionsIn(piece));
  if (isNamedAgain(hearing, piece)) return true;
  if (isNoMoreOption(piece) && refersBack(hearing, piece, at)) return true;
  if (hearing.current?.renewed && hearing.current.heads.length === 0) return true;
  const isPartOnly = !items.some(isWhole);
  const isOption = options.some(isWhole);
  if (isPartOnly && isOption && !hearing.serving) return false;
  if (options.length === 0 || (!isOption && !isPartOnly))
    return hearing.action !== 'remove' || pointsBack(hearing.pieces, at) || endsRefusal(hearing, piece, at);
  const { current, scope, pieces } = hearing;
  if (hearing.action !== 'add' && !hearing.serving) return false;
  if (hearing.serving || pieces[at + 1]?.role === 'aside') return true;
  if (!current) return true;
  if (current.heads.length === 0 && !current.parts)
    return current.options.length === 0 || items.some(isWhole);
  const whole = current.parts ? hearing.drafts.findLast(({ parts }) => !parts) : current;
  return !scope.heads(whole ?? current).some(({ item_id }) => scope.offers(item_id, piece));
}

/** "no onions *and garlic knots*": what no dish can be made without is a dish of its own. */
function endsRefusal({ pieces, heard }: Hearing, piece: Piece, at: number): boolean {
  if (!heard || optionsIn(heard).length === 0 || itemsIn(heard).length > 0) return false;
  const isWholeDish = optionsIn(piece).length === 0 && itemsIn(piece).some(isWhole);
  const before = pieces[at - 1]?.role === 'and' ? pieces[at - 2] : pieces[at - 1];
  return isWholeDish && before === heard;
}

function isNamedAgain({ again, scope }: Hearing, piece: Piece): boolean {
  const dishes = again ? dishesOf(again, scope) : [];
  return itemsIn(piece).some(({ item_id }) => dishes.includes(item_id));
}

/** "pizza grande de pepperoni": the rest of a dish's name, with nothing between but its size. */
function isSameName({ current, pieces, action, portion }: Hearing, piece: Piece, at: number): boolean {
  const last = current?.heads.at(-1);
  if (!current || !last || piece.pause || action !== 'add' || portion !== 'whole') return false;
  const between = pieces.slice(pieces.indexOf(last) + 1, at);
  const isNear = between.every((one) => !one.pause && (current.sizes.includes(one) || one.role === 'filler'));
  return isNear && current.options.length === 0 && itemsIn(piece).some(({ item_id }) => isOf(item_id, last));
}
