import { html } from '../order/html';
import type { BoardOrder } from './board-order';
import { orderCard } from './order-card';
import type { Page } from './shell';
import type { Viewer } from './viewer';
import { ORDERS_WORDS } from './words/orders';

/** An order with the clock of its shop. */
export type FoundOrder = { order: BoardOrder; timezone: string };
type Shown = { viewer: Viewer; query: string; found: FoundOrder[]; isCut: boolean; now: number };

/** The latest orders, or those that were looked for. */
export function ordersPage({ viewer, query, found, isCut, now }: Shown): Page {
  const { language } = viewer;
  const words = ORDERS_WORDS[language];
  const nothing = query === '' ? words.noOrders : words.none(query);
  const cards = found.map(({ order, timezone }) => orderCard(order, { language, timezone, now }));
  const body = html`<h1>${words.title}</h1>
  <form method="get" action="/orders" class="search" role="search">
    <label for="q">${words.search}</label>
    <div class="search-row"><input id="q" name="q" type="search" value="${query}" maxlength="100" autocomplete="off" aria-describedby="q-help"><button class="button button-main">${words.find}</button></div>
    <p class="help" id="q-help">${words.help}</p>
  </form>
  <section aria-labelledby="found">
    <h2 id="found">${query === '' ? words.latest : words.found(found.length, query)}</h2>
    ${found.length === 0 ? html`<p class="calm">${nothing}</p>` : html`<ol class="cards">${cards}</ol>`}
    ${isCut && html`<p class="help">${words.isCut}</p>`}
  </section>`;
  return { title: words.title, here: 'orders', body };
}
