import { join } from 'node:path';
import { parseMenu } from '../../src/menu/schema';
import { parseLine } from './own-line';
import { readOwn } from './own-phrases';

const corpus = readOwn(join(__dirname, 'own'));
const menu = parseMenu(corpus.menu, { currency: 'USD', country: 'US', timezone: 'UTC' });

it('holds at least 150 phrases of ours, no two alike, each with a meaning on its menu', () => {
  expect(new Set(corpus.phrases.map(({ said }) => said)).size).toBe(corpus.phrases.length);
  expect(corpus.phrases.length).toBeGreaterThanOrEqual(150);
  expect(corpus.phrases.filter(({ means }) => means.lines.length === 0)).toEqual([]);
});

it('covers what other collections lack', () => {
  const kinds = [
    'speech to text',
    'spanish',
    'half and half',
    'corrections',
    'address and time',
    'allergies',
  ];
  const held = new Set(corpus.phrases.map(({ kind }) => kind));
  expect(kinds.filter((kind) => !held.has(kind))).toEqual([]);
});

const plain = { open: false, action: 'add', portion: 'whole', quantity: 1 };

it('reads a line as one writes it on a pad', () => {
  expect(parseLine('2 Hawaiian Pizza, Large: no Ham; left half extra Cheese; Thin Crust', menu)).toEqual({
    items: ['hawaiian'],
    open: false,
    size: 'hawaiian-l',
    quantity: 2,
    choices: [
      { ...plain, options: ['ham'], action: 'remove' },
      { ...plain, options: ['pizza-cheese'], action: 'extra', portion: 'left' },
      { ...plain, options: ['thin'] },
    ],
  });
});

it('reads what is to be asked about', () => {
  const open = { open: true, size: null, quantity: 1, choices: [] };
  expect(parseLine('1 ? Coke | Sprite', menu)).toEqual({ ...open, items: ['coke', 'sprite'] });
  expect(parseLine('?', menu)).toEqual({ ...open, items: [], quantity: null });
  expect(parseLine('1 Tiramisu', menu).open).toBe(false);
  expect(parseLine('1 Greek Salad: ?', menu).choices).toEqual([{ ...plain, options: [], open: true }]);
});

it.each([
  ['1 Lasagne', '"1 Lasagne": "Lasagne" is not on the menu there.'],
  ['1 Coke: no Ham', '"1 Coke: no Ham": "Ham" is not on the menu there.'],
  ['1 Cheese Pizza', '"1 Cheese Pizza" needs a size of Cheese Pizza.'],
  ['1 Cheese Pizza, Huge', '"1 Cheese Pizza, Huge": "Huge" is not on the menu there.'],
])('refuses %s in words', (text, message) => {
  expect(() => parseLine(text, menu)).toThrow(message);
});
