import { matchOption, saysAction } from '../../src/menu/match';
import { buildMenuIndex } from '../../src/menu/menu-index';
import { parseOption } from '../../src/order/option-text';
import { choice, dish, group, menuOf } from '../support/small-menu';

const INDEX = buildMenuIndex(
  menuOf(
    [
      dish('pizza', 'Pizza', { option_groups: ['toppings', 'sauces'] }),
      dish('burger', 'Burger', { option_groups: ['extras'] }),
      dish('water', 'Water'),
    ],
    [
      group('toppings', [
        choice('onion', 'Onions', { aliases: ['red onion'] }),
        choice('no-onion', 'No Onions'),
        choice('cheese', 'Cheese'),
        choice('x-cheese', 'Extra Cheese'),
        choice('jal', 'Jalapeños'),
      ]),
      group('sauces', [
        choice('ranch', 'Ranch'),
        choice('side-ranch', 'Side of Ranch'),
        choice('gf', 'Gluten-Free Crust'),
      ]),
      group('extras', [
        choice('onion', 'Grilled Onions', { aliases: ['onions'], pos: { square: 'BURGER' } }),
      ]),
    ],
  ),
);
const match = (words: string, item = 'pizza') => {
  const { name, action } = parseOption(words);
  return matchOption(INDEX, item, { name, action, option_id: null });
};

it.each([
  ['onions', 'onion'],
  ['an onion', 'onion'],
  ['red onions', 'onion'],
  ['add Onions', 'onion'],
  ['jalapenos', 'jal'],
  ['no onions', 'no-onion'],
  ['without onion', 'no-onion'],
  ['hold the onions', 'no-onion'],
  ['extra cheese', 'x-cheese'],
  ['double cheese', 'x-cheese'],
  ['light cheese', 'cheese'],
  ['ranch on the side', 'side-ranch'],
  ['side ranch', 'side-ranch'],
  ['sub gluten free crust', 'gf'],
  ['ranch', 'ranch'],
])('"%s" is the option %s', (words, option_id) => {
  expect(match(words)).toMatchObject({ status: 'sure', item_id: 'pizza', option_id });
});

it.each([
  ['anchovies', 'pizza', '"anchovies" is not an option of Pizza.'],
  ['ranch', 'burger', '"ranch" is not an option of Burger.'],
  ['ice', 'water', '"ice" is not an option of Water.'],
  ['ice', 'gone', '"ice" is not an option of this item.'],
])('"%s" with %s is no option', (words, item, reason) => {
  expect(match(words, item)).toMatchObject({ status: 'none', option_id: null, reason });
});

it('looks only among the options of the dish', () => {
  expect(match('onions', 'burger')).toMatchObject({ status: 'sure', item_id: 'burger', option_id: 'onion' });
});

it('takes an id before the words', () => {
  const found = matchOption(INDEX, 'pizza', { name: 'cheddar', action: 'add', option_id: 'cheese' });
  expect(found).toMatchObject({ option_id: 'cheese', method: 'ref' });
});

it('goes by the words where the id is not one of the dish', () => {
  const found = matchOption(INDEX, 'pizza', { name: 'ranch', action: 'add', option_id: 'from-another-menu' });
  expect(found).toMatchObject({ option_id: 'ranch', method: 'normalized' });
});

it.each([
  ['No Onions', 'no onions', true],
  ['Onions', 'no onions', false],
  ['Extra Cheese', 'extra cheese', true],
  ['Cheese', 'extra cheese', false],
  ['Side of Ranch', 'ranch on the side', true],
  ['Onions', 'onions', false],
])('whether the name %s says "%s" by itself: %s', (name, words, says) => {
  expect(saysAction(choice('x', name), parseOption(words))).toBe(says);
});
