import { hasArrived, isTicket } from '../order/delivery';
import { html, type Markup } from '../order/html';
import type { DeliveryRecord } from '../store/delivery-records';
import { remedyButton } from './board';
import { button, postForm } from './form';
import type { OrderView } from './order-view';
import { standingOfOrder } from './standing';
import { type Trouble, troubleOf } from './trouble';
import { ORDER_ACTION_WORDS } from './words/order-actions';
import { TONIGHT_WORDS } from './words/tonight';

/** What somebody can do about an order: the right thing first. */
export function orderActions(view: OrderView): Markup | null {
  const { viewer, record, rows } = view;
  if (!viewer.can.includes('write')) return null;
  const words = ORDER_ACTION_WORDS[viewer.language];
  const trouble = troubleOf(record, rows);
  const standing = standingOfOrder(
    record,
    rows.filter(({ kind }) => kind === 'pos'),
  );
  const isOver = standing === 'closed';
  return html`<section class="actions no-print" aria-labelledby="actions">
  <h2 id="actions">${words.whatNow}</h2>
  ${trouble !== null && html`<p class="cause">${TONIGHT_WORDS[viewer.language].cause[trouble.cause]}${trouble.said !== null && html` <q class="said">${trouble.said}</q>`}</p>`}
  <div class="buttons">
    ${trouble?.cause === 'twin' ? twin(view) : decisions(view, trouble, isOver)}
  </div>
  <div class="folds" id="folds" hx-preserve="true">
    ${view.canText && textGuest(view)}
    ${!isOver && cancel(view)}
  </div>
</section>`;
}

function twin({ viewer, record }: OrderView): Markup {
  const words = ORDER_ACTION_WORDS[viewer.language];
  const body = html`${button({ label: words.same, name: 'answer', value: 'same' })} ${button({ label: words.fresh, kind: 'main', name: 'answer', value: 'new' })}`;
  return postForm({ action: `/orders/${record.id}/twin`, viewer, body, className: 'buttons' });
}

/** The one right button first; then what else can be said of a ticket that is not there. */
function decisions(view: OrderView, trouble: Trouble | null, isOver: boolean): Markup {
  const { viewer, record, rows } = view;
  const words = ORDER_ACTION_WORDS[viewer.language];
  const back = `/orders/${record.id}`;
  const right = trouble && remedyButton({ order: record, trouble, viewer, back });
  const press = (row: DeliveryRecord, name: 'resolve' | 'retry', label: string) =>
    postForm({
      action: `${back}/press`,
      viewer,
      hidden: { delivery: row.id, press: name, back },
      body: button({ label }),
    });
  const presses = rows.filter(isOpen).flatMap((row) => {
    const isRight = trouble?.row === row && (trouble.remedy === 'keyed' || trouble.remedy === 'told');
    const keyed = isRight ? [] : [press(row, 'resolve', isTicket(row) ? words.keyed : words.told)];
    return [...keyed, press(row, 'retry', row.state === 'held' ? words.anyway : words.retry)];
  });
  const hasLeft = rows.some((row) => isTicket(row) && hasArrived(row));
  const fix = html`<a class="button" href="${back}/fix">${hasLeft ? words.change : words.fix}</a>`;
  return html`${right} ${!isOver && trouble?.remedy !== 'fix' && fix} ${presses}`;
}

/** A ticket that somebody can still decide about. */
function isOpen(row: DeliveryRecord): boolean {
  const isDone = row.state === 'manual_done' || row.state === 'abandoned';
  return row.kind === 'pos' && !hasArrived(row) && !isDone;
}

function cancel({ viewer, record }: OrderView): Markup {
  const words = ORDER_ACTION_WORDS[viewer.language];
  const body = html`<p class="help">${words.cancelHelp}</p>
    <label for="reason">${words.cancelReason}</label>
    <input id="reason" name="reason" maxlength="200" autocomplete="off">
    ${button({ label: words.cancelSure, kind: 'danger' })}`;
  return html`<details class="fold" id="cancel"><summary>${words.cancel}</summary>${postForm({ action: `/orders/${record.id}/cancel`, viewer, className: 'sheet', body })}</details>`;
}

function textGuest({ viewer, record, now }: OrderView): Markup {
  const words = ORDER_ACTION_WORDS[viewer.language];
  const body = html`<label for="words">${words.textLabel}</label>
    <textarea id="words" name="words" rows="3" maxlength="300" required aria-describedby="words-help"></textarea>
    <p class="help" id="words-help">${words.textHelp}</p>
    ${button({ label: words.textSend })}`;
  // The same form sent twice is one message.
  const hidden = { once: String(now) };
  return html`<details class="fold" id="text"><summary>${words.text}</summary>${postForm({ action: `/orders/${record.id}/text`, viewer, className: 'sheet', hidden, body })}</details>`;
}
