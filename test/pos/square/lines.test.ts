import { parseOrder } from '../../../src/order/parse';
import type { PosItem, PosOption, PosOrder } from '../../../src/pos/pos-order';
import type { SquareLine } from '../../../src/pos/square/api';
import { toSquareOrder } from '../../../src/pos/square/order';
import { dish, menuOf } from '../../support/small-menu';
import { shop } from '../../support/vendor-doors';

type Line = Omit<Partial<PosItem>, 'options'> & { options?: Partial<PosOption>[] };
const AT = { posLocation: 'LSANDBOX1', settings: {} };
const MENU = menuOf([
  dish('steak', 'Steak', { price: null, pos: { square: 'OPEN' } }),
  dish('soup', 'Soup', { price: 800, pos: { square: 'SOUP' } }),
]);

/** One line of an order, already resolved to Square's ids, as Square is sent it. */
function send(line: Line, { currency = 'USD' } = {}): { line: SquareLine | undefined; warnings: string[] } {
  const { options = [], ...rest } = line;
  const order = parseOrder(
    { external_ref: 'r', currency, items: [{ name: 'pizza', quantity: '1', unit_price: 1200 }] },
    shop,
  );
  const option = { action: 'add', portion: 'whole', quantity: 1, unit_price: null, option_id: null } as const;
  const items = order.items.map((item) => ({
    ...item,
    ...rest,
    options: options.map((one) => ({ name: 'onions', ...option, ...one })),
  }));
  const { order: sent, warnings } = toSquareOrder({ ...order, items, menu: MENU } as PosOrder, AT);
  return { line: sent.line_items[0], warnings };
}
const usd = (amount: number) => ({ amount, currency: 'USD' });

describe('a line of the catalogue', () => {
  it.each<[string, Line, SquareLine]>([
    [
      'goes by its variation, at the price of Square',
      { pos: 'V1' },
      { catalog_object_id: 'V1', quantity: '1' },
    ],
    ['keeps its quantity', { pos: 'V1', quantity: '12' }, { catalog_object_id: 'V1', quantity: '12' }],
    [
      'carries its wishes',
      { pos: 'V1', notes: 'well done' },
      { catalog_object_id: 'V1', quantity: '1', note: 'well done' },
    ],
    [
      'puts an allergy in capitals',
      { pos: 'V1', notes: 'no nuts', allergy: true },
      { catalog_object_id: 'V1', quantity: '1', note: 'ALLERGY: NO NUTS' },
    ],
    [
      'names its price where the menu leaves it open',
      { pos: 'OPEN', unit_price: 4200 },
      { catalog_object_id: 'OPEN', quantity: '1', base_price_money: usd(4200) },
    ],
    [
      'says which options are on it by default',
      { pos: 'V1', defaults: ['M8', 'M9'] },
      {
        catalog_object_id: 'V1',
        quantity: '1',
        modifiers: [
          { catalog_object_id: 'M8', quantity: '1' },
          { catalog_object_id: 'M9', quantity: '1' },
        ],
      },
    ],
  ])('%s', (_what, line, sent) => {
    expect(send(line)).toEqual({ line: sent, warnings: [] });
  });
});

describe('an option', () => {
  const M1 = { pos: 'M1' };
  it.each<[string, Partial<PosOption>, object, string | undefined]>([
    ['is a modifier', M1, { catalog_object_id: 'M1', quantity: '1' }, undefined],
    ['counts', { ...M1, quantity: 3 }, { catalog_object_id: 'M1', quantity: '3' }, undefined],
    [
      'that is extra says so',
      { ...M1, action: 'extra' },
      { catalog_object_id: 'M1', quantity: '1' },
      'EXTRA onions',
    ],
    [
      'that is light says so',
      { ...M1, action: 'light' },
      { catalog_object_id: 'M1', quantity: '1' },
      'LIGHT onions',
    ],
    [
      'on the side says so',
      { ...M1, action: 'side' },
      { catalog_object_id: 'M1', quantity: '1' },
      'ON THE SIDE: onions',
    ],
    [
      'that stands in says so',
      { ...M1, action: 'substitute' },
      { catalog_object_id: 'M1', quantity: '1' },
      'SUB onions',
    ],
    [
      'for a half says which',
      { ...M1, portion: 'left' },
      { catalog_object_id: 'M1', quantity: '1' },
      'LEFT HALF: onions',
    ],
    [
      'whose name says it all needs no words',
      { ...M1, action: 'extra', says_action: true },
      { catalog_object_id: 'M1', quantity: '1' },
      undefined,
    ],
    [
      'left out is never the add-on',
      { ...M1, action: 'remove' },
      { name: 'NO onions', base_price_money: usd(0) },
      undefined,
    ],
    [
      'left out gives no money back',
      { action: 'remove', unit_price: 150 },
      { name: 'NO onions', base_price_money: usd(0) },
      undefined,
    ],
    [
      'left out by an entry of its own is that entry',
      { ...M1, action: 'remove', says_action: true },
      { catalog_object_id: 'M1', quantity: '1' },
      undefined,
    ],
    [
      'that is not on the menu goes in words',
      { unit_price: 150 },
      { name: 'onions', base_price_money: usd(150) },
      undefined,
    ],
    [
      'in words costs what its pieces cost',
      { unit_price: 150, quantity: 2, action: 'extra', portion: 'right' },
      { name: 'RIGHT HALF: EXTRA onions ×2', base_price_money: usd(300) },
      undefined,
    ],
    ['without a price is free', {}, { name: 'onions', base_price_money: usd(0) }, undefined],
  ])('%s', (_what, option, modifier, note) => {
    const { line } = send({ pos: 'V1', options: [option] });
    expect(line).toEqual({
      catalog_object_id: 'V1',
      quantity: '1',
      modifiers: [modifier],
      ...(note && { note }),
    });
  });
});

describe('a line in words', () => {
  it.each<[string, Line, SquareLine, string[]]>([
    [
      'is what was said, at the price told',
      {},
      { name: 'pizza', quantity: '1', base_price_money: usd(1200) },
      [],
    ],
    [
      'is marked where staff must look',
      { check: true },
      {
        name: 'CHECK: pizza',
        quantity: '1',
        base_price_money: usd(1200),
        note: 'CHECK: not on the menu as said',
      },
      [],
    ],
    [
      'says that it has no price',
      { unit_price: null },
      { name: 'pizza', quantity: '1', base_price_money: usd(0) },
      ['"pizza" has no price: Square shows it at 0. Set its price on the ticket.'],
    ],
    [
      'takes its options as words, for a modifier of the catalogue belongs to an item of the catalogue',
      { options: [{ pos: 'M1', unit_price: 100 }] },
      {
        name: 'pizza',
        quantity: '1',
        base_price_money: usd(1200),
        modifiers: [{ name: 'onions', base_price_money: usd(100) }],
      },
      [],
    ],
    [
      'is half a portion at half the price',
      { pos: 'V1', quantity: '0.5', options: [{ pos: 'M1', unit_price: 101 }] },
      {
        name: '0.5 × pizza',
        quantity: '1',
        base_price_money: usd(600),
        modifiers: [{ name: 'onions', base_price_money: usd(51) }],
      },
      [],
    ],
    [
      'is more than a portion at the price of the menu',
      { pos: 'SOUP', quantity: '1.25', unit_price: null },
      { name: '1.25 × pizza', quantity: '1', base_price_money: usd(1000) },
      [],
    ],
  ])('%s', (_what, line, sent, warnings) => {
    expect(send(line)).toEqual({ line: sent, warnings });
  });

  it.each([
    ['JPY', 500],
    ['KWD', 1250],
    ['USD', 0],
    ['USD', 99_999_999],
  ])('keeps the minor units of %s: %i', (currency, amount) => {
    expect(send({ unit_price: amount }, { currency }).line?.base_price_money).toEqual({ amount, currency });
  });
});

describe('an item whose menu price is open', () => {
  it('is sent at 0 with a warning where nobody said a price', () => {
    const { line, warnings } = send({ pos: 'OPEN', unit_price: null });
    expect(line?.base_price_money).toEqual(usd(0));
    expect(warnings).toEqual(['"pizza" has no price: Square shows it at 0. Set its price on the ticket.']);
  });
});
