import { currencyDigits, times } from '../../order/money';
import { kitchenOption } from '../../order/ticket-text';
import { unitTotal } from '../../order/totals';
import { lineNote, openItemName } from '../kitchen-note';
import type { PosItem, PosOption } from '../pos-order';
import { refuseSetting } from './errors';

/** Deliverect names no limit for texts: ours keep a docket printable. */
export const LENGTHS = { note: 2000, name: 250 } as const;

export type DeliverectItem = {
  plu: string;
  name: string;
  price: number;
  quantity: number;
  remark?: string;
  subItems?: DeliverectItem[];
};
export type Scale = { digits: number; of: (minor: number) => number };

/** Amounts have two or three decimals there, whatever the currency has: 500 yen are 50000. */
export function scaleOf(currency: string): Scale {
  const own = currencyDigits(currency);
  const digits = own > 2 ? 3 : 2;
  return { digits, of: (minor) => minor * 10 ** Math.max(0, digits - own) };
}

/** A line with its PLU; options that have one are sub-items, the others are words, with their price in the line's. */
export function toItem(
  item: PosItem,
  at: { path: string; openPlu?: string; scale: Scale },
): { item: DeliverectItem; warnings: string[] } {
  const known = item.pos ?? item.variation_id ?? item.menu_item_id;
  const plu = known || at.openPlu || refuseWithoutPlu(item, at.path);
  const isWhole = /^\d+$/.test(item.quantity);
  const sub = isWhole && known ? item.options.filter(isSubItem) : [];
  const rest = item.options.filter((option) => !sub.includes(option));
  const words = [...rest, ...sub.filter(needsWords)].map(kitchenOption);
  const note = lineNote(item, words, { max: LENGTHS.note });
  const price = isWhole ? unitTotal({ ...item, options: rest }) : times(unitTotal(item), item.quantity);
  const name = openItemName(item, LENGTHS.name);
  const unpriced = item.unit_price === null ? [`"${item.name}" was sent without a price.`] : [];
  return {
    item: {
      plu,
      name: isWhole ? name : `${item.quantity} × ${name}`,
      price: at.scale.of(price),
      quantity: isWhole ? Number(item.quantity) : 1,
      ...(note.text && { remark: note.text }),
      ...(sub.length > 0 && { subItems: sub.map((option) => toSubItem(option, at.scale)) }),
    },
    warnings: [...note.warnings, ...unpriced],
  };
}

function refuseWithoutPlu(item: PosItem, path: string): never {
  const message = `"${item.name}" (${path}) has no PLU, and Deliverect takes nothing else. Give it one in the menu, or set Open Item PLU.`;
  return refuseSetting(message, 'UNKNOWN_ITEM');
}

const isSubItem = (option: PosOption): boolean =>
  Boolean(option.pos ?? option.option_id) && option.action !== 'remove';
const needsWords = (option: PosOption): boolean => option.action !== 'add' || option.portion !== 'whole';

function toSubItem(option: PosOption, scale: Scale): DeliverectItem {
  const { name, quantity, unit_price } = option;
  return { plu: option.pos ?? option.option_id ?? '', name, price: scale.of(unit_price ?? 0), quantity };
}

/** The whole line, sub-items counted for each. */
export function totalOf({ price, quantity, subItems = [] }: DeliverectItem): number {
  return quantity * (price + subItems.reduce((sum, sub) => sum + totalOf(sub), 0));
}
