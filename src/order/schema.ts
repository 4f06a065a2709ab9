import { type Static, Type } from 'typebox';
import { orNull } from './or-null';

/**
 * The order, once: the types, the parser, the OpenAPI document and the no-code fields come from this schema.
 * `x-read` names the reader (src/order/read.ts) for values that need more than a type; `x-also` holds the forms
 * that only input takes, `x-words` says that plain words may stand for the whole object.
 */
const text = (maxLength: number, description?: string) =>
  orNull(Type.String({ minLength: 1, maxLength, description }));
/** The largest amount of one field, in minor units. */
export const MAX_MONEY = 99_999_999;
const money = (description: string, options = {}) =>
  Type.Integer({ description, minimum: 0, maximum: MAX_MONEY, 'x-read': 'money', ...options });
const choice = <T extends string>(values: readonly [T, ...T[]], description: string, options = {}) =>
  Type.Enum([...values], { type: 'string', description, ...options });

export const CHANNELS = [
  'phone',
  'sms',
  'web',
  'api',
  'zapier',
  'make',
  'receptionist',
  'bridge',
  'pos',
] as const;
export const SERVICE_TYPES = ['pickup', 'delivery', 'dine_in', 'curbside'] as const;
export const ACTIONS = ['add', 'remove', 'extra', 'light', 'side', 'substitute'] as const;
export const PORTIONS = ['whole', 'left', 'right'] as const;
export const CHARGE_TYPES = ['delivery', 'service', 'bag', 'other'] as const;
export const PAYMENT_STATES = ['unpaid', 'paid'] as const;
export const LIMITS = { items: 100, options: 50, charges: 20, name: 200, bodyBytes: 256 * 1024 } as const;

const price = text(20, 'Decimal text that may stand for unit_price: "15.99".');
const optionsText = text(5000, '"no onions; extra cheese; left half mushrooms; side ranch x2"');

export const OrderOptionSchema = Type.Object(
  {
    name: Type.String({
      minLength: 1,
      maxLength: LIMITS.name,
      description: 'As said, without the action word: "onions".',
    }),
    action: choice(ACTIONS, 'What to do with it. "no onions" is `remove`, never `add`.', { default: 'add' }),
    portion: choice(PORTIONS, 'Which half it is on.', { default: 'whole' }),
    quantity: Type.Integer({ minimum: 1, maximum: 99, default: 1, description: 'Per single item.' }),
    unit_price: orNull(money('Minor units for one. `price` (decimal text) may stand for it.')),
    option_id: text(200, 'Id of the option in the menu; usually empty.'),
  },
  { 'x-also': { price }, 'x-words': 'An option in words: "no onions".' },
);

export const OrderItemSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: LIMITS.name, description: 'What was said. Never changed.' }),
    quantity: Type.String({ description: 'Decimal text: "2", "0.5".', 'x-read': 'quantity' }),
    unit_price: orNull(
      money('Minor units for one, without its options. `price` ("15.99") may stand for it.'),
    ),
    notes: text(1000),
    allergy: Type.Boolean({ default: false, description: 'The notes of this line concern an allergy.' }),
    menu_item_id: text(200),
    variation_id: text(200),
    options: Type.Array(OrderOptionSchema, { maxItems: LIMITS.options }),
  },
  { 'x-also': { price, options_text: optionsText } },
);

export const OrderSchema = Type.Object({
  external_ref: text(
    191,
    "Your reference for this order, unique per shop for ever: Twilio's Call SID, for example.",
  ),
  test: Type.Boolean({ default: false }),
  location_id: text(64, 'The shop; optional where there is one.'),
  source: Type.Object({
    channel: choice(CHANNELS, 'Where the order was taken.', { default: 'api' }),
    app: text(100),
    call_sid: text(100),
    message_sid: text(100),
    recording_url: text(2000),
    transcript: text(50_000),
  }),
  service: Type.Object({
    type: choice(SERVICE_TYPES, 'Absent: delivery if there is an address, otherwise pickup.', {
      'x-read': 'service',
    }),
    table: text(30),
    party_size: orNull(Type.Integer({ minimum: 1, maximum: 999 })),
  }),
  timing: Type.Object({
    requested_at: orNull(
      Type.String({
        description: 'RFC 3339 with offset, or shop-local time; null: as soon as possible.',
        'x-read': 'time',
      }),
    ),
    requested_text: text(200),
    placed_at: orNull(Type.String({ description: 'When the order was taken.', 'x-read': 'time' })),
  }),
  customer: Type.Object({ name: text(200), phone: text(50), email: text(254) }),
  delivery: orNull(
    Type.Object({
      text: text(500, 'The address in one line.'),
      street: text(200),
      unit: text(100),
      city: text(100),
      region: text(100),
      postal_code: text(20),
      country: text(2),
      instructions: text(500),
    }),
  ),
  currency: Type.String({ description: "ISO 4217; the shop's when absent.", 'x-read': 'currency' }),
  items: Type.Array(OrderItemSchema, { minItems: 1, maxItems: LIMITS.items }),
  charges: Type.Array(
    Type.Object({
      type: choice(CHARGE_TYPES, 'What it is for.', { default: 'other' }),
      name: Type.String({ minLength: 1, maxLength: 100 }),
      amount: money('Minor units.'),
    }),
    { maxItems: LIMITS.charges },
  ),
  discounts: Type.Array(
    Type.Object({
      name: Type.String({ minLength: 1, maxLength: 100 }),
      amount: money('Minor units, positive.'),
    }),
    { maxItems: LIMITS.charges },
  ),
  tip: money('Minor units.', { default: 0 }),
  payment: Type.Object({
    state: choice(PAYMENT_STATES, 'Whether the guest has paid.', { default: 'unpaid' }),
    method: text(50),
    reference: text(200),
  }),
  allergy_note: text(500, 'Printed first, in capitals. Never dropped.'),
  notes: text(2000),
  quoted_total: orNull(money('What the guest was told, minor units. Compared, never charged.')),
});

/** An order as plain data, every field present, unknowns null. Money is integer minor units of `currency`. */
export type Order = Static<typeof OrderSchema>;
export type OrderItem = Static<typeof OrderItemSchema>;
export type OrderOption = Static<typeof OrderOptionSchema>;
export type ServiceType = (typeof SERVICE_TYPES)[number];

/** What a shop contributes to reading an order: its currency, country (for phone numbers) and IANA zone. */
export type ShopContext = { currency: string; country: string; timezone: string };
