import { newOrderMail } from '../../../src/delivery/email/new-order-mail';
import { orderFacts, readable, widestLine } from '../../support/mail-facts';

const links = [{ action: 'order', url: 'https://orders.example.com/o/1?a=1&b=2' }] as const;
const mailOf = (...given: Parameters<typeof orderFacts>) =>
  newOrderMail({ ...orderFacts(...given), pos: 'Square', links: [...links] });

it('says in the subject what, when and for whom', () => {
  expect(mailOf().subject).toBe('New order #14 Ann Lee, delivery 7:15 PM');
  expect(mailOf({ allergy_note: 'peanuts' }).subject).toMatch(/^ALLERGY: New order #14/);
  expect(mailOf({ test: true }).subject).toMatch(/^TEST, DO NOT MAKE: New order #14/);
});

it('reads as a ticket on receipt paper', () => {
  expect(mailOf({ allergy_note: 'peanuts, severe' }).text.split('\n')).toEqual([
    '******************************************',
    'ALLERGY: PEANUTS, SEVERE',
    '******************************************',
    "Mario's Downtown",
    'DELIVERY                               #14',
    'Wanted: 7:15 PM',
    'today, Fri 29 Nov',
    '    "quarter past seven on Friday"',
    '',
    'ORDER DETAILS',
    '------------------------------------------',
    'Guest: Ann Lee',
    'Phone: +1 617 555 0123',
    'Address: 12 Oak Street Apt 4, Boston, MA',
    '02215',
    'At the door: Ring twice',
    'Taken: Fri 29 Nov, 6:31 PM',
    '',
    'ITEMS ORDERED',
    '------------------------------------------',
    '2 × large pepperoni pizza           $38.98',
    '    extra cheese',
    '    LEFT HALF: mushrooms',
    '1 × cheeseburger                    $10.95',
    '    NO onions',
    '    "well done"',
    '3 × coke zero                        $8.97',
    '------------------------------------------',
    'Delivery fee                         $3.00',
    'TOLD TO GUEST                       $61.90',
    'UNPAID, collect $61.90',
    '',
    'SPECIAL INSTRUCTIONS',
    '------------------------------------------',
    'Please send napkins',
    '******************************************',
    'Square gets this order by itself: do not',
    'key it in. If it does not arrive, another',
    'mail says so.',
    '******************************************',
    '',
    'Open the order:',
    'https://orders.example.com/o/1?a=1&b=2',
    'This only opens a page: nothing changes',
    'until you press the button there.',
    '',
    "Sent by OrderWire for Mario's Downtown.",
    '',
  ]);
});

it('says in HTML what it says in text', () => {
  const mail = mailOf({ allergy_note: 'peanuts, severe' });
  const page = readable(mail.html);
  const words = mail.text.replaceAll(/[*-]{3,}|^https:.*$/gm, '').split(/[^\p{L}\p{N}$.#]+/u);
  const missing = words.filter((word) => !page.toLowerCase().includes(word.toLowerCase()));
  expect(missing).toEqual([]);
  expect(page).toMatch(/^ALLERGY PEANUTS, SEVERE Mario's Downtown DELIVERY #14 Wanted 7:15 PM/);
});

it('puts the allergy of one dish first too', () => {
  const items = [{ name: 'pad thai', quantity: '1', notes: 'no peanuts', allergy: true }];
  expect(mailOf({ items, quoted_total: null }).text.split('\n')[1]).toBe('ALLERGY: PAD THAI: NO PEANUTS');
});

it.each([24, 42, 48])('stays within %i characters of paper', (ticket_width) => {
  const items = [
    { name: 'x'.repeat(200), quantity: '12.5', price: '1234.56', notes: 'ありがとう🍕 '.repeat(20) },
  ];
  const { text } = mailOf(
    { items, notes: 'word '.repeat(100), allergy_note: 'y'.repeat(200) },
    { shop: { ticket_width } },
  );
  expect(widestLine(text)).toBeLessThanOrEqual(ticket_width);
});

it('gives weekday and date, loudly, when it is not for today', () => {
  const mail = mailOf({}, { at: Date.parse('2030-11-28T23:35:00Z') });
  expect(mail.subject).toContain('delivery Fri 29 Nov, 7:15 PM');
  expect(mail.text).toContain('Wanted: Fri 29 Nov, 7:15 PM\n*** NOT TODAY ***');
});

it("goes by the shop's clock, not by the server's: half past midnight in UTC is still today in Boston", () => {
  const timing = { requested_at: '2030-11-29T21:00:00-05:00' };
  expect(mailOf({ timing }, { at: Date.parse('2030-11-30T00:30:00Z') }).text).toContain(
    'Wanted: 9:00 PM\ntoday',
  );
});

it('tells the two half past ones apart on the night the clock is put back', () => {
  const timing = { requested_at: '2026-11-01T01:30:00-05:00' };
  expect(mailOf({ timing }, { at: Date.parse('2026-11-01T04:00:00Z') }).subject).toContain(
    '1:30 AM (UTC-05:00)',
  );
});

it('keeps the words of a guest who named no time we understood', () => {
  expect(mailOf({ timing: { requested_text: 'after the game' } }).text).toContain('Wanted: after the game');
  expect(mailOf({ timing: {} }).text).toContain('Wanted: ASAP');
});

it('asks for hands where no POS is connected', () => {
  const { text } = newOrderMail({ ...orderFacts(), pos: null });
  expect(text.slice(0, 150)).toContain('No POS is connected: key this order in by\nhand.');
});

it('speaks Spanish to a shop that does', () => {
  const mail = mailOf({ allergy_note: 'cacahuetes' }, { shop: { language: 'es' } });
  expect(mail.subject).toBe('ALERGIA: Pedido nuevo #14 Ann Lee, a domicilio 7:15 p.m.');
  expect(mail.text).toContain('hoy, vie 29 nov');
  expect(mail.text).toContain('SIN onions');
  expect(mail.text).toContain('NO PAGADO, cobrar $61.90');
  expect(mail.html).toContain('<html lang="es">');
});

it('goes to every address of the shop, and to nobody where it has none', () => {
  expect(mailOf({}, { shop: { email: 'a@x.example, b@y.example' } }).to).toEqual([
    'a@x.example',
    'b@y.example',
  ]);
  expect(mailOf({}, { shop: { email: null } }).to).toEqual([]);
});
