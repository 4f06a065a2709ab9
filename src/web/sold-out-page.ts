import { html, type Markup } from '../order/html';
import type { Shop } from '../order/shop';
import { momentText } from './clock';
import { button, postForm } from './form';
import type { Page } from './shell';
import type { Viewer } from './viewer';
import { SOLD_OUT_WORDS } from './words/sold-out';

export type Dish = {
  id: string;
  name: string;
  category: string | null;
  available: boolean;
  until: number | null;
};
type Shown = {
  viewer: Viewer;
  shop: Shop;
  /** Those that are sold out first; of the others those that were looked for. */
  dishes: Dish[];
  hasMenu: boolean;
  query: string;
  now: number;
};

/** What of the menu is sold out, and the buttons for it. */
export function soldOutPage(shown: Shown): Page {
  const { viewer, shop, dishes, hasMenu, query } = shown;
  const words = SOLD_OUT_WORDS[viewer.language];
  const body = html`<div class="page-head"><h1>${words.title} <span class="name">${shop.name}</span></h1></div>
  <p class="lead">${words.lead}</p>
  ${
    hasMenu
      ? html`<form method="get" action="/sold-out" class="search" role="search">
    <input type="hidden" name="shop" value="${shop.id}">
    <label for="q">${words.search}</label>
    <div class="search-row"><input id="q" name="q" type="search" value="${query}" autocomplete="off"><button class="button">${words.find}</button></div>
  </form>
  ${dishes.length === 0 && html`<p class="calm">${words.nothing}</p>`}
  <ul class="dishes">${dishes.map((dish) => dishRow(dish, shown))}</ul>`
      : html`<p class="calm">${words.noMenu}</p>`
  }`;
  return { title: `${words.title} · ${shop.name}`, here: 'tonight', body };
}

function dishRow(dish: Dish, { viewer, shop, query, now }: Shown): Markup {
  const words = SOLD_OUT_WORDS[viewer.language];
  const { id, name, category, available, until } = dish;
  const reader = { language: viewer.language, timezone: shop.timezone, now };
  const hidden = { shop: shop.id, item: id, q: query };
  const choices = available
    ? html`${button({ label: words.tonight, name: 'mark', value: 'tonight' })} ${button({ label: words.always, name: 'mark', value: 'always' })}`
    : button({ label: words.back, kind: 'main', name: 'mark', value: 'back' });
  const state = until === null ? words.isOut : words.isOutUntil(momentText(until, reader));
  return html`<li class="dish${!available && ' dish-out'}">
    <div><p><strong>${name}</strong>${category !== null && html` <span class="help">${category}</span>`}</p>
    ${!available && html`<p class="mark mark-none">${state}</p>`}</div>
    ${postForm({ action: '/sold-out', viewer, hidden, className: 'buttons', body: choices })}
  </li>`;
}
