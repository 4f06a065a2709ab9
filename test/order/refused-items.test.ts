import { oneItem, problemsOf } from './shops';

type Case = [path: string, message: string, input: unknown];
const item = (fields: object) => oneItem(fields);
const option = (fields: object) => oneItem({ options: [{ name: 'cheese', ...fields }] });

const cases: Case[] = [
  ['', 'The order is undefined; send a JSON object with "items".', undefined],
  ['', 'The order is null; send a JSON object with "items".', null],
  ['', 'The order is a list; send a JSON object with "items".', []],
  ['', 'The order is "pizza"; send a JSON object with "items".', 'pizza'],
  ['', 'The order is 5; send a JSON object with "items".', 5],

  ['items', 'is empty; at least one entry is needed.', {}],
  ['items', 'is empty; at least one entry is needed.', { items: null }],
  ['items', 'is empty; at least one entry is needed.', { items: [] }],
  ['items', 'is "pizza"; write a list: […].', { items: 'pizza' }],
  ['items', 'is an object; write a list: […].', { items: { name: 'pizza' } }],
  [
    'items',
    'has 101 entries; at most 100 are taken. Split the order.',
    { items: Array(101).fill({ name: 'pizza', quantity: 1 }) },
  ],
  ['items[0]', 'is "pizza"; write an object like {"name": …}.', { items: ['pizza'] }],

  ['items[0].name', 'is missing; it is required.', { items: [{ quantity: 1 }] }],
  ['items[0].name', 'is missing; it is required.', item({ name: null })],
  ['items[0].name', 'is empty; it is required.', item({ name: ' ' })],
  ['items[0].name', 'is a number; write it as text, in quotes.', item({ name: 7 })],
  ['items[0].name', 'is a list; write text in quotes.', item({ name: ['pizza'] })],
  ['items[0].name', 'has 201 characters; at most 200 fit. Shorten it.', item({ name: 'x'.repeat(201) })],

  ['items[0].quantity', 'is missing; write "1".', { items: [{ name: 'pizza' }] }],
  ['items[0].quantity', 'is missing; write "1".', item({ quantity: null })],
  ['items[0].quantity', 'is missing; write "1".', item({ quantity: '' })],
  ['items[0].quantity', '"Three" is not a number; write "3".', item({ quantity: 'Three' })],
  ['items[0].quantity', '"3x" is not a number; write "3".', item({ quantity: '3x' })],
  ['items[0].quantity', '"lots" is not a number; write "2".', item({ quantity: 'lots' })],
  ['items[0].quantity', '"zero" is not a number; write "2".', item({ quantity: 'zero' })],
  ['items[0].quantity', '"1,5" is not a number; write "2".', item({ quantity: '1,5' })],
  ['items[0].quantity', 'true is not a number; write "2".', item({ quantity: true })],
  ['items[0].quantity', 'a list is not a number; write "2".', item({ quantity: [1] })],
  ['items[0].quantity', '2.5 has decimals; write it as text: "2.5".', item({ quantity: 2.5 })],
  ...['0', '0.000', '-1', '1000', '999.5', '1.2345', '99999999999999999999'].map(
    (quantity): Case => [
      'items[0].quantity',
      `"${quantity}" is out of range; write more than 0 and at most 999, with up to 3 decimals.`,
      item({ quantity }),
    ],
  ),
  [
    'items[0].quantity',
    '-1 is out of range; write more than 0 and at most 999, with up to 3 decimals.',
    item({ quantity: -1 }),
  ],

  ['items[0].unit_price', '-5 is out of range; write 0 to 99999999 minor units.', item({ unit_price: -5 })],
  ['items[0].notes', 'is a list; write text in quotes.', item({ notes: ['hot'] })],
  ['items[0].notes', 'has 1001 characters; at most 1000 fit. Shorten it.', item({ notes: 'x'.repeat(1001) })],
  ['items[0].allergy', 'is "yes"; write true or false.', item({ allergy: 'yes' })],
  ['items[0].menu_item_id', 'is a number; write it as text, in quotes.', item({ menu_item_id: 5 })],
  ['items[0].options', 'is "no onions"; write a list: […].', item({ options: 'no onions' })],
  ['items[0].options', 'is an object; write a list: […].', item({ options: { name: 'a' } })],
  [
    'items[0].options',
    'has 51 entries; at most 50 are taken. Split the order.',
    item({ options: Array(51).fill('ham') }),
  ],
  [
    'items[0].options_text',
    'is a list; write text like "no onions; extra cheese".',
    item({ options_text: ['no onions'] }),
  ],
  ['items[0].options[0]', 'is 5; write an object like {"name": …}.', item({ options: [5] })],
  ['items[0].options[0].name', 'is missing; it is required.', item({ options: [{}] })],
  ['items[0].options[0].name', 'is empty; it is required.', item({ options: [''] })],
  [
    'items[0].options[0].action',
    '"no" is not one of add, remove, extra, light, side, substitute.',
    option({ action: 'no' }),
  ],
  [
    'items[0].options[0].action',
    'a list is not one of add, remove, extra, light, side, substitute.',
    option({ action: ['add'] }),
  ],
  ['items[0].options[0].portion', '"half" is not one of whole, left, right.', option({ portion: 'half' })],
  [
    'items[0].options[0].quantity',
    'is "2"; write a whole number from 1 to 99, without quotes.',
    option({ quantity: '2' }),
  ],
  [
    'items[0].options[0].quantity',
    'is 0; write a whole number from 1 to 99, without quotes.',
    option({ quantity: 0 }),
  ],
  [
    'items[0].options[0].price',
    'and unit_price are both given; write exactly one of the two.',
    option({ price: '1.00', unit_price: 100 }),
  ],
];

describe('a refused item is named with its path and the next step', () => {
  it.each(cases)('%s: %s', (path, message, input) => {
    expect(problemsOf(input)).toEqual([{ path, message }]);
  });
});
