import fc from 'fast-check';
import { Check } from 'typebox/value';
import { flatFields } from '../../src/order/flat';
import { parseOrder } from '../../src/order/parse';
import { sampleOrder } from '../../src/order/sample';
import { OrderSchema } from '../../src/order/schema';
import { ticketText } from '../../src/order/ticket-text';
import { anyInput, anyOrder } from './any-order';
import { newYork, oneItem, parseItem } from './shops';

const nothing = { app: null, call_sid: null, message_sid: null, recording_url: null, transcript: null };

it('completes the smallest order: every field present, unknowns null', () => {
  expect(parseOrder({ items: [{ name: 'pizza', quantity: 1 }] }, newYork)).toEqual({
    external_ref: null,
    test: false,
    location_id: null,
    source: { channel: 'api', ...nothing },
    service: { type: 'pickup', table: null, party_size: null },
    timing: { requested_at: null, requested_text: null, placed_at: null },
    customer: { name: null, phone: null, email: null },
    delivery: null,
    currency: 'USD',
    items: [
      {
        name: 'pizza',
        quantity: '1',
        unit_price: null,
        notes: null,
        allergy: false,
        menu_item_id: null,
        variation_id: null,
        options: [],
      },
    ],
    charges: [],
    discounts: [],
    tip: 0,
    payment: { state: 'unpaid', method: null, reference: null },
    allergy_note: null,
    notes: null,
    quoted_total: null,
  });
});

it('takes null, and blank text, for everything but items, their names and quantities', () => {
  const smallest = parseOrder(oneItem(), newYork);
  const fields = Object.keys(OrderSchema.properties).filter((key) => key !== 'items');
  for (const blank of [null, undefined]) {
    const order = Object.fromEntries(fields.map((key) => [key, blank]));
    expect(parseOrder(oneItem({}, order), newYork)).toEqual(smallest);
  }
  const blank = { notes: '', external_ref: ' ', tip: '', test: '', currency: '', quoted_total: '' };
  const parts = { service: { type: '' }, payment: { state: '' }, timing: { requested_at: '' } };
  const option = { name: 'ham', action: '', portion: '', quantity: '', unit_price: '', option_id: '' };
  expect(parseOrder(oneItem({}, { ...blank, ...parts }), newYork)).toEqual(smallest);
  expect(parseItem({ allergy: '', options: [option], options_text: '' }).options).toEqual([
    { name: 'ham', action: 'add', portion: 'whole', quantity: 1, unit_price: null, option_id: null },
  ]);
});

it('parses the sample order as it stands', () => {
  const order = parseOrder(sampleOrder, newYork);
  expect(order).toMatchObject(sampleOrder);
  expect(Check(OrderSchema, order)).toBe(true);
});

it('keeps names exactly as said', () => {
  expect(parseItem({ name: '  No.7  Larry\u2019s “BIG” 🍕 x2 ' }).name).toBe(
    '  No.7  Larry\u2019s “BIG” 🍕 x2 ',
  );
});

describe('quantities are decimal text', () => {
  it.each([
    ['2', '2'],
    [2, '2'],
    [' 2 ', '2'],
    ['002', '2'],
    ['0.5', '0.5'],
    ['1.50', '1.5'],
    ['2.000', '2'],
    ['1.5000', '1.5'],
    [999, '999'],
    ['0.001', '0.001'],
  ])('%j is %j', (quantity, stored) => {
    expect(parseItem({ quantity }).quantity).toBe(stored);
  });
});

describe('the kind of service', () => {
  it.each([
    ['takeout', 'pickup'],
    ['Take-Out', 'pickup'],
    ['to go', 'pickup'],
    ['Collection', 'pickup'],
    ['carry out', 'pickup'],
    ['DELIVERY', 'delivery'],
    ['dine in', 'dine_in'],
    ['dine_in', 'dine_in'],
    ['eat in', 'dine_in'],
    ['curbside pickup', 'curbside'],
  ])('%j is %j', (said, type) => {
    expect(parseOrder(oneItem({}, { service: { type: said } }), newYork).service.type).toBe(type);
  });

  it.each([
    [{ delivery: { text: '12 Oak St' } }, 'delivery'],
    [{ delivery: { street: '12 Oak St' } }, 'delivery'],
    [{ delivery: { postal_code: '02215' } }, 'delivery'],
    [{ delivery: { text: '' } }, 'pickup'],
    [{ delivery: {} }, 'pickup'],
    [{ delivery: null }, 'pickup'],
    [{ delivery: { country: 'US' } }, 'pickup'],
    [{ delivery: { instructions: 'wait in the car park' } }, 'pickup'],
    [{ delivery: { text: '12 Oak St' }, service: { type: 'pickup' } }, 'pickup'],
    [{ service: { type: 'delivery' } }, 'delivery'],
  ])('of %j is %s: delivery if there is an address, otherwise pickup', (fields, type) => {
    expect(parseOrder(oneItem({}, fields), newYork).service.type).toBe(type);
  });

  it('keeps an instruction that came without an address', () => {
    const order = parseOrder(oneItem({}, { delivery: { instructions: 'wait outside' } }), newYork);
    expect(order.delivery?.instructions).toBe('wait outside');
    expect(parseOrder(oneItem({}, { delivery: { text: ' ', city: null } }), newYork).delivery).toBeNull();
  });
});

/** An order as GET answers it: C11 below the line. */
function answer(order: ReturnType<typeof parseOrder>) {
  return {
    ...order,
    id: 'ord_1',
    number: '14',
    status: 'received',
    totals: { quoted: 2998, computed: 2998, pos: null },
    items_match: [{ path: 'items[0]', match: {} }],
    deliveries: [],
    acked_at: null,
    created_at: '2026-11-27T18:31:07Z',
    updated_at: '2026-11-27T18:31:07Z',
    ...flatFields(order, newYork),
    ticket_text: ticketText(order, newYork),
  };
}

describe('reading an order again changes nothing', () => {
  it('parse(parse(x)) is parse(x), whatever was left out or said in words', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const once = parseOrder(input, newYork);
        expect(parseOrder(once, newYork)).toEqual(once);
      }),
    );
  });

  it('a whole order stays as it is', () => {
    fc.assert(fc.property(anyOrder, (order) => expect(parseOrder(order, newYork)).toEqual(order)));
  });

  it('posting back what GET returned is accepted', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const order = parseOrder(input, newYork);
        expect(parseOrder(JSON.parse(JSON.stringify(answer(order))), newYork)).toEqual(order);
      }),
    );
  });

  it('order_data is the whole order', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        expect(parseOrder(JSON.parse(flatFields(order, newYork).order_data), newYork)).toEqual(order);
      }),
    );
  });
});

it('what it gives back is valid by its own schema', () => {
  fc.assert(fc.property(anyInput, (input) => Check(OrderSchema, parseOrder(input, newYork))));
});

it('leaves the input as it was', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const before = JSON.stringify(input);
      parseOrder(input, newYork);
      expect(JSON.stringify(input)).toBe(before);
    }),
  );
});
