import { sampleOrder } from '../../src/order/sample';
import { readOrderInput } from '../../src/zapier/read-order-input';

const shop = { currency: 'USD', country: 'US', timezone: 'America/New_York' };
const read = (input: Record<string, unknown>) => readOrderInput({ order_reference: 'CA1', ...input }, shop);
const items = [{ name: 'coke' }];
const order_data = JSON.stringify(sampleOrder);

describe("a create's fields as an order", () => {
  it('takes the whole order from order data', () => {
    expect(read({ order_data })).toMatchObject({
      quoted_total: 6190,
      notes: 'Please send napkins',
      service: { type: 'delivery' },
    });
    expect(read({ order_data }).external_ref).toBe('CA1');
  });

  it('lets a field that is filled in win over order data', () => {
    const order = read({
      ...{
        order_data,
        kitchen_note: 'no napkins',
        service_type: 'to go',
        customer_name: 'Bob',
        quoted_total: '$21.95',
      },
      ...{
        delivery_fee: '4.50',
        tip: '3',
        discount: '1.00',
        items: [{ name: 'garlic knots', unit_price: '6.50' }],
      },
    });
    expect(order).toMatchObject({
      ...{ notes: 'no napkins', service: { type: 'pickup' }, quoted_total: 2195, tip: 300 },
      customer: { name: 'Bob', phone: '+1 617 555 0123' },
      charges: [{ type: 'delivery', amount: 450 }],
      discounts: [{ amount: 100 }],
      items: [{ name: 'garlic knots', quantity: '1', unit_price: 650 }],
    });
  });

  it.each([
    ['an empty text', ''],
    ['null', null],
    ['an empty list', []],
    ['spaces', '  '],
  ])('takes %s for not filled in', (_, empty) => {
    const keys = [
      'kitchen_note',
      'items',
      'service_type',
      'requested_time',
      'quoted_total',
      'customer_name',
      'delivery_address',
      'payment_state',
    ];
    const blanks = Object.fromEntries(keys.map((key) => [key, empty]));
    expect(read({ ...blanks, order_data })).toEqual(read({ order_data }));
  });

  it('never turns a paid order into one to collect for: "unpaid" is what the editor fills in by itself', () => {
    const paid = JSON.stringify({ ...sampleOrder, payment: { state: 'paid' } });
    expect(read({ order_data: paid, payment_state: 'unpaid' }).payment.state).toBe('paid');
    expect(read({ order_data, payment_state: 'paid' }).payment.state).toBe('paid');
    expect(read({ items, payment_state: 'unpaid' }).payment.state).toBe('unpaid');
  });

  it('reads line items as Zapier gives them, options in words included', () => {
    const lines = [
      {
        name: 'large pepperoni',
        quantity: 2,
        options_text: 'no onions; extra cheese',
        note: 'well done',
        unit_price: 15.99,
      },
      { name: '', quantity: null },
    ];
    expect(read({ items: lines }).items).toMatchObject([
      {
        ...{ name: 'large pepperoni', quantity: '2', notes: 'well done', unit_price: 1599 },
        options: [
          { name: 'onions', action: 'remove' },
          { name: 'cheese', action: 'extra' },
        ],
      },
    ]);
  });

  it("takes a wanted time without a zone for the shop's own, and words for as soon as possible", () => {
    expect(read({ items, requested_time: '2026-11-27T19:15' }).timing.requested_at).toBe(
      '2026-11-27T19:15:00-05:00',
    );
    expect(read({ items, requested_time: '2026-11-27T19:15:00Z' }).timing.requested_at).toBe(
      '2026-11-27T19:15:00Z',
    );
    expect(read({ order_data, requested_time: 'ASAP' }).timing.requested_at).toBeNull();
  });

  it('refuses a wanted time without a zone where nobody knows the shop’s', () => {
    const nowhere = { ...shop, timezone: null };
    const input = { order_reference: 'CA1', items, requested_time: '2026-11-27T19:15' };
    expect(() => readOrderInput(input, nowhere)).toThrow('Write it like 2026-11-27T19:15:00-05:00.');
  });

  it('keeps every entry of a list that was mapped into a text field', () => {
    expect(read({ items, kitchen_note: ['ring twice', '', 'no cutlery'] }).notes).toBe(
      'ring twice, no cutlery',
    );
  });

  it('makes a delivery of an order that has an address', () => {
    const order = read({ items, delivery_address: '12 Oak St', delivery_instructions: 'ring' });
    expect(order).toMatchObject({
      service: { type: 'delivery' },
      delivery: { text: '12 Oak St', instructions: 'ring' },
    });
  });
});

describe('what cannot be read', () => {
  it.each([
    [
      'quantity',
      [{ name: 'a', quantity: '1' }, { name: 'b', quantity: '2' }, { name: 'c' }],
      '3 names but 2 quantities',
    ],
    ['quantity', [{ name: 'a', quantity: '1' }, { quantity: '2' }], '1 name but 2 quantities'],
    ['unit_price', [{ name: 'a', unit_price: '1' }, { name: 'b' }], '2 names but 1 price'],
    ['options_text', [{ name: 'a' }, { options_text: 'no onions' }], '1 name but 1 entry of options'],
  ])('names columns that are out of step (%s)', (_, lines, said) => {
    expect(() => read({ items: lines })).toThrow(
      `Items has ${said}: they come from different steps. Map every Items field from the same step, or map Order Data instead.`,
    );
  });

  it('keeps lines whose emptiness Zapier sent itself', () => {
    const lines = [
      { name: 'a', quantity: '2', unit_price: '1' },
      { name: 'b', quantity: '', unit_price: null },
    ];
    expect(read({ items: lines }).items.map(({ quantity }) => quantity)).toEqual(['2', '1']);
  });

  it.each([
    [
      { items, quoted_total: 'about 20' },
      'Total Told to the Guest: "about 20" is not a price in USD; write it like 21.95.',
    ],
    [{ items, tip: '-5' }, 'Tip: "-5" is negative; write a positive amount, like 21.95.'],
    [{ items: [{ name: 'a', quantity: 'two' }] }, 'items[0].quantity: "two" is not a number; write "2".'],
    [
      { order_data: '12 Oak Street' },
      'Order Data is not an order. Map the field Order Data of the New Order trigger, whole and alone.',
    ],
    [
      { items, service_type: 'by drone' },
      'service.type: "by drone" is not one of pickup, delivery, dine_in, curbside.',
    ],
    [{}, 'items: is empty; at least one entry is needed.'],
  ])('says what to write instead: %j', (input, said) => {
    expect(() => read(input)).toThrow(said);
  });
});
