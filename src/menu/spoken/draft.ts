import type { OrderOption } from '../../order/schema';
import type { Piece } from './segment';
import type { ItemSense, OptionSense, Sense, SizeSense } from './senses';

/** An option as heard, before it is known which dish it is on. */
export type DraftOption = {
  pieces: Piece[];
  action: OrderOption['action'];
  portion: OrderOption['portion'];
  quantity: number;
  /** A word that is not known stands with it: it may be another thing than the menu's. */
  doubt: boolean;
  /** It came in the place of another by a correction. */
  mended?: boolean;
  /** A list leaves open whether it is on the half that was said. */
  isHalf?: boolean;
};

/** A line while it is being heard. */
export type Draft = {
  quantity: number | null;
  /** The words that name the dish; none yet: options or a size alone. */
  heads: Piece[];
  sizes: Piece[];
  options: DraftOption[];
  /** Words before the dish that are not known. */
  unknown: Piece[];
  /** A size that the dish does not come in; nothing where it has no sizes. */
  spare: Piece[];
  /** Words that were not understood and may change the line: it must be asked about. */
  unclear: Piece[];
  /** Its options before the line was said again: they hold where no others are named. */
  before: DraftOption[];
  /** Options of the dish that was here before: without others, it must be asked whether they hold. */
  dropped: DraftOption[];
  /** The words that put it right, while they bring nothing new: "actually just the caesar". */
  restated: Piece | null;
  /** "Half and half". */
  split: Piece | null;
  /** Another dish is to come in the place of this one. */
  renewed: boolean;
  /** Where the line's number stands, for "one with olives and one with ham". */
  parts: boolean;
};

export function newDraft(quantity: number | null = null): Draft {
  return {
    quantity,
    heads: [],
    sizes: [],
    options: [],
    unknown: [],
    spare: [],
    unclear: [],
    before: [],
    dropped: [],
    restated: null,
    split: null,
    renewed: false,
    parts: false,
  };
}

export const itemsIn = (piece: Piece): ItemSense[] => sorted(piece).items;
export const optionsIn = (piece: Piece): OptionSense[] => sorted(piece).options;

/** A phrase as a size of one dish. */
export function sizeOf(piece: Piece, itemId: string): SizeSense | undefined {
  return sorted(piece).sizes.get(itemId);
}

/** The size of a dish that is among words. */
export function sizeAmong(pieces: Piece[], itemId: string): SizeSense | undefined {
  return pieces.map((piece) => sizeOf(piece, itemId)).find((size) => size !== undefined);
}

/** Whether a phrase is a size of a dish that another names. */
export function isSizeOf(piece: Piece, dish: Piece | null): boolean {
  return dish !== null && itemsIn(dish).some(({ item_id }) => sizeOf(piece, item_id));
}

export function isSize(piece: Piece): boolean {
  return sorted(piece).sizes.size > 0;
}

type Sorted = { items: ItemSense[]; sizes: Map<string, SizeSense>; options: OptionSense[] };
const known = new WeakMap<Sense[], Sorted>();

/** "large" is a size of every dish: its meanings are sorted once. */
function sorted({ senses }: Piece): Sorted {
  const before = known.get(senses);
  if (before) return before;
  const found: Sorted = { items: [], sizes: new Map(), options: [] };
  for (const sense of senses) {
    if (sense.kind === 'item') found.items.push(sense);
    else if (sense.kind === 'option') found.options.push(sense);
    else if (!found.sizes.has(sense.item_id)) found.sizes.set(sense.item_id, sense);
  }
  known.set(senses, found);
  return found;
}

/** A piece whose words are not known at all. */
export function isUnknown(piece: Piece): boolean {
  return piece.senses.length === 0 && piece.role === null && piece.number === null;
}

/** Whether words name this dish. */
export function isOf(itemId: string, piece: Piece | null): boolean {
  return piece !== null && itemsIn(piece).some((sense) => sense.item_id === itemId);
}
