import type { SummaryRow } from '../../../src/delivery/email/daily-summary';
import { dailySummaryMail } from '../../../src/delivery/email/daily-summary-mail';
import { readable, shopWith, widestLine } from '../../support/mail-facts';

const at = (clock: string) => Date.parse(`2026-11-27T${clock}:00-05:00`);
const row = (number: string, given: Partial<SummaryRow> = {}): SummaryRow => ({
  number,
  placed_at: at('18:31'),
  kitchen_at: at('18:33'),
  currency: 'USD',
  told: 2195,
  pos_total: 2195,
  outcome: 'in_pos',
  reason: null,
  ...given,
});
const summary = (...rows: SummaryRow[]) =>
  dailySummaryMail({ shop: shopWith(), summary: { date: '2026-11-27', rows } });
const lost = row('4', {
  kitchen_at: null,
  pos_total: null,
  outcome: 'failed',
  reason: 'Square refused item "calzone".',
});

it('says in the subject whether the day went well', () => {
  expect(summary(row('1'), row('2')).subject).toBe("Orders of Fri 27 Nov: 2 orders (Mario's Downtown)");
  expect(summary(row('1'), lost).subject).toContain('2 orders, 1 not in the kitchen');
  expect(summary().text).toContain('No orders came.');
});

it('tells of each order when it came, when the kitchen had it and after how long', () => {
  const { text } = summary(row('1'));
  expect(text).toContain('Every order reached the kitchen.');
  expect(text).toContain('#1 6:31 PM → 6:33 PM, 2 min         $21.95\n    in the POS');
});

it('puts first what did not reach the kitchen, and why', () => {
  const { text } = summary(
    row('1'),
    row('2', { outcome: 'by_hand' }),
    lost,
    row('5', { outcome: 'waiting', kitchen_at: null }),
  );
  expect(text).toContain('2 orders did not reach the kitchen.');
  expect(text.replaceAll(/\s+/g, ' ')).toContain('not in the POS: Square refused item "calzone".');
  expect(text.indexOf('#4')).toBeLessThan(text.indexOf('#1'));
  expect(text.match(/#4/g)).toHaveLength(1);
});

it('compares what guests were told with what the POS charged', () => {
  const { text } = summary(row('1'), row('2', { pos_total: 2320 }), row('3', { pos_total: null }), lost);
  expect(text).toContain('told $21.95, charged $23.20');
  expect(text).toContain('TOLD AND CHARGED, 2 ORDERS');
  expect(text).toContain('Told: $43.90\nCharged: $45.15\nDifference: $1.25');
});

it('adds up no money of another currency', () => {
  expect(summary(row('1', { currency: 'JPY', pos_total: 9 })).text).not.toContain('Difference');
});

it('stays below what Gmail cuts off, and within the paper, on the busiest day', () => {
  const rows = Array.from({ length: 900 }, (_, n) => row(String(n), { pos_total: 2195 + n }));
  const { html, text } = summary(...rows);
  expect(html.length).toBeLessThan(102_000);
  expect(text).toContain('And 780 more.');
  expect(widestLine(text)).toBeLessThanOrEqual(42);
});

it('is one mail a day and shop, however often it is sent', () => {
  expect(summary(row('1')).messageId).toBe(summary(row('1'), row('2')).messageId);
  const other = dailySummaryMail({
    shop: shopWith({ name: 'Luigi' }),
    summary: { date: '2026-11-27', rows: [] },
  });
  expect(other.messageId).not.toBe(summary().messageId);
});

it('reads in Spanish too', () => {
  const shop = shopWith({ language: 'es' });
  const { html, subject } = dailySummaryMail({
    shop,
    summary: { date: '2026-11-27', rows: [row('1'), lost] },
  });
  expect(subject).toContain('Pedidos del vie 27 nov: 2 pedidos, 1 sin llegar a la cocina');
  expect(readable(html)).toContain('no está en el POS: Square refused');
});
