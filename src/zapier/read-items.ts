import { currencyDigits, readPriceText, toDecimal } from '../order/money';
import { type Problem, shown } from '../order/problems';
import { readText } from './input-text';

type Row = Record<string, unknown>;
type Reading = { currency: string; problems: Problem[] };

/** The columns whose number must agree with that of the names, as the sentence about it calls them: one, several. */
const COLUMNS: Record<string, [one: string, several: string]> = {
  quantity: ['quantity', 'quantities'],
  options_text: ['entry of options', 'entries of options'],
  note: ['note', 'notes'],
  unit_price: ['price', 'prices'],
  menu_item_id: ['menu item', 'menu items'],
};
/** Empty in some lines only: then lines are out of step, unless Zapier sent the emptiness itself. */
const EVERY_LINE = new Set(['quantity', 'unit_price']);

/** Zapier's line items as items of an order; none where the field is empty. */
export function readItems(value: unknown, reading: Reading): Row[] | undefined {
  const rows = (Array.isArray(value) ? value : [value]).filter(isFilledRow);
  if (rows.length === 0) return undefined;
  const mismatch = Object.keys(COLUMNS).find((key) => isOutOfStep(rows, key));
  if (mismatch) {
    reading.problems.push({ path: '', message: mismatchText(rows, mismatch) });
    return undefined;
  }
  return rows.map((row, index) => toItem(row, `items[${index}]`, reading));
}

/** Lines that come from one step have a name each; a column that ends early or goes on too long came from another. */
function isOutOfStep(rows: Row[], key: string): boolean {
  const tooMany = rows.some((row) => readText(row[key]) !== undefined && !hasName(row));
  const filled = rows.filter((row) => readText(row[key]) !== undefined).length;
  const endsEarly = EVERY_LINE.has(key) && filled > 0 && rows.at(-1)?.[key] === undefined;
  return tooMany || endsEarly;
}

function mismatchText(rows: Row[], key: string): string {
  const names = counted(rows.filter(hasName).length, ['name', 'names']);
  const filled = rows.filter((row) => readText(row[key]) !== undefined).length;
  const others = counted(filled, COLUMNS[key] ?? [key, key]);
  return `Items has ${names} but ${others}: they come from different steps. Map every Items field from the same step, or map Order Data instead.`;
}

function counted(count: number, [one, several]: [string, string]): string {
  return `${count} ${count === 1 ? one : several}`;
}

function hasName(row: Row): boolean {
  return readText(row.name) !== undefined || readText(row.menu_item_id) !== undefined;
}

/** Whether a line says anything at all. */
export function isFilledRow(row: unknown): row is Row {
  if (row === null || typeof row !== 'object' || Array.isArray(row)) return false;
  return Object.values(row).some((value) => readText(value) !== undefined);
}

function toItem(row: Row, path: string, reading: Reading): Row {
  const id = readText(row.menu_item_id);
  return {
    name: readText(row.name) ?? id,
    quantity: readText(row.quantity) ?? '1',
    options_text: readText(row.options_text),
    notes: readText(row.note),
    unit_price: readMoney(row.unit_price, `${path}.unit_price`, reading),
    menu_item_id: id,
  };
}

/** Money as people write it, to minor units; a problem where a doubt is left. */
export function readMoney(value: unknown, path: string, { currency, problems }: Reading): number | undefined {
  const text = readText(value);
  if (text === undefined) return undefined;
  const example = toDecimal(2195, currencyDigits(currency));
  try {
    const amount = readPriceText(text, currency);
    if (amount >= 0) return amount;
    problems.push({ path, message: `${shown(text)} is negative; write a positive amount, like ${example}.` });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push({ path, message: `${shown(text)} ${error.message}; write it like ${example}.` });
  }
  return undefined;
}
