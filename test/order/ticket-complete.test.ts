import fc from 'fast-check';
import type { Order } from '../../src/order/schema';
import { ticketText } from '../../src/order/ticket-text';
import { anyOrder } from './any-order';
import { newYork } from './shops';

const { timezone } = newYork;
const WIDTHS = [32, 42, 48];

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
