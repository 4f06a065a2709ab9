import { currencyDigits, times, toDecimal } from '../../order/money';
import { kitchenOption } from '../../order/ticket-text';
import { unitTotal } from '../../order/totals';
import { PosError } from '../errors';
import { lineNote, openItemName } from '../kitchen-note';
import type { PosItem, PosOption } from '../pos-order';
import type { LightspeedItem } from './api';
import { readInstruction } from './instruction';

type Context = { currency: string; settings: Record<string, string | undefined> };
/** `unitPrice`: what one of it was said to cost, for discounts. */
export type Line = { item: LightspeedItem; unitPrice: number | null };
export type Lines = { lines: Line[]; notes: string[]; warnings: string[] };

/** Money as Lightspeed writes it: decimal major units. */
export function toAmount(minor: number, currency: string): number {
  return Number(toDecimal(minor, currencyDigits(currency)));
}

/** A line of the order as Lightspeed's items. Words have no field of their own there: they come back as `notes` for the order's note. */
export function toLines(item: PosItem, path: string, context: Context): Lines {
  const isWhole = /^\d+$/.test(item.quantity);
  if (item.pos && isWhole) return toCatalogueLines(item, item.pos, context);
  const sku = context.settings.fallback_item_id;
  if (sku) return toOpenLine(item, sku, context);
  const why = item.pos
    ? `${path}.quantity is ${item.quantity}, and Lightspeed takes whole quantities only. Write whole portions`
    : `"${item.name}" (${path}) has no SKU of Lightspeed's menu. Choose a dish of the menu`;
  throw new PosError('rejected', 'lightspeed', `${why}, or set Open Item SKU.`, {
    code: item.pos ? 'PART_QUANTITY' : 'UNKNOWN_ITEM',
  });
}

function toCatalogueLines(item: PosItem, sku: string, { settings }: Context): Lines {
  const subItems = item.options.flatMap(toSubItem);
  const modifiers = item.options.flatMap((option) => toModifier(option, settings));
  const words = item.options.filter((option) => needsWords(option, settings)).map(kitchenOption);
  const note = lineNote(item, words, { max: 3000 });
  const count = Number(item.quantity);
  // Whether a sub-item's quantity counts for one or for the whole line is nowhere said: single lines are right either way.
  const copies = subItems.length > 0 ? count : 1;
  const one: LightspeedItem = {
    sku,
    quantity: count / copies,
    ...(modifiers.length > 0 && { modifiers }),
    ...(subItems.length > 0 && { subItems }),
  };
  const unitPrice = item.unit_price === null ? null : unitTotal(item);
  return {
    lines: Array.from({ length: copies }, () => ({ item: { ...one }, unitPrice })),
    notes: note.text ? [`${item.quantity} × ${item.name}: ${note.text}`] : [],
    warnings: note.warnings,
  };
}

/** What only adds is a product modifier; "no onions" never becomes the add-on "Onions". */
function toSubItem(option: PosOption): { sku: string; quantity: number }[] {
  const isProduct = option.pos && option.action !== 'remove' && !readInstruction(option.pos);
  return isProduct && option.pos ? [{ sku: option.pos, quantity: option.quantity }] : [];
}

function toModifier(option: PosOption, settings: Context['settings']): { modifierId: string }[] {
  const instruction = readInstruction(option.pos);
  const fits = instruction?.action === option.action && settings.production_instructions !== 'note';
  return instruction && fits ? [{ modifierId: instruction.id }] : [];
}

/** Halves, "light", "on the side" and repeats have no field: they are said beside what is added. */
function needsWords(option: PosOption, settings: Context['settings']): boolean {
  if (toModifier(option, settings).length > 0) return option.portion !== 'whole' || option.quantity > 1;
  return toSubItem(option).length === 0 || option.action !== 'add' || option.portion !== 'whole';
}

/**
 * A dish that is no SKU, or a part of a portion. The item may not permit another name, so the words stand in the note as well;
 * its price holds the options.
 */
function toOpenLine(item: PosItem, sku: string, { currency }: Context): Lines {
  const isWhole = /^\d+$/.test(item.quantity);
  const portion = isWhole ? '' : `${item.quantity} × `;
  const note = lineNote(item, item.options.map(kitchenOption), { max: 3000 });
  const price = item.unit_price === null ? null : times(unitTotal(item), isWhole ? '1' : item.quantity);
  const line: LightspeedItem = {
    sku,
    quantity: isWhole ? Number(item.quantity) : 1,
    customItemName: `${portion}${openItemName(item, 250)}`,
    ...(price !== null && { customItemPrice: toAmount(price, currency) }),
  };
  const unpriced = `"${item.name}" was sent without a price: enter it at the POS.`;
  return {
    lines: [{ item: line, unitPrice: price }],
    notes: [`${item.quantity} × ${item.name}: ${note.text ?? 'open item'}`],
    warnings: [...note.warnings, ...(price === null ? [unpriced] : [])],
  };
}
