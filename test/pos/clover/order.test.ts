import { toCart, toDraft } from '../../../src/pos/clover/order';
import { AT, item, option, order } from '../../support/clover-order';

const BURGER = { item: { id: 'BURGER0000001' } };

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
