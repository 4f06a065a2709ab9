import type { OrderOption } from '../../order/schema';
import type { Piece } from './segment';
import type { ItemSense, OptionSense, SizeSense } from './senses';

/** An option as heard, before it is known which dish it is on. */
export type DraftOption = {
  pieces: Piece[];
  action: OrderOption['action'];
  portion: OrderOption['portion'];
  quantity: number;
  /** A word that is not known stands with it: it may be another thing than the menu's. */
  doubt: boolean;
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
  /** Where the line's number stands, for "one with olives and one with ham". */
  parts: boolean;
};

export function newDraft(quantity: number | null = null): Draft {
  return { quantity, heads: [], sizes: [], options: [], unknown: [], spare: [], parts: false };
}

export const itemsIn = (piece: Piece): ItemSense[] =>
  piece.senses.filter((sense): sense is ItemSense => sense.kind === 'item');
export const sizesIn = (piece: Piece): SizeSense[] =>
  piece.senses.filter((sense): sense is SizeSense => sense.kind === 'size');
export const optionsIn = (piece: Piece): OptionSense[] =>
  piece.senses.filter((sense): sense is OptionSense => sense.kind === 'option');

/** A piece whose words are not known at all. */
export function isUnknown(piece: Piece): boolean {
  return piece.senses.length === 0 && piece.role === null && piece.number === null;
}

/** Whether words name this dish. */
export function isOf(itemId: string, piece: Piece | null): boolean {
  return piece !== null && itemsIn(piece).some((sense) => sense.item_id === itemId);
}
