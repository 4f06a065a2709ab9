import { html, type Markup } from '../order/html';
import type { BoardOrder } from './board-order';
import { momentText, timeAttribute } from './clock';
import type { Language } from './language';
import { REHEARSAL_WORDS } from './words/rehearsal';
import { STANDING_WORDS } from './words/standing';
import { TONIGHT_WORDS } from './words/tonight';

export type Reading = { language: Language; timezone: string; now: number };

/** How an order stands: a word, a colour and a shape. */
export function standingChip({ standing }: Pick<BoardOrder, 'standing'>, language: Language): Markup {
  return html`<span class="chip chip-${standing}">${STANDING_WORDS[language][standing]}</span>`;
}

/** One order in a list; the whole card leads to its page. `more` stands beneath it. */
export function orderCard(order: BoardOrder, reading: Reading, more: Markup | null = null): Markup {
  const words = TONIGHT_WORDS[reading.language];
  const { id, number, standing, name, service, items, allergy, total, isTest, isRehearsed } = order;
  return html`<li class="card card-${standing}" data-order="${id}" data-standing="${standing}" data-new="${words.newOrder(number)}" data-needs="${words.needsYou(number)}">
  ${promised(order, reading)}
  <div class="card-what">
    <p class="card-who"><a id="open-${id}" href="/orders/${id}"><span class="number">#${number}</span> ${name ?? words.noName}</a> <span class="tag">${words.service[service]}</span>${isTest && html` <span class="tag tag-test">${words.test}</span>`}${isRehearsed && html` <span class="tag">${REHEARSAL_WORDS[reading.language].notSent}</span>`}</p>
    <p class="card-items">${items}</p>
    ${allergy !== null && html`<p class="allergy"><strong>${words.allergy}:</strong> ${allergy}</p>`}
  </div>
  <p class="card-how">${standingChip(order, reading.language)}</p>
  ${total !== null && html`<p class="card-money">${total}</p>`}
  ${more}
</li>`;
}

function promised({ promisedAt, isSoon, standing }: BoardOrder, reading: Reading): Markup {
  const words = TONIGHT_WORDS[reading.language];
  const minutes = Math.round((promisedAt - reading.now) / 60_000);
  const left =
    minutes === 0 ? words.now : minutes > 0 ? words.minutesLeft(minutes) : words.minutesLate(-minutes);
  const isLate = minutes < 0 && standing !== 'closed';
  return html`<p class="card-when${isLate && ' late'}"><time datetime="${timeAttribute(promisedAt)}">${momentText(promisedAt, reading)}</time>
    <span class="help">${isSoon && standing !== 'closed' && minutes > 0 ? words.soon : standing !== 'closed' && left}</span></p>`;
}
