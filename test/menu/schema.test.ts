import { parseMenu } from '../../src/menu/schema';
import { InputProblems } from '../../src/order/problems';
import { choice, dish, group, menuOf, size } from '../support/small-menu';

const SHOP = { currency: 'USD', country: 'US', timezone: 'America/New_York' };
const pizza = dish('p', 'Pizza', {
  option_groups: ['g'],
  variations: [size('s', 'Small'), size('l', 'Large')],
});
const MENU = menuOf([pizza], [group('g', [choice('o', 'Onions')])]);

function problems(input: unknown): Record<string, string> {
  try {
    parseMenu(input, SHOP);
  } catch (error) {
    if (!(error instanceof InputProblems)) throw error;
    return Object.fromEntries(error.problems.map(({ path, message }) => [path, message]));
  }
  throw new Error('the menu was taken');
}

it('takes a whole menu as it is', () => {
  expect(parseMenu(MENU, SHOP)).toEqual(MENU);
});

it('fills in what a hand-written menu leaves out', () => {
  const menu = parseMenu({ items: [{ id: 'a', name: 'Tea', price: 250, variations: null }] }, SHOP);
  expect(menu).toEqual({
    currency: 'USD',
    option_groups: [],
    items: [{ ...dish('a', 'Tea', { price: 250, pos: {} }) }],
  });
});

it('reads when a sold-out dish returns on the clock of the shop', () => {
  const [item] = parseMenu(
    { items: [{ ...pizza, option_groups: [], until: '2026-11-27 17:00' }] },
    SHOP,
  ).items;
  expect(item?.until).toBe('2026-11-27T17:00:00-05:00');
});

describe('what is refused, by its place', () => {
  const item = (fields: object) => ({ ...MENU, items: [{ ...pizza, ...fields }] });
  const options = (fields: object) => ({ ...MENU, option_groups: [{ ...MENU.option_groups[0], ...fields }] });
  it.each<[string, unknown, string, RegExp]>([
    ['a list instead of a menu', [], '', /write an object/],
    ['plain text', 'pizza', '', /write an object/],
    ['items that are no list', { items: {} }, 'items', /write a list/],
    ['an item without a name', item({ name: '' }), 'items[0].name', /required/],
    ['an item without an id', item({ id: undefined }), 'items[0].id', /missing/],
    ['a price with decimals', item({ price: 12.5 }), 'items[0].price', /whole number/],
    ['a price in text', item({ price: '12.50' }), 'items[0].price', /whole number/],
    ['a negative price', item({ price: -1 }), 'items[0].price', /from 0/],
    ['availability in words', item({ available: 'yes' }), 'items[0].available', /true or false/],
    ['a field nobody knows', item({ cost: 3 }), 'items[0].cost', /not a known field/],
    ['a time that is none', item({ until: 'soon' }), 'items[0].until', /not a time/],
    [
      'a group that is not there',
      item({ option_groups: ['x'] }),
      'items[0].option_groups',
      /"x" is not among/,
    ],
    [
      'a size twice',
      item({ variations: [size('s', 'S'), size('s', 'L')] }),
      'items[0].variations[1].id',
      /twice/,
    ],
    ['an item twice', { ...MENU, items: [pizza, pizza] }, 'items[1].id', /"p" is used twice/],
    ['an unknown currency', { ...MENU, currency: 'XYZ' }, 'currency', /ISO 4217/],
    [
      'an action that is none',
      options({ actions: ['fry'] }),
      'option_groups[0].actions[0]',
      /not one of add/,
    ],
    ['a maximum of nothing', options({ max: 0 }), 'option_groups[0].max', /from 1/],
    [
      'an option twice',
      options({ options: [choice('o', 'A'), choice('o', 'B')] }),
      'option_groups[0].options[1].id',
      /twice/,
    ],
    ['vendor ids that are numbers', item({ pos: { square: 7 } }), 'items[0].pos.square', /text/],
  ])('%s', (_what, input, path, message) => {
    expect(problems(input)[path]).toMatch(message);
  });

  it('every fault is named, not only the first', () => {
    const faults = problems({ items: [{ ...pizza, name: '', price: 1.5 }, { id: 'b' }], currency: 'usd' });
    expect(Object.keys(faults).sort()).toEqual([
      'currency',
      'items[0].name',
      'items[0].price',
      'items[1].name',
    ]);
  });
});
