import { hasArrived, wasRehearsed } from '../order/delivery';
import { html, type Markup } from '../order/html';
import { spokenMoney } from '../order/money';
import { ticketText } from '../order/ticket-text';
import type { DeliveryRecord } from '../store/delivery-records';
import { momentText } from './clock';
import { type OrderView, posNameOf } from './order-view';
import { ORDER_WORDS } from './words/order';
import { REHEARSAL_WORDS } from './words/rehearsal';

/** What a POS has answered, as far as it is read here: the row keeps it as it came. */
type Told = Partial<{
  ticket_number: string | null;
  pos_order_id: string | null;
  reference: string;
  completed: string[];
  pos_total: number | null;
  currency: string;
  kitchen_confirmed: boolean | null;
  warnings: string[];
  unmatched: { said: string }[];
  staff_text: string;
}>;

/** The third column: the ticket as it lies in the kitchen, or why none does. */
export function kitchenColumn(view: OrderView): Markup {
  const words = ORDER_WORDS[view.viewer.language];
  const tickets = view.rows.filter(({ kind }) => kind === 'pos');
  return html`<section class="column kitchen" aria-labelledby="kitchen-title">
  <h2 id="kitchen-title">${words.kitchenTitle}</h2>
  ${tickets.length === 0 && html`<p class="calm">${words.notConnected}</p>`}
  ${tickets.map((row) => ticketOf(row, view))}
  ${paper(view, tickets.some(hasArrived))}
</section>`;
}

function ticketOf(row: DeliveryRecord, view: OrderView): Markup {
  const { viewer } = view;
  const words = ORDER_WORDS[viewer.language];
  if (wasRehearsed(row)) return rehearsedTicket(row, view);
  const told = (row.receipt ?? null) as Told | null;
  const number = told?.ticket_number ?? told?.pos_order_id ?? null;
  const kinds: Record<string, string> = { change: words.change, cancel: words.cancelTicket };
  return html`<div class="got">
    <p><strong>${posNameOf(row, view)}</strong>${kinds[row.purpose] !== undefined && html` · ${kinds[row.purpose]}`}</p>
    ${told === null ? html`<p class="calm">${words.nothingYet}</p>` : html`${number !== null && html`<p class="ticket-number">${words.ticket(number)}</p>`}${facts(row, told, view)}`}
  </div>`;
}

/** No ticket at all: what one would have been. */
function rehearsedTicket(row: DeliveryRecord, view: OrderView): Markup {
  const words = REHEARSAL_WORDS[view.viewer.language];
  return html`<div class="got">
    <p><strong>${posNameOf(row, view)}</strong> <span class="tag">${words.notSent}</span></p>
    <p>${words.keyedAsEver}</p>
    <p class="help">${row.reason?.message}</p>
  </div>`;
}

function facts(row: DeliveryRecord, told: Told, { viewer, shop, now }: OrderView): Markup {
  const words = ORDER_WORDS[viewer.language];
  const reader = { language: viewer.language, timezone: shop.timezone, now };
  const arrived = row.attempts.findLast(({ outcome }) => outcome === 'ok')?.ended_at ?? null;
  const isPrinted = told.completed?.includes('print') ?? false;
  const { pos_total = null, currency = shop.currency } = told;
  const shown: [label: string, value: string | null][] = [
    [words.sentAt, arrived === null ? null : momentText(arrived, reader)],
    [words.printed, isPrinted && arrived !== null ? momentText(arrived, reader) : null],
    [words.posTotal, pos_total === null ? null : spokenMoney(pos_total, currency)],
    [words.reference, told.reference ?? null],
  ];
  const inWords = (told.unmatched ?? []).map(
    ({ said }) => html`<p class="mark mark-unsure">${words.inWords(said)}</p>`,
  );
  return html`<dl class="facts">${shown.flatMap(([label, value]) => (value === null ? [] : [html`<dt>${label}</dt><dd>${value}</dd>`]))}</dl>
    ${told.kitchen_confirmed === true && html`<p class="chip chip-seen">${words.kitchenSaw}</p>`}
    ${inWords}
    ${(told.warnings ?? []).map((warning) => html`<p class="help">${warning}</p>`)}`;
}

/** The ticket itself: as the kitchen has it, or as it would be keyed in. It is what is left of the page on paper. */
function paper({ record, shop, viewer }: OrderView, isThere: boolean): Markup {
  const words = ORDER_WORDS[viewer.language];
  const { timezone, ticket_width: width } = shop;
  const text = ticketText(record.order, { timezone, number: record.number, width });
  return html`${!isThere && html`<p class="help">${words.toKeyIn}</p>`}<div class="slip"><pre class="paper" tabindex="0" role="region" aria-label="${words.paper}">${text}</pre></div>
  <p class="help no-print">${words.print}</p>`;
}
