import { html, type Markup } from '../order/html';
import { localText } from '../order/time';
import type { Mailbox, ReceivedMail } from './mailbox';
import { SEED_RESTAURANT } from './seed-menu';

/** The ways to look at a mail. */
export const MAIL_VIEWS = {
  html: 'As it looks',
  text: 'As text',
  headers: 'Headers',
  source: 'Source',
} as const;
export type MailView = keyof typeof MAIL_VIEWS;
/** How wide the sheet is, in CSS pixels: a receipt of 80 mm, a phone, or as wide as there is room. */
const WIDTHS = { receipt: 302, phone: 390, page: null } as const;
export type MailWidth = keyof typeof WIDTHS;
const WIDTH_NAMES: Record<MailWidth, string> = { receipt: 'Receipt', phone: 'Phone', page: 'Page' };

/** The mailbox: all mail that the sandbox took, newest first. */
export function mailboxPage(mailbox: Mailbox): string {
  return page(
    'Mail',
    html`<header>
    <h1>Mail</h1>
    <p>What OrderWire would have mailed. It stays on this machine. <a href="/">Kitchen screen</a> <a href="/phone">Phone</a></p>
  </header>
  <main id="mails" class="mails" aria-live="polite">${mailList(mailbox)}</main>`,
  );
}

/** The part of the page that changes. */
export function mailList(mailbox: Mailbox): Markup {
  const mails = mailbox.list();
  if (mails.length > 0) return html`<ol>${mails.map(mailEntry)}</ol>`;
  if (mailbox.smtpUrl === null) return html`<p class="empty">No mail server is open here.</p>`;
  return html`<p class="empty">No mail yet. Start the Order API with <code>SMTP_URL=${mailbox.smtpUrl}</code> and
    <code>RESTAURANT_EMAIL=kitchen@example.com</code>, then post an order.</p>`;
}

function mailEntry({ id, subject, to, at }: ReceivedMail): Markup {
  return html`<li><a href="/mail/${id}"><b>${subject || '(no subject)'}</b>
    <span>${to.join(', ')}</span> <time datetime="${at}">${localText(at, SEED_RESTAURANT.timezone)}</time></a></li>`;
}

/** One mail. Its HTML stands in a frame that may run nothing; its links open outside. */
export function mailPage(mail: ReceivedMail, { view, width }: { view: MailView; width: MailWidth }): string {
  const facts = [
    ['From', mail.from],
    ['To', mail.to.join(', ')],
    ['Received', localText(mail.at, SEED_RESTAURANT.timezone)],
    ['Message-ID', mail.message_id],
  ] as const;
  return page(
    mail.subject,
    html`<header>
    <p><a href="/mail">All mail</a></p>
    <h1>${mail.subject || '(no subject)'}</h1>
    <dl class="envelope">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
    <nav>${tabs(MAIL_VIEWS, { name: 'as', chosen: view })}</nav>
    ${view === 'html' && html`<nav>${tabs(WIDTH_NAMES, { name: 'width', chosen: width })}</nav>`}
  </header>
  <main class="mail">${BODY[view](mail, width)}</main>`,
  );
}

const BODY: Record<MailView, (mail: ReceivedMail, width: MailWidth) => Markup> = {
  html: (mail, width) => {
    const wide = WIDTHS[width] ? `${WIDTHS[width]}px` : '100%';
    return html`<iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${mail.html}" style="width:${wide}"></iframe>`;
  },
  text: ({ text }) => html`<pre>${text}</pre>`,
  headers: ({ headers }) => html`<pre>${headers.map(({ name, value }) => html`${name}: ${value}\n`)}</pre>`,
  source: ({ raw }) => html`<pre>${raw}</pre>`,
};

function tabs(names: Record<string, string>, { name, chosen }: { name: string; chosen: string }): Markup {
  return html`${Object.entries(names).map(
    ([value, label]) =>
      html`<a href="?${name}=${value}"${value === chosen && html` aria-current="page"`}>${label}</a> `,
  )}`;
}

function page(title: string, body: Markup): string {
  const whole = html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} · OrderWire sandbox</title>
  <link rel="stylesheet" href="/kitchen.css">
  <link rel="stylesheet" href="/mail.css">
  <script src="/mail.js" defer></script>
</head>
<body>
  ${body}
</body>
</html>`;
  return whole.text;
}
