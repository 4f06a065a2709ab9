import { html, type Markup } from '../order/html';
import { kitchenColumn } from './kitchen-column';
import { orderActions } from './order-actions';
import { standingChip } from './order-card';
import { saidColumn, understoodColumn } from './order-columns';
import { orderTimeline } from './order-timeline';
import type { OrderView } from './order-view';
import type { Page } from './shell';
import { standingOfOrder } from './standing';
import { ORDER_WORDS } from './words/order';
import { TONIGHT_WORDS } from './words/tonight';

/** One order from the guest's words to the kitchen's ticket. */
export function orderPage(view: OrderView): Page {
  const { record, viewer, shop } = view;
  const words = ORDER_WORDS[viewer.language];
  const title = words.order(`#${record.number}`);
  const body = html`<div id="order" sse-connect="/live/orders/${record.id}" sse-swap="order">${orderBody(view)}</div>`;
  return { title: `${title} · ${shop.name}`, here: 'orders', body };
}

/** The part of the page that is live. */
export function orderBody(view: OrderView): Markup {
  const { record, rows, viewer } = view;
  const words = ORDER_WORDS[viewer.language];
  const board = TONIGHT_WORDS[viewer.language];
  const tickets = rows.filter(({ kind }) => kind === 'pos');
  const { order } = record;
  return html`<div class="page-head">
  <h1>${words.order(`#${record.number}`)} <span class="name">${order.customer.name ?? words.noName}</span></h1>
  <span class="tag">${board.service[order.service.type ?? 'pickup']}</span>
  ${order.test && html`<span class="tag tag-test">${board.test}</span>`}
  ${standingChip({ standing: standingOfOrder(record, tickets) }, viewer.language)}
</div>
${orderActions(view)}
<div class="columns">
  ${saidColumn(view)}
  ${understoodColumn(view)}
  ${kitchenColumn(view)}
</div>
${orderTimeline(view)}`;
}
