import { html, type Markup } from '../order/html';
import type { Problem } from '../order/problems';
import type { Shop } from '../order/shop';
import { button, postForm } from './form';
import { refusals } from './refusals';
import type { Page } from './shell';
import type { Viewer } from './viewer';
import { TEACH_WORDS } from './words/teach';

/** What words can mean: a dish, one of its sizes or one of its options. */
export type Meaning = { item_id: string; variation_id: string | null; option_id: string | null };
export type WordChoice = { meaning: Meaning; name: string; detail: string | null };

/** All that the page about one word is drawn from. */
export type WordView = {
  viewer: Viewer;
  shop: Pick<Shop, 'id' | 'name'>;
  order: { id: string; number: string; path: string };
  said: string;
  guess: string | null;
  runnerUp: string | null;
  /** What it is to mean, and what that would have changed. */
  chosen: { choice: WordChoice; fixes: number; changes: number } | null;
  query: string;
  found: WordChoice[];
  /** Every name, offered while somebody writes. */
  names: string[];
  /** Whether it can be taught for all shops. */
  everywhere: boolean;
  problems: Problem[];
};

/** One word: what was said, what it was taken for, and what it means from now on. */
export function wordPage(view: WordView): Page {
  const { viewer, order, said, guess, runnerUp, chosen, problems } = view;
  const words = TEACH_WORDS[viewer.language];
  const facts: [string, Markup | string | null][] = [
    [
      words.said,
      html`<strong>“${said}”</strong> <a href="/orders/${order.id}">${words.inOrder(`#${order.number}`)}</a>`,
    ],
    [words.guess, guess ?? words.noGuess],
    [words.runnerUp, runnerUp],
  ];
  const body = html`<h1>${words.one}</h1>
  ${refusals(problems, words.refused)}
  <div class="word-fix"><dl class="facts sheet">${facts.flatMap(([label, value]) => (value === null ? [] : [html`<dt>${label}</dt><dd>${value}</dd>`]))}</dl>
  ${chosen !== null && meaning(chosen, view)}
  ${picking(view)}
  <p><a class="button" href="/words?shop=${view.shop.id}">${words.back}</a></p></div>`;
  return { title: words.one, here: 'words', body };
}

function meaning({ choice, fixes, changes }: NonNullable<WordView['chosen']>, view: WordView): Markup {
  const { viewer, shop, order, said, everywhere } = view;
  const words = TEACH_WORDS[viewer.language];
  const where = html`<fieldset class="where"><legend>${words.where}</legend>
    <label><input type="radio" name="where" value="everywhere" checked> ${words.everywhere}</label>
    <label><input type="radio" name="where" value="here"> ${words.onlyHere(shop.name)}</label></fieldset>`;
  const fields = html`${everywhere && where}${button({ label: words.remember, kind: 'main' })}`;
  return html`<section class="sheet meaning" aria-labelledby="meaning-title">
    <h2 id="meaning-title">${words.meaningOf(said)}</h2>
    <p class="meant"><strong>${choice.name}</strong>${choice.detail !== null && html` <span class="help">${choice.detail}</span>`}</p>
    <p class="help">${words.fixed(fixes)}</p>
    ${changes > 0 && html`<p class="mark mark-unsure">${words.changed(changes)}</p>`}
    ${postForm({ action: '/words/fix', viewer, hidden: { order: order.id, path: order.path, ...given(choice.meaning) }, body: fields })}
  </section>`;
}

/** A meaning as fields of a form: what is absent has none. */
function given(meaning: Meaning): Record<string, string> {
  const entries = Object.entries(meaning).filter((entry): entry is [string, string] => entry[1] !== null);
  return Object.fromEntries(entries);
}

function picking({ viewer, order, query, found, names }: WordView): Markup {
  const words = TEACH_WORDS[viewer.language];
  const place = { order: order.id, path: order.path };
  const rows = found.map(({ meaning: one, name, detail }) => {
    const href = `/words/fix?${new URLSearchParams({ ...place, q: query, ...given(one) })}`;
    return html`<li class="dish"><p><strong>${name}</strong>${detail !== null && html` <span class="help">${detail}</span>`}</p>
      <a class="button" href="${href}" aria-label="${words.choose}: ${name}">${words.choose}</a></li>`;
  });
  return html`<section aria-labelledby="pick-title"><h2 id="pick-title">${words.pick}</h2>
  <form method="get" action="/words/fix" class="search" role="search" hx-get="/words/fix" hx-trigger="submit, input delay:200ms from:#q" hx-target="#found" hx-select="#found" hx-swap="outerHTML">
    ${Object.entries(place).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    <label for="q">${words.search}</label>
    <div class="search-row"><input id="q" name="q" type="search" value="${query}" list="names" autocomplete="off" maxlength="100"><button class="button">${words.find}</button></div>
    <datalist id="names">${names.map((name) => html`<option value="${name}"></option>`)}</datalist>
  </form>
  <div id="found" aria-live="polite">${found.length === 0 ? html`<p class="calm">${words.notFound}</p>` : html`<ul class="dishes">${rows}</ul>`}</div></section>`;
}
