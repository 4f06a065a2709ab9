import { isCurrency } from '../order/money';
import { parseOrder } from '../order/parse';
import { InputProblems, type Problem } from '../order/problems';
import type { Order } from '../order/schema';
import type { ShopFacts } from '../pos/vendor';
import { readText } from './input-text';
import { fieldLabel } from './order-fields';
import { isFilledRow, readItems, readMoney } from './read-items';
import { asSaid, type SpokenFields } from './spoken-fields';
import { besideFields, type Draft, part, underFields } from './spoken-overlay';

export type InputData = Record<string, unknown>;
type Reading = { currency: string; problems: Problem[]; timezone: string | null };
type Facts = Omit<ShopFacts, 'name'> & {
  /** What Order in Words says, held against the menu; absent: its words travel as they are. */
  spoken?: SpokenFields;
};

const AS_SOON_AS_POSSIBLE = /^(?:asap|now|as soon as possible)$/i;
const HAS_OFFSET = /(?:Z|[+-]\d{2}:?\d{2})$/i;

/** The words to read an order from; none where Items are filled in, which win. */
export function wordsOf(input: InputData): string | undefined {
  const rows = Array.isArray(input.items) ? input.items : [input.items];
  return rows.some(isFilledRow) ? undefined : readText(input.order_text);
}

/**
 * A create's fields as an order. Order Data is the ground, Order in Words lies over it; a field that is filled in wins over
 * both. Throws `InputProblems` that name every refused field.
 */
export function readOrderInput(input: InputData, shop: Facts): Order {
  const problems: Problem[] = [];
  const words = wordsOf(input);
  const spoken = words === undefined ? undefined : (shop.spoken ?? asSaid(words));
  const data = underFields(readOrderData(input.order_data, problems), spoken);
  const currency = currencyOf(data) ?? shop.currency ?? 'USD';
  const reading = { currency, problems, timezone: shop.timezone };
  const draft = besideFields(overlay(data, input, reading), spoken);
  const context = { currency, country: shop.country ?? 'US', timezone: shop.timezone ?? 'UTC' };
  try {
    const order = parseOrder(draft, context);
    if (problems.length === 0) return order;
  } catch (error) {
    if (!(error instanceof InputProblems)) throw error;
    // Lines that were refused as a whole are not missing as well.
    const refused = problems.length > 0;
    problems.push(...error.problems.filter(({ path }) => !(refused && path === 'items')));
  }
  throw new InputProblems(problems);
}

/** Order Data as the trigger gives it: JSON text, or the object itself where a tool mapped one. */
function readOrderData(value: unknown, problems: Problem[]): Draft {
  const text = typeof value === 'string' ? value.trim() : value;
  if (text === undefined || text === null || text === '') return {};
  try {
    const data: unknown = typeof text === 'string' ? JSON.parse(text) : text;
    if (data !== null && typeof data === 'object' && !Array.isArray(data)) return data as Draft;
  } catch {
    // The sentence below is for both: no JSON, and JSON that is no order.
  }
  problems.push({
    path: '',
    message:
      'Order Data is not an order. Map the field Order Data of the New Order trigger, whole and alone.',
  });
  return {};
}

function currencyOf(data: Draft): string | undefined {
  return typeof data.currency === 'string' && isCurrency(data.currency) ? data.currency : undefined;
}

/** Each field that can stand alone: where it goes in the order. */
const FIELDS: Record<string, (draft: Draft, text: string) => Draft> = {
  order_reference: (draft, external_ref) => ({ ...draft, external_ref }),
  service_type: (draft, type) => within(draft, 'service', { type }),
  placed_at: (draft, placed_at) => within(draft, 'timing', { placed_at }),
  delivery_address: (draft, text) => ({
    ...draft,
    delivery: { text, instructions: part(draft, 'delivery').instructions },
  }),
  delivery_instructions: (draft, instructions) => within(draft, 'delivery', { instructions }),
  customer_name: (draft, name) => within(draft, 'customer', { name }),
  customer_phone: (draft, phone) => within(draft, 'customer', { phone }),
  customer_email: (draft, email) => within(draft, 'customer', { email }),
  allergy_note: (draft, allergy_note) => ({ ...draft, allergy_note }),
  kitchen_note: (draft, notes) => ({ ...draft, notes }),
  // The editor fills in "unpaid" by itself: that default never turns an order that says "paid" into one to collect for.
  payment_state: (draft, state) =>
    state === 'unpaid' && part(draft, 'payment').state ? draft : within(draft, 'payment', { state }),
};

/** Each field of money. */
const AMOUNTS: Record<string, (draft: Draft, amount: number) => Draft> = {
  quoted_total: (draft, quoted_total) => ({ ...draft, quoted_total }),
  tip: (draft, tip) => ({ ...draft, tip }),
  discount: (draft, amount) => ({ ...draft, discounts: amount > 0 ? [{ name: 'Discount', amount }] : [] }),
  delivery_fee: (draft, amount) => ({
    ...draft,
    charges: [
      ...listOf(draft.charges).filter((charge) => charge.type !== 'delivery'),
      ...(amount > 0 ? [{ type: 'delivery', name: 'Delivery fee', amount }] : []),
    ],
  }),
};

function overlay(data: Draft, input: InputData, reading: Reading): Draft {
  let draft: Draft = { ...data, source: data.source ?? { channel: 'zapier' } };
  for (const [key, put] of Object.entries(FIELDS)) {
    const text = readText(input[key]);
    if (text !== undefined) draft = put(draft, text);
  }
  for (const [key, put] of Object.entries(AMOUNTS)) {
    const amount = readMoney(input[key], fieldLabel(key), reading);
    if (amount !== undefined) draft = put(draft, amount);
  }
  draft = putWantedTime(draft, readText(input.requested_time), reading);
  const items = readItems(input.items, reading);
  return items ? { ...draft, items } : draft;
}

function putWantedTime(draft: Draft, text: string | undefined, { timezone, problems }: Reading): Draft {
  if (text === undefined) return draft;
  if (AS_SOON_AS_POSSIBLE.test(text))
    return within(draft, 'timing', { requested_at: null, requested_text: null });
  if (!timezone && !HAS_OFFSET.test(text)) {
    const message = `"${text}" has no zone, and this POS does not say where the shop is. Write it like 2026-11-27T19:15:00-05:00.`;
    problems.push({ path: fieldLabel('requested_time'), message });
  }
  return within(draft, 'timing', { requested_at: text, requested_text: null });
}

function within(draft: Draft, key: string, fields: Draft): Draft {
  return { ...draft, [key]: { ...part(draft, key), ...fields } };
}

function listOf(value: unknown): Draft[] {
  return Array.isArray(value) ? value : [];
}
