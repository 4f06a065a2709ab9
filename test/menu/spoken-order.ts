import fc from 'fast-check';
import { parseMenu } from '../../src/menu/schema';
import type { OrderOption } from '../../src/order/schema';

type Action = 'add' | 'remove' | 'extra' | 'light' | 'side';
type Line = {
  item: number;
  size: number | null;
  quantity: number;
  options: { at: number; action: Action }[];
};

const SHOP = { currency: 'USD', country: 'US', timezone: 'America/New_York' };
const options = (...names: string[]) => names.map((name) => ({ id: `o-${name}`, name, price: 100 }));
const sizes = (id: string, ...names: string[]) =>
  names.map((name) => ({ id: `${id}-${name}`, name, price: 1000 }));

/** A small menu whose words do not overlap: what is said of it can mean one thing only. */
export const MENU = parseMenu(
  {
    items: [
      {
        id: 'flatbread',
        name: 'Flatbread',
        variations: sizes('flatbread', 'Small', 'Large'),
        option_groups: ['tops'],
      },
      { id: 'burger', name: 'Smash Burger', option_groups: ['burger'] },
      { id: 'noodles', name: 'Udon Noodles', option_groups: ['bowl'] },
      { id: 'lemonade', name: 'Lemonade', variations: sizes('lemonade', 'Small', 'Large') },
      { id: 'knots', name: 'Garlic Knots' },
    ],
    option_groups: [
      { id: 'tops', name: 'Toppings', options: options('Mushrooms', 'Black Olives', 'Anchovies', 'Basil') },
      { id: 'burger', name: 'Burger Extras', options: options('Bacon', 'Pickles', 'Cheddar', 'Lettuce') },
      { id: 'bowl', name: 'Bowl Extras', options: options('Tofu', 'Scallions', 'Sesame') },
    ],
  },
  SHOP,
);

const NUMBERS = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const SAID: Record<Action, (name: string) => string> = {
  add: (name) => name,
  remove: (name) => `no ${name}`,
  extra: (name) => `extra ${name}`,
  light: (name) => `light ${name}`,
  side: (name) => `${name} on the side`,
};
const OPENINGS = ["i'd like", 'can i get', 'um hi i want', 'please give me', ''];
const ENDINGS = ['please', 'thanks', 'that is all', ''];

export function optionsOf(item: number): { id: string; name: string }[] {
  const group = MENU.items[item]?.option_groups[0];
  return MENU.option_groups.find(({ id }) => id === group)?.options ?? [];
}

const line = (item: number): fc.Arbitrary<Line> =>
  fc.record({
    item: fc.constant(item),
    size: (MENU.items[item]?.variations.length ?? 0) > 0 ? fc.nat({ max: 1 }) : fc.constant(null),
    quantity: fc.integer({ min: 1, max: 12 }),
    options: fc.uniqueArray(
      fc.record({
        at: fc.nat({ max: Math.max(0, optionsOf(item).length - 1) }),
        action: fc.constantFrom<Action>('add', 'remove', 'extra', 'light', 'side'),
      }),
      { selector: ({ at }) => at, maxLength: optionsOf(item).length === 0 ? 0 : 3 },
    ),
  });

/** Orders of different dishes, with the words that a guest says for them. */
export const spokenOrders = fc
  .shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 })
  .chain((items) =>
    fc.record({
      lines: fc.tuple(...items.map(line)),
      opening: fc.constantFrom(...OPENINGS),
      ending: fc.constantFrom(...ENDINGS),
    }),
  )
  .map(({ lines, opening, ending }) => ({
    lines: lines.map(toMeaning),
    text: [opening, lines.map(toWords).join(' and '), ending].filter((part) => part !== '').join(' '),
  }));

/** Refusals last, each with its own "no": so that every word has one meaning. */
function toWords({ item, size, quantity, options: chosen }: Line): string {
  const dish = MENU.items[item];
  const sizeName = size === null ? '' : `${dish?.variations[size]?.name} `;
  const plural = quantity > 1 && !dish?.name.endsWith('s') ? 's' : '';
  const said = (some: Line['options']) =>
    some.map(({ at, action }) => SAID[action](optionsOf(item)[at]?.name ?? '')).join(' and ');
  const wanted = chosen.filter(({ action }) => action !== 'remove');
  const refused = chosen.filter(({ action }) => action === 'remove');
  return [
    `${NUMBERS[quantity]} ${sizeName}${dish?.name}${plural}`,
    ...(wanted.length > 0 ? [`with ${said(wanted)}`] : []),
    ...(refused.length > 0 ? [`and ${said(refused)}`] : []),
  ]
    .join(' ')
    .toLowerCase();
}

export type Meant = {
  item_id: string;
  variation_id: string | null;
  quantity: string;
  options: [string, OrderOption['action']][];
};

function toMeaning({ item, size, quantity, options: chosen }: Line): Meant {
  const dish = MENU.items[item];
  return {
    item_id: dish?.id ?? '',
    variation_id: size === null ? null : (dish?.variations[size]?.id ?? null),
    quantity: String(quantity),
    options: chosen
      .map(({ at, action }): Meant['options'][number] => [optionsOf(item)[at]?.id ?? '', action])
      .sort(),
  };
}
