import type { Draft } from './draft';
import { hearHalf, isAfter } from './hear-half';
import type { Hearing } from './hearing';
import type { Piece } from './segment';

/** How many of several that are alike have not been spoken of one by one: "two pizzas, one with ham". */
export function restOf({ drafts }: Hearing): number {
  const at = drafts.findLastIndex((draft) => !draft.parts);
  const taken = drafts.slice(at + 1).reduce((sum, { quantity }) => sum + (quantity ?? 1), 0);
  return (drafts[at]?.quantity ?? 1) - taken;
}

/** "ham on one": one of several that are alike, else one half. */
export function hearOneOf(hearing: Hearing, piece: Piece, at: number): void {
  if (restOf(hearing) < 2 && !hearing.current?.parts) hearHalf(hearing, 'left', piece, at);
  else hearPart(hearing, 1, piece, at);
}

/** "and the other with olives": the rest of several, else the other half; what else it can be must be asked. */
export function hearOther(hearing: Hearing, piece: Piece, at: number): void {
  const { current, portion } = hearing;
  const rest = restOf(hearing);
  const isHalved = portion === 'left' || current?.options.some((option) => option.portion === 'left');
  if (isHalved) hearHalf(hearing, 'right', piece, at);
  else if (current?.parts && rest > 0) hearPart(hearing, rest, piece, at);
  else if (current) current.unclear.push(piece);
  else hearing.leftover.push(piece);
}

/** A part of a line, with the options said before it ("ham on one") or after ("one with ham"). */
function hearPart(hearing: Hearing, quantity: number, piece: Piece, at: number): void {
  const said = isAfter(hearing, piece, at) ? hearing.run : [];
  const from: Draft | null = hearing.current;
  if (from) from.options = from.options.filter((option) => !said.includes(option));
  const part = hearing.open(quantity);
  part.parts = true;
  part.options = said;
}
