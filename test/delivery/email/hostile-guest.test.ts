import MailComposer from 'nodemailer/lib/mail-composer';
import PostalMime from 'postal-mime';
import { orderAlertMail } from '../../../src/delivery/email/alert-mail';
import { fallbackMail } from '../../../src/delivery/email/fallback-mail';
import type { Mail } from '../../../src/delivery/email/mail';
import { newOrderMail } from '../../../src/delivery/email/new-order-mail';
import { orderFacts, readable } from '../../support/mail-facts';

/** Every kind of mail about an order in which the guest wrote this wherever a guest can write. */
function mailsOf(words: string): Mail[] {
  const option = { name: words, action: 'add' };
  const facts = orderFacts({
    customer: { name: words, phone: words.slice(0, 50) },
    delivery: { text: words, instructions: words },
    items: [{ name: words, quantity: '1', price: '1.00', notes: words, options: [option] }],
    timing: { requested_text: words },
    notes: words,
    allergy_note: words,
    payment: { state: 'unpaid', method: words.slice(0, 50) },
  });
  const said = { pos: 'Square', reason: words, n: 1 };
  const links = [
    { action: 'keyed_in', url: 'https://o.example/k' },
    { action: 'retry', url: 'https://o.example/r' },
  ] as const;
  const alert = { kind: 'held', pos_ticket: null, ticket_at: null, details: [words] } as const;
  return [
    newOrderMail({ ...facts, pos: null }),
    fallbackMail({ ...facts, ...said, reference: 'ow1', unproved: true, links: [...links] }),
    orderAlertMail({ ...facts, ...said, ...alert, details: [words] }),
  ];
}

const sent = async ({ messageId, ...mail }: Mail) => {
  const raw = await new MailComposer({ ...mail, messageId, from: 'orders@marios.example' }).compile().build();
  return PostalMime.parse(raw);
};

it.each([
  '\r\nBcc: all@evil.example',
  '\nBcc: all@evil.example',
  '\u2028Bcc: all@evil.example',
  '\u0085Bcc: x',
  '\r\n\r\nbody',
])('adds no header through %j', async (break_) => {
  for (const mail of mailsOf(`Ann${break_}`)) {
    expect(mail.subject).toMatch(/^[^\p{Cc}\u2028\u2029]*$/u);
    const { bcc, headers, to } = await sent(mail);
    expect(bcc).toBeUndefined();
    expect(headers.map(({ key }) => key)).not.toContain('bcc');
    expect(to).toEqual([{ address: 'kitchen@marios.example', name: '' }]);
  }
});

it('cuts a very long name in the subject, never in the ticket, and no emoji in half', async () => {
  for (const mail of mailsOf(`${'👩‍🍳'.repeat(24)}`)) {
    expect(mail.subject.length).toBeLessThanOrEqual(140);
    expect(mail.subject.isWellFormed()).toBe(true);
    expect((await sent(mail)).subject).toBe(mail.subject);
  }
  const long = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(5).trim();
  const [ticket] = mailsOf(long);
  expect(ticket?.subject).toMatch(/…$/);
  expect(ticket && readable(ticket.html)).toContain(long);
});

it.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><a href="https://evil.example">pay here</a>',
  '</style><b>',
  '<!--[if mso]><b><![endif]-->',
])('shows %s as the words they are', (words) => {
  for (const { html } of mailsOf(words)) {
    expect(html).not.toContain(words);
    expect(html.match(/<(script|img|b|iframe|form|object)\b/gi)).toBeNull();
    const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
    expect(links.filter((url) => !/^(https:\/\/o\.example\/[kr]|tel:\+\d+)$/.test(url ?? ''))).toEqual([]);
  }
});

it.each(['https://evil.example/x', 'www.evil.example', 'evil.example'])(
  'lets no mail program make a link of %s',
  (words) => {
    for (const { text, html, subject } of mailsOf(`see ${words}`)) {
      for (const part of [text, html, subject]) expect(part).not.toContain(words);
      expect(readable(html).replaceAll('\u200C', '')).toContain(words);
    }
  },
);

it.each(['=HYPERLINK("http://evil","x")', '@SUM(1+1)', "-2+3+cmd|' /C calc'!A0", '+cmd'])(
  'leaves no line or cell that a spreadsheet takes for a formula: %s',
  (words) => {
    for (const { text, html } of mailsOf(words)) {
      const cells = [...(html.split('</style>')[1] ?? '').matchAll(/>([^<]*)</g)].map(
        (match) => match[1] ?? '',
      );
      const formulas = [...text.split('\n'), ...cells].filter((cell) =>
        /^\s*([=@]|[+-](?![\d ().-]*$))\w?/.test(cell),
      );
      expect(formulas).toEqual([]);
    }
  },
);

it('turns no writing round, and leaves Hebrew, Arabic and families whole', () => {
  const [mail] = mailsOf('gnp\u202Egpj.exe \u2066x\u2069 \u200Fy');
  expect(`${mail?.text}${mail?.html}${mail?.subject}`).not.toMatch(
    /[\u202A-\u202E\u2066-\u2069\u200E\u200F]/,
  );
  const [spoken] = mailsOf('שלום، مرحبا 👨‍👩‍👧');
  expect(spoken?.subject).toContain('שלום، مرحبا 👨‍👩‍👧');
});

it('fetches nothing, runs nothing and needs no style sheet', () => {
  for (const { html } of mailsOf('Ann')) {
    expect(html.replaceAll(/href="[^"]*"/g, '')).not.toMatch(
      /https?:|url\(|@import|src=|<link|javascript|\son\w+=/i,
    );
    expect([...html.matchAll(/<td(?![^>]*style=)[^>]*>/g)].filter(([cell]) => cell !== '<td>')).toEqual([]);
  }
});
