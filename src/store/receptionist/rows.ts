import { type Layout, quoted } from './columns';
import type { ReceptionistRow } from './records';

type Raw = Record<string, unknown>;
/** What a row tells in the very words of its column. */
const TEXTS = [
  'caller_phone',
  'phone',
  'name',
  'pickup_name',
  'items',
  'order_type',
  'address',
  'instructions',
  'payment_method',
  'total',
  'wanted',
  'status',
  'created_at',
] as const satisfies (keyof ReceptionistRow & keyof Layout['orders']['at'])[];

/** What a call is told by in this file: a row without a call is a call of its own. */
export function keyOf({ orders }: Layout): string {
  const own = "'row-' || rowid";
  const { call } = orders.at;
  return call ? `coalesce(nullif(trim(CAST(${quoted(call.name)} AS TEXT)), ''), ${own})` : own;
}

/** The columns of an order under our names. */
export function fieldsOf(layout: Layout): string {
  const { at } = layout.orders;
  const fields = [...TEXTS, 'business', 'id'] as const;
  return fields
    .map((field) => `${at[field] ? quoted(at[field].name) : 'NULL'} AS ${field}`)
    .concat('rowid AS row_id', `${keyOf(layout)} AS key`)
    .join(', ');
}

/** A row of theirs as a row of ours. */
export function toRow(raw: Raw, { orders }: Layout, lines: Raw[] | null): ReceptionistRow {
  const { total, created_at } = orders.at;
  const texts = Object.fromEntries(TEXTS.map((field) => [field, toText(raw[field])]));
  return {
    ...(texts as Record<(typeof TEXTS)[number], string | null>),
    row_id: Number(raw.row_id),
    items: lines ?? toText(raw.items),
    total_in: /INT/i.test(total?.type ?? '') || /cents/i.test(total?.name ?? '') ? 'minor' : 'units',
    created_in: /CURRENT_TIMESTAMP|'now'/i.test(created_at?.dflt_value ?? '') ? 'utc' : 'local',
  };
}

/** SQLite keeps whatever was put into a column, whatever its type says. */
export function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = Buffer.isBuffer(value) ? value.toString('utf8') : String(value);
  return text.trim() || null;
}
