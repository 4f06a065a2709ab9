import { kuwait, newYork, oneItem, parseItem, problemsOf, tokyo } from './shops';

describe('an order writes a price in minor units or in decimal text', () => {
  it.each([
    [newYork, '15.99', 1599],
    [tokyo, '1599', 1599],
    [kuwait, '1.599', 1599],
  ])('price may stand for unit_price: %o %s', (shop, price, unit_price) => {
    const options = [{ name: 'cheese', price }];
    const item = parseItem({ price, options }, shop);
    expect(item).toMatchObject({ unit_price, options: [{ unit_price }] });
    expect(item).not.toHaveProperty('price');
  });

  it("reads price text in the order's own currency, not the shop's", () => {
    expect(problemsOf(oneItem({ price: '15.99' }, { currency: 'JPY' }))).toEqual([
      {
        path: 'items[0].price',
        message: '"15.99" has more than 0 decimals; write decimal text, for example "1599".',
      },
    ]);
  });
});

describe('a price that cannot be meant is refused with what to write', () => {
  const unit = 'items[0].unit_price';
  const price = 'items[0].price';
  const minorUnits = 'money is whole minor units: for 15.99 USD write 1599';
  it.each([
    [
      { unit_price: 15.99 },
      unit,
      `15.99 has decimals; ${minorUnits}, or give it as "price" in decimal text.`,
    ],
    [
      { unit_price: '15.99' },
      unit,
      `"15.99" is not a number; ${minorUnits}, or give it as "price" in decimal text.`,
    ],
    [{ unit_price: -1 }, unit, '-1 is out of range; write 0 to 99999999 minor units.'],
    [{ unit_price: 100_000_000 }, unit, '100000000 is out of range; write 0 to 99999999 minor units.'],
    [{ unit_price: 1e300 }, unit, '1e+300 is out of range; write 0 to 99999999 minor units.'],
    [
      { unit_price: true },
      unit,
      `true is not a number; ${minorUnits}, or give it as "price" in decimal text.`,
    ],
    [{ price: 15.99 }, price, '15.99 is not text; write it in quotes, for example "15.99".'],
    [{ price: 16 }, price, '16 is not text; write it in quotes, for example "15.99".'],
    [
      { price: '$15.99' },
      price,
      '"$15.99" is not a plain decimal number; write decimal text, for example "15.99".',
    ],
    [{ price: '-1.00' }, price, '"-1.00" is negative; use discounts.'],
    [{ price: '1000000.00' }, price, '"1000000.00" is too large; at most 999999.99 fits.'],
    [
      { price: '15.99', unit_price: 1599 },
      price,
      'and unit_price are both given; write exactly one of the two.',
    ],
    [
      { price: '15.99', unit_price: 0 },
      price,
      'and unit_price are both given; write exactly one of the two.',
    ],
  ])('%o', (item, path, message) => {
    expect(problemsOf(oneItem(item))).toEqual([{ path, message }]);
  });

  it.each([{}, { unit_price: null }, { price: null }, { price: '' }, { price: null, unit_price: null }])(
    'an unknown price is null: %o',
    (item) => {
      expect(parseItem(item).unit_price).toBeNull();
    },
  );

  it.each([
    ['charges', { type: 'delivery', name: 'Fee' }],
    ['discounts', { name: 'Loyalty' }],
  ])('null is no amount in %s', (list, entry) => {
    const missing = 'is missing; write minor units: for 15.99 USD write 1599.';
    expect(problemsOf(oneItem({}, { [list]: [{ ...entry, amount: null }, entry] }))).toEqual([
      { path: `${list}[0].amount`, message: missing },
      { path: `${list}[1].amount`, message: missing },
    ]);
  });

  it('shows the example in the currency of the order', () => {
    expect(problemsOf(oneItem({}, { tip: 1.5, currency: 'JPY' }), newYork)).toEqual([
      { path: 'tip', message: '1.5 has decimals; money is whole minor units: for 1599 JPY write 1599.' },
    ]);
    expect(problemsOf(oneItem({}, { tip: 1.5 }), tokyo)).toEqual([
      { path: 'tip', message: '1.5 has decimals; money is whole minor units: for 1599 JPY write 1599.' },
    ]);
    expect(problemsOf(oneItem({}, { tip: 1.5 }), kuwait)).toEqual([
      { path: 'tip', message: '1.5 has decimals; money is whole minor units: for 1.599 KWD write 1599.' },
    ]);
  });
});
