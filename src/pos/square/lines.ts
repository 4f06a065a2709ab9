import type { Menu } from '../../menu/schema';
import { times } from '../../order/money';
import { kitchenOption } from '../../order/ticket-text';
import { fitText } from '../fit-text';
import { lineNote, openItemName } from '../kitchen-note';
import type { PosItem, PosOption, PosOrder } from '../pos-order';
import { LENGTHS, type SquareLine, type SquareModifier } from './api';

export type Line = { line: SquareLine; warnings: string[] };

/**
 * A line of the catalogue by its variation, else one in words. Square takes whole quantities only, unless the item is sold by
 * weight (https://developer.squareup.com/docs/orders-api/create-orders): half a portion becomes one line in words that says so.
 */
export function toLine(item: PosItem, { currency, menu }: Pick<PosOrder, 'currency' | 'menu'>): Line {
  const whole = /^\d+$/.test(item.quantity);
  const price = item.unit_price ?? menuPrice(menu, item.pos) ?? null;
  if (!item.pos || !whole) return toOpenLine(item, { price, currency, whole });
  const words = item.options.filter(needsWords).map(kitchenOption);
  const { text, warnings } = lineNote(item, words, { max: LENGTHS.lineNote });
  // A variation of variable price must be given one (docs of OrderLineItem); for the others Square's own price counts.
  const open = menuPrice(menu, item.pos) === null;
  const line: SquareLine = {
    catalog_object_id: item.pos,
    quantity: item.quantity,
    ...(open && { base_price_money: { amount: price ?? 0, currency } }),
    ...(text && { note: text }),
    ...modifiers([...toDefaults(item), ...item.options.map((option) => toModifier(option, currency))]),
  };
  return { line, warnings: [...warnings, ...(open && price === null ? [unpriced(item)] : [])] };
}

/** A modifier of the catalogue belongs to an item of the catalogue: with a line in words, its options are words too. */
function toOpenLine(
  item: PosItem,
  { price, currency, whole }: { price: number | null; currency: string; whole: boolean },
): Line {
  const portion = whole ? '' : `${item.quantity} × `;
  const share = whole ? '1' : item.quantity;
  const note = lineNote(item, [], { max: LENGTHS.lineNote });
  const line: SquareLine = {
    name: `${portion}${openItemName(item, LENGTHS.itemName - portion.length)}`,
    quantity: whole ? item.quantity : '1',
    base_price_money: { amount: times(price ?? 0, share), currency },
    ...(note.text && { note: note.text }),
    ...modifiers(item.options.map((option) => toOpenModifier(option, { currency, share }))),
  };
  return { line, warnings: [...note.warnings, ...(price === null ? [unpriced(item)] : [])] };
}

/** What the menu asks for it: null for an open price, undefined where it is not on the menu. */
function menuPrice(menu: Menu | undefined, pos: string | null | undefined): number | null | undefined {
  if (!pos) return undefined;
  return menu?.items.flatMap((item) => [item, ...item.variations]).find((one) => one.pos.square === pos)
    ?.price;
}

function unpriced({ name }: PosItem): string {
  return `"${name}" has no price: Square shows it at 0. Set its price on the ticket.`;
}

function modifiers(list: SquareModifier[]): { modifiers?: SquareModifier[] } {
  return list.length > 0 ? { modifiers: list } : {};
}

/** "no onions" never becomes the add-on "Onions": what leaves something out is in the catalogue only where its name says so. */
function isCatalogue(option: PosOption): option is PosOption & { pos: string } {
  return Boolean(option.pos) && (option.action !== 'remove' || option.says_action === true);
}

/** A catalogue modifier only adds: halves, "light" and "on the side" must be said beside it. */
function needsWords(option: PosOption): boolean {
  const isPlain = option.action === 'add' || option.says_action === true;
  return isCatalogue(option) && !(isPlain && option.portion === 'whole');
}

/** Square's own screens select the defaults of a list; an order by API must name them. */
function toDefaults({ defaults = [] }: PosItem): SquareModifier[] {
  return defaults.map((id) => ({ catalog_object_id: id, quantity: '1' }));
}

function toModifier(option: PosOption, currency: string): SquareModifier {
  return isCatalogue(option)
    ? { catalog_object_id: option.pos, quantity: String(option.quantity) }
    : toOpenModifier(option, { currency, share: '1' });
}

function toOpenModifier(option: PosOption, at: { currency: string; share: string }): SquareModifier {
  const price = option.action === 'remove' ? 0 : (option.unit_price ?? 0) * option.quantity;
  return {
    name: fitText(kitchenOption(option), LENGTHS.modifierName),
    base_price_money: { amount: times(price, at.share), currency: at.currency },
  };
}
