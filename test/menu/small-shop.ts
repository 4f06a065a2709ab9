import { buildMenuIndex } from '../../src/menu/menu-index';
import { type Parsed, parseOrderText } from '../../src/menu/parse';
import { optionPhrase } from '../../src/order/option-text';
import { choice, dish, group, menuOf, size } from '../support/small-menu';

const SIZES = [size('s', 'Small'), size('l', 'Large', { aliases: ['14 inch'] })];
/** A small shop with what is hard about menus: sizes, kinds, choices, a dish that is an option too. */
const INDEX = buildMenuIndex(
  menuOf(
    [
      dish('pizza', 'Pizza', {
        category: 'Pizza',
        aliases: ['pie'],
        variations: SIZES,
        option_groups: ['tops'],
      }),
      dish('burger', 'Burger', { category: 'Burgers', option_groups: ['extras', 'sides'] }),
      dish('caesar', 'Caesar Salad', { category: 'Salads' }),
      dish('greek', 'Greek Salad', { category: 'Salads' }),
      dish('coke', 'Coke', { category: 'Drinks' }),
      dish('zero', 'Coke Zero', { category: 'Drinks' }),
      dish('pepper', 'Dr Pepper', { category: 'Drinks' }),
      dish('rings', 'Onion Rings', { category: 'Sides' }),
      dish('sub', 'Meatball Sub', {
        category: 'Subs',
        variations: [size('6', '6 Inch'), size('12', '12 Inch')],
        option_groups: ['extras'],
      }),
      dish('wings', 'Wings', {
        category: 'Wings',
        variations: [size('w6', '6 Piece'), size('w12', '12 Piece')],
      }),
      dish('combo', 'Burger Combo', { category: 'Combos', option_groups: ['extras', 'sides', 'drinks'] }),
      dish('tiramisu', 'Tiramisu', { category: 'Desserts' }),
    ],
    [
      group('tops', [
        choice('pep', 'Pepperoni'),
        choice('mush', 'Mushrooms'),
        choice('onion', 'Onions'),
        choice('cheese', 'Cheese'),
        choice('black', 'Black Beans', { aliases: ['beans'] }),
        choice('pinto', 'Pinto Beans', { aliases: ['beans'] }),
      ]),
      group('extras', [choice('pickle', 'Pickles'), choice('mayo', 'Mayonnaise'), choice('bacon', 'Bacon')]),
      group('sides', [choice('fries', 'Fries'), choice('slaw', 'Coleslaw')], { max: 1 }),
      group('drinks', [choice('c-coke', 'Coke'), choice('c-zero', 'Coke Zero')], { max: 1 }),
    ],
  ),
);
export const parse = (text: string): Parsed => parseOrderText(text, INDEX);

/** `2 pizza/l: pep; no onion`: ids only; `?` where it must be asked. */
export function inShort(text: string): string[] {
  return parse(text).items.map(({ quantity, match, options }) => {
    const chosen = options.map(({ match: found, name, action, portion, quantity: count }) => {
      const id = `${found.status === 'sure' ? '' : '?'}${found.option_id ?? name}`;
      return optionPhrase({ name: id, action, portion, quantity: count });
    });
    const place = [match.item_id ?? '-', match.variation_id].filter(Boolean).join('/');
    const line = `${quantity} ${match.status === 'sure' ? '' : '?'}${place}`;
    return chosen.length > 0 ? `${line}: ${chosen.join('; ')}` : line;
  });
}
