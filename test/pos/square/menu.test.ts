import { parseMenu } from '../../../src/menu/schema';
import { square } from '../../../src/pos/square';
import { toMenu } from '../../../src/pos/square/menu';
import { answer, failure, openDoor } from '../../support/square-door';
import { shop } from '../../support/vendor-doors';

const AT = { posLocation: 'L1', currency: 'USD' };
const money = (amount: number) => ({ amount, currency: 'USD' });
const variation = (id: string, data: object = {}, rest: object = {}) => ({
  type: 'ITEM_VARIATION',
  id,
  ...rest,
  item_variation_data: { name: id, pricing_type: 'FIXED_PRICING', price_money: money(1000), ...data },
});
const item = (id: string, data: object = {}, rest: object = {}) => ({
  type: 'ITEM',
  id,
  ...rest,
  item_data: { name: id, variations: [variation(`${id}-v`)], ...data },
});
const modifier = (id: string, data: object = {}, rest: object = {}) => ({
  type: 'MODIFIER',
  id,
  ...rest,
  modifier_data: { name: id, price_money: money(100), ...data },
});
const list = (id: string, data: object = {}, rest: object = {}) => ({
  type: 'MODIFIER_LIST',
  id,
  ...rest,
  modifier_list_data: { name: id, modifiers: [modifier('A'), modifier('B')], ...data },
});
const uses = (modifier_list_id: string, info: object = {}) => ({ modifier_list_id, ...info });

it('is read to the last page, and read as a menu of ours', async () => {
  const door = await openDoor();
  const menu = await square.fetchMenu(door.session);
  expect(door.requests.filter((line) => line.endsWith('/v2/catalog/list')).length).toBeGreaterThan(1);
  expect(menu.items).toHaveLength(10);
  expect(parseMenu(menu, shop)).toEqual(menu);
  expect(menu.items.find(({ name }) => name === 'Tiramisu')).toMatchObject({
    available: false,
    category: 'Desserts',
  });
});

it('is not priced in a guessed currency', async () => {
  const door = await openDoor();
  door.when(/locations$/, async () => answer(200, { locations: [{ id: 'LSANDBOX1', status: 'ACTIVE' }] }));
  expect(await failure(square.fetchMenu(door.session))).toMatchObject({ kind: 'unreachable' });
});

describe('an item', () => {
  it('of one size is that size; of several it has each by its own id and price', () => {
    const two = [variation('s', { price_money: money(900) }), variation('l', { price_money: money(1400) })];
    const { items } = toMenu([item('soup'), item('pizza', { variations: two })], AT);
    expect(items).toMatchObject([
      { id: 'soup', price: 1000, variations: [], pos: { square: 'soup-v' } },
      {
        id: 'pizza',
        price: null,
        variations: [{ price: 900, pos: { square: 's' } }, { price: 1400 }],
        pos: {},
      },
    ]);
  });
  it.each<[string, object, number | null, boolean]>([
    [
      'costs what this location asks',
      { location_overrides: [{ location_id: 'L1', price_money: money(1200) }] },
      1200,
      true,
    ],
    [
      'is not changed by another location',
      { location_overrides: [{ location_id: 'L2', sold_out: true }] },
      1000,
      true,
    ],
    ['is sold out here', { location_overrides: [{ location_id: 'L1', sold_out: true }] }, 1000, false],
    ['is not for sale', { sellable: false }, 1000, false],
    ['has an open price', { pricing_type: 'VARIABLE_PRICING', price_money: undefined }, null, true],
  ])('%s', (_what, data, price, available) => {
    const { items } = toMenu([item('soup', { variations: [variation('v', data)] })], AT);
    expect(items).toMatchObject([{ price, available }]);
  });
  it.each<[string, Record<string, unknown>]>([
    ['deleted', item('x', {}, { is_deleted: true })],
    ['archived', item('x', { is_archived: true })],
    ['absent here', item('x', {}, { absent_at_location_ids: ['L1'] })],
    [
      'present elsewhere only',
      item('x', {}, { present_at_all_locations: false, present_at_location_ids: ['L2'] }),
    ],
    ['without a name', item('x', { name: '' })],
    ['without anything to sell', item('x', { variations: [] })],
    [
      'with all its sizes elsewhere',
      item('x', { variations: [variation('v', {}, { absent_at_location_ids: ['L1'] })] }),
    ],
  ])('%s is not on the menu', (_what, object) => {
    expect(toMenu([object, item('soup')], AT).items.map(({ id }) => id)).toEqual(['soup']);
  });
  it('has its category where it has one', () => {
    const category = { type: 'CATEGORY', id: 'C', category_data: { name: 'Soups' } };
    const { items } = toMenu(
      [category, item('a', { categories: [{ id: 'C' }] }), item('b', { category_id: 'C' }), item('c')],
      AT,
    );
    expect(items.map((one) => one.category)).toEqual(['Soups', 'Soups', null]);
  });
});

describe('a list of modifiers', () => {
  const groupsOf = (lists: object[], ...infos: object[][]) =>
    toMenu(
      [...(lists as []), ...infos.map((modifier_list_info, at) => item(`i${at}`, { modifier_list_info }))],
      AT,
    );
  it.each<[string, object, object, number, number | null]>([
    ['its own limits', { min_selected_modifiers: 1, max_selected_modifiers: 2 }, {}, 1, 2],
    [
      'its own where the item says −1',
      { min_selected_modifiers: 1, max_selected_modifiers: 2 },
      { min_selected_modifiers: -1, max_selected_modifiers: -1 },
      1,
      2,
    ],
    [
      "the item's where the item has some",
      { max_selected_modifiers: 2 },
      { min_selected_modifiers: 1, max_selected_modifiers: 1 },
      1,
      1,
    ],
    ['no maximum at 0', {}, { min_selected_modifiers: 0, max_selected_modifiers: 0 }, 0, null],
    ['none where nothing is said', {}, {}, 0, null],
    ['one at most where it is single', { selection_type: 'SINGLE' }, {}, 0, 1],
  ])('has %s', (_what, data, info, min, max) => {
    const { option_groups } = groupsOf([list('G', data)], [uses('G', info)]);
    expect(option_groups).toMatchObject([{ id: 'G', min, max }]);
  });
  it('that items use in different ways is a group for each way', () => {
    const must = { min_selected_modifiers: 1, max_selected_modifiers: 1 };
    const menu = groupsOf([list('G')], [uses('G')], [uses('G', must)], [uses('G', must)]);
    expect(menu.items.map((one) => one.option_groups)).toEqual([['G'], ['G/2'], ['G/2']]);
    expect(menu.option_groups.map(({ id, min }) => [id, min])).toEqual([
      ['G', 0],
      ['G/2', 1],
    ]);
    expect(parseMenu(menu, shop)).toEqual(menu);
  });
  it.each<[string, object, object]>([
    ['switched off for the item', list('G'), { enabled: false }],
    ['asking for free text', list('G', { modifier_type: 'TEXT', modifiers: undefined }), {}],
    ['not at this location', list('G', {}, { absent_at_location_ids: ['L1'] }), {}],
    ['that is gone', list('other'), {}],
  ])('%s is left out, and the menu stays whole', (_what, object, info) => {
    const menu = groupsOf([object], [uses('G', info)]);
    expect([menu.items[0]?.option_groups, menu.option_groups]).toEqual([[], []]);
    expect(parseMenu(menu, shop)).toEqual(menu);
  });
  it('offers what this location offers, at its price', () => {
    const modifiers = [
      modifier('A', {
        on_by_default: true,
        location_overrides: [{ location_id: 'L1', price_money: money(0) }],
      }),
      modifier('B', { location_overrides: [{ location_id: 'L1', sold_out: true }] }),
      modifier('C', {}, { is_deleted: true }),
      modifier('D', { price_money: undefined }),
    ];
    const { option_groups } = groupsOf([list('G', { modifiers })], [uses('G')]);
    expect(option_groups[0]?.options).toMatchObject([
      { id: 'A', price: 0, default: true, available: true, pos: { square: 'A' } },
      { id: 'B', price: 100, default: false, available: false },
      { id: 'D', price: 0 },
    ]);
  });
  it.each([
    ['YES', false, true],
    ['NO', true, false],
    ['NOT_SET', true, true],
    [undefined, false, false],
  ])('an item that says %s of a default of %j makes it %j', (own, on_by_default, expected) => {
    const modifier_overrides = [{ modifier_id: 'A', on_by_default_override: own }];
    const lists = [list('G', { modifiers: [modifier('A', { on_by_default })] })];
    const { option_groups } = groupsOf(lists, [uses('G', { modifier_overrides })]);
    expect(option_groups[0]?.options[0]?.default).toBe(expected);
  });
});
