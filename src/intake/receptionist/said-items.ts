import type { ReceptionistRow } from '../../store/receptionist/records';

type Raw = Record<string, unknown>;
/** What a row says was ordered: sentences that must be understood first, and lines that are told apart already. */
export type SaidItems = { texts: string[]; lines: Raw[] };

/** The names under which lists of items hold one thing, the likeliest first. */
const KEYS = {
  name: ['name', 'item', 'item_name', 'food_name', 'title'],
  quantity: ['quantity', 'qty', 'count'],
  price: ['unit_price', 'price'],
  size: ['size', 'variant', 'variation'],
  options: ['options', 'modifiers', 'toppings', 'extras', 'customizations'],
  notes: ['notes', 'note', 'modifications', 'special_instructions', 'instructions'],
} as const;

/** What the receptionist writes where it understood nothing. */
const NOTHING = /^order details from conversation\b|^\(?extraction failed\)?$|^(?:none|null|n\/a|unknown)$/i;

/** The items of a row in whatever form they were written: a sentence, a JSON list of sentences or of things, a table. */
export function saidItems({ items, total_in }: Pick<ReceptionistRow, 'items' | 'total_in'>): SaidItems {
  const said: SaidItems = { texts: [], lines: [] };
  for (const one of listed(items)) {
    if (typeof one === 'string' && !NOTHING.test(one.trim())) said.texts.push(one.trim());
    if (one === null || typeof one !== 'object') continue;
    const line = toLine(one as Raw, total_in);
    if (typeof line === 'string') said.texts.push(line);
    else if (line) said.lines.push(line);
  }
  return { texts: said.texts.filter((text) => text !== ''), lines: said.lines };
}

function listed(items: ReceptionistRow['items']): unknown[] {
  if (items === null || Array.isArray(items)) return items ?? [];
  try {
    const json: unknown = JSON.parse(items);
    if (Array.isArray(json)) return json;
    if (json !== null && typeof json === 'object') {
      const { items: inner } = json as Raw;
      return Array.isArray(inner) ? inner : [json];
    }
    return [typeof json === 'string' ? json : items];
  } catch {
    return [items];
  }
}

/** A thing as a line of an order; as a sentence where it counts nothing ("2 large pepperoni"); null where it has no name. */
function toLine(raw: Raw, total_in: ReceptionistRow['total_in']): Raw | string | null {
  const of = (field: keyof typeof KEYS) =>
    KEYS[field].map((key) => raw[key]).find((value) => value !== undefined && value !== null && value !== '');
  const name = [nameOf(of('size')), nameOf(of('name'))].filter(Boolean).join(' ');
  if (name === '') return null;
  const options = optionsOf(of('options'));
  const notes = of('notes') === undefined ? null : nameOf(of('notes'));
  if (of('quantity') === undefined && options.length === 0 && notes === null) return name;
  return { name, quantity: String(of('quantity') ?? 1), notes, options, ...priceOf(of('price'), total_in) };
}

/** A word, or the name of a thing that has one. */
function nameOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(nameOf).filter(Boolean).join(', ');
  if (typeof value === 'object') return nameOf((value as Raw).choice ?? (value as Raw).name);
  return String(value).trim();
}

function optionsOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : String(value ?? '').split(/[;,]/);
  return list.map(nameOf).filter((option) => option !== '');
}

/** "15.99" counts units; a whole number counts what the file's total counts. */
function priceOf(value: unknown, total_in: ReceptionistRow['total_in']): Raw {
  const text = String(value ?? '').replaceAll(/[$\s]/g, '');
  if (!/^\d{1,6}(?:\.\d{1,2})?$/.test(text)) return {};
  return total_in === 'minor' && !text.includes('.') ? { unit_price: Number(text) } : { price: text };
}
