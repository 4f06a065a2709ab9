import fc from 'fast-check';
import { mergeMenu } from '../../src/menu/merge/menu';
import { choice, dish, group, menuOf, size } from '../support/small-menu';

const square = { vendor: 'square', leads: true, keepsOwn: true };
const cloverFollows = { vendor: 'clover', leads: false, keepsOwn: true };

describe('the menu of a POS comes in again', () => {
  it('a renamed dish is the same dish', () => {
    const ours = menuOf([dish('vodka', 'Vodka Pizza', { aliases: ['vodka pie'], pos: { square: 'V1' } })]);
    const theirs = menuOf([dish('SQ1', 'Penne alla Vodka', { price: 1700, pos: { square: 'V1' } })]);
    expect(mergeMenu(ours, theirs, square).items).toMatchObject([
      { id: 'vodka', name: 'Penne alla Vodka', price: 1700, aliases: ['vodka pie'] },
    ]);
  });

  it('a dish that was deleted there and entered again under its name is the same dish', () => {
    const ours = menuOf([dish('coke', 'Coke', { aliases: ['cola'], pos: { square: 'OLD' } })]);
    const theirs = menuOf([dish('SQ9', 'Coke', { pos: { square: 'NEW' } })]);
    expect(mergeMenu(ours, theirs, square).items).toMatchObject([
      { id: 'coke', aliases: ['cola'], pos: { square: 'NEW' } },
    ]);
  });

  it('two dishes of one name stay two, told apart by their category where they have one', () => {
    const ours = menuOf([
      dish('cheese', 'Cheese', { category: 'Pizza', pos: {} }),
      dish('cheese-2', 'Cheese', { category: 'Calzones', pos: {} }),
    ]);
    const theirs = menuOf([
      dish('B', 'Cheese', { category: 'Calzones' }),
      dish('A', 'Cheese', { category: 'Pizza' }),
      dish('C', 'Cheese', { category: 'Slices' }),
    ]);
    const { items } = mergeMenu(ours, theirs, square);
    expect(items.map(({ id, pos }) => [id, pos.square])).toEqual([
      ['cheese-2', 'I-B'],
      ['cheese', 'I-A'],
      ['C', 'I-C'],
    ]);
  });

  it('what is gone there goes, and so does its size; what another POS or a person has stays', () => {
    const ours = menuOf([
      dish('gone', 'Gone'),
      dish('both', 'Both', { pos: { square: 'B', clover: 'C2' } }),
      dish('own', 'Own', { pos: {} }),
      dish('pizza', 'Pizza', { pos: {}, variations: [size('s', 'Small'), size('l', 'Large')] }),
    ]);
    const theirs = menuOf([
      dish('pizza', 'Pizza', { pos: {}, variations: [size('l', 'Large'), size('xl', 'Huge')] }),
    ]);
    const { items } = mergeMenu(ours, theirs, square);
    expect(items.map(({ id, pos }) => [id, pos])).toEqual([
      ['pizza', {}],
      ['both', { clover: 'C2' }],
      ['own', {}],
    ]);
    expect(items[0]?.variations.map(({ id }) => id)).toEqual(['l', 'xl']);
  });

  it('never takes a size that the POS does not know for the whole dish', () => {
    const ours = menuOf([dish('pizza', 'Pizza', { pos: {}, variations: [size('l', 'Large', { pos: {} })] })]);
    const theirs = menuOf([dish('SQ', 'Pizza', { pos: { square: 'V' } })]);
    expect(mergeMenu(ours, theirs, square).items).toMatchObject([{ id: 'pizza', variations: [] }]);
  });

  it('gives a dish an id of its own where another dish has its', () => {
    const ours = menuOf([dish('1', 'Coke', { pos: {} })]);
    const theirs = menuOf([dish('1', 'Fries'), dish('2', 'Coke')]);
    const { items } = mergeMenu(ours, theirs, square);
    expect(items.map(({ id, name }) => [id, name])).toEqual([
      ['square-1', 'Fries'],
      ['1', 'Coke'],
    ]);
  });

  it('option groups keep their ids and words, and options what other POS know them by', () => {
    const onions = choice('onion', 'Onions', { aliases: ['cebolla'], pos: { clover: 'M1' } });
    const ours = menuOf(
      [dish('p', 'Pizza', { option_groups: ['toppings'] })],
      [
        group('toppings', [onions, choice('ham', 'Ham')], {
          name: 'Toppings',
          aliases: ['extras'],
          portions: true,
        }),
      ],
    );
    const theirs = menuOf(
      [dish('p', 'Pizza', { option_groups: ['LIST'] })],
      [group('LIST', [choice('M-O', 'Onions', { price: 200 })], { name: 'Toppings', min: 1 })],
    );
    const { items, option_groups } = mergeMenu(ours, theirs, square);
    expect(items[0]?.option_groups).toEqual(['toppings']);
    expect(option_groups).toMatchObject([{ id: 'toppings', aliases: ['extras'], portions: true, min: 1 }]);
    expect(option_groups[0]?.options).toMatchObject([
      { id: 'onion', aliases: ['cebolla'], price: 200, pos: { clover: 'M1', square: 'O-M-O' } },
    ]);
  });
});

describe('a second POS of the shop', () => {
  const ours = menuOf([
    dish('pizza', 'Pizza', { price: null, pos: {}, variations: [size('s', 'Small'), size('l', 'Large')] }),
    dish('coke', 'Coke', { price: 250 }),
  ]);

  it('adds its ids and its own dishes, and changes no price', () => {
    const pos = (id: string) => ({ pos: { clover: id } });
    const theirs = menuOf([
      dish('C0', 'Beer', pos('C0')),
      dish('C1', 'coke', { price: 999, ...pos('C1') }),
      dish('C2', 'Pizza', {
        pos: {},
        variations: [size('C3', 'Large', pos('C3')), size('C4', 'Small', pos('C4'))],
      }),
    ]);
    const { items } = mergeMenu(ours, theirs, cloverFollows);
    expect(items.map(({ id }) => id)).toEqual(['pizza', 'coke', 'C0']);
    expect(items[1]).toMatchObject({ name: 'Coke', price: 250, pos: { square: 'I-coke', clover: 'C1' } });
    expect(items[0]?.variations.map(({ id, pos: ids }) => [id, ids.clover])).toEqual([
      ['s', 'C4'],
      ['l', 'C3'],
    ]);
  });

  it('has a dish of its own where it sells without sizes what comes in sizes here', () => {
    const theirs = menuOf([dish('C2', 'Pizza', { pos: { clover: 'C2' } })]);
    const { items } = mergeMenu(ours, theirs, cloverFollows);
    expect(items.filter(({ name }) => name === 'Pizza').map(({ id }) => id)).toEqual(['pizza', 'C2']);
  });
});

const name = fc.constantFrom('Coke', 'Pizza', 'Soup', 'Fries', 'Tea', 'Cake');
const anyMenu = fc
  .uniqueArray(fc.record({ id: fc.constantFrom('1', '2', '3', '4', '5'), name, sizes: fc.nat(2) }), {
    selector: ({ id }) => id,
  })
  .map((list) =>
    menuOf(
      list.map(({ id, name: called, sizes }) =>
        dish(id, called, {
          pos: { square: `I-${id}` },
          variations: Array.from({ length: sizes }, (_, n) => size(`${id}.${n}`, `Size ${n}`)),
        }),
      ),
    ),
  );

it('holds every dish of the POS once, under ids that are unique, and changes nothing when it is read again', () => {
  fc.assert(
    fc.property(anyMenu, anyMenu, (ours, theirs) => {
      const once = mergeMenu(ours, theirs, square);
      const ids = once.items.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const known = once.items.map(({ pos }) => pos.square).filter(Boolean);
      expect(known.sort()).toEqual(theirs.items.map(({ pos }) => pos.square).sort());
      expect(mergeMenu(once, theirs, square)).toEqual(once);
    }),
  );
});

it('keeps every id that it gave, whatever else the POS adds or takes away', () => {
  fc.assert(
    fc.property(anyMenu, anyMenu, (first, second) => {
      const before = mergeMenu(menuOf([]), first, square);
      const after = mergeMenu(before, second, square);
      for (const item of before.items) {
        const still = after.items.find(({ pos }) => pos.square === item.pos.square);
        if (still) expect(still.id).toBe(item.id);
      }
    }),
  );
});
