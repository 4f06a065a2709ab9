import { parseOrder } from '../../src/order/parse';
import { sampleOrder } from '../../src/order/sample';
import { addressText, ticketText } from '../../src/order/ticket-text';
import { newYork, oneItem, tokyo } from './shops';

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
