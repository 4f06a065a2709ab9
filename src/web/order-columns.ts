import { itemText } from '../order/flat';
import { html, type Markup } from '../order/html';
import { spokenMoney } from '../order/money';
import { addressText, allergies, kitchenOption } from '../order/ticket-text';
import { momentText, timeAttribute } from './clock';
import type { OrderView, UnderstoodLine } from './order-view';
import { ORDER_WORDS } from './words/order';
import { TEACH_WORDS } from './words/teach';
import { teachPath } from './words-page';

/** The first column: the guest's own words, untouched. */
export function saidColumn(view: OrderView): Markup {
  const { record, shop, viewer, now } = view;
  const { order, created_at } = record;
  const words = ORDER_WORDS[viewer.language];
  const reader = { language: viewer.language, timezone: shop.timezone, now };
  const { name, phone } = order.customer;
  const { requested_at, requested_text } = order.timing;
  const at = (moment: number) =>
    html`<time datetime="${timeAttribute(moment)}">${momentText(moment, reader)}</time>`;
  const wanted = [
    requested_at === null ? null : at(Date.parse(requested_at)),
    requested_text && html`“${requested_text}”`,
  ];
  const facts: [label: string, value: Markup | string | null][] = [
    [words.guest, name ?? words.noName],
    [
      words.phone,
      phone === null ? null : html`<a href="tel:${phone.replaceAll(/[^\d+]/g, '')}">${phone}</a>`,
    ],
    [words.wanted, joined(wanted)],
    [words.address, addressText(order)],
    [words.notes, order.notes],
    [words.taken, at(created_at)],
  ];
  return html`<section class="column" aria-labelledby="said-title">
  <h2 id="said-title">${words.saidTitle}</h2>
  ${allergies(order) !== null && html`<p class="allergy"><strong>${words.allergy}:</strong> ${allergies(order)}</p>`}
  <ul class="words">${order.items.map((item) => html`<li>“${itemText(item)}”</li>`)}</ul>
  <dl class="facts">${facts.map(([label, value]) => value !== null && html`<dt>${label}</dt><dd>${value}</dd>`).filter((one) => one !== false)}</dl>
  ${recording(order.source.recording_url, words.recording)}
  ${
    order.source.transcript !== null &&
    html`<details class="fold" id="transcript"><summary>${words.transcript}</summary><p class="transcript">${order.source.transcript}</p></details>`
  }
</section>`;
}

function joined(parts: (Markup | null | undefined | '')[]): Markup | null {
  const given = parts.filter((part) => part instanceof Object);
  return given.length === 0 ? null : html`${given.map((part) => html`${part} `)}`;
}

/** Whoever sent the order chose this address: only one that a browser opens as a page becomes a link. */
function recording(url: string | null, label: string): Markup | null {
  const isPage = url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  return isPage
    ? html`<p><a class="button" href="${url}" target="_blank" rel="noopener noreferrer">${label}</a></p>`
    : null;
}

/** The second column: the dishes on the menu that were meant, and how sure that is. */
export function understoodColumn({ record, viewer, understood }: OrderView): Markup {
  const { order } = record;
  const words = ORDER_WORDS[viewer.language];
  const lines = order.items.map((item, index) => {
    const path = `items[${index}]`;
    const options = item.options.map(
      (option, number) =>
        html`<li>${kitchenOption(option)} ${mark(understood?.get(`${path}.options[${number}]`), viewer.language)}</li>`,
    );
    const line = understood?.get(path);
    return html`<li class="line line-${line?.status ?? 'plain'}">
      <p><strong>${item.quantity} × ${line?.meant ?? item.name}</strong> ${mark(line, viewer.language)}</p>
      ${canTeach(line, viewer) && html`<p><a href="${teachPath({ id: record.id, path })}">${TEACH_WORDS[viewer.language].fix}</a></p>`}
      ${item.notes !== null && html`<p class="help">“${item.notes}”</p>`}
      ${options.length > 0 && html`<ul class="options">${options}</ul>`}
    </li>`;
  });
  const total = order.quoted_total;
  return html`<section class="column" aria-labelledby="understood-title">
  <h2 id="understood-title">${words.understoodTitle}</h2>
  ${understood === null && html`<p class="help">${words.noMenu}</p>`}
  <ul class="lines">${lines}</ul>
  ${total !== null && html`<p>${words.total}: <strong class="money">${spokenMoney(total, order.currency)}</strong></p>`}
</section>`;
}

/** Words that the menu does not know for certain can be taught by whoever may change it. */
function canTeach(line: UnderstoodLine | undefined, { can }: OrderView['viewer']): boolean {
  return line !== undefined && line.status !== 'sure' && can.includes('admin');
}

/** Nothing is said where a line is sure: what needs a look stands out. */
function mark(line: UnderstoodLine | undefined, language: OrderView['viewer']['language']): Markup | null {
  if (!line || line.status === 'sure') return null;
  const words = ORDER_WORDS[language];
  return html`<span class="mark mark-${line.status}">${words[line.status]}</span>${
    line.runnerUp !== null && html` <span class="help">${words.runnerUp(line.runnerUp)}</span>`
  }`;
}
