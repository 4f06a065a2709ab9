type Option = {
  name: string;
  action?: string;
  portion?: string;
  quantity?: number;
  unit_price?: number;
};
type Item = {
  name: string;
  quantity: string;
  unit_price?: number;
  notes?: string | null;
  options?: Option[];
};

/** An order that every door takes: what `POST /v1/orders` takes, with options as objects and money in minor units. */
export type PlainOrder = {
  external_ref: string;
  service?: { type: string; table?: string; party_size?: number };
  timing?: { requested_at?: string | null; placed_at?: string };
  customer?: { name?: string | null; phone?: string | null; email?: string | null };
  delivery?: { text: string; instructions?: string | null };
  items: Item[];
  charges?: { type: string; name: string; amount: number }[];
  discounts?: { name: string; amount: number }[];
  tip?: number;
  payment?: { state: string; method?: string };
  allergy_note?: string | null;
  notes?: string | null;
  quoted_total?: number;
};

const address = '12 Oak St Apt 4, Boston, MA 02215';
/** Within the time that a kitchen needs. */
const soon = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 15 * 60_000).toISOString();
const ann = { name: 'Ann Lee', phone: '+1 617 555 0123', email: 'ann_lee@example.com' };
const pepperoni = (...options: Option[]): Item => ({ name: 'large pepperoni pizza', quantity: '1', options });
const coke: Item = { name: 'coke', quantity: '1' };

/** What restaurants really get: every option action, fee and schedule, other alphabets, and fields that were left empty. */
const orders: [what: string, order: Omit<PlainOrder, 'external_ref'>][] = [
  ['one dish and nothing else', { items: [coke] }],
  ['a name and a phone', { customer: { name: 'Ann Lee', phone: '617 555 0123' }, items: [pepperoni()] }],
  ['no onions', { customer: ann, items: [pepperoni({ name: 'onions', action: 'remove' })] }],
  ['extra cheese', { customer: ann, items: [pepperoni({ name: 'cheese', action: 'extra' })] }],
  ['light mushrooms', { customer: ann, items: [pepperoni({ name: 'mushrooms', action: 'light' })] }],
  [
    'ranch on the side',
    {
      customer: ann,
      items: [{ name: 'caesar salad', quantity: '1', options: [{ name: 'ranch', action: 'side' }] }],
    },
  ],
  [
    'a substitution',
    {
      customer: ann,
      items: [
        { name: 'cheeseburger', quantity: '1', options: [{ name: 'gluten free bun', action: 'substitute' }] },
      ],
    },
  ],
  [
    'halves',
    {
      customer: ann,
      items: [pepperoni({ name: 'mushrooms', portion: 'left' }, { name: 'green peppers', portion: 'right' })],
    },
  ],
  ['two of one option', { customer: ann, items: [pepperoni({ name: 'jalapeños', quantity: 2 })] }],
  [
    'several actions on one dish',
    {
      customer: ann,
      items: [
        pepperoni(
          { name: 'onions', action: 'remove' },
          { name: 'cheese', action: 'extra' },
          { name: 'mushrooms', action: 'light', portion: 'left' },
        ),
      ],
    },
  ],
  ['an option with a price', { customer: ann, items: [pepperoni({ name: 'mushrooms', unit_price: 150 })] }],
  [
    'several dishes',
    {
      customer: ann,
      items: [pepperoni(), { name: 'garlic knots', quantity: '2' }, { ...coke, quantity: '3' }],
    },
  ],
  [
    'the same dish twice, dressed differently',
    { customer: ann, items: [pepperoni({ name: 'onions', action: 'remove' }), pepperoni()] },
  ],
  ['a price told', { customer: ann, items: [{ ...pepperoni(), unit_price: 1599 }], quoted_total: 1599 }],
  [
    'a note on a line',
    { customer: ann, items: [{ name: 'cheeseburger', quantity: '1', notes: 'well done; cut in two' }] },
  ],
  ['a note for the kitchen', { customer: ann, items: [pepperoni()], notes: 'Please send napkins' }],
  [
    'an allergy',
    { customer: ann, items: [{ name: 'caesar salad', quantity: '1' }], allergy_note: 'peanuts' },
  ],
  ['a dish that is not on the menu', { customer: ann, items: [{ name: 'birthday cake', quantity: '1' }] }],
  ['delivery', { customer: ann, delivery: { text: address }, items: [pepperoni()] }],
  [
    'delivery with instructions and a fee',
    {
      customer: ann,
      delivery: { text: address, instructions: 'Ring twice; mind the dog' },
      items: [pepperoni()],
      charges: [{ type: 'delivery', name: 'Delivery fee', amount: 300 }],
    },
  ],
  [
    'a service charge and a bag',
    {
      customer: ann,
      items: [pepperoni()],
      charges: [
        { type: 'service', name: 'Service', amount: 250 },
        { type: 'bag', name: 'Bag', amount: 10 },
      ],
    },
  ],
  ['a tip', { customer: ann, items: [pepperoni()], tip: 500 }],
  ['a discount', { customer: ann, items: [pepperoni()], discounts: [{ name: 'Discount', amount: 200 }] }],
  ['paid already', { customer: ann, items: [pepperoni()], payment: { state: 'paid' } }],
  ['curbside', { service: { type: 'curbside' }, customer: ann, items: [pepperoni()] }],
  [
    'a table of four',
    { service: { type: 'dine_in', table: '12', party_size: 4 }, customer: ann, items: [pepperoni()] },
  ],
  [
    'for a moment that the kitchen starts on now',
    { customer: ann, timing: { requested_at: soon }, items: [pepperoni()] },
  ],
  [
    'for a day in years, in local time',
    { customer: ann, timing: { requested_at: '2030-07-04T18:00' }, items: [pepperoni()] },
  ],
  [
    'other alphabets, quotes and signs',
    {
      customer: { ...ann, name: 'Zoë "Ziggy" Nuñez-O’Brien 李' },
      items: [{ ...pepperoni(), notes: 'écris « 🎂 Joyeux » & <b>no</b> {{braces}} \\ done' }],
      notes: 'line one\nline two, "quoted"; 50% {{bundle.inputData}}',
    },
  ],
  [
    'empty fields',
    {
      customer: { name: 'Ann Lee', phone: null, email: null },
      timing: { requested_at: null },
      items: [{ ...coke, notes: null, options: [] }],
      allergy_note: null,
      notes: null,
    },
  ],
];

export const thirtyOrders: { what: string; order: PlainOrder }[] = orders.map(([what, order], index) => ({
  what,
  order: { external_ref: `CA${String(index + 1).padStart(4, '0')}`, ...order },
}));
