import type { Menu } from '../../../src/menu/schema';
import { toDraft } from '../../../src/pos/clover/order';
import { PosError } from '../../../src/pos/errors';
import type { PosItem } from '../../../src/pos/pos-order';
import { AT, item, option, order } from '../../support/clover-order';

const entry = (id: string, price: number | null) => ({
  id,
  name: id,
  aliases: [],
  category: null,
  price,
  available: true,
  until: null,
  hours: null,
  variations: [],
  option_groups: [],
  pos: { clover: id },
});
const menu: Menu = {
  currency: 'USD',
  items: [entry('BURGER0000001', 1095), entry('OPEN000000001', null)],
  option_groups: [],
};
const BURGER = { item: { id: 'BURGER0000001' } };
const linesOf = (one: PosItem, at: object = {}) => toDraft({ ...order([one]), menu }, { ...AT, ...at }).lines;

describe('the lines of a Clover order', () => {
  it.each<[string, PosItem, object[]]>([
    ['a dish of the menu at the price of the menu', item(), [BURGER]],
    ['three of a dish as three lines', item({ quantity: '3' }), [BURGER, BURGER, BURGER]],
    [
      'an option by its id, as often as it is wanted',
      item({ options: [option('bacon', { pos: 'BACON00000001', quantity: 2 })] }),
      [
        {
          ...BURGER,
          modifications: [{ modifier: { id: 'BACON00000001' } }, { modifier: { id: 'BACON00000001' } }],
        },
      ],
    ],
    [
      '"no onions" as words, never as the add-on Onions',
      item({ options: [option('onions', { action: 'remove', pos: 'ONION00000001', unit_price: 150 })] }),
      [{ ...BURGER, note: 'NO onions' }],
    ],
    [
      'half of a topping by its id and in words',
      item({ options: [option('mushrooms', { portion: 'left', pos: 'MUSH000000001' })] }),
      [{ ...BURGER, modifications: [{ modifier: { id: 'MUSH000000001' } }], note: 'LEFT HALF: mushrooms' }],
    ],
    [
      'an option that is not on the menu in words, its price on a line of its own after each dish',
      item({
        quantity: '2',
        options: [option('truffle oil', { action: 'extra', unit_price: 250, quantity: 2 })],
      }),
      [0, 1].flatMap(() => [
        { ...BURGER, note: 'EXTRA truffle oil ×2' },
        { name: '+ EXTRA truffle oil ×2 (cheeseburger)', price: 500 },
      ]),
    ],
    [
      'a free option that is not on the menu in words only',
      item({ options: [option('lemon wedge', { action: 'side' })] }),
      [{ ...BURGER, note: 'ON THE SIDE: lemon wedge' }],
    ],
    [
      'what is not on the menu under the words said, its options in the price and in the note',
      item({
        pos: null,
        check: true,
        name: 'off menu stew',
        options: [option('dumplings', { unit_price: 300 })],
      }),
      [{ name: 'CHECK: off menu stew', price: 1395, note: 'CHECK: not on the menu as said; dumplings' }],
    ],
    [
      'an unknown price as nothing, and says so',
      item({ pos: null, name: 'soup of the day', unit_price: null }),
      [{ name: 'soup of the day', price: 0, note: 'PRICE UNKNOWN' }],
    ],
    [
      'half a portion as one line that says so',
      item({ quantity: '0.5', unit_price: 1095 }),
      [{ name: '0.5 × cheeseburger', price: 548 }],
    ],
    [
      'an open-price dish at the price told',
      item({ pos: 'OPEN000000001', unit_price: 777 }),
      [{ item: { id: 'OPEN000000001' }, price: 777 }],
    ],
    [
      'what is sold by weight in thousandths',
      item({ pos: 'OLIVES0000001/unit', quantity: '0.75' }),
      [{ item: { id: 'OLIVES0000001' }, unitQty: 750 }],
    ],
    [
      'a remark and an allergy of the line',
      item({ notes: 'no nuts please', allergy: true }),
      [{ ...BURGER, note: 'ALLERGY: NO NUTS PLEASE' }],
    ],
  ])('hold %s', (_, one, lines) => {
    expect(linesOf(one)).toEqual(lines);
  });

  it('carry the price of the menu where the region demands one', () => {
    expect(linesOf(item({ unit_price: 999 }), { settings: { region: 'eu' } })).toEqual([
      { ...BURGER, price: 1095 },
    ]);
  });

  it('bring fees along: the fee item of the restaurant, or a plain line', () => {
    const charges = [
      { type: 'delivery', name: 'Delivery fee', amount: 300 },
      { type: 'bag', name: 'Bag', amount: 10 },
    ];
    const settings = { delivery_fee_item_id: 'FEE0000000001' };
    expect(toDraft(order([], { charges }), { ...AT, settings }).lines).toEqual([
      { item: { id: 'FEE0000000001' }, price: 300 },
      { name: 'Bag', price: 10 },
    ]);
    expect(toDraft(order([], { charges }), AT).lines[0]).toEqual({ name: 'Delivery fee', price: 300 });
  });

  it('are refused before they are sent where there are too many', () => {
    const refuse = () => toDraft(order([item({ quantity: '2501' })]), AT);
    expect(refuse).toThrow(PosError);
    expect(refuse).toThrow('has 2501 lines (one for each piece) and Clover takes 2500');
  });
});
