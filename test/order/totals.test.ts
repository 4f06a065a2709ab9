import fc from 'fast-check';
import { flatFields, itemText } from '../../src/order/flat';
import { parseOrder } from '../../src/order/parse';
import { ticketReference } from '../../src/order/reference';
import { computedTotal, lineTotal, unitTotal } from '../../src/order/totals';
import { anyOrder } from './any-order';
import { kuwait, newYork, oneItem, parseItem } from './shops';

/** The example of the contract. */
const example = {
  currency: 'USD',
  items: [
    {
      name: 'large pepperoni',
      quantity: '2',
      unit_price: 1599,
      options: [{ name: 'onions', action: 'remove', unit_price: 0 }],
    },
  ],
  charges: [{ type: 'delivery', name: 'Delivery fee', amount: 300 }],
  discounts: [{ name: 'Loyalty', amount: 500 }],
  quoted_total: 2998,
};

describe('what we compute', () => {
  it('is 2998 for the example of the contract', () => {
    expect(computedTotal(parseOrder(example, newYork))).toBe(2998);
  });

  it('counts options for each single item, times their quantity', () => {
    const options = [{ name: 'cheese', unit_price: 150, quantity: 2 }, { name: 'ham' }];
    const item = parseItem({ quantity: '3', unit_price: 1000, options });
    expect([unitTotal(item), lineTotal(item)]).toEqual([1300, 3900]);
  });

  it('gives no money back for what is left out', () => {
    expect(unitTotal(parseItem({ unit_price: 1000, options: [{ name: 'no onions', unit_price: 50 }] }))).toBe(
      1000,
    );
  });

  it('is unknown while a price is unknown', () => {
    expect(computedTotal(parseOrder(oneItem(), newYork))).toBeNull();
  });

  it('leaves the tip apart', () => {
    expect(computedTotal(parseOrder({ ...example, tip: 400 }, newYork))).toBe(2998);
  });

  it('is never negative', () => {
    const discounts = [{ name: 'Voucher', amount: 5000 }];
    expect(computedTotal(parseOrder(oneItem({ unit_price: 1000 }, { discounts }), newYork))).toBe(0);
  });

  it('is whole minor units for any order', () => {
    fc.assert(fc.property(anyOrder, (order) => Number.isInteger(computedTotal(order) ?? 0)));
  });
});

describe('the flat fields for no-code tools', () => {
  it('say the order in one line each', () => {
    const timing = { requested_at: '2026-11-27T19:15:00-05:00' };
    const customer = { phone: '(415) 555-0123' };
    expect(flatFields(parseOrder({ ...example, timing, customer }, newYork), newYork)).toMatchObject({
      phone_e164: '+14155550123',
      total: '29.98',
      items_text: '2 × large pepperoni (no onions)',
      pickup_local: 'Fri 27 Nov, 7:15 PM',
    });
  });

  it('give the total the guest was told; the computed one where none was told, and none where it is unknown', () => {
    const total = (order: object, shop = newYork) => flatFields(parseOrder(order, shop), shop).total;
    expect(total({ ...example, quoted_total: null })).toBe('29.98');
    expect(total({ ...example, quoted_total: 3100 })).toBe('31.00');
    expect(total(oneItem())).toBeNull();
    expect(total(oneItem({ price: '1.250' }), kuwait)).toBe('1.250');
  });

  it('name every option and note of an item', () => {
    const options_text = 'extra cheese; left half mushrooms; side ranch x2; sub thin crust; light sauce';
    expect(itemText(parseItem({ options_text, notes: 'well done' }))).toBe(
      '1 × pizza (extra cheese, left half mushrooms, side ranch x2, sub thin crust, light sauce, well done)',
    );
  });
});

describe('the reference every vendor sees', () => {
  it('is ow and 18 hex digits of the location and the reference', () => {
    // printf 'LOC1\nCA0123' | sha256sum
    expect(ticketReference({ pos_location: 'LOC1', external_ref: 'CA0123' })).toBe('ow51cf5e5e2ab62a2a8d');
  });

  it('differs by location and by order', () => {
    const references = [
      { pos_location: 'LOC1', external_ref: 'CA1' },
      { pos_location: 'LOC2', external_ref: 'CA1' },
      { pos_location: 'LOC1', external_ref: 'CA2' },
    ].map(ticketReference);
    expect(new Set(references).size).toBe(3);
    expect(references).toEqual(references.map(() => expect.stringMatching(/^ow[0-9a-f]{18}$/)));
  });
});
