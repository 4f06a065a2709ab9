import Ajv from 'ajv';
import fc from 'fast-check';
import { orderInputSchema } from '../../src/order/input-schema';
import { sampleOrder } from '../../src/order/sample';
import { anyInput } from './any-order';
import { newYork, oneItem, problemsOf } from './shops';

const accepts = new Ajv({ strict: true }).compile(orderInputSchema());

describe('the document says what POST accepts', () => {
  it('the sample order', () => {
    expect(accepts(sampleOrder)).toBe(true);
  });

  it.each([
    ['a number as quantity', oneItem({ quantity: 2 })],
    ['price for unit_price', oneItem({ price: '15.99' })],
    ['options in words', oneItem({ options: ['no onions', { name: 'ham', price: '1.00' }] })],
    ['options_text', oneItem({ options_text: 'no onions; extra cheese' })],
    [
      'null for parts',
      oneItem({ options: null, notes: null }, { source: null, charges: null, delivery: null }),
    ],
    ['null for values', oneItem({ allergy: null }, { tip: null, test: null, currency: null })],
    ['null inside parts', oneItem({}, { service: { type: null }, payment: { state: null } })],
    ['common words for the service', oneItem({}, { service: { type: 'to go' } })],
    ['blank text', oneItem({ notes: '' }, { external_ref: '', notes: '' })],
    ['a local time', oneItem({}, { timing: { requested_at: '2026-11-27 19:15' } })],
    ['fields of answers', oneItem({}, { id: 'ord_1', totals: {}, total: '1.00' })],
  ])('%s, as the parser does', (_, input) => {
    expect(problemsOf(input)).toEqual([]);
    expect([accepts(input), accepts.errors]).toEqual([true, null]);
  });

  it.each([
    ['no items', {}],
    ['null items', { items: null }],
    ['an empty list', { items: [] }],
    ['no name', { items: [{ quantity: 1 }] }],
    ['no quantity', { items: [{ name: 'pizza' }] }],
    ['a null quantity', oneItem({ quantity: null })],
    ['a fraction as a number', oneItem({ quantity: 1.5 })],
    ['a float as money', oneItem({ unit_price: 15.99 })],
    ['a number as price', oneItem({ price: 15.99 })],
    ['an option without a name', oneItem({ options: [{ action: 'add' }] })],
    ['an action that does not exist', oneItem({ options: [{ name: 'ham', action: 'no' }] })],
    ['a charge without an amount', oneItem({}, { charges: [{ name: 'Fee' }] })],
    ['a null amount', oneItem({}, { discounts: [{ name: 'Loyalty', amount: null }] })],
    ['101 items', { items: Array(101).fill({ name: 'pizza', quantity: 1 }) }],
  ])('not %s, as the parser does not', (_, input) => {
    expect(problemsOf(input)).not.toEqual([]);
    expect(accepts(input)).toBe(false);
  });

  it('any order in any accepted form', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(problemsOf(input, newYork)).toEqual([]);
        expect([accepts(input), accepts.errors]).toEqual([true, null]);
      }),
    );
  });

  it('is plain data without words of our own', () => {
    const text = JSON.stringify(orderInputSchema());
    expect(JSON.parse(text)).toEqual(orderInputSchema());
    expect(text).not.toContain('"x-');
  });
});
