import fc from 'fast-check';
import { parseOption, parseOptionsText, toOptionsText } from '../../src/order/option-text';
import { ACTIONS, PORTIONS } from '../../src/order/schema';

const plain = { action: 'add', portion: 'whole', quantity: 1 };

describe('an option in words', () => {
  it.each([
    ['cheese', { name: 'cheese' }],
    ['  gluten   free\tcrust ', { name: 'gluten free crust' }],
    ['add cheese', { name: 'cheese' }],
    ['no onions', { name: 'onions', action: 'remove' }],
    ['No Onions', { name: 'Onions', action: 'remove' }],
    ['NO\u00a0onions', { name: 'onions', action: 'remove' }],
    ['NO: onions', { name: 'onions', action: 'remove' }],
    ['without onions', { name: 'onions', action: 'remove' }],
    ['w/o onions', { name: 'onions', action: 'remove' }],
    ['hold the mayo', { name: 'mayo', action: 'remove' }],
    ['hold mayo', { name: 'mayo', action: 'remove' }],
    ['minus pickles', { name: 'pickles', action: 'remove' }],
    ['skip the pickles', { name: 'pickles', action: 'remove' }],
    ['leave off pickles', { name: 'pickles', action: 'remove' }],
    ['omit pickles', { name: 'pickles', action: 'remove' }],
    ['extra cheese', { name: 'cheese', action: 'extra' }],
    ['double cheese', { name: 'cheese', action: 'extra' }],
    ['light sauce', { name: 'sauce', action: 'light' }],
    ['easy on the sauce', { name: 'sauce', action: 'light' }],
    ['side ranch', { name: 'ranch', action: 'side' }],
    ['side of ranch', { name: 'ranch', action: 'side' }],
    ['ranch on the side', { name: 'ranch', action: 'side' }],
    ['ON THE SIDE: ranch', { name: 'ranch', action: 'side' }],
    ['sub gluten free crust', { name: 'gluten free crust', action: 'substitute' }],
    ['left half mushrooms', { name: 'mushrooms', portion: 'left' }],
    ['right mushrooms', { name: 'mushrooms', portion: 'right' }],
    ['LEFT HALF: mushrooms', { name: 'mushrooms', portion: 'left' }],
    ['left half no onions', { name: 'onions', portion: 'left', action: 'remove' }],
    ['ranch x2', { name: 'ranch', quantity: 2 }],
    ['EXTRA cheese ×2', { name: 'cheese', action: 'extra', quantity: 2 }],
    ['right half extra cheese x12', { name: 'cheese', portion: 'right', action: 'extra', quantity: 12 }],
    ['no', { name: 'no' }],
    ['nori', { name: 'nori' }],
    ['north sauce', { name: 'north sauce' }],
    ['extract', { name: 'extract' }],
    ['x2', { name: 'x2' }],
    ['cheese x0', { name: 'cheese x0' }],
    ['cheese x100', { name: 'cheese x100' }],
    ['half and half', { name: 'half and half' }],
    ['left', { name: 'left' }],
  ])('%j', (text, option) => {
    expect(parseOption(text)).toEqual({ ...plain, ...option });
  });
});

describe('several options in one text', () => {
  it('reads the example of the documents', () => {
    const text =
      'no onions; extra cheese; light sauce; left half mushrooms; side ranch x2; sub gluten free crust';
    expect(parseOptionsText(text).map(({ name, action }) => `${action} ${name}`)).toEqual([
      'remove onions',
      'extra cheese',
      'light sauce',
      'add mushrooms',
      'side ranch',
      'substitute gluten free crust',
    ]);
    expect(toOptionsText(parseOptionsText(text))).toBe(text);
  });

  it.each([
    ['', []],
    [' ; ,\n', []],
    ['a, b;c\nd\r\ne', ['a', 'b', 'c', 'd', 'e']],
    ['a\\, b', ['a, b']],
    ['a\\; b', ['a; b']],
    ['a\\\\, b', ['a\\', 'b']],
    ['a\\b', ['a\\b']],
    ['a\\', ['a\\']],
  ])('%j splits into %j', (text, names) => {
    expect(parseOptionsText(text).map(({ name }) => name)).toEqual(names);
  });
});

describe('options → text → options changes nothing', () => {
  const words = fc.constantFrom(
    ...'no without hold the minus extra light easy on side of sub add left right half : x2 ×3 x0 x100 \\ ; , \\; \n of cheese ぬき 🍕 é'.split(
      /(?<!\\) /,
    ),
  );
  const name = fc
    .oneof(
      fc.array(words, { minLength: 1, maxLength: 6 }).map((list) => list.join(' ')),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    )
    .filter((text) => text.trim() !== '');
  const option = fc.record({
    name,
    action: fc.constantFrom(...ACTIONS),
    portion: fc.constantFrom(...PORTIONS),
    quantity: fc.integer({ min: 1, max: 99 }),
  });

  it('for any names, actions, portions and quantities', () => {
    fc.assert(
      fc.property(fc.array(option, { maxLength: 5 }), (options) => {
        const normalised = options.map((one) => ({ ...one, name: one.name.trim().replaceAll(/\s+/g, ' ') }));
        expect(parseOptionsText(toOptionsText(options))).toEqual(normalised);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['of ranch', 'side'],
    ['no onions', 'add'],
    ['no onions', 'remove'],
    ['x2', 'remove'],
    ['ranch on the side', 'add'],
    ['a\nb', 'add'],
    ['cheese; no onions', 'extra'],
  ] as const)('for the awkward name %j with %s', (said, action) => {
    const one = { name: said.replace('\n', ' '), action, portion: 'whole' as const, quantity: 1 };
    expect(parseOptionsText(toOptionsText([{ ...one, name: said }]))).toEqual([one]);
  });

  it('adds no words that are not needed', () => {
    expect(toOptionsText([{ name: 'cheese', action: 'add', portion: 'whole', quantity: 1 }])).toBe('cheese');
    expect(toOptionsText([{ name: 'onions', action: 'remove', portion: 'left', quantity: 2 }])).toBe(
      'left half no onions x2',
    );
  });
});
