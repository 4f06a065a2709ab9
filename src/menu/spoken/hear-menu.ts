import { isOf, isSize, itemsIn, optionsIn } from './draft';
import { hearDish, refersBack } from './hear-dish';
import { hearOption } from './hear-option';
import { hearSize } from './hear-size';
import type { Hearing } from './hearing';
import { wholeFirst } from './scope';
import type { Piece } from './segment';
import { isWhole } from './senses';

/** A phrase of the menu: a dish, or something on one. */
export function hearMenu(hearing: Hearing, piece: Piece, at: number): void {
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
  const isPartOnly = !items.some(isWhole);
  const isOption = options.some(isWhole);
  if (isPartOnly && isOption && !hearing.serving) return false;
  if (options.length === 0 || (!isOption && !isPartOnly))
    return hearing.action !== 'remove' || refersBack(hearing, piece, at) !== null;
  const { current, scope, pieces } = hearing;
  if (hearing.action !== 'add' && !hearing.serving) return false;
  if (hearing.serving || pieces[at + 1]?.role === 'aside') return true;
  if (!current) return true;
  if (current.heads.length === 0) return current.options.length === 0 || items.some(isWhole);
  return !scope.heads(current).some(({ item_id }) => scope.offers(item_id, piece));
}

function dropThing(hearing: Hearing, piece: Piece): void {
  hearing.dropping = false;
  const { drafts, scope, current } = hearing;
  const line = drafts.findLast((draft) => scope.heads(draft).some(({ item_id }) => isOf(item_id, piece)));
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

/** "pizza grande de pepperoni": the rest of a dish's name, with nothing between but its size. */
function isSameName({ current, pieces, action, portion }: Hearing, piece: Piece, at: number): boolean {
  const last = current?.heads.at(-1);
  if (!current || !last || piece.pause || action !== 'add' || portion !== 'whole') return false;
  const between = pieces.slice(pieces.indexOf(last) + 1, at);
  const isNear = between.every((one) => !one.pause && (current.sizes.includes(one) || one.role === 'filler'));
  return isNear && current.options.length === 0 && itemsIn(piece).some(({ item_id }) => isOf(item_id, last));
}
