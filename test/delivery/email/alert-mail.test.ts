import { ALERTS, type OrderAlertKind } from '../../../src/delivery/email/alert-kinds';
import {
  type ConnectionAlert,
  connectionAlertMail,
  type OrderAlert,
  orderAlertMail,
} from '../../../src/delivery/email/alert-mail';
import { newOrderMail } from '../../../src/delivery/email/new-order-mail';
import { orderFacts, readable, shopWith, widestLine } from '../../support/mail-facts';

const facts = orderFacts();
const alert = (kind: OrderAlertKind, given: Partial<OrderAlert> = {}) =>
  orderAlertMail({
    ...facts,
    kind,
    n: 0,
    pos: 'Square',
    reason: 'Square could not be reached (ECONNREFUSED).',
    pos_ticket: null,
    ticket_at: facts.at + 9 * 60_000,
    links: [{ action: 'order', url: 'https://orders.example.com/o/1' }],
    ...given,
  });
const blocked = (given: Partial<ConnectionAlert> = {}) =>
  connectionAlertMail({
    kind: 'destination_blocked',
    id: 'con_1',
    name: 'Square (Main St)',
    n: 0,
    waiting: 3,
    reason: 'Square does not accept this token (401).',
    shop: shopWith(),
    at: facts.at,
    ...given,
  });
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
const ORDER_KINDS = Object.keys(ALERTS).filter(
  (kind) => !['destination_blocked', 'hook_disabled', 'menu_changed', 'call_left_out'].includes(kind),
) as OrderAlertKind[];

it('tells of an order that is late: which, what is wrong, what happens by itself, what to do', () => {
  const { subject, text } = alert('undelivered');
  expect(subject).toBe('Not in Square yet: #14 Ann Lee, delivery 7:15 PM');
  const said = oneLine(text);
  expect(said).toContain('This order is not in Square yet.');
  expect(said).toContain('Order: #14, DELIVERY Wanted: 7:15 PM Guest: Ann Lee Phone: +1 617 555 0123');
  expect(said).toContain('Do not key it in yet');
  expect(said).toContain('OrderWire keeps trying. If it has not succeeded by 6:44 PM, the ticket to key in');
  expect(said).toContain('REASON');
  expect(said).toContain('Open the order: https://orders.example.com/o/1');
});

it('puts the question to the guest where an order waits for one', () => {
  const question = '"coke": Coke or Coke Zero?';
  const { text, html } = alert('held', {
    details: [question],
    links: [{ action: 'answer', url: 'https://o.example/a' }],
  });
  expect(text).toContain(`• ${question}`);
  expect(text).toContain('Give the answer:\nhttps://o.example/a');
  expect(html).toContain('href="tel:+16175550123"');
});

it.each([
  ['late', 'void one of the two tickets'],
  ['unseen', 'Do NOT key it in: it would be cooked twice.'],
  ['cancelled_after_sending', 'Tell the kitchen not to make it'],
  ['changed_after_sending', 'Tell the kitchen what is listed above'],
] as const)('keeps the kitchen from cooking twice or wrongly: %s', (kind, todo) => {
  const said = oneLine(alert(kind, { pos_ticket: 'A7', details: ['2 × cola instead of 1'] }).text);
  expect(said).toContain(todo);
  expect(said).toContain('ticket A7');
});

it.each(ORDER_KINDS)('says all of it in both languages, on narrow paper: %s', (kind) => {
  const english = alert(kind);
  const spanish = alert(kind, { shop: shopWith({ language: 'es-MX', ticket_width: 32 }) });
  expect(readable(english.html)).toMatch(/What to do .+ What OrderWire does meanwhile .+ Reason/);
  expect(readable(spanish.html)).toMatch(/Qué hacer .+ Qué hace OrderWire mientras tanto .+ Motivo/);
  expect(spanish.subject).not.toBe(english.subject);
  expect(widestLine(spanish.text)).toBeLessThanOrEqual(32);
});

it('threads every alert under the notification of its order, each a mail of its own', () => {
  const root = newOrderMail({ ...facts, pos: 'Square' }).messageId;
  const [first, again, other] = [alert('undelivered'), alert('undelivered', { n: 1 }), alert('late')];
  for (const { headers } of [first, again, other]) {
    expect(headers).toMatchObject({ 'In-Reply-To': root, References: root });
  }
  expect(new Set([root, first.messageId, again.messageId, other.messageId]).size).toBe(4);
  expect(alert('undelivered').messageId).toBe(first.messageId);
});

it('marks as urgent what cannot wait, and asks for no automatic answers', () => {
  expect(alert('undelivered').headers).toMatchObject({
    Importance: 'high',
    'Auto-Submitted': 'auto-generated',
  });
  expect(alert('price_gap').headers).not.toHaveProperty('Importance');
});

it('tells once for all orders that a POS lets nobody in, with nothing about any guest', () => {
  const { subject, text, html } = blocked();
  expect(subject).toBe("Square (Main St) lets no order in: Mario's Downtown");
  expect(oneLine(text)).toContain('3 orders waiting. OrderWire asks again every few minutes');
  for (const guest of ['Ann', '617', 'Oak Street']) expect(`${subject}${text}${html}`).not.toContain(guest);
});

it('tells that a webhook was switched off, and that orders still reach the POS', () => {
  const { text } = blocked({ kind: 'hook_disabled', id: 'hok_1', name: 'hooks.zapier.com', waiting: 0 });
  expect(oneLine(text)).toContain('Orders still go to the POS.');
});

it('leaves out buttons where no address leads here', () => {
  expect(alert('undelivered', { links: [] }).html).not.toContain('class="button"');
});
