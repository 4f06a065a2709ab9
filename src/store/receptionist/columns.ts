import type { Database } from 'better-sqlite3';
import { UnreadableFile } from './records';

/** The names that receptionists' databases give to one thing, the likeliest first. */
const ORDER_COLUMNS = {
  id: ['id', 'order_id'],
  call: ['call_sid', 'call_id', 'conversation_id'],
  caller_phone: ['caller_phone', 'caller'],
  phone: ['phone_number', 'customer_phone', 'guest_phone', 'phone'],
  name: ['customer_name', 'guest_name', 'name'],
  pickup_name: ['pickup_name'],
  items: ['items', 'order_items', 'items_json', 'order_text'],
  order_type: ['order_type', 'fulfillment_type', 'type'],
  address: ['delivery_address', 'customer_address', 'address'],
  instructions: ['special_instructions', 'delivery_notes', 'notes'],
  payment_method: ['payment_method'],
  total: ['total_estimate', 'total_amount', 'total'],
  wanted: ['scheduled_time', 'pickup_time'],
  status: ['order_status', 'status'],
  created_at: ['created_at', 'order_date'],
  business: ['business_id', 'restaurant_id', 'account_id'],
} as const;
const CALL_COLUMNS = {
  call: ['call_sid', 'call_id', 'id'],
  ended_at: ['end_time', 'ended_at'],
  business: ['business_id', 'restaurant_id', 'account_id'],
} as const;
const BUSINESS_COLUMNS = {
  id: ['id'],
  name: ['name', 'business_name'],
  phone: ['phone_number', 'phone', 'twilio_number'],
} as const;
const LINE_COLUMNS = { order: ['order_id'] } as const;

const TABLES = {
  orders: ['orders'],
  lines: ['order_items'],
  calls: ['calls'],
  businesses: ['businesses', 'restaurants', 'accounts'],
} as const;

type Column = { name: string; type: string; notnull: number; dflt_value: string | null; pk: number };
type Table<Field extends string> = {
  name: string;
  /** Where each thing stands in this file; absent: nowhere. */
  at: Partial<Record<Field, Column>>;
  columns: Column[];
};
export type Layout = {
  orders: Table<keyof typeof ORDER_COLUMNS>;
  lines: Table<keyof typeof LINE_COLUMNS> | null;
  calls: Table<keyof typeof CALL_COLUMNS> | null;
  businesses: Table<keyof typeof BUSINESS_COLUMNS> | null;
};

/** Where this file keeps what, found by looking at it: columns come in any order and under several names. Throws `UnreadableFile`. */
export function layoutOf(db: Database): Layout {
  const find = <Field extends string>(
    names: readonly string[],
    fields: Record<Field, readonly string[]>,
  ): Table<Field> | null => {
    for (const name of names) {
      const columns = db.prepare('SELECT * FROM pragma_table_info(?)').all(name) as Column[];
      if (columns.length > 0) return { name, columns, at: placesOf(columns, fields) };
    }
    return null;
  };
  const orders = find(TABLES.orders, ORDER_COLUMNS);
  if (!orders) throw new UnreadableFile('it has no table "orders"; is it the database of the receptionist?');
  const lines = find(TABLES.lines, LINE_COLUMNS);
  if (!orders.at.items && !lines) {
    const known = ORDER_COLUMNS.items.join(', ');
    throw new UnreadableFile(`its table "orders" has no column for what was ordered (${known}).`);
  }
  return {
    orders,
    lines: orders.at.items ? null : lines,
    calls: find(TABLES.calls, CALL_COLUMNS),
    businesses: find(TABLES.businesses, BUSINESS_COLUMNS),
  };
}

function placesOf<Field extends string>(
  columns: Column[],
  fields: Record<Field, readonly string[]>,
): Partial<Record<Field, Column>> {
  const found = Object.entries<readonly string[]>(fields).flatMap(([field, names]) => {
    const column = names
      .map((name) => columns.find((one) => one.name.toLowerCase() === name))
      .find((one) => one !== undefined);
    return column ? [[field, column] as const] : [];
  });
  return Object.fromEntries(found) as Partial<Record<Field, Column>>;
}

/** A name as SQL writes it; it comes from the file, not from us. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A column that an INSERT must fill and the receptionist's own does not: SQLite then refuses each of its orders. */
export function unfilledColumns({ orders }: Layout): string[] {
  const filledBySelf = new Set(['organization_id']);
  return orders.columns
    .filter(({ notnull, dflt_value, pk }) => notnull === 1 && dflt_value === null && pk === 0)
    .map(({ name }) => name)
    .filter((name) => filledBySelf.has(name));
}
