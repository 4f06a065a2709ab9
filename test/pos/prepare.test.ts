import { buildMenuIndex } from '../../src/menu/menu-index';
import { PosError } from '../../src/pos/errors';
import { type PrepareContext, prepareOrder } from '../../src/pos/prepare';
import { choice, dish, group, menuOf, size } from '../support/small-menu';
import { sample, shop } from '../support/vendor-doors';

const ALWAYS = { id: 'square', name: 'Square', openItems: 'always', openOptions: 'open_item' } as const;
const NEVER = { ...ALWAYS, openItems: 'never' } as const;
const FALLBACK = { ...ALWAYS, openItems: 'fallback_item', openOptions: 'note' } as const;
const MENU = buildMenuIndex(
  menuOf(
    [
      dish('pep', 'Pepperoni Pizza', {
        variations: [size('s', 'Small'), size('l', 'Large', { available: false })],
        option_groups: ['toppings'],
      }),
      dish('calzone', 'Pepperoni Calzone', { option_groups: ['toppings'] }),
      dish('burger', 'Burger', { option_groups: ['extras'] }),
      dish('tiramisu', 'Tiramisu', { available: false }),
      dish('toast-only', 'Soup', { pos: { toast: 'G/I' } }),
    ],
    [
      group('toppings', [choice('onion', 'Onions'), choice('truffle', 'Truffle', { available: false })]),
      group('extras', [
        choice('onion', 'Onions', { pos: { square: 'BURGER-ONION' } }),
        choice('no', 'No Pickles'),
      ]),
    ],
  ),
);

type Said = { name: string; options_text?: string; allergy?: boolean; notes?: string };
function prepare(said: Said, context: Partial<PrepareContext> = {}) {
  const order = sample({ items: [{ quantity: '1', unit_price: 500, ...said }] });
  return prepareOrder(order, { vendor: ALWAYS, settings: {}, menu: MENU, shop, ...context });
}
function refusal(said: Said, context: Partial<PrepareContext> = {}): PosError {
  try {
    prepare(said, context);
  } catch (error) {
    if (error instanceof PosError) return error;
  }
  throw new Error('it was not refused');
}

describe('a dish on the menu', () => {
  it('goes by the id of its size, else by its own', () => {
    expect(prepare({ name: 'small pepperoni pizza' }).order.items[0]).toMatchObject({ pos: 'V-s' });
    expect(prepare({ name: 'calzone pepperoni' })).toMatchObject({
      order: {
        items: [{ pos: 'I-calzone', name: 'calzone pepperoni' }],
        timezone: shop.timezone,
        country: 'US',
      },
      unmatched: [],
      matches: [{ path: 'items[0]', match: { item_id: 'calzone' } }],
    });
  });
  it('takes its options from its own groups, though another group has the same ids', () => {
    const [line] = prepare({ name: 'burger', options_text: 'onions' }).order.items;
    expect(line?.options).toMatchObject([{ pos: 'BURGER-ONION', says_action: false }]);
  });
  it('knows an option whose name says it all', () => {
    const [line] = prepare({ name: 'burger', options_text: 'no pickles' }).order.items;
    expect(line?.options).toMatchObject([{ action: 'remove', pos: 'O-no', says_action: true }]);
  });
  it.each([
    ['extra anchovies', [{ path: 'items[0].options[0]', said: 'anchovies', handled: 'open_item' }]],
    ['anchovies; onions', [{ path: 'items[0].options[0]', said: 'anchovies', handled: 'open_item' }]],
    ['sub rice', [{ path: 'items[0].options[0]', said: 'rice', handled: 'open_item' }]],
    ['no anchovies', []],
    ['light anchovies', []],
    ['anchovies on the side', []],
  ])('with "%s" reports only what could be missed in the price', (options_text, unmatched) => {
    expect(prepare({ name: 'calzone pepperoni', options_text }).unmatched).toEqual(unmatched);
  });
});

describe('what is sold out is refused before it is sent', () => {
  it.each<[string, Said, string]>([
    [
      'a dish',
      { name: 'tiramisu' },
      'Tiramisu is sold out. Offer the guest something else, or mark it as available again, here or in Square',
    ],
    ['a size', { name: 'large pepperoni pizza' }, 'Large Pepperoni Pizza is sold out.'],
    ['an option', { name: 'calzone pepperoni', options_text: 'truffle' }, 'Truffle is sold out.'],
  ])('%s', (_what, said, message) => {
    expect(refusal(said)).toMatchObject({ kind: 'rejected', details: { code: 'SOLD_OUT' } });
    expect(refusal(said).message).toContain(message);
  });
  it('but not what the guest does not want', () => {
    expect(prepare({ name: 'calzone pepperoni', options_text: 'no truffle' }).unmatched).toEqual([]);
  });
});

describe('words that are not on the menu', () => {
  const HINT =
    /"peperoni calzoni" is not on the menu of Mario's Downtown\. Nearest: Pepperoni Calzone\. Add it under Words Your Guests Use, or set "If an Item Is Not on the Menu"\./;
  const said = { name: 'peperoni calzoni' };
  it('go as they were said, marked CHECK', () => {
    expect(prepare(said)).toMatchObject({
      order: { items: [{ name: 'peperoni calzoni', check: true }] },
      unmatched: [{ path: 'items[0]', said: 'peperoni calzoni', handled: 'open_item' }],
    });
  });
  it.each<[string, Partial<PrepareContext>]>([
    ['the shop said so', { settings: { unknown_items: 'hold' } }],
    ['this POS has no ad-hoc lines', { vendor: NEVER }],
    ['this POS needs a fallback item and has none', { vendor: FALLBACK }],
  ])('are held with the nearest name where %s', (_why, context) => {
    expect(refusal(said, context).message).toMatch(HINT);
    expect(refusal(said, context)).toMatchObject({ kind: 'rejected', details: { code: 'UNKNOWN_ITEM' } });
  });
  it('go by the fallback item where there is one', () => {
    const context = { vendor: FALLBACK, settings: { fallback_item_id: 'F1' } };
    expect(prepare(said, context).order.items).toMatchObject([{ check: true }]);
  });
  it('are never sent as a guess where an allergy hangs on them', () => {
    expect(refusal({ ...said, allergy: true, notes: 'nuts' }).details.code).toBe('UNKNOWN_ITEM');
  });
  it('are told apart from a dish that this POS does not have', () => {
    expect(refusal({ name: 'soup' }, { vendor: NEVER }).message).toContain(
      '"soup" has no Square id on the menu of',
    );
  });
});

describe('words that can mean several things', () => {
  const said = { name: 'pepperoni pizza' };
  it('are held with the question', () => {
    expect(refusal(said)).toMatchObject({ kind: 'rejected', details: { code: 'UNSURE_ITEM' } });
    expect(refusal(said).message).toMatch(
      /comes in Small or Large; the order does not say which\. Ask the guest/,
    );
  });
  it('go marked CHECK where the shop said so', () => {
    const { unmatched } = prepare(said, { settings: { unsure_items: 'open_item' } });
    expect(unmatched).toEqual([{ path: 'items[0]', said: 'pepperoni pizza', handled: 'open_item' }]);
  });
  it('are held where they cannot go as words', () => {
    const context = { vendor: NEVER, settings: { unsure_items: 'open_item' } };
    expect(refusal(said, context).details.code).toBe('UNSURE_ITEM');
  });
});

describe('without a menu', () => {
  it('every line goes as it was said', () => {
    const { order, unmatched, matches } = prepare({ name: 'anything' }, { menu: null });
    expect([order.items[0]?.pos, order.items[0]?.check, unmatched, matches]).toEqual([
      undefined,
      undefined,
      [],
      [],
    ]);
  });
  it('a POS that takes only its own items says what to do', () => {
    expect(refusal({ name: 'x' }, { menu: null, vendor: NEVER })).toMatchObject({
      message:
        "Square takes only items of its own menu, and no menu of Mario's Downtown is known. Read the menu first.",
      details: { code: 'NO_MENU' },
    });
  });
});
