import { lookAhead } from './ahead';
import { isUnknown, itemsIn, optionsIn } from './draft';
import type { Hearing } from './hearing';
import type { Piece } from './segment';

/** Whether words are of an allergy or a name, which nobody orders: "a tomato and onion allergy", "my name is". */
export function isAside(pieces: Piece[], at: number): boolean {
  const { role = null } = pieces[at] ?? {};
  return role === 'allergy' || role === 'name' || isAllergen(pieces, at);
}

/** So many words an allergy may have before it: "milk, egg and nut allergy". */
const MOST_BEFORE = 5;

/** "[a] tomato and onion *allergy*". */
export function isAllergen(pieces: Piece[], at: number): boolean {
  const first = pieces[at];
  if (!first || !(isFood(first) || isUnknown(first))) return false;
  for (let index = at + 1; index <= at + MOST_BEFORE; index++) {
    const piece = pieces[index];
    if (!piece || piece.pause) return false;
    if (piece.role === 'allergy') return !/ to$/i.test(piece.said);
    if (!(isFood(piece) || isUnknown(piece) || piece.role === 'and')) return false;
  }
  return false;
}

const isFood = (piece: Piece) => optionsIn(piece).length + itemsIn(piece).length > 0;

/** All words up to the next thing that is ordered. Answers where it ends. */
export function hearAside(hearing: Hearing, at: number): number {
  const { pieces } = hearing;
  const kept = pieces[at]?.role === 'name' ? hearing.leftover : hearing.allergy;
  const isAllergy = kept === hearing.allergy;
  if (isAllergy) kept.push(...refused(hearing), ...hearing.unknown.splice(0));
  const isBare = kept.length === 0;
  let end = at;
  for (; end < pieces.length; end++) {
    const piece = pieces[end];
    const isMore = isAllergy && piece && (isUnknown(piece) || (isBare && end === at + 1 && isFood(piece)));
    if (!piece || (end > at && !isMore && ends(pieces, end))) break;
    kept.push(piece);
  }
  return end - 1;
}

/** "No nuts please, I'm allergic": what was refused before anything was ordered. */
function refused(hearing: Hearing): Piece[] {
  return hearing.current ? [] : [...hearing.leftover.splice(0), ...hearing.unclear.splice(0)];
}

const ENDS = new Set(['want', 'pickup', 'delivery', 'with', 'remove', 'fix', 'make', 'waver', 'add']);

function ends(pieces: Piece[], at: number): boolean {
  const piece = pieces[at];
  if (!piece || piece.pause) return true;
  if (piece.role && ENDS.has(piece.role)) return true;
  return (piece.number !== null || piece.role === 'article') && lookAhead(pieces, at + 1).head !== null;
}
