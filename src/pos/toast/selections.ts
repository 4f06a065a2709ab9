import { kitchenOption } from '../../order/ticket-text';
import { lineTotal, unitTotal } from '../../order/totals';
import { lineNote, openItemName } from '../kitchen-note';
import type { PosItem, PosOrder } from '../pos-order';
import { LENGTHS, type ToastSelection, toAmount } from './api';
import { refusal } from './errors';
import { toModifiers, toSpecialRequests } from './modifiers';
import { type MenuFacts, menuFacts, POS, toReference } from './pos-id';

type Line = { selection: ToastSelection; warnings: string[] };
type Context = {
  reference: string;
  settings: Record<string, string | undefined>;
  /** Said with every line, first: each prep station prints only its own. */
  onEach: string[];
  /** Said once, with the first line. */
  onFirst: string[];
};

/** The order's lines as Toast's selections (https://doc.toasttab.com/openapi/orders/tag/Data-definitions/schema/Selection/). */
export function toSelections(
  order: PosOrder,
  at: Context,
): { selections: ToastSelection[]; warnings: string[] } {
  const facts = menuFacts(order.menu);
  const lines = order.items.map((item, index) => {
    const externalId = `${at.reference}-l${index + 1}`;
    const around = { first: at.onEach, last: index === 0 ? at.onFirst : [] };
    return item.pos
      ? menuLine(item, { externalId, facts, around, currency: order.currency })
      : fallbackLine(item, { externalId, around, currency: order.currency, settings: at.settings });
  });
  return {
    selections: lines.map(({ selection }) => selection),
    warnings: lines.flatMap(({ warnings }) => warnings),
  };
}

type Around = { first: string[]; last: string[] };
type FallbackLine = {
  externalId: string;
  around: Around;
  currency: string;
  settings: Record<string, string | undefined>;
};
type MenuLine = { externalId: string; facts: MenuFacts; around: Around; currency: string };

function menuLine(item: PosItem, at: MenuLine): Line {
  const [group = '', dish = ''] = item.pos?.split('/') ?? [];
  const known = at.facts.dish(item.pos ?? '')?.pos ?? {};
  const unit = known[POS.unit];
  const { quantity, words: portion, warnings } = quantityOf(item, unit);
  const options = toModifiers(item, at.facts, quantity);
  const note = lineNote(item, [], { max: LENGTHS.lineNote });
  const words = [...portion, ...options.words, ...(note.text ? [note.text] : []), ...at.around.last];
  // An open price that is not told is 0.00 to Toast.
  const open = known[POS.open] ? openPrice(item, item.unit_price ?? 0, at.currency) : undefined;
  return {
    selection: {
      entityType: 'MenuItemSelection',
      externalId: at.externalId,
      item: toReference(dish, 'MenuItem'),
      itemGroup: toReference(group, 'MenuGroup'),
      quantity,
      ...(unit && { unitOfMeasure: unit }),
      ...open?.price,
      modifiers: [
        ...toSpecialRequests(at.around.first, quantity),
        ...options.modifiers,
        ...toSpecialRequests(words, quantity),
      ],
    },
    warnings: [...warnings, ...options.warnings, ...note.warnings, ...(open?.warnings ?? [])],
  };
}

/** Toast knows no ad-hoc item: words that match nothing ride on an open-price item that the restaurant has set aside for them. */
function fallbackLine(item: PosItem, at: FallbackLine): Line {
  const [group, dish] = at.settings.fallback_item_id?.split('/') ?? [];
  if (!group || !dish) throw noFallback(item);
  // Part of something is one line at its exact price, as the price is ours to tell here.
  const exact = Number(item.quantity);
  const quantity = Number.isInteger(exact) ? exact : 1;
  const portion = quantity === exact ? [] : [ordered(item)];
  const { price, warnings } = openPrice(
    item,
    quantity === exact ? unitTotal(item) : lineTotal(item),
    at.currency,
  );
  const note = lineNote({ ...item, check: false }, [], { max: LENGTHS.lineNote });
  const name = openItemName(item, LENGTHS.specialRequest);
  const said = [name, ...portion, ...item.options.map(kitchenOption), note.text ?? ''];
  return {
    selection: {
      entityType: 'MenuItemSelection',
      externalId: at.externalId,
      item: toReference(dish, 'MenuItem'),
      itemGroup: toReference(group, 'MenuGroup'),
      quantity,
      ...price,
      modifiers: toSpecialRequests([...at.around.first, ...said, ...at.around.last], quantity),
    },
    warnings,
  };
}

function openPrice(item: PosItem, minor: number, currency: string) {
  return {
    price: { openPriceAmount: toAmount(minor, currency) },
    warnings:
      item.unit_price === null
        ? [`"${item.name}" has no price of its own: tell it, or the check has it at 0.`]
        : [],
  };
}

function noFallback(item: PosItem) {
  return refusal(
    'NO_FALLBACK_ITEM',
    `"${item.name}" is not on Toast's menu, and Toast takes no line in words. Choose a "Fallback Item" with an open price, or pick a menu item.`,
  );
}

/** Toast counts items and weighs only those sold by weight: another part of one goes up to the next whole number, and the ticket says what was ordered. */
function quantityOf(item: PosItem, unit: string | undefined) {
  const exact = Number(item.quantity);
  if (Number.isInteger(exact) || unit) return { quantity: exact, words: [], warnings: [] };
  const quantity = Math.ceil(exact);
  return {
    quantity,
    words: [ordered(item)],
    warnings: [
      `Toast takes whole numbers of ${item.name}: ${quantity} are on the check, the ticket says ${item.quantity}.`,
    ],
  };
}

function ordered(item: PosItem): string {
  return `ORDERED: ${item.quantity} ×`;
}
