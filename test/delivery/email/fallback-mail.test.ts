import { type Fallback, fallbackMail } from '../../../src/delivery/email/fallback-mail';
import { newOrderMail } from '../../../src/delivery/email/new-order-mail';
import { orderFacts, readable } from '../../support/mail-facts';

const ticket = (given: Partial<Fallback> = {}) =>
  fallbackMail({
    ...orderFacts({ allergy_note: 'peanuts' }),
    pos: 'Square',
    reference: 'ow4f1c0a9b2e7d5836aa',
    unproved: true,
    reason: 'Square did not answer within 30 s.',
    n: 1,
    links: [
      { action: 'keyed_in', url: 'https://o.example/keyed' },
      { action: 'retry', url: 'https://o.example/retry' },
    ],
    ...given,
  });
const said = (text: string) => text.replaceAll(/\s+/g, ' ');

it('warns first that the order may be there already, and by which reference it is found', () => {
  const { subject, text, html } = ticket();
  expect(subject).toBe('KEY IN BY HAND: #14 Ann Lee, delivery 7:15 PM');
  const warning =
    'It may be in Square already. Look for ow4f1c0a9b2e7d5836aa in Square before you key it in.';
  expect(said(text).replace(/^\*+ /, '').startsWith(warning)).toBe(true);
  expect(readable(html).startsWith(warning)).toBe(true);
});

it('says plainly that the order is not there when that is proved', () => {
  const text = said(ticket({ unproved: false }).text);
  expect(text).toContain('It is NOT in Square. Key it in by hand.');
  expect(text).not.toContain('may be in');
});

it('holds the whole ticket', () => {
  const fromNotification = newOrderMail({ ...orderFacts({ allergy_note: 'peanuts' }), pos: null }).text;
  const [, lines = ''] = /(ALLERGY:[\s\S]*Please send napkins)/.exec(fromNotification) ?? [];
  expect(lines).toContain('NO onions');
  expect(ticket().text).toContain(lines);
});

it('leads to pages by two buttons, and says that opening them changes nothing', () => {
  const { text, html } = ticket();
  expect(text).toContain('I keyed it in:\nhttps://o.example/keyed\nTry again:\nhttps://o.example/retry\n');
  expect(said(text)).toContain('This only opens a page: nothing changes until you press the button there.');
  const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
  expect(links).toEqual(['tel:+16175550123', 'https://o.example/keyed', 'https://o.example/retry']);
  expect(said(text)).toContain('it does not send this order again by itself');
});

it('works without pages', () => {
  const { text, html } = ticket({ links: [] });
  expect(`${text}${html}`).not.toContain('o.example');
  expect(said(text)).toContain('keying it in cannot double it');
});

it('is the same mail when it is sent again, and another when automation gives up a second time', () => {
  expect(ticket().messageId).toBe(ticket().messageId);
  expect(ticket({ n: 2 }).messageId).not.toBe(ticket().messageId);
});
