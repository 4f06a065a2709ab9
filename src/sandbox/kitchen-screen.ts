import { html, type Markup } from '../order/html';
import { spokenMoney } from '../order/money';
import { localText } from '../order/time';
import { STAFF_ACTIONS, type StaffAction } from './notification';
import { SANDBOX_VENDORS, STAFFED_VENDORS } from './sandbox';
import { SEED_RESTAURANT } from './seed-menu';
import type { KitchenLine, KitchenTicket } from './simulator';

const NAMES: Record<string, string> = {
  square: 'Square',
  toast: 'Toast',
  clover: 'Clover',
  lightspeed: 'Lightspeed',
  touchbistro: 'TouchBistro partner',
  deliverect: 'Deliverect',
};

const BUTTONS: Record<StaffAction, string> = {
  start: 'Start',
  ready: 'Ready',
  complete: 'Done',
  cancel: 'Cancel',
};
const hasStaff = (vendor: string): boolean => STAFFED_VENDORS.some((one) => one === vendor);

/** The whole page: a column a POS, tickets as its staff would see them, and a drawer for those they would not. */
export function kitchenPage(tickets: KitchenTicket[]): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Kitchen screen · OrderWire sandbox</title>
  <link rel="stylesheet" href="/kitchen.css">
  <script src="/kitchen.js" defer></script>
</head>
<body>
  <header>
    <h1>${SEED_RESTAURANT.name}</h1>
    <p>What each POS would show its kitchen. Simulators on this machine; nothing leaves it. <a href="/mail">Mail</a> <a href="/phone">Phone</a></p>
    <p id="said" role="status"></p>
  </header>
  <main id="board" aria-live="polite">${kitchenBoard(tickets)}</main>
</body>
</html>`;
  return page.text;
}

/** The part of the page that changes. */
export function kitchenBoard(tickets: KitchenTicket[]): Markup {
  const columns = SANDBOX_VENDORS.map((vendor) =>
    column(
      vendor,
      tickets.filter((one) => one.vendor === vendor),
    ),
  );
  return html`${columns}`;
}

function column(vendor: string, tickets: KitchenTicket[]): Markup {
  const shown = tickets.filter(isBeforeTheCook);
  const hidden = tickets.filter((ticket) => !isBeforeTheCook(ticket));
  const drawer = html`<details open>
    <summary>Not shown to staff (${hidden.length})</summary>
    ${hidden.map(ticketCard)}
  </details>`;
  return html`<section aria-label="${NAMES[vendor]}">
  <h2>${NAMES[vendor]} <span>${tickets.filter((ticket) => ticket.visible).length}</span></h2>
  ${shown.length === 0 && html`<p class="empty">No tickets yet.</p>`}
  ${shown.map(ticketCard)}
  ${hidden.length > 0 && drawer}
  ${hasStaff(vendor) && html`<form method="post" action="/_sandbox/${vendor}/ring-up"><button>Ring up an order</button></form>`}
</section>`;
}

/** A slip that was printed lies in the kitchen even after its order was voided. */
const isBeforeTheCook = ({ visible, voided, printed }: KitchenTicket): boolean =>
  visible || (voided && printed > 0);

/** How a card looks: a voided one is struck through, whatever else keeps staff from it. */
const cardClass = ({ visible, voided }: KitchenTicket): string => {
  if (voided) return 'ticket void';
  return visible ? 'ticket' : 'ticket hidden';
};

function ticketCard(ticket: KitchenTicket): Markup {
  const wanted = ticket.requested_at
    ? localText(ticket.requested_at, SEED_RESTAURANT.timezone)
    : 'as soon as possible';
  const money = (amount: number) => spokenMoney(amount, ticket.currency);
  const amounts = [
    ...ticket.charges,
    ...ticket.discounts.map(({ name, amount }) => ({ name, amount: -amount })),
  ];
  return html`<article class="${cardClass(ticket)}">
    <h3>${ticket.voided && html`<strong>VOID</strong> `}#${ticket.ticket_number} <span>${ticket.service?.replace('_', ' ')}</span></h3>
    ${ticket.hidden_because && html`<p class="why">${ticket.hidden_because}</p>`}
    <p>${ticket.title ?? ticket.customer}<br>Wanted: ${wanted}</p>
    <ul>${ticket.lines.map((line) => lineEntry(line))}</ul>
    ${ticket.notes.map((note) => html`<p class="note">${note}</p>`)}
    <dl>
      ${amounts.map(({ name, amount }) => html`<div><dt>${name}</dt><dd>${money(amount)}</dd></div>`)}
      <div><dt>Total, ${ticket.payment}</dt><dd>${money(ticket.total)}</dd></div>
    </dl>
    <p class="printed">Printed ${ticket.printed} ${ticket.printed === 1 ? 'time' : 'times'}</p>
    ${hasStaff(ticket.vendor) && !ticket.voided && staffForm(ticket)}
  </article>`;
}

/** What its staff can do with a ticket; a POS that has no such step says so. */
function staffForm({ vendor, id, ticket_number }: KitchenTicket): Markup {
  const at = `/_sandbox/${vendor}/tickets/${encodeURIComponent(id)}`;
  const buttons = STAFF_ACTIONS.map(
    (action) =>
      html`<button formaction="${at}/${action}" aria-label="${BUTTONS[action]} #${ticket_number}">${BUTTONS[action]}</button>`,
  );
  return html`<form method="post">${buttons}</form>`;
}

function lineEntry(line: KitchenLine): Markup {
  return html`<li><b>${line.quantity} × ${line.name}</b>
    ${line.options.map((option) => html`<br><span class="option">${option}</span>`)}
    ${line.note && html`<br><span class="note">“${line.note}”</span>`}</li>`;
}
