import type { Menu } from '../../menu/schema';
import { times } from '../../order/money';
import { kitchenOption } from '../../order/ticket-text';
import { lineTotal, unitTotal } from '../../order/totals';
import { fitText } from '../fit-text';
import { lineNote, openItemName } from '../kitchen-note';
import type { PosItem, PosOption, PosOrder } from '../pos-order';
import { LENGTHS } from './api';

export type CloverLine = {
  item?: { id: string };
  name?: string;
  price?: number;
  unitQty?: number;
  note?: string;
  modifications?: { modifier: { id: string } }[];
};
/** `rest`: words that no line's note holds, for the order's own. */
export type Lines = { lines: CloverLine[]; warnings: string[]; rest?: string };
type LineContext = {
  menu?: Menu;
  /** Whether catalogue lines must carry their price: custom orders demand it, atomic ones take it from the item. */
  priced: boolean;
};

/** Marks the id of an item sold by weight or measure in `pos`: only such lines have a `unitQty`. */
export const PER_UNIT = '/unit';

/**
 * Clover lines have no quantity (https://docs.clover.com/docs/working-with-orders): a line for each piece, and after it one for
 * each priced option that the menu does not know. Only an item that Clover knows can be modified by id.
 */
export function toLines(item: PosItem, context: LineContext): Lines {
  const { note, warnings, rest } = noteOf(item);
  const whole = /^\d+$/.test(item.quantity);
  if (!item.pos || (!whole && !item.pos.endsWith(PER_UNIT))) {
    const price = whole ? unitTotal(item) : lineTotal(item);
    const portion = whole ? '' : `${item.quantity} × `;
    const name = fitText(`${portion}${openItemName(item, LENGTHS.lineName)}`, LENGTHS.lineName);
    return { ...repeat([{ name, price, ...note }], whole ? Number(item.quantity) : 1), warnings, rest };
  }
  const perUnit = item.pos.endsWith(PER_UNIT);
  const id = perUnit ? item.pos.slice(0, -PER_UNIT.length) : item.pos;
  const modifications = item.options.filter(isCatalogue).flatMap(toModifications);
  const dish: CloverLine = {
    item: { id },
    ...priceOf(item, context),
    ...(perUnit && { unitQty: times(1000, item.quantity) }),
    ...note,
    ...(modifications.length > 0 && { modifications }),
  };
  const extras = item.options
    .filter((option) => !isCatalogue(option) && option.action !== 'remove' && option.unit_price)
    .map((option) => toExtra(option, item, perUnit ? item.quantity : '1'));
  return { ...repeat([dish, ...extras], perUnit ? 1 : Number(item.quantity)), warnings, rest };
}

/** Charges are lines too: Clover's service charge is a percentage. A fee item of the restaurant's own carries its tax and report. */
export function chargeLines(order: PosOrder, feeItemId: string | undefined): CloverLine[] {
  return order.charges.map(({ type, name, amount }) =>
    type === 'delivery' && feeItemId
      ? { item: { id: feeItemId }, price: amount }
      : { name: fitText(name, LENGTHS.lineName), price: amount },
  );
}

function repeat(lines: CloverLine[], count: number): { lines: CloverLine[] } {
  return { lines: Array.from({ length: count }, () => lines).flat() };
}

/** "no onions" never becomes the add-on "Onions": what leaves something out travels as words. */
function isCatalogue(option: PosOption): option is PosOption & { pos: string } {
  return Boolean(option.pos) && option.action !== 'remove';
}

/** A modifier without its id is ignored by Clover in silence, and a catalogue modifier only adds: the rest is said in words. */
function needsWords(option: PosOption): boolean {
  return !isCatalogue(option) || option.action !== 'add' || option.portion !== 'whole';
}

function toModifications(option: PosOption & { pos: string }): { modifier: { id: string } }[] {
  return Array.from({ length: option.quantity }, () => ({ modifier: { id: option.pos } }));
}

function toExtra(option: PosOption, item: PosItem, quantity: string): CloverLine {
  const price = times((option.unit_price ?? 0) * option.quantity, quantity);
  return { name: fitText(`+ ${kitchenOption(option)} (${item.name})`, LENGTHS.lineName), price };
}

/** An item with an open price must be given one; for the others Clover's own price counts, as the guest's bill is Clover's. */
function priceOf(item: PosItem, { menu, priced }: LineContext): { price?: number } {
  const entry = menu?.items
    .flatMap((one) => [one, ...one.variations])
    .find((one) => one.pos.clover === item.pos);
  const open = entry?.price === null;
  if (!open && !priced) return {};
  return { price: (open ? item.unit_price : (entry?.price ?? item.unit_price)) ?? 0 };
}

/** A note that is longer than Clover's field stands whole in the order's note. */
function noteOf(item: PosItem): { note: { note?: string }; warnings: string[]; rest?: string } {
  const cutName = !item.pos && item.name.length > LENGTHS.lineName - 'CHECK: '.length ? [item.name] : [];
  const unpriced = !item.pos && item.unit_price === null;
  const words = [
    ...cutName,
    ...item.options.filter((option) => !item.pos || needsWords(option)).map(kitchenOption),
    ...(unpriced ? ['PRICE UNKNOWN'] : []),
  ];
  const { text } = lineNote(item, words, { max: LENGTHS.lineNote });
  const { text: whole = '' } = lineNote(item, words, { max: Number.MAX_SAFE_INTEGER });
  const unknown = unpriced
    ? [`"${item.name}" has no price: Clover shows it at 0. Set its price on the ticket.`]
    : [];
  return {
    note: text ? { note: text } : {},
    warnings: unknown,
    ...(whole !== (text ?? '') && { rest: `${item.name}: ${whole}` }),
  };
}
