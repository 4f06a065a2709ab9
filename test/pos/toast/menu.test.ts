import { parseMenu } from '../../../src/menu/schema';
import { toMenu } from '../../../src/pos/toast/menu';
import { SHOP } from '../../support/toast-order';

const option = (guid: string, name: string, more: object = {}) => ({ guid, name, price: 1.5, ...more });
const PUBLISHED = {
  menus: [
    {
      name: 'Lunch',
      menuGroups: [
        {
          name: 'Drinks',
          guid: 'DRINKS',
          menuItems: [{ name: 'Secret', guid: 'I0', price: 1, visibility: ['POS'] }],
          menuGroups: [
            {
              name: 'Soft Drinks',
              guid: 'SOFT',
              menuGroups: [],
              menuItems: [
                { name: 'Coke', guid: 'I1', price: 2.99, visibility: ['POS', 'ORDERING_PARTNERS'] },
              ],
            },
          ],
        },
        {
          name: 'Deli',
          guid: 'DELI',
          menuItems: [
            {
              name: 'Ham',
              guid: 'I2',
              price: 19.95,
              unitOfMeasure: 'LB',
              modifierGroupReferences: [1, 2, 2],
            },
            { name: 'Anything', guid: 'I3', price: null, pricingStrategy: 'OPEN_PRICE' },
            {
              name: 'Tea',
              guid: 'I4',
              price: null,
              pricingStrategy: 'SIZE_PRICE',
              pricingRules: { sizeSpecificPricingGuid: 'SIZES' },
              modifierGroupReferences: [3, 1],
            },
          ],
        },
      ],
    },
    {
      name: 'Dinner',
      menuGroups: [
        { name: 'Drinks again', guid: 'LATE', menuItems: [{ name: 'Coke', guid: 'I1', price: 3.99 }] },
      ],
    },
    {
      name: 'Staff',
      visibility: ['POS'],
      menuGroups: [{ guid: 'S', menuItems: [{ guid: 'I9', name: 'Soup' }] }],
    },
  ],
  modifierGroupReferences: {
    1: {
      name: 'Extras',
      guid: 'EXTRAS',
      minSelections: 0,
      maxSelections: null,
      requiredMode: 'REQUIRED',
      isMultiSelect: true,
      modifierOptionReferences: [10, 11, 12],
      preModifierGroupReference: 5,
    },
    2: {
      name: 'Extras',
      guid: 'EXTRAS',
      isMultiSelect: false,
      maxSelections: 4,
      modifierOptionReferences: [12],
    },
    3: { name: 'Size', guid: 'SIZES', modifierOptionReferences: [20, 21] },
  },
  modifierOptionReferences: {
    10: option('O1', 'Mustard', { isDefault: true }),
    11: option('O2', 'No Fat', { allowsDuplicates: false }),
    12: option('O3', '', { price: -0.5 }),
    20: option('S1', 'Small', { price: 1.25 }),
    21: option('S2', 'Large', { price: 2.5, isDefault: true }),
  },
  preModifierGroupReferences: {
    5: {
      preModifiers: [
        { guid: 'P1', name: 'No' },
        { guid: 'P2', name: 'LITE' },
        { guid: 'P3', name: 'On the Side' },
        { guid: 'P4', name: 'Allergy!' },
      ],
    },
  },
};

const menu = toMenu(PUBLISHED, 'USD');
const item = (id: string) => menu.items.find((one) => one.id === id);

it('is a menu that our own reader accepts', () => {
  expect(parseMenu(structuredClone(menu), SHOP)).toEqual(menu);
});

it('flattens groups, takes an item from the first one, and leaves out what ordering partners may not see', () => {
  expect(menu.items.map(({ id, category, price, pos }) => [id, category, price, pos.toast])).toEqual([
    ['I1', 'Soft Drinks', 299, 'SOFT/I1'],
    ['I2', 'Deli', 1995, 'DELI/I2'],
    ['I3', 'Deli', null, 'DELI/I3'],
    ['I4', 'Deli', null, 'DELI/I4'],
  ]);
});

it('takes sizes from the modifier group that prices them, and asks for that group no more', () => {
  expect(item('I4')).toMatchObject({
    option_groups: ['EXTRAS'],
    variations: [
      { id: 'I4/S1', name: 'Small', price: 125, default: false, pos: { toast: 'DELI/I4/SIZES/S1' } },
      { id: 'I4/S2', name: 'Large', price: 250, default: true, pos: { toast: 'DELI/I4/SIZES/S2' } },
    ],
  });
});

it('keeps the unit of what is weighed, and that a price is open', () => {
  expect(item('I2')?.pos).toEqual({ toast: 'DELI/I2', 'toast:unit': 'LB' });
  expect(item('I3')?.pos).toEqual({ toast: 'DELI/I3', 'toast:open': 'yes' });
});

it('reads how many options a group demands and allows, and tells apart a group published twice', () => {
  expect(item('I2')?.option_groups).toEqual(['EXTRAS', 'EXTRAS-2']);
  expect(menu.option_groups.map(({ id, min, max }) => [id, min, max])).toEqual([
    ['EXTRAS', 1, null],
    ['EXTRAS-2', 0, 1],
  ]);
});

it('keeps with each option its default, its pre-modifiers by action, and whether it is taken once', () => {
  const actions = { 'toast:remove': 'P1', 'toast:light': 'P2', 'toast:side': 'P3' };
  expect(menu.option_groups[0]?.options).toMatchObject([
    { name: 'Mustard', price: 150, default: true, pos: { toast: 'EXTRAS/O1', ...actions } },
    { name: 'No Fat', default: false, pos: { toast: 'EXTRAS/O2', ...actions, 'toast:once': 'yes' } },
    { name: 'Missing name', price: 0, pos: { toast: 'EXTRAS/O3', ...actions } },
  ]);
});

it('reads nothing out of a reply that is no menu, instead of crashing', () => {
  for (const reply of [
    {},
    { menus: null },
    { menus: [{ menuGroups: 'x' }] },
    { menus: [{ menuGroups: [{ menuItems: [null, 7] }] }] },
  ])
    expect(toMenu(reply, 'USD')).toEqual({ currency: 'USD', items: [], option_groups: [] });
});
