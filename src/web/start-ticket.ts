import { html, type Markup } from '../order/html';
import type { Problem } from '../order/problems';
import { inputField } from './field';
import { button, postForm } from './form';
import { refusals } from './refusals';
import type { Start } from './start-page';
import type { Step } from './steps';
import { START_WORDS } from './words/start';
import { START_TICKET_WORDS } from './words/start-ticket';

/** A line as it was understood; `price` as it is spoken. */
export type ReadLine = {
  quantity: string;
  name: string;
  options: string[];
  status: 'sure' | 'unsure' | 'none';
  price: string | null;
};
/** What was understood of the words. */
export type WordsRead = {
  lines: ReadLine[];
  questions: string[];
  allergy: string | null;
  leftover: string[];
};
/** The order that was sent, and where it stands. */
export type SentTicket = {
  id: string;
  number: string;
  pos: string;
  ticketNumber: string | null;
  state: 'arrived' | 'waiting' | 'stuck';
  said: string | null;
  /** Where the kitchen's screen can be looked at. */
  kitchen: string | null;
};
export type FirstTicket = {
  words: string;
  name: string;
  phone: string;
  /** Tells one form from the next: sent twice, it is one order. */
  once: string;
  read: WordsRead | null;
  sent: SentTicket | null;
  /** The POS is a real one. */
  isReal: boolean;
  problems: readonly Problem[];
};

/** An order in words, what was understood of it, and the ticket. */
export function ticketStep(start: Start): Step {
  const { viewer, pos, ticket } = start;
  const words = START_TICKET_WORDS[viewer.language];
  const shared = { id: 'ticket', title: words.title };
  if (ticket.sent !== null) {
    const { state, number } = ticket.sent;
    const result = state === 'arrived' ? words.result(number) : null;
    return { ...shared, state: STATES[state], result, isOpen: true, body: sentTicket(start, ticket.sent) };
  }
  if (pos.connection === null) return { ...shared, state: 'later', body: html`<p>${words.needsPos}</p>` };
  if (pos.dishes === 0) return { ...shared, state: 'stuck', body: html`<p>${words.needsMenu}</p>` };
  return { ...shared, state: start.isNamed ? 'now' : 'later', body: form(start) };
}

const STATES = { arrived: 'done', waiting: 'now', stuck: 'stuck' } as const;

function form({ viewer, shop, ticket }: Start): Markup {
  const words = START_TICKET_WORDS[viewer.language];
  const { refused } = START_WORDS[viewer.language];
  const { read } = ticket;
  const canSend = read !== null && read.lines.length > 0 && read.questions.length === 0;
  const body = html`<div class="field"><label for="words">${words.words}</label>
    <textarea id="words" name="words" rows="3" maxlength="1000" required>${ticket.words}</textarea></div>
  <div class="field-row">${inputField({ name: 'name', label: words.name, value: ticket.name, maxLength: 100 })}
    ${inputField({ name: 'phone', label: words.phone, value: ticket.phone, type: 'tel', maxLength: 50 })}</div>
  ${read !== null && understood(read, viewer.language)}
  ${canSend && ticket.isReal && html`<p class="help">${words.testMark}</p>`}
  <div class="buttons">${canSend && button({ label: words.send, kind: 'main', name: 'press', value: 'send' })}
    ${button({ label: read === null ? words.read : words.readAgain, kind: canSend ? 'plain' : 'main', name: 'press', value: 'read' })}</div>`;
  return html`<p>${words.lead}</p>
  ${refusals(ticket.problems, refused)}
  ${postForm({ action: '/start/ticket', viewer, hidden: { shop: shop.id, once: ticket.once }, className: 'fields', body })}`;
}

function understood(
  { lines, questions, allergy, leftover }: WordsRead,
  language: Start['viewer']['language'],
): Markup {
  const words = START_TICKET_WORDS[language];
  if (lines.length === 0) return html`<p class="asked" role="status">${words.nothing}</p>`;
  return html`<div class="read" role="status"><p><strong>${words.understood}</strong></p>
    <ul class="read-lines">${lines.map(readLine)}</ul>
    ${allergy !== null && html`<p class="mark mark-none">${words.allergy} ${allergy}</p>`}
    ${leftover.length > 0 && html`<p class="help">${words.notes} ${leftover.join(', ')}</p>`}
    ${questions.length > 0 && html`<div class="asked"><p><strong>${words.ask}</strong></p>${questions.map((one) => html`<p>“${one}”</p>`)}<p>${words.askHelp}</p></div>`}
  </div>`;
}

function readLine({ quantity, name, options, status, price }: ReadLine): Markup {
  return html`<li class="read-line read-${status}"><span>${quantity} × <strong>${name}</strong>${options.map((one) => html`<span class="read-option">${one}</span>`)}</span>${price !== null && html`<span>${price}</span>`}</li>`;
}

function sentTicket(
  { viewer, shop }: Start,
  { id, pos, ticketNumber, state, said, kitchen }: SentTicket,
): Markup {
  const words = START_TICKET_WORDS[viewer.language];
  const order = html`<a class="button" href="/orders/${id}">${words.order}</a>`;
  const again = html`<a class="button" href="/start?shop=${shop.id}#ticket">${words.another}</a>`;
  if (state === 'waiting') {
    const look = html`<a class="button button-main" href="/start?shop=${shop.id}&amp;order=${id}#ticket">${words.look}</a>`;
    return html`<p role="status">${words.wait}</p><div class="buttons">${look} ${order}</div>`;
  }
  if (state === 'stuck') {
    return html`<p role="alert">${words.stuck} ${said}</p><div class="buttons">${order} ${again}</div>`;
  }
  return html`<div class="arrived" role="status"><p class="arrived-title">${words.arrived}</p>
    <p>${ticketNumber === null ? words.inPos(pos) : words.ticketNumber(ticketNumber, pos)}</p></div>
  <div class="buttons">${kitchen !== null && html`<a class="button button-main" href="${kitchen}" target="_blank" rel="noreferrer" hx-boost="false">${words.kitchen}</a>`}
    ${order} <a class="button" href="/?shop=${shop.id}">${words.tonight}</a> ${again}</div>`;
}
