import { html, type Markup } from '../order/html';
import type { Shop } from '../order/shop';
import { type Board, board } from './board';
import { clockText } from './clock';
import { button, postForm } from './form';
import { type PosHealth, posHealth } from './pos-health';
import type { Page } from './shell';
import type { Viewer } from './viewer';
import { TONIGHT_WORDS } from './words/tonight';

/** How long a press pauses a shop. */
export const PAUSE_MINUTES = [15, 30, 60] as const;

export type Tonight = {
  viewer: Viewer;
  shop: Shop;
  shops: Pick<Shop, 'id' | 'name'>[];
  health: PosHealth;
  /** Until when it takes no orders (milliseconds, null: until resumed); undefined: it takes them. */
  pause: { until: number | null } | undefined;
  board: Board;
  now: number;
};

/** The evening of one shop. What changes is drawn by `tonight` and swapped in place. */
export function tonightPage(shown: Tonight): Page {
  const { viewer, shop, shops } = shown;
  const words = TONIGHT_WORDS[viewer.language];
  const body = html`<div class="page-head">
    <h1>${shop.name}</h1>
    ${shops.length > 1 && shopChoice(shown)}
    <button type="button" class="button sound" data-sound data-on="${words.soundOn}" data-off="${words.soundOff}" aria-pressed="false" hidden>${words.soundOn}</button>
  </div>
  <div id="tonight" sse-connect="/live/tonight?shop=${shop.id}" sse-swap="tonight" data-board>${tonight(shown)}</div>`;
  return { title: `${words.title} · ${shop.name}`, here: 'tonight', body };
}

/** The part of the page that is live. */
export function tonight({ viewer, shop, health, pause, board: lists, now }: Omit<Tonight, 'shops'>): Markup {
  const { timezone } = shop;
  return html`<div class="top">
  ${posHealth(health, { language: viewer.language, timezone })}
  ${viewer.can.includes('write') ? switches({ viewer, shop, pause }) : pauseState({ viewer, shop, pause })}
</div>
${board({ ...lists, viewer, timezone, now })}`;
}

function shopChoice({ viewer, shop, shops }: Tonight): Markup {
  const words = TONIGHT_WORDS[viewer.language];
  const options = shops.map(
    ({ id, name }) => html`<option value="${id}"${id === shop.id && html` selected`}>${name}</option>`,
  );
  return html`<form method="get" action="/" class="choice">
    <label for="shop">${words.shop}</label>
    <select id="shop" name="shop">${options}</select>
    <button class="button">${words.showShop}</button>
  </form>`;
}

type Switches = Pick<Tonight, 'viewer' | 'shop' | 'pause'>;

/** Pause, resume, and what is sold out. */
function switches(shown: Switches): Markup {
  const { viewer, shop, pause } = shown;
  const words = TONIGHT_WORDS[viewer.language];
  const lengths = PAUSE_MINUTES.map((minutes) =>
    button({ label: words.pauseMinutes(minutes), name: 'minutes', value: String(minutes) }),
  );
  const toPause = html`<fieldset class="pause"><legend>${words.pauseTitle}</legend>${lengths}</fieldset>`;
  return html`<div class="switches">
  ${pause && pauseState(shown)}
  ${
    pause
      ? postForm({
          action: `/shops/${shop.id}/resume`,
          viewer,
          body: button({ label: words.resume, kind: 'main' }),
        })
      : postForm({ action: `/shops/${shop.id}/pause`, viewer, body: toPause })
  }
  ${viewer.can.includes('admin') && html`<a class="button" href="/sold-out?shop=${shop.id}">${words.soldOut}</a>`}
</div>`;
}

function pauseState({ viewer, shop: { timezone }, pause }: Switches): Markup | null {
  if (!pause) return null;
  const words = TONIGHT_WORDS[viewer.language];
  const until = pause.until === null ? null : clockText(pause.until, { language: viewer.language, timezone });
  return html`<div class="paused"><p><strong>${words.paused(until)}</strong></p><p class="help">${words.pausedHelp}</p></div>`;
}
