import { toToastOrder } from '../../../src/pos/toast/order';
import { lines, prepared, sent } from '../../support/toast-order';

describe('words', () => {
  it('says an allergy first on every line, and in the tab that the kitchen display shows', () => {
    const { order } = sent({
      allergy_note: 'peanuts',
      items: [
        { name: 'coke', quantity: '1' },
        { name: 'cheeseburger', quantity: '1', notes: 'no dairy', allergy: true },
      ],
    });
    const [first, second] = lines(order);
    expect(first?.[0]).toBe('"ALLERGY: PEANUTS; CHEESEBURGER: NO DAIRY"');
    expect(second?.[0]).toBe('"ALLERGY: PEANUTS; CHEESEBURGER: NO DAIRY"');
    expect(second?.at(-1)).toBe('"ALLERGY: NO DAIRY"');
    expect(order.checks[0]?.tabName).toMatch(/^ALLERGY Ann Lee /);
  });

  it('marks a test ticket before anything else', () => {
    const { order } = sent({ test: true, allergy_note: 'nuts' });
    expect(lines(order)[0]?.slice(0, 2)).toEqual(['"TEST, DO NOT MAKE"', '"ALLERGY: NUTS"']);
    expect(order.checks[0]?.tabName).toMatch(/^TEST ALLERGY Ann Lee /);
  });

  it('splits the longest notes instead of cutting them, never inside an emoji', () => {
    const notes = '🌶️ very hot please '.repeat(95).trim();
    const { order, warnings } = sent({ notes, allergy_note: 'x'.repeat(500) });
    const words = lines(order)[0] ?? [];
    const texts = words.map((text) => text.slice(1, -1));
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(255);
    expect(texts.join(' ')).toContain(notes);
    expect(texts.slice(0, 2).join('')).toBe(`ALLERGY: ${'X'.repeat(500)}`);
    expect(texts.some((text) => /[\uD800-\uDBFF](?![\uDC00-\uDFFF])/.test(text))).toBe(false);
    expect(warnings).toEqual([]);
  });

  it('keeps the tab name within 255 characters, the number at its end', () => {
    const { order } = sent({ customer: { name: '🍕'.repeat(100), phone: '6175550123' } });
    const tab = order.checks[0]?.tabName ?? '';
    expect(tab.length).toBeLessThanOrEqual(255);
    expect(tab).toMatch(/^🍕+ [0-9A-F]{4}$/u);
  });

  it('carries a line that is not on the menu on the open-price item, with what its options cost', () => {
    const item = {
      name: 'birthday cake',
      quantity: '1',
      price: '9.50',
      notes: 'pink',
      options: [{ name: 'candles', price: '0.35', quantity: 2 }],
    };
    const { order } = sent({ items: [item] });
    expect(order.checks[0]?.selections[0]).toMatchObject({
      item: { guid: 'OPEN' },
      itemGroup: { guid: 'G9' },
      openPriceAmount: 10.2,
    });
    expect(lines(order)[0]?.slice(0, 3)).toEqual(['"CHECK: birthday cake"', '"candles ×2"', '"pink"']);
  });

  it('refuses words on no menu in one sentence where no fallback item is set', () => {
    const order = { ...prepared(), items: prepared().items.map((item) => ({ ...item, pos: null })) };
    const at = { posLocation: 'R1', settings: {}, diningOption: 'D1', total: null };
    expect(() => toToastOrder(order, at)).toThrow(
      '"coke" is not on Toast\'s menu, and Toast takes no line in words. Choose a "Fallback Item" with an open price, or pick a menu item.',
    );
  });
});
