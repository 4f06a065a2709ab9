import { toE164 } from '../../order/phone';
import { readServiceType } from '../../order/readers';
import type { Shop } from '../../order/shop';
import type { ReceptionistCall, ReceptionistRow } from '../../store/receptionist/records';
import type { OrderInput } from '../order-api';
import { type Lines, linesOf, type Reading } from './reading';
import { fitText, quotedTotal } from './row-values';
import type { SaidItems } from './said-items';
import { wantedOf } from './wanted';

/** A call as an order for the API. `questions`: what a person must settle before anything is cooked. */
export type CallOrder = { order: OrderInput; questions: string[] };

type Context = {
  shop: Pick<Shop, 'id' | 'currency' | 'country' | 'timezone' | 'hours' | 'language'>;
  said: SaidItems;
  /** What was made of each of its sentences. */
  readings: Reading[];
};

const NOT_UNDERSTOOD = 'What was ordered was not understood. Listen to the call, or ring the guest.';

/** A row of a call as the order that it stands for: the latest, unless another is named. */
export function toOrder(
  call: ReceptionistCall,
  { shop, said, readings }: Context,
  row = latestOf(call),
): CallOrder {
  const read = readings.map(linesOf);
  const lines = linesIn(said, read);
  const { type, questions } = serviceOf(row, readings);
  const wanted = wantedOf(call, row, { shop, readings, service: readServiceType(type ?? '') });
  const spoken = said.texts.join('\n') || (typeof row.items === 'string' ? row.items : null);
  const order: OrderInput = {
    external_ref: referenceOf(call, row),
    location_id: shop.id,
    source: { channel: 'receptionist', call_sid: sidOf(call), transcript: fitText(spoken, 50_000) },
    service: { type },
    timing: wanted.timing,
    customer: { name: fitText(row.name ?? row.pickup_name, 200), phone: phoneOf(row, shop.country) },
    delivery: row.address === null ? null : { text: fitText(row.address, 500) },
    items: lines.items.length > 0 ? lines.items : [{ name: fitText(spoken ?? '?', 200), quantity: '1' }],
    payment: { method: fitText(row.payment_method, 50) },
    allergy_note: fitText(allergyIn(row, readings), 500),
    notes: fitText(notesOf(row, lines.leftover), 2_000),
    quoted_total: quotedTotal(row, shop.currency),
  };
  const nothing = lines.items.length === 0 ? [NOT_UNDERSTOOD] : [];
  return { order, questions: [...nothing, ...lines.questions, ...questions, ...wanted.questions] };
}

export function latestOf({ rows }: ReceptionistCall): ReceptionistRow {
  const row = rows.at(-1);
  if (!row) throw new Error('A call without a row.');
  return row;
}

function linesIn({ lines }: SaidItems, read: Lines[]): Lines {
  const told = lines.map((line) => withQuantity(line));
  return {
    items: [...read.flatMap(({ items }) => items), ...told.map(({ item }) => item)],
    questions: [...read.flatMap(({ questions }) => questions), ...told.flatMap(({ question }) => question)],
    leftover: read.flatMap(({ leftover }) => leftover),
  };
}

/** A quantity that is no number is a question, never a guess. */
function withQuantity(line: Record<string, unknown>) {
  const item = {
    ...line,
    name: fitText(String(line.name), 200),
    notes: fitText(line.notes as string | null, 1_000),
  };
  if (/^\d{1,3}(?:\.\d{1,3})?$/.test(String(line.quantity)) && Number(line.quantity) > 0)
    return { item, question: [] };
  return { item: { ...item, quantity: '1' }, question: [`How many ${item.name}?`] };
}

/** The kind of service, and what is missing for it. */
function serviceOf(row: ReceptionistRow, readings: Reading[]) {
  const said = row.order_type === null ? null : readServiceType(row.order_type);
  const type = said ?? heardIn(readings, 'service_type');
  const unknown = row.order_type !== null && said === null && type === null;
  const nowhere = type === 'delivery' && row.address === null;
  const questions = [
    ...(unknown ? ['Pickup or delivery?'] : []),
    ...(nowhere ? ['Where to? It is a delivery without an address.'] : []),
  ];
  return { type, questions };
}

/** The first of the sentences that tells it. */
function heardIn(readings: Reading[], field: 'service_type' | 'allergy_note'): string | null {
  return readings.map((one) => one[field] ?? null).find((one) => one !== null) ?? null;
}

/** An allergy is printed first, wherever it was said. */
function allergyIn({ instructions }: ReceptionistRow, readings: Reading[]): string | null {
  const told = instructions !== null && /allerg/i.test(instructions) ? instructions : null;
  return heardIn(readings, 'allergy_note') ?? told;
}

/** The number that the guest said, where it can be one; else the one that called. */
function phoneOf({ phone, caller_phone }: ReceptionistRow, country: string): string | null {
  const known = [phone, caller_phone].filter((one) => one !== null && toE164(one, country) !== null);
  return fitText(known[0] ?? phone, 50);
}

function notesOf({ instructions }: ReceptionistRow, leftover: string[]): string | null {
  const also = leftover.length > 0 ? `Also said: ${leftover.join(', ')}` : null;
  return [instructions, also].filter(Boolean).join('\n') || null;
}

const sidOf = ({ key }: ReceptionistCall) => (key.startsWith('row-') ? null : key);

/** The call's own id. A row without one gets its time too: another file counts its rows from 1 again. */
export function referenceOf(call: ReceptionistCall, { created_at }: ReceptionistRow): string {
  return sidOf(call) ?? `receptionist-${call.key}-${(created_at ?? '').replaceAll(/\D/g, '') || 'x'}`;
}
