import fc from 'fast-check';
import { parseOrder } from '../../src/order/parse';
import { widthOf } from '../../src/order/ticket-layout';
import { ticketText } from '../../src/order/ticket-text';
import { anyOrder } from './any-order';
import { newYork, oneItem } from './shops';

const { timezone } = newYork;
const WIDTHS = [32, 42, 48];
const ticketOf = (input: object, width: number) =>
  ticketText(parseOrder(input, newYork), { timezone, width, number: '14' }).split('\n');

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

  it.each(WIDTHS)('%i: a name without a price goes on below too', (width) => {
    const lines = ticketOf(oneItem({ name: 'x'.repeat(150) }), width);
    expect(lines.filter((line) => /^ {4}x+$/.test(line)).length).toBeGreaterThan(2);
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
