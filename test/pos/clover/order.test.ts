import type { Menu } from '../../../src/menu/schema';
import { toCart, toDraft } from '../../../src/pos/clover/order';
import { PosError } from '../../../src/pos/errors';
import type { PosItem, PosOrder } from '../../../src/pos/pos-order';
import { sample } from '../../support/clover-door';

const AT = { posLocation: 'SANDBOXUS0001', settings: {}, orderTypeId: 'TYPE000000001' };
const option = (name: string, changes: object = {}) => ({
  name,
  action: 'add' as const,
  portion: 'whole' as const,
  quantity: 1,
  unit_price: null,
  option_id: null,
  ...changes,
});
const item = (changes: Partial<PosItem> = {}): PosItem => ({
  name: 'cheeseburger',
  quantity: '1',
  unit_price: 1095,
  notes: null,
  allergy: false,
  menu_item_id: null,
  variation_id: null,
  options: [],
  pos: 'BURGER0000001',
  ...changes,
});
const order = (items: PosItem[], changes: object = {}): PosOrder => ({
  ...sample({ charges: [], ...changes }),
  timezone: 'America/New_York',
  items,
});
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

describe('the head of a Clover order', () => {
  it('is the exact cart', () => {
    const simple = order([item()], { discounts: [{ name: 'Loyalty', amount: 500 }], notes: null });
    expect(toCart(toDraft(simple, AT))).toEqual({
      orderCart: {
        title: 'Ann Lee #21DE, Fri 29 Nov, 7:15 PM',
        note: [
          'DELIVERY',
          'WANTED: Fri 29 Nov, 7:15 PM',
          'UNPAID, collect at the POS price',
          'Ann Lee  +1 617 555 0123',
          '12 Oak Street Apt 4, Boston, MA 02215',
          'Ring twice',
          'Ref ow21de1e0ed2f85228e6',
        ].join('\n'),
        externalReferenceId: 'ow21de1e0ed2',
        orderType: { id: 'TYPE000000001' },
        groupLineItems: false,
        currency: 'USD',
        lineItems: [BURGER],
        discounts: [{ name: 'Loyalty', amount: -500 }],
      },
    });
  });

  it('puts an allergy first and a paid tip where staff read it', () => {
    const paid = order([item()], {
      allergy_note: 'peanuts',
      payment: { state: 'paid', method: 'card' },
      tip: 500,
    });
    const { note } = toDraft(paid, AT).head;
    expect(note.split('\n').slice(0, 5)).toEqual([
      'ALLERGY: PEANUTS',
      'DELIVERY',
      'WANTED: Fri 29 Nov, 7:15 PM',
      'PAID (card)',
      'Tip paid: $5.00',
    ]);
  });

  it('keeps within every length with the longest texts, whole emoji and the reference in full', () => {
    const long = order(
      [
        item({
          pos: null,
          name: '🍕'.repeat(100),
          notes: '🌶'.repeat(500),
          options: [option('x'.repeat(200))],
        }),
        item({ options: [option('🧀'.repeat(100), { unit_price: 99_999_999 })] }),
      ],
      {
        customer: { name: '😀'.repeat(100), phone: null, email: null },
        notes: '📦'.repeat(1000),
        discounts: [{ name: 'd'.repeat(100), amount: 99_999_999 }],
        charges: [{ type: 'other', name: '💸'.repeat(50), amount: 0 }],
      },
    );
    const { head, lines, discounts, warnings } = toDraft(long, AT);
    expect(head.title.length).toBeLessThanOrEqual(127);
    expect(head.note.length).toBeLessThanOrEqual(2047);
    expect(head.note).toMatch(/\nRef ow21de1e0ed2f85228e6$/);
    expect(lines.every(({ name = '', note = '' }) => name.length <= 127 && note.length <= 255)).toBe(true);
    expect(discounts).toEqual([{ name: 'd'.repeat(64), amount: -99_999_999 }]);
    expect(warnings.join()).toContain('was cut');
    const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
    for (const text of [head.title, head.note, ...lines.flatMap(({ name = '', note = '' }) => [name, note])])
      expect(text).not.toMatch(loneSurrogate);
  });

  it('refuses an allergy that does not fit', () => {
    const allergies = ['a', 'b', 'c'].map((letter) => item({ notes: letter.repeat(900), allergy: true }));
    expect(() => toDraft(order(allergies), AT)).toThrow('it is never cut');
  });

  it('names a region that Clover does not have', () => {
    expect(() => toDraft(order([item()]), { ...AT, settings: { region: 'apac' } })).toThrow(
      'Clover has no region "apac"',
    );
  });
});
