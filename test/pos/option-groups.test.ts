import { buildMenuIndex } from '../../src/menu/menu-index';
import type { OptionGroup } from '../../src/menu/schema';
import { prepareOrder } from '../../src/pos/prepare';
import { choice, dish, group, menuOf } from '../support/small-menu';
import { sample, shop } from '../support/vendor-doors';

const VENDOR = { id: 'square', name: 'Square', openItems: 'always', openOptions: 'open_item' } as const;

/** The line that goes to Square when a pizza is ordered with these options, or the refusal. */
function order(groups: OptionGroup[], options_text: string) {
  const pizza = dish('p', 'Large Pizza', { option_groups: groups.map(({ id }) => id) });
  const menu = buildMenuIndex(menuOf([pizza], groups));
  const said = sample({ items: [{ name: 'large pizza', quantity: '1', options_text }] });
  return prepareOrder(said, { vendor: VENDOR, settings: {}, menu, shop }).order.items[0];
}

const CRUST = group('crust', [choice('thin', 'Thin'), choice('pan', 'Pan'), choice('stuffed', 'Stuffed')], {
  name: 'Crust',
  min: 1,
  max: 1,
});
const usual = { ...CRUST, options: [choice('thin', 'Thin', { default: true }), choice('pan', 'Pan')] };
const ONIONS = group('onions', [choice('with', 'Onions'), choice('without', 'No Onions')], {
  name: 'Onion Choice',
  min: 1,
  max: 1,
});
const TOPPINGS = group('toppings', [choice('ham', 'Ham'), choice('egg', 'Egg')], {
  name: 'Toppings',
  max: 2,
});

describe('what a dish needs', () => {
  it.each<[string, OptionGroup, string, string]>([
    [
      'a crust nobody named',
      CRUST,
      '',
      'Large Pizza needs a Crust: Thin, Pan or Stuffed. Put it in Options, or give the item a default in Square.',
    ],
    ['two of a kind', { ...TOPPINGS, min: 2 }, 'ham', 'Large Pizza needs 2 of Toppings: Ham or Egg.'],
    ['a vowel', ONIONS, '', 'Large Pizza needs an Onion Choice: Onions or No Onions.'],
    ['one crust too many', CRUST, 'thin; pan', 'Large Pizza takes at most 1 of Crust, and the order has 2.'],
    ['one option too often', TOPPINGS, 'ham x3', 'takes at most 2 of Toppings, and the order has 3'],
    [
      'one option said twice, each for a half',
      TOPPINGS,
      'left half ham; right half ham; egg',
      'the order has 3',
    ],
    ['the default taken away', usual, 'no thin', 'Large Pizza needs a Crust'],
    [
      'what is left of a sold-out list',
      { ...CRUST, options: [choice('a', 'A', { available: false })] },
      '',
      'Crust: .',
    ],
  ])('is asked for: %s', (_what, groups, options, message) => {
    expect(() => order([groups], options)).toThrow(message);
  });

  it.each<[string, OptionGroup, string]>([
    ['a crust', CRUST, 'thin'],
    ['the default, unsaid', usual, ''],
    ['another than the default', usual, 'pan'],
    ['no onions where that is a choice', ONIONS, 'no onions'],
    ['nothing where nothing is needed', TOPPINGS, ''],
    ['what is not on the list at all', TOPPINGS, 'anchovies; olives; capers'],
  ])('is met by %s', (_what, groups, options) => {
    expect(order([groups], options)).toMatchObject({ pos: 'I-p' });
  });
});

describe('the defaults that stay on a dish', () => {
  const EXTRAS = group('extras', [
    choice('onion', 'Onions', { default: true }),
    choice('pickle', 'Pickles', { default: true }),
    choice('old', 'Old Sauce', { default: true, available: false }),
    choice('bacon', 'Bacon'),
  ]);
  it.each<[string, OptionGroup, string, string[]]>([
    ['all of them', EXTRAS, '', ['O-onion', 'O-pickle']],
    ['those nobody took away', EXTRAS, 'no onions', ['O-pickle']],
    ['those nobody asked for by name', EXTRAS, 'extra pickles; bacon', ['O-onion']],
    ['none where another choice took their place', usual, 'pan', []],
    ['the usual crust', usual, '', ['O-thin']],
  ])('%s', (_what, groups, options, defaults) => {
    expect(order([groups], options)?.defaults).toEqual(defaults);
  });
});
