import { html, type Markup } from '../order/html';
import type { Shop } from '../order/shop';
import { postForm } from './form';
import type { Page } from './shell';
import { shopChoice } from './shop-choice';
import type { Viewer } from './viewer';
import { TEACH_WORDS } from './words/teach';

/** Words of a guest that the menu does not know for certain, and where they were said last. */
export type OpenWord = {
  said: string;
  status: 'unsure' | 'none';
  order: { id: string; number: string; path: string };
  times: number;
  guess: string | null;
  runnerUp: string | null;
};
/** Words that were taught; `means` null: the menu no longer has it. */
export type TaughtWord = { id: string; said: string; means: string | null; where: string | null };

type Shown = {
  viewer: Viewer;
  shop: Shop;
  shops: Pick<Shop, 'id' | 'name'>[];
  /** null: the shop has no menu. */
  open: OpenWord[] | null;
  taught: TaughtWord[];
};

/** What the menu did not understand of late, and what it was taught. */
export function wordsPage({ viewer, shop, shops, open, taught }: Shown): Page {
  const words = TEACH_WORDS[viewer.language];
  const body = html`<div class="page-head"><h1>${words.title} <span class="name">${shop.name}</span></h1>
    ${shopChoice({ action: '/words', shop, shops, words })}</div>
  <p class="lead">${words.lead}</p>
  <section aria-labelledby="open-title"><h2 id="open-title">${words.newest}</h2>${openList(open, viewer)}</section>
  <section class="taught" aria-labelledby="taught-title"><h2 id="taught-title">${words.taught}</h2>${taughtList(taught, { viewer, shop })}</section>`;
  return { title: `${words.title} · ${shop.name}`, here: 'words', body };
}

function openList(open: OpenWord[] | null, viewer: Viewer): Markup {
  const words = TEACH_WORDS[viewer.language];
  if (open === null || open.length === 0) {
    return html`<p class="calm">${open === null ? words.noMenu : words.none}</p>`;
  }
  return html`<ul class="dishes">${open.map((word) => openRow(word, viewer))}</ul>`;
}

/** Where a word of an order is taught. */
export function teachPath({ id, path }: { id: string; path: string }): string {
  return `/words/fix?${new URLSearchParams({ order: id, path })}`;
}

function openRow(
  { said, status, order, times, guess, runnerUp }: OpenWord,
  { language, can }: Viewer,
): Markup {
  const words = TEACH_WORDS[language];
  const doubts = [guess && words.takenFor(guess), runnerUp && words.orElse(runnerUp)].filter(Boolean);
  return html`<li class="dish word">
    <div><p><strong>“${said}”</strong> <span class="mark mark-${status}">${status === 'none' ? words.unknown : words.unsure}</span></p>
    <p class="help">${doubts.length > 0 && `${doubts.join(' ')} · `}${words.times(times)} · <a href="/orders/${order.id}">${words.lastIn(`#${order.number}`)}</a></p></div>
    ${can.includes('admin') && html`<a class="button" href="${teachPath(order)}" aria-label="${words.fix}: ${said}">${words.fix}</a>`}
  </li>`;
}

function taughtList(taught: TaughtWord[], { viewer, shop }: Pick<Shown, 'viewer' | 'shop'>): Markup {
  const words = TEACH_WORDS[viewer.language];
  if (taught.length === 0) return html`<p class="calm">${words.nothingTaught}</p>`;
  const rows = taught.map(({ id, said, means, where }) => {
    const button = html`<button class="button" aria-label="${words.forget}: ${said}">${words.forget}</button>`;
    const forget = postForm({ action: '/words/forget', viewer, hidden: { shop: shop.id, id }, body: button });
    return html`<li class="dish"><div><p><strong>“${said}”</strong> ${means === null ? words.meansNothing : words.means(means)}</p>
      ${where !== null && html`<p class="help">${where}</p>`}</div>
      ${viewer.can.includes('admin') && forget}</li>`;
  });
  return html`<ul class="dishes">${rows}</ul>`;
}
