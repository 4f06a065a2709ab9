import { wasRehearsed } from '../order/delivery';
import { html, type Markup } from '../order/html';
import type { OrderStatus } from '../order/status';
import type { Attempt, DeliveryRecord } from '../store/delivery-records';
import type { StoredEvent } from '../store/records';
import { momentText, timeAttribute } from './clock';
import { exchangeFold } from './exchange-fold';
import { type OrderView, posNameOf } from './order-view';
import { REHEARSAL_WORDS } from './words/rehearsal';
import { TIMELINE_WORDS, type TimelineWords } from './words/timeline';

type Entry = {
  at: number;
  said: string;
  more: string | null;
  isBad: boolean;
  /** What went to and fro, behind a fold. */
  fold: Markup | null;
};

/** Everything that happened, oldest first, a plain sentence each. */
export function orderTimeline(view: OrderView): Markup {
  const { viewer, shop, now } = view;
  const words = TIMELINE_WORDS[viewer.language];
  const reader = { language: viewer.language, timezone: shop.timezone, now };
  // What was tried stands before what followed from it in the same moment.
  const entries = [
    ...attemptEntries(view, words),
    ...view.events.flatMap((event) => eventEntry(event, words)),
  ];
  const lines = entries
    .sort((a, b) => a.at - b.at)
    .map(
      ({ at, said, more, isBad, fold }) => html`<li${isBad && html` class="bad"`}>
      <time datetime="${timeAttribute(at)}">${momentText(at, reader)}</time>
      <div><p>${said}${more !== null && html` <span class="said">${more}</span>`}</p>${fold}</div>
    </li>`,
    );
  return html`<section class="timeline" aria-labelledby="timeline">
  <h2 id="timeline">${words.timeline}</h2>
  <ol>${lines}</ol>
</section>`;
}

/** What is told of the order's history; what attempts tell themselves is not told twice. */
function eventEntry({ type, at, data }: StoredEvent, words: TimelineWords): Entry[] {
  const [subject, name = ''] = type.split('.');
  const told = subject === 'order' ? orderSentence(name, data, words) : deliverySentence(name, data, words);
  return told === null ? [] : [{ at, said: told, more: null, isBad: name === 'out_of_time', fold: null }];
}

/** That it was sent, its attempts say. */
function orderSentence(
  name: string,
  data: StoredEvent['data'],
  { did, became }: TimelineWords,
): string | null {
  if (name === 'created') return did.created;
  if (name === 'acked') return did.acked;
  const { changed, status } = data as { changed?: string[]; status?: { to: OrderStatus } };
  if (changed) return did.changed(changed.join(', '));
  return (status && became[status.to]) ?? null;
}

function deliverySentence(
  name: string,
  { kind, to }: StoredEvent['data'],
  { did }: TimelineWords,
): string | null {
  if (kind === 'email') return to === 'delivered' ? did.mailed : null;
  if (kind === 'sms') return to === 'delivered' ? did.texted : null;
  const sentence = Object.hasOwn(did, name) ? did[name as keyof typeof did] : null;
  return typeof sentence === 'string' ? sentence : null;
}

function attemptEntries(view: OrderView, words: TimelineWords): Entry[] {
  const tickets = view.rows.filter(({ kind }) => kind === 'pos');
  return tickets.flatMap((row) => row.attempts.map((attempt) => attemptEntry(row, attempt, { view, words })));
}

function attemptEntry(
  row: DeliveryRecord,
  { n, at, ended_at, step, outcome, message }: Attempt,
  { view, words }: { view: OrderView; words: TimelineWords },
): Entry {
  const pos = posNameOf(row, view);
  const isBad = outcome !== null && outcome !== 'ok';
  const sent = view.exchanges.filter(({ delivery_id, attempt }) => delivery_id === row.id && attempt === n);
  const fold = exchangeFold(sent, { id: `${row.id}-${n}`, words });
  return { at: ended_at ?? at, said: sentence(), more: message, isBad, fold };

  function sentence(): string {
    if (wasRehearsed(row)) return REHEARSAL_WORDS[view.viewer.language].tried(pos);
    if (outcome === null) return words.sending(pos);
    if (step === 'verify') return outcome === 'ok' ? words.verified.ok(pos) : words.verified.other(pos);
    return words.outcome[outcome](pos);
  }
}
