import { isSize, isUnknown, itemsIn, optionsIn } from './draft';
import { isEveryday } from './everyday';
import { hearAside, isAside } from './hear-aside';
import { hearGroup } from './hear-group';
import { hearMeal, isMeal } from './hear-meal';
import { hearMenu } from './hear-menu';
import { hearNumber } from './hear-number';
import { isGeneral } from './hear-option';
import { fitsSize } from './hear-size';
import { HEAR } from './hear-words';
import { Hearing } from './hearing';
import type { Knowledge } from './lexicon';
import { misheard } from './misheard';
import type { Scope } from './scope';
import type { Piece } from './segment';
import { summed } from './summed';
import { takingBack } from './takes-back';

/** Reads an order's pieces from left to right into lines. */
export function listen(read: Piece[], scope: Scope, knows: Knowledge): Hearing {
  const pieces = takingBack(summed(misheard(read, knows)));
  const hearing = new Hearing(pieces, scope, knows);
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece) continue;
    if (isAside(pieces, at)) {
      at = hearAside(hearing, at);
      continue;
    }
    if (isUnknown(piece)) {
      const last = hearing.run.at(-1);
      const before = last?.pieces.at(-1);
      if (before && pieces[at - 1] === before && isGeneral(knows.kinds, piece, before)) continue;
      hearing.unknown.push(piece);
      continue;
    }
    const isMenu = piece.senses.length > 0 && !isWordOnly(hearing, piece, at);
    if (isMeal(hearing, piece)) {
      hearMeal(hearing, piece);
      continue;
    }
    if (piece.role === 'meal' && !isMenu) {
      hearing.unknown.push(piece);
      continue;
    }
    if (!isMenu && !isThe(piece)) keepUnknown(hearing);
    if (isMenu) hearMenu(hearing, piece, at);
    else if (piece.number !== null && piece.role !== 'times') hearNumber(hearing, piece.number, at);
    else if (hearing.all && piece.groups.length > 0) hearGroup(hearing, piece);
    else if (piece.role) HEAR[piece.role]?.(hearing, piece, at);
    if (!isMenu) continue;
    hearing.heard = piece;
    hearing.away = false;
    keepUnknown(hearing);
  }
  keepUnknown(hearing);
  if (hearing.fix?.how === 'make') hearing.current?.unclear.push(hearing.fix.piece);
  return hearing;
}

/** "nix the onions": words stay with what they are said of. */
const isThe = ({ said }: Piece) => /^the$/i.test(said);

/** "half" is a size of some dish, but of none that is spoken of here. */
function isWordOnly(hearing: Hearing, piece: Piece, at: number): boolean {
  if (piece.role === 'substitute') return !isCounted(hearing, at);
  const isWord = piece.role !== null && piece.role !== 'size';
  return (
    isWord &&
    isSize(piece) &&
    itemsIn(piece).length + optionsIn(piece).length === 0 &&
    !fitsSize(hearing, piece, at)
  );
}

/** "two subs", "a large sub": the dish, and nothing that is swapped. */
function isCounted({ pieces }: Hearing, at: number): boolean {
  const before = pieces[at - 1];
  return before !== undefined && (before.number !== null || before.role === 'article' || isSize(before));
}

/** Words that nobody knows: a refusal keeps them, a number makes them a dish, "with" an option; else they are left over. */
function keepUnknown(hearing: Hearing): void {
  const words = hearing.unknown;
  if (words.length === 0) return;
  const { current, lasting, once, joint, portion } = hearing;
  hearing.unknown = [];
  if (hearing.fix && hearing.fix.how !== 'list' && current) {
    current.unclear.push(...words);
    hearing.fix = null;
  } else if (lasting === 'remove' && hearing.joined && current) hearing.addOption(current, words);
  else if (
    current &&
    current.heads.length === 0 &&
    current.options.length === 0 &&
    current.quantity !== null
  ) {
    current.unknown.push(...words);
  } else if (
    current &&
    current.heads.length > 0 &&
    ((joint === 'with' && !words[0]?.pause) || once !== null || portion !== 'whole')
  )
    hearing.addOption(current, words);
  else if (current?.heads.at(-1)?.to === words[0]?.from && !words[0]?.pause) current?.unknown.push(...words);
  else if (hearing.away || words.every((word) => isEveryday(hearing, word))) hearing.leftover.push(...words);
  else (current?.unclear ?? hearing.unclear).push(...words);
}
