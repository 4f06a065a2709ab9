import fc from 'fast-check';
import {
  readPriceText,
  spokenMoney,
  times,
  toDecimal,
  toMinorUnits,
  toPriceText,
} from '../../src/order/money';

describe('price text becomes whole minor units exactly', () => {
  it.each([
    ['15.99', 2, 1599],
    ['15.9', 2, 1590],
    ['15', 2, 1500],
    ['0', 2, 0],
    ['-0.00', 2, 0],
    ['-0.50', 2, -50],
    ['007.10', 2, 710],
    ['15.990', 2, 1599],
    ['500', 0, 500],
    ['500.00', 0, 500],
    ['1.234', 3, 1234],
    ['1.2', 3, 1200],
    ['999999999999.99', 2, 99_999_999_999_999],
  ])('%s with %i decimals is %i', (text, digits, minor) => {
    expect(toMinorUnits(text, digits)).toBe(minor);
  });

  it.each([
    ['1.005', 2, 'has more than 2 decimals'],
    ['500.5', 0, 'has more than 0 decimals'],
    ['1.2345', 3, 'has more than 3 decimals'],
    ['1e3', 2, 'is not a plain decimal number'],
    ['1,50', 2, 'is not a plain decimal number'],
    ['.5', 2, 'is not a plain decimal number'],
    ['5.', 2, 'is not a plain decimal number'],
    ['', 2, 'is not a plain decimal number'],
    ['１２', 2, 'is not a plain decimal number'],
    ['1234567890123', 2, 'is not a plain decimal number'],
    ['999999999999.9999', 4, 'is too large'],
  ])('%s with %i decimals is refused, never rounded', (text, digits, message) => {
    expect(() => toMinorUnits(text, digits)).toThrow(new RangeError(message));
  });

  it('reads back every amount it writes', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(0, 2, 3), (minor, digits) => {
        fc.pre(Math.abs(minor) < 10 ** (12 + digits));
        expect(toMinorUnits(toDecimal(minor, digits), digits)).toBe(minor === 0 ? 0 : minor);
      }),
    );
  });
});

describe('currencies have the decimals of ISO 4217', () => {
  it.each([
    ['USD', 1599, '15.99', '$15.99'],
    ['USD', 5, '0.05', '$0.05'],
    ['USD', -50, '-0.50', '-$0.50'],
    ['JPY', 1599, '1599', '¥1,599'],
    ['KWD', 1599, '1.599', 'KWD 1.599'],
    ['IQD', 1599, '1.599', 'IQD 1.599'],
    ['GBP', 123_456, '1234.56', '£1,234.56'],
    ['HUF', 159_900, '1599.00', 'HUF 1,599.00'],
    ['IDR', 5_000_000, '50000.00', 'IDR 50,000.00'],
    ['COP', 2_000_000, '20000.00', 'COP 20,000.00'],
    ['CLP', 5000, '5000', 'CLP 5,000'],
  ])('%s %i is written %s and said %s', (currency, minor, written, said) => {
    expect(toPriceText(minor, currency)).toBe(written);
    expect(spokenMoney(minor, currency).replaceAll(/\s/g, ' ')).toBe(said);
  });
});

describe('price text from people and no-code tools', () => {
  it.each([
    ['21.95', 'USD', 2195],
    [' $21.95 ', 'USD', 2195],
    ['$ 21.95', 'USD', 2195],
    ['$1,234.50', 'USD', 123_450],
    ['1,234,567', 'USD', 123_456_700],
    ['US$5', 'USD', 500],
    ['5 USD', 'USD', 500],
    ['usd 5', 'USD', 500],
    ['20 dollars', 'USD', 2000],
    ['1 dollar', 'USD', 100],
    ['20 US dollars', 'USD', 2000],
    ['€ 5', 'EUR', 500],
    ['5 €', 'EUR', 500],
    ['C$5', 'CAD', null],
    ['CA$5', 'CAD', 500],
    ['£3.20', 'GBP', 320],
    ['¥1,500', 'JPY', 1500],
    ['1500 yen', 'JPY', 1500],
    ['45 kr', 'SEK', 4500],
    ['KWD 1.250', 'KWD', 1250],
    ['-5.00', 'USD', -500],
    ['', 'USD', null],
    ['$', 'USD', null],
    ['free', 'USD', null],
    ['1,50', 'USD', null],
    [',50', 'USD', null],
    ['.50', 'USD', null],
    ['12.345', 'USD', null],
    ['1.234', 'EUR', null],
    ['1.234,50', 'EUR', null],
    ['1.500', 'JPY', null],
    ['1,250', 'KWD', null],
    ['about 20', 'USD', null],
    ['ca 20', 'USD', null],
    ['20ish', 'USD', null],
    ['10%', 'USD', null],
    ['50¢', 'USD', null],
    ['5k', 'USD', null],
    ['5-', 'USD', null],
    ['5 or 6', 'USD', null],
    ['€5', 'USD', null],
    ['$5', 'EUR', null],
  ])('%j in %s is %p (null: refused, as it leaves a doubt)', (text, currency, minor) => {
    if (minor === null) expect(() => readPriceText(text, currency)).toThrow(RangeError);
    else expect(readPriceText(text, currency)).toBe(minor);
  });
});

describe('price times quantity', () => {
  it.each([
    [1599, '2', 3198],
    [333, '0.5', 167],
    [1000, '0.333', 333],
    [1, '0.001', 0],
    [1, '0.5', 1],
    [99_999_999, '999', 99_899_999_001],
    [0, '3', 0],
  ])('%i × %s is %i: halves round up', (price, quantity, total) => {
    expect(times(price, quantity)).toBe(total);
  });

  it('is exact for whole quantities', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.nat(999), (price, quantity) => {
        expect(times(price, String(quantity))).toBe(price * quantity);
      }),
    );
  });
});
