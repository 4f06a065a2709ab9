import { toToastOrder } from '../../../src/pos/toast/order';
import { lines, prepared, SETTINGS, sent } from '../../support/toast-order';

const NOTE = ['"PICKUP"', '"WANTED: ASAP"', '"UNPAID, collect at the POS price"', '"Ann Lee  617 555 0123"'];

/** The modifiers of a single line, without the words that concern the whole order. */
function modifiersOf(item: object): string[] {
  const [own = []] = lines(sent({ items: [item] }).order);
  return own.filter((text) => !NOTE.includes(text));
}

it('is sent as Toast documents it, field by field', () => {
  const { order, warnings } = sent({ items: [{ name: 'large pepperoni pizza', quantity: '2' }] });
  const { externalId } = order;
  expect(externalId).toMatch(/^ow[0-9a-f]{18}$/);
  expect(order).toEqual({
    entityType: 'Order',
    externalId,
    diningOption: { guid: 'D1', entityType: 'DiningOption' },
    checks: [
      {
        entityType: 'Check',
        externalId: `${externalId}-check`,
        tabName: `Ann Lee ${externalId.slice(2, 6).toUpperCase()}`,
        customer: {
          entityType: 'Customer',
          firstName: 'Ann',
          lastName: 'Lee',
          email: 'ann_lee@example.com',
          phone: '6175550123',
          phoneCountryCode: '1',
        },
        selections: [
          {
            entityType: 'MenuItemSelection',
            externalId: `${externalId}-l1`,
            item: { guid: 'PIZZA', entityType: 'MenuItem' },
            itemGroup: { guid: 'G1', entityType: 'MenuGroup' },
            quantity: 2,
            modifiers: [
              {
                entityType: 'MenuItemSelection',
                optionGroup: { guid: 'SIZES', entityType: 'MenuOptionGroup' },
                item: { guid: 'LARGE', entityType: 'MenuItem' },
                quantity: 2,
              },
              ...NOTE.map((text) => ({
                entityType: 'MenuItemSelection',
                selectionType: 'SPECIAL_REQUEST',
                displayName: text.slice(1, -1),
                quantity: 2,
              })),
            ],
          },
        ],
      },
    ],
  });
  expect(warnings).toEqual([]);
});

describe('options', () => {
  const pizza = { name: 'large pepperoni pizza', quantity: '2' };
  const burger = { name: 'cheeseburger', quantity: '1' };
  it.each([
    ['an added option, its quantity that of the line', pizza, ['onions'], ['SIZES/LARGE ×2', 'TOP/ONION ×2']],
    ['"no onions" with a NO of the restaurant', pizza, ['no onions'], ['SIZES/LARGE ×2', 'TOP/ONION NO ×2']],
    ['an option whose name says the action', pizza, ['extra cheese'], ['SIZES/LARGE ×2', 'TOP/CHEESE ×2']],
    ['"extra onions"', pizza, ['extra onions'], ['SIZES/LARGE ×2', 'TOP/ONION EXTRA ×2']],
    [
      'an action without a pre-modifier',
      pizza,
      ['light onions'],
      ['SIZES/LARGE ×2', 'TOP/ONION ×2', '"LIGHT onions"'],
    ],
    ['half a pizza', pizza, ['left half onions'], ['SIZES/LARGE ×2', 'TOP/ONION ×2', '"LEFT HALF: onions"']],
    ['an option twice', pizza, ['onions x2'], ['SIZES/LARGE ×2', 'TOP/ONION ×2', 'TOP/ONION ×2']],
    [
      'an option twice that Toast takes once',
      pizza,
      ['olives x2'],
      ['SIZES/LARGE ×2', 'TOP/OLIVE ×2', '"olives ×2"'],
    ],
    ['an option that the menu lacks', pizza, ['truffles'], ['SIZES/LARGE ×2', '"truffles"']],
    ['the defaults nobody removed', burger, [], ['EXT/ONION ×1', 'EXT/PICKLE ×1']],
    ['a default removed: left out, and said', burger, ['no onions'], ['EXT/PICKLE ×1', '"NO onions"']],
    ['a default made light', burger, ['light onions'], ['EXT/PICKLE ×1', 'EXT/ONION ×1', '"LIGHT onions"']],
    ['an option that is a NO', burger, ['no bun'], ['EXT/ONION ×1', 'EXT/PICKLE ×1', 'EXT/NOBUN ×1']],
  ])('%s', (_name, item, options, expected) => {
    expect(modifiersOf({ ...item, options_text: options.join(';') })).toEqual(expected);
  });

  it('warns where Toast charges less than was said', () => {
    const { warnings } = sent({ items: [{ ...pizza, options_text: 'olives x2' }] });
    expect(warnings).toEqual(['Toast takes olives once only: the ticket says ×2, the check charges one.']);
  });

  it('never makes the add-on "Onions" out of "no onions" where no menu is known', () => {
    const order = { ...prepared({ items: [{ ...burger, options_text: 'no onions' }] }), menu: undefined };
    const { order: body } = toToastOrder(order, {
      posLocation: 'R1',
      settings: SETTINGS,
      diningOption: 'D1',
      total: null,
    });
    expect(lines(body)[0]?.[0]).toBe('"NO onions"');
  });
});

describe('quantities', () => {
  it('weighs what is sold by weight', () => {
    const { order, warnings } = sent({ items: [{ name: 'ham', quantity: '0.75' }] });
    expect(order.checks[0]?.selections[0]).toMatchObject({ quantity: 0.75, unitOfMeasure: 'LB' });
    expect(warnings).toEqual([]);
  });

  it('says so where half of a counted item was ordered', () => {
    const { order, warnings } = sent({ items: [{ name: 'coke', quantity: '1.5' }] });
    expect(order.checks[0]?.selections[0]?.quantity).toBe(2);
    expect(lines(order)[0]?.[0]).toBe('"ORDERED: 1.5 ×"');
    expect(warnings).toEqual(['Toast takes whole numbers of coke: 2 are on the check, the ticket says 1.5.']);
  });

  it('makes half of something off the menu one line at half its price', () => {
    const { order, warnings } = sent({ items: [{ name: 'party tray', quantity: '0.5', price: '25.01' }] });
    expect(order.checks[0]?.selections[0]).toMatchObject({ quantity: 1, openPriceAmount: 12.51 });
    expect(lines(order)[0]?.slice(0, 2)).toEqual(['"CHECK: party tray"', '"ORDERED: 0.5 ×"']);
    expect(warnings).toEqual([]);
  });
});

describe('open prices', () => {
  it('are told to Toast, which takes them for 0 otherwise', () => {
    const { order, warnings } = sent({ items: [{ name: 'cake', quantity: '1', price: '9.50' }] });
    expect(order.checks[0]?.selections[0]).toMatchObject({ item: { guid: 'CAKE' }, openPriceAmount: 9.5 });
    expect(warnings).toEqual([]);
  });

  it('that nobody told are warned of', () => {
    const { order, warnings } = sent({ items: [{ name: 'cake', quantity: '1' }] });
    expect(order.checks[0]?.selections[0]?.openPriceAmount).toBe(0);
    expect(warnings).toEqual(['"cake" has no price of its own: tell it, or the check has it at 0.']);
  });
});
