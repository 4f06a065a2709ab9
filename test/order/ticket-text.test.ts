import fc from 'fast-check';
import { parseOrder } from '../../src/order/parse';
import { sampleOrder } from '../../src/order/sample';
import type { Order } from '../../src/order/schema';
import { widthOf } from '../../src/order/ticket-layout';
import { addressText, ticketText } from '../../src/order/ticket-text';
import { anyOrder } from './any-order';
import { newYork, oneItem, tokyo } from './shops';

const { timezone } = newYork;
const WIDTHS = [32, 42, 48];
const ticketOf = (input: object, width = 42, shop = newYork) =>
  ticketText(parseOrder(input, shop), { timezone: shop.timezone, width, number: '14' }).split('\n');

it('prints the sample order as a kitchen reads it', () => {
  expect(ticketOf(sampleOrder)).toEqual([
    'DELIVERY                               #14',
    'WANTED: Fri 29 Nov, 7:15 PM',
    '    "quarter past seven on Friday"',
    '------------------------------------------',
    '2 x large pepperoni pizza            38.98',
    '    extra cheese',
    '    LEFT HALF: mushrooms',
    '1 x cheeseburger                     10.95',
    '    NO onions',
    '    "well done"',
    '3 x coke zero                         8.97',
    '------------------------------------------',
    'Delivery fee                          3.00',
    'TOLD TO GUEST                        61.90',
    'UNPAID, collect $61.90',
    '------------------------------------------',
    'Ann Lee +1 617 555 0123',
    '12 Oak Street Apt 4, Boston, MA 02215',
    'Ring twice',
    'Please send napkins',
  ]);
});

it('prints every kind of thing an order can say, the allergy first in capitals', () => {
  const order = {
    test: true,
    allergy_note: 'peanuts, severe',
    service: { type: 'dine_in', table: '7', party_size: 4 },
    customer: { name: 'Ann Lee', phone: '617 555 0123' },
    delivery: { instructions: 'by the window' },
    items: [
      {
        name: 'pad thai',
        quantity: '1',
        notes: 'no shrimp at all',
        allergy: true,
        options_text: 'extra tofu x2; right half basil; light sauce; sub rice; side lime; add egg',
      },
    ],
    charges: [{ type: 'service', name: 'Service', amount: 200 }],
    discounts: [{ name: 'Loyalty', amount: 500 }],
    tip: 300,
    payment: { state: 'paid', method: 'card' },
    notes: 'birthday\nbring candles',
  };
  expect(ticketOf(order, 32)).toEqual([
    '*** TEST, DO NOT MAKE ***',
    '*** ALLERGY: PEANUTS, SEVERE;',
    'PAD THAI: NO SHRIMP AT ALL ***',
    '--------------------------------',
    'DINE IN                      #14',
    'WANTED: ASAP',
    '--------------------------------',
    '1 x pad thai',
    '    EXTRA tofu ×2',
    '    RIGHT HALF: basil',
    '    LIGHT sauce',
    '    SUB rice',
    '    ON THE SIDE: lime',
    '    egg',
    '    "no shrimp at all"',
    '--------------------------------',
    'Service                     2.00',
    'Loyalty                    -5.00',
    'Tip                         3.00',
    'PAID (card)',
    '--------------------------------',
    'Ann Lee 617 555 0123',
    'by the window',
    'Table 7, Party of 4',
    'birthday',
    'bring candles',
  ]);
});

describe('what the guest said about the time', () => {
  it.each([
    [{}, ['WANTED: ASAP']],
    [{ requested_at: '2026-11-27T19:15' }, ['WANTED: Fri 27 Nov, 7:15 PM']],
    [{ requested_text: 'when the game ends' }, ['WANTED: when the game ends']],
    [
      { requested_at: '2026-11-27T19:15', requested_text: 'quarter past seven' },
      ['WANTED: Fri 27 Nov, 7:15 PM', '    "quarter past seven"'],
    ],
  ])('%j', (timing, lines) => {
    const ticket = ticketOf(oneItem({}, { timing }));
    expect(ticket.slice(1, ticket.indexOf('-'.repeat(42)))).toEqual(lines);
  });
});

describe('how it is paid', () => {
  it.each([
    [{}, null, 'UNPAID, collect at the POS price'],
    [{}, 2998, 'UNPAID, collect $29.98'],
    [{ method: 'cash' }, 2998, 'UNPAID (cash), collect $29.98'],
    [{ state: 'paid' }, 2998, 'PAID'],
    [{ state: 'paid', method: 'card' }, 2998, 'PAID (card)'],
  ])('%j with %j told', (payment, quoted_total, line) => {
    expect(ticketOf(oneItem({}, { payment, quoted_total }))).toContain(line);
  });

  it('prints money in the currency of the order', () => {
    expect(ticketOf(oneItem({ price: '1500' }, { quoted_total: 1500 }), 32, tokyo)).toEqual(
      expect.arrayContaining(['1 x pizza                   1500', 'UNPAID, collect ¥1,500']),
    );
  });
});

describe('an address is printed whole', () => {
  const full = { text: '12 Oak Street Apt 4, Boston, MA 02215', unit: 'apt 4', city: 'Boston', region: 'MA' };
  it.each([
    [full, full.text],
    [{ text: '12 Oak Street', unit: 'Apt 4', postal_code: '02215' }, '12 Oak Street, Apt 4, 02215'],
    [{ text: '12 Oak Street', unit: '1' }, '12 Oak Street, 1'],
    [{ street: '12 Oak Street', city: 'Boston' }, '12 Oak Street, Boston'],
    [{ text: '12 Oak Street' }, '12 Oak Street'],
    [{ country: 'US' }, null],
    [{}, null],
  ])('%j', (delivery, line) => {
    expect(addressText(parseOrder(oneItem({}, { delivery }), newYork))).toBe(line);
  });

  it('also when the guest picks up', () => {
    const order = { service: { type: 'pickup' }, delivery: { text: '12 Oak Street' } };
    expect(ticketOf(oneItem({}, order))).toContain('12 Oak Street');
  });
});

describe('the width of the paper', () => {
  const long = 'Supercalifragilistic family feast for twelve with everything';
  it.each(WIDTHS)('%i: a long name goes on below its price, a long word is cut', (width) => {
    const order = oneItem(
      { name: long, price: '99.00', notes: 'x'.repeat(60) },
      {
        charges: [{ name: long, amount: 300 }],
      },
    );
    const lines = ticketOf(order, width);
    expect(lines.filter((line) => line.endsWith(' 99.00'))).toEqual([expect.stringMatching(/^1 x Super/)]);
    expect(lines.filter((line) => line.endsWith(' 3.00'))).toEqual([expect.stringMatching(/^Super/)]);
    expect(Math.max(...lines.map(widthOf))).toBe(width);
  });

  it('counts wide letters and emoji as two, and never cuts one apart', () => {
    const lines = ticketOf(
      oneItem({ name: '醤油ラーメン'.repeat(6), price: '9.00', notes: '👨‍👩‍👧'.repeat(20) }),
      32,
    );
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(32);
    expect(lines.slice(3, 6)).toEqual([
      `1 x                         9.00`,
      `    ${'醤油ラーメン'.repeat(2)}醤`,
      `    ${'油ラーメン'}${'醤油ラーメン'}醤油`,
    ]);
    expect(lines.join('').match(/👨‍👩‍👧/g)).toHaveLength(20);
  });

  it.each([
    ['pizza', 5],
    ['é', 1],
    ['e\u0301', 1],
    ['ラーメン', 8],
    ['김치', 4],
    ['🍕', 2],
    ['👨‍👩‍👧', 2],
    ['🇺🇸', 2],
    ['', 0],
  ])('%j takes %i columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it('is kept by any order', () => {
    fc.assert(
      fc.property(anyOrder, fc.constantFrom(...WIDTHS), (order, width) => {
        const lines = ticketText(order, { timezone, width, number: '123456' }).split('\n');
        expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
      }),
    );
  });
});

/** All that a person wrote and a kitchen needs. Ids, e-mail, references and the transcript are for machines and the office. */
function humanTexts(order: Order): (string | null)[] {
  const { text, street, unit, city, region, postal_code, instructions } = order.delivery ?? {};
  return [
    ...order.items.flatMap((item) => [item.name, item.notes, ...item.options.map(({ name }) => name)]),
    ...[...order.charges, ...order.discounts].map(({ name }) => name),
    ...[text, street, unit, city, region, postal_code, instructions].map((part) => part ?? null),
    order.customer.name,
    order.customer.phone,
    order.service.table,
    order.timing.requested_text,
    order.payment.method,
    order.notes,
  ];
}

describe('nothing is dropped', () => {
  const tight = (text: string) => text.replaceAll(/[\s\p{Cc}]+/gu, '');

  it('every text of any order stands on its ticket, at every width', () => {
    fc.assert(
      fc.property(anyOrder, fc.constantFrom(...WIDTHS), (order, width) => {
        const printed = ticketText(order, { timezone, width });
        const withoutAmounts = printed.replaceAll(/ -?\d[\d.]*$/gm, '');
        const ticket = `${tight(printed)} ${tight(withoutAmounts)}`;
        const parts = humanTexts(order).map((text) => tight(text ?? ''));
        expect(parts.filter((part) => !ticket.toLowerCase().includes(part.toLowerCase()))).toEqual([]);
      }),
    );
  });

  it('every allergy of any order stands above everything else, in capitals', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const [top = ''] = ticketText(order, { timezone }).split('-'.repeat(42));
        const lines = order.items.filter((item) => item.allergy).flatMap(({ name, notes }) => [name, notes]);
        for (const said of [order.allergy_note, ...lines]) {
          expect(tight(top)).toContain(tight((said ?? '').toUpperCase()));
        }
      }),
    );
  });

  it('every amount, quantity and mark of any order stands on it', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const ticket = ticketText(order, { timezone });
        const counts = order.items.flatMap(({ options }) => options.map(({ quantity }) => quantity));
        for (const count of counts.filter((quantity) => quantity > 1)) expect(ticket).toContain(`×${count}`);
        for (const item of order.items) expect(ticket).toContain(`${item.quantity} x`);
        expect(ticket.startsWith('*** TEST, DO NOT MAKE ***')).toBe(order.test);
        expect(/^Tip {2}/m.test(ticket)).toBe(order.tip > 0);
        expect(/^TOLD TO GUEST {2}/m.test(ticket)).toBe(order.quoted_total !== null);
      }),
    );
  });
});
