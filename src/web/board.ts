import { html, type Markup } from '../order/html';
import type { BoardOrder } from './board-order';
import { button, postForm } from './form';
import { orderCard, type Reading } from './order-card';
import type { Remedy, Trouble } from './trouble';
import type { Viewer } from './viewer';
import { TONIGHT_WORDS } from './words/tonight';

export type Board = {
  /** By promised time. */
  orders: BoardOrder[];
  closed: BoardOrder[];
  /** There are more than are shown. */
  isCut: boolean;
};
type Shown = Board & { viewer: Viewer; timezone: string; now: number };

/** The lists of an evening: what needs somebody first, then all that is coming, then what is closed. */
export function board({ orders, closed, isCut, viewer, timezone, now }: Shown): Markup {
  const words = TONIGHT_WORDS[viewer.language];
  const reading = { language: viewer.language, timezone, now };
  const stuck = orders.filter(({ standing }) => standing === 'needs_you');
  const coming = orders.filter(({ standing }) => standing !== 'needs_you');
  return html`<section class="attention" aria-labelledby="attention">
  <h2 id="attention">${words.attention} <span class="count" data-count>${stuck.length}</span></h2>
  ${stuck.length === 0 && html`<p class="calm">${words.allGood}</p>`}
  <ol class="cards">${stuck.map((order) => orderCard(order, reading, trouble(order, viewer)))}</ol>
</section>
<section aria-labelledby="coming">
  <h2 id="coming">${words.coming} <span class="count">${coming.length}</span></h2>
  ${coming.length === 0 && html`<p class="calm">${words.noOrders}</p>`}
  <ol class="cards">${coming.map((order) => orderCard(order, reading))}</ol>
  ${isCut && html`<p class="help">${words.more} <a href="/orders">${words.search}</a></p>`}
</section>
${closed.length > 0 && closedOrders(closed, reading)}`;
}

function closedOrders(closed: BoardOrder[], reading: Reading): Markup {
  const words = TONIGHT_WORDS[reading.language];
  return html`<details class="fold" id="closed"><summary>${words.closed} <span class="count">${closed.length}</span></summary>
  <ol class="cards">${closed.map((order) => orderCard(order, reading))}</ol>
</details>`;
}

/** Why it needs somebody, and the one right button. */
function trouble(order: BoardOrder, viewer: Viewer): Markup | null {
  const words = TONIGHT_WORDS[viewer.language];
  if (order.trouble === null) return null;
  const { cause } = order.trouble;
  // What the POS said of all orders stands once, above them.
  const said = cause === 'blocked' ? null : order.trouble.said;
  return html`<div class="trouble">
    <p>${words.cause[cause]}${said !== null && html` <q class="said">${said}</q>`}</p>
    ${viewer.can.includes('write') && remedyButton({ order, trouble: order.trouble, viewer, back: '/' })}
  </div>`;
}

type Remedied = { order: Pick<BoardOrder, 'id'>; trouble: Trouble; viewer: Viewer; back: string };

/** The button that helps: some lead to a page, others do it at once and come back. */
export function remedyButton({ order, trouble, viewer, back }: Remedied): Markup | null {
  const { remedy, row } = trouble;
  const label = TONIGHT_WORDS[viewer.language].remedy[remedy];
  const pages: Partial<Record<Remedy, string>> = {
    fix: `/orders/${order.id}/fix`,
    twin: `/orders/${order.id}`,
  };
  if (pages[remedy]) return html`<a class="button button-main" href="${pages[remedy]}">${label}</a>`;
  if (row === null) return null;
  const posts: Partial<Record<Remedy, { action: string; hidden: Record<string, string> }>> = {
    check: { action: `/pos/${row.target}/check`, hidden: { back } },
    keyed: { action: `/orders/${order.id}/press`, hidden: { delivery: row.id, press: 'resolve', back } },
    told: { action: `/orders/${order.id}/press`, hidden: { delivery: row.id, press: 'resolve', back } },
  };
  const post = posts[remedy];
  return post ? postForm({ ...post, viewer, body: button({ label, kind: 'main' }) }) : null;
}
