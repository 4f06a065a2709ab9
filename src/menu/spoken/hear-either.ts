import { type Draft, isSize, itemsIn, optionsIn } from './draft';
import type { Hearing } from './hearing';
import { areAlike } from './mend-dish';
import { wholeFirst } from './scope';
import type { Piece } from './segment';

/** "A coke or a sprite", "ham or bacon": one thing of which only the guest can say which. Answers whether it was heard so. */
export function hearEither(hearing: Hearing, piece: Piece): boolean {
  const { current, either, heard, scope } = hearing;
  if (!either || isSize(piece)) return false;
  hearing.either = null;
  const last = current?.options.at(-1);
  const head = current?.heads.at(-1);
  if (current && last && heard && last.pieces.at(-1) === heard && optionsIn(piece).length > 0) {
    last.pieces = [oneOf(heard, piece)];
    return true;
  }
  if (current && head && head === heard && areAlike(scope, current, piece)) {
    current.heads = [oneOf(named(head, current, hearing), piece)];
    return true;
  }
  hearing.unclear.push(either);
  return false;
}

function named(head: Piece, draft: Draft, { scope }: Hearing): Piece {
  return { ...head, senses: scope.heads(draft) };
}

function oneOf(one: Piece, other: Piece): Piece {
  const others = [...wholeFirst(itemsIn(other)), ...wholeFirst(optionsIn(other))];
  const senses = [...one.senses, ...others].map((sense) => ({ ...sense, how: 'name' as const }));
  return { ...one, said: `${one.said} or ${other.said}`, senses };
}
