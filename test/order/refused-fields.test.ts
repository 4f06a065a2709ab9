import { parseOrder } from '../../src/order/parse';
import { InputProblems } from '../../src/order/problems';
import { newYork, oneItem, problemsOf } from './shops';

type Case = [path: string, message: string, input: unknown];
const minorUnits = 'money is whole minor units: for 15.99 USD write 1599';
const order = (fields: object) => oneItem({}, fields);

const cases: Case[] = [
  ['external_ref', 'is a number; write it as text, in quotes.', order({ external_ref: 12 })],
  [
    'external_ref',
    'has 192 characters; at most 191 fit. Shorten it.',
    order({ external_ref: 'x'.repeat(192) }),
  ],
  ['test', 'is "true"; write true or false.', order({ test: 'true' })],
  ['source', 'is "phone"; write an object like {"channel": …}.', order({ source: 'phone' })],
  [
    'source.channel',
    '"fax" is not one of phone, sms, web, api, zapier, make, receptionist, bridge, pos.',
    order({ source: { channel: 'fax' } }),
  ],
  [
    'source.transcript',
    'has 50001 characters; at most 50000 fit. Shorten it.',
    order({ source: { transcript: 'x'.repeat(50_001) } }),
  ],
  ['service', 'is "pickup"; write an object like {"type": …}.', order({ service: 'pickup' })],
  ...['drive-thru', 'constructor', '__proto__', 'toString', '!'].map(
    (type): Case => [
      'service.type',
      `"${type}" is not one of pickup, delivery, dine_in, curbside.`,
      order({ service: { type } }),
    ],
  ),
  [
    'service.party_size',
    'is 0; write a whole number from 1 to 999, without quotes.',
    order({ service: { party_size: 0 } }),
  ],
  [
    'service.party_size',
    'is "4"; write a whole number from 1 to 999, without quotes.',
    order({ service: { party_size: '4' } }),
  ],
  [
    'timing',
    'is "2026-11-27T19:15:00Z"; write an object like {"requested_at": …}.',
    order({ timing: '2026-11-27T19:15:00Z' }),
  ],
  [
    'timing.requested_at',
    '"seven" is not a time; write one like "2026-11-27T19:15:00-05:00".',
    order({ timing: { requested_at: 'seven' } }),
  ],
  [
    'timing.placed_at',
    '"2026-02-30T10:00" is not a time; write one like "2026-11-27T19:15:00-05:00".',
    order({ timing: { placed_at: '2026-02-30T10:00' } }),
  ],
  ['customer', 'is "Ann"; write an object like {"name": …}.', order({ customer: 'Ann' })],
  ['customer.email', 'is an object; write text in quotes.', order({ customer: { email: {} } })],
  ['delivery', 'is "12 Oak St"; write an object like {"text": …}.', order({ delivery: '12 Oak St' })],
  [
    'delivery.country',
    'has 3 characters; at most 2 fit. Shorten it.',
    order({ delivery: { country: 'USA' } }),
  ],
  ['currency', '"usd" is not an ISO 4217 currency; write "USD", for example.', order({ currency: 'usd' })],
  ['currency', '"$" is not an ISO 4217 currency; write "USD", for example.', order({ currency: '$' })],
  ['currency', '840 is not an ISO 4217 currency; write "USD", for example.', order({ currency: 840 })],
  ['charges', 'is 300; write a list: […].', order({ charges: 300 })],
  [
    'charges',
    'has 21 entries; at most 20 are taken. Split the order.',
    order({ charges: Array(21).fill({ name: 'Fee', amount: 1 }) }),
  ],
  ['charges[0].name', 'is missing; it is required.', order({ charges: [{ amount: 300 }] })],
  [
    'charges[0].amount',
    'is missing; write minor units: for 15.99 USD write 1599.',
    order({ charges: [{ name: 'Fee' }] }),
  ],
  [
    'charges[0].amount',
    `3.5 has decimals; ${minorUnits}.`,
    order({ charges: [{ name: 'Fee', amount: 3.5 }] }),
  ],
  [
    'charges[0].type',
    '"fee" is not one of delivery, service, bag, other.',
    order({ charges: [{ type: 'fee', name: 'Fee', amount: 1 }] }),
  ],
  [
    'discounts[0].amount',
    '-500 is out of range; write 0 to 99999999 minor units.',
    order({ discounts: [{ name: 'Loyalty', amount: -500 }] }),
  ],
  ['tip', `"5" is not a number; ${minorUnits}.`, order({ tip: '5' })],
  ['payment.state', '"cash" is not one of unpaid, paid.', order({ payment: { state: 'cash' } })],
  ['payment.method', 'is true; write text in quotes.', order({ payment: { method: true } })],
  ['allergy_note', 'is a list; write text in quotes.', order({ allergy_note: ['nuts'] })],
  ['quoted_total', `29.98 has decimals; ${minorUnits}.`, order({ quoted_total: 29.98 })],
];

describe('a refused field is named with its path and the next step', () => {
  it.each(cases)('%s: %s', (path, message, input) => {
    expect(problemsOf(input)).toEqual([{ path, message }]);
  });
});

describe('a caller is told everything that is wrong, in words', () => {
  it('items[1].quantity: "two" is not a number; write "2".', () => {
    const input = {
      items: [
        { name: 'pizza', quantity: '1' },
        { name: 'coke', quantity: 'two' },
      ],
    };
    expect(() => parseOrder(input, newYork)).toThrow(
      new InputProblems([{ path: 'items[1].quantity', message: '"two" is not a number; write "2".' }]),
    );
    expect(() => parseOrder(input, newYork)).toThrow('items[1].quantity: "two" is not a number; write "2".');
  });

  it('names several faults all at once', () => {
    const input = {
      items: [
        { name: 'pizza', quantity: 'two', price: 15.99 },
        { quantity: 1, prise: 5 },
      ],
      tip: 1.5,
      timing: { requested_at: 'seven' },
      coupon: 'X',
    };
    expect(
      problemsOf(input)
        .map(({ path }) => path)
        .sort(),
    ).toEqual([
      'coupon',
      'items[0].price',
      'items[0].quantity',
      'items[1].name',
      'items[1].prise',
      'timing.requested_at',
      'tip',
    ]);
  });

  it('shows long values shortened', () => {
    const [problem] = problemsOf(order({ currency: 'x'.repeat(5000) }));
    expect(problem?.message.length).toBeLessThan(120);
  });
});
