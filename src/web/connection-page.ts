import { html, type Markup } from '../order/html';
import type { Shop } from '../order/shop';
import { inputField } from './field';
import { button, postForm } from './form';
import { type PosHealth, posHealth } from './pos-health';
import type { Page } from './shell';
import { type Step, steps } from './steps';
import type { Viewer } from './viewer';
import { CONNECT_WORDS } from './words/connect';
import { REHEARSAL_WORDS } from './words/rehearsal';

export type Printed = 'once' | 'never' | 'twice';
/** All that the page of one connection is drawn from. */
export type ConnectionView = {
  viewer: Viewer;
  shop: Shop;
  id: string;
  name: string;
  /** A probe has just found this. */
  health: NonNullable<PosHealth>;
  posLocation: string;
  /** Those that the POS lists; empty where it lists none. */
  locations: { id: string; name: string }[];
  dishes: number;
  givesMenu: boolean;
  /** The test that was just sent. */
  test: { order: string; arrived: boolean; said: string | null } | null;
  printed: Printed | null;
  /** What was found wrong just now, each with its one fix. */
  troubles: { outcome: string; title: string; found: string; fix: string | null }[];
  mode: 'off' | 'rehearsal' | 'live';
  /** Days until its token ends; null: it does not, as far as is known. */
  tokenDays: number | null;
};

/** From access to going live, one step after the other. */
export function connectionPage(view: ConnectionView): Page {
  const words = CONNECT_WORDS[view.viewer.language];
  const list = [
    accessStep(view),
    locationStep(view),
    menuStep(view),
    testStep(view),
    rehearsalStep(view),
    liveStep(view),
  ];
  const body = html`<div class="page-head"><h1>${view.name} <span class="name">${view.shop.name}</span></h1>
    <a class="button" href="/connect?shop=${view.shop.id}">${words.back}</a></div>
  ${steps(list, view.viewer)}`;
  return { title: view.name, here: 'connect', body };
}

type Press = { to: string; label: string; kind?: 'main' | 'plain'; hidden?: Record<string, string> };

function press({ viewer, id }: ConnectionView, { to, label, kind = 'main', hidden }: Press): Markup {
  return postForm({
    action: `/connect/${id}/${to}`,
    viewer,
    hidden,
    className: 'buttons',
    body: button({ label, kind }),
  });
}

const isIn = ({ health }: ConnectionView) => health.state === 'ok';

function accessStep(view: ConnectionView): Step {
  const { viewer, shop, health, troubles, tokenDays } = view;
  const words = CONNECT_WORDS[viewer.language];
  const body = html`${posHealth(health, { language: viewer.language, timezone: shop.timezone })}
  ${tokenDays !== null && html`<p class="help">${words.tokenEnds(tokenDays)}</p>`}
  ${troubles.length > 0 && html`<ul class="troubles">${troubles.map(trouble)}</ul>`}
  ${press(view, { to: 'check', label: words.check, kind: 'plain' })}`;
  return { id: 'access', title: words.access, state: isIn(view) ? 'done' : 'stuck', isOpen: true, body };
}

/** The doctor speaks English. */
function trouble({ outcome, title, found, fix }: ConnectionView['troubles'][number]): Markup {
  return html`<li class="trouble-${outcome}" lang="en"><p><strong>${title}:</strong> ${found}</p><p>${fix}</p></li>`;
}

function locationStep(view: ConnectionView): Step {
  const { viewer, id, posLocation, locations } = view;
  const words = CONNECT_WORDS[viewer.language];
  const known = locations.map((one) => ({ value: one.id, label: `${one.name} (${one.id})` }));
  const field = { name: 'pos_location', value: posLocation, required: true };
  const body = html`${inputField(
    known.length > 0
      ? { ...field, label: words.whichLocation, choices: known }
      : { ...field, label: words.posLocation, help: words.noLocations },
  )}<div class="buttons">${button({ label: words.take, kind: posLocation === '' ? 'main' : 'plain' })}</div>`;
  const form = postForm({ action: `/connect/${id}/location`, viewer, className: 'fields', body });
  const state = posLocation === '' ? 'stuck' : 'done';
  return { id: 'location', title: words.location, state, result: posLocation || null, body: form };
}

function menuStep(view: ConnectionView): Step {
  const words = CONNECT_WORDS[view.viewer.language];
  const { dishes, givesMenu } = view;
  const body = html`<p>${dishes > 0 ? words.dishes(dishes) : givesMenu ? words.noMenu : words.noMenuApi}</p>
  ${givesMenu && isIn(view) && press(view, { to: 'menu', label: words.readMenu, kind: dishes > 0 ? 'plain' : 'main' })}`;
  const state = dishes > 0 ? 'done' : isIn(view) && givesMenu ? 'now' : 'later';
  return { id: 'menu', title: words.menu, state, result: dishes > 0 ? words.dishes(dishes) : null, body };
}

function testStep(view: ConnectionView): Step {
  const { viewer, test, printed } = view;
  const words = CONNECT_WORDS[viewer.language];
  const shared = { id: 'test', title: words.test, isOpen: isIn(view) };
  const again = press(view, {
    to: 'test',
    label: words.sendTest,
    kind: printed === 'once' ? 'plain' : 'main',
  });
  if (printed === 'once') return { ...shared, state: 'done', result: words.printedOnce, body: again };
  if (printed !== null)
    return {
      ...shared,
      state: 'stuck',
      body: html`<p role="alert">${words.printedHelp[printed]}</p>${again}`,
    };
  if (test?.arrived)
    return {
      ...shared,
      state: 'now',
      body: html`<p role="status"><strong>${words.testSent}</strong></p>${answers(view, test.order)}`,
    };
  if (test)
    return {
      ...shared,
      state: 'stuck',
      body: html`<p role="alert">${words.testNot} ${test.said}</p>${again}`,
    };
  return {
    ...shared,
    state: isIn(view) ? 'now' : 'later',
    body: html`<p>${words.testLead}</p>${isIn(view) && again}`,
  };
}

function answers({ viewer, id }: ConnectionView, order: string): Markup {
  const words = CONNECT_WORDS[viewer.language];
  const body = html`${(['once', 'never', 'twice'] as const).map((one) =>
    button({ label: words[one], kind: one === 'once' ? 'main' : 'plain', name: 'printed', value: one }),
  )}`;
  return postForm({
    action: `/connect/${id}/printed`,
    viewer,
    hidden: { order },
    className: 'buttons',
    body,
  });
}

function rehearsalStep(view: ConnectionView): Step {
  const words = CONNECT_WORDS[view.viewer.language];
  const isOn = view.mode === 'rehearsal';
  const start = press(view, {
    to: 'mode',
    label: words.startRehearsal,
    kind: 'plain',
    hidden: { mode: 'rehearsal' },
  });
  const body = html`<p>${words.rehearsalLead}</p>${isOn ? html`<p><strong>${words.isRehearsal}</strong></p><p><a class="button" href="/rehearsal">${REHEARSAL_WORDS[view.viewer.language].title}</a></p>` : isIn(view) && start}`;
  return {
    id: 'rehearsal',
    title: words.rehearsal,
    state: isOn ? 'now' : 'later',
    isOpen: isIn(view),
    result: isOn ? words.isRehearsal : null,
    body,
  };
}

function liveStep(view: ConnectionView): Step {
  const words = CONNECT_WORDS[view.viewer.language];
  const isLive = view.mode === 'live';
  const go = press(view, { to: 'mode', label: words.goLive, hidden: { mode: 'live' } });
  const stop = press(view, { to: 'mode', label: words.stop, kind: 'plain', hidden: { mode: 'off' } });
  const body = html`<p>${isLive ? words.isLive : words.liveLead}</p>${isLive ? stop : isIn(view) && go}`;
  const isNext = isIn(view) && view.printed === 'once';
  const state = isLive && isIn(view) ? 'done' : isNext ? 'now' : 'later';
  return {
    id: 'live',
    title: words.live,
    state,
    isOpen: isIn(view),
    result: isLive ? words.isLive : null,
    body,
  };
}
