import { html, type Markup } from '../order/html';
import { button, postForm } from './form';
import { type PosHealth, posHealth } from './pos-health';
import type { Start } from './start-page';
import type { Step } from './steps';
import { START_WORDS } from './words/start';

export type PosStart = {
  /** The connection of the shop, and what a probe has just found; null: there is none. */
  connection: { id: string; name: string; health: NonNullable<PosHealth> } | null;
  /** How many dishes its menu has here. */
  dishes: number;
  /** POS systems of the sandbox on this machine; null: it does not run. */
  sandbox: readonly { vendor: string; name: string }[] | null;
};

/** Connecting the sandbox with one button, or a POS of one's own. */
export function posStep({ viewer, shop, isNamed, pos }: Start): Step {
  const { pos: words } = START_WORDS[viewer.language];
  const { connection } = pos;
  if (connection === null) {
    const state = isNamed ? 'now' : 'later';
    return {
      id: 'pos',
      title: words.title,
      state,
      body: html`<p>${words.lead}</p>${offers(viewer, shop.id, pos)}`,
    };
  }
  const isWell = connection.health.state === 'ok';
  const body = html`${posHealth(connection.health, { language: viewer.language, timezone: shop.timezone })}
  ${pos.dishes > 0 && html`<p>${words.dishes(pos.dishes)}</p>`}
  <div class="buttons"><a class="button" href="/connect/${connection.id}">${words.more}</a></div>`;
  const result = isWell ? connection.name : words.notWell;
  return { id: 'pos', title: words.title, state: isWell ? 'done' : 'stuck', result, body };
}

function offers(viewer: Start['viewer'], shop: string, { sandbox }: PosStart): Markup {
  const { pos: words } = START_WORDS[viewer.language];
  const own = html`<a class="button" href="/connect?shop=${shop}">${words.real}</a>`;
  if (sandbox === null) {
    return html`<p>${words.sandboxAbsent}</p>
    <pre class="paste">npm run sandbox</pre>
    <div class="buttons"><a class="button button-main" href="/start?shop=${shop}#pos">${words.lookAgain}</a> ${own}</div>`;
  }
  const [first, ...others] = sandbox.map(({ vendor, name }, index) =>
    button({
      label: index === 0 ? words.connectSandbox(name) : name,
      kind: index === 0 ? 'main' : 'plain',
      ...{ name: 'vendor', value: vendor },
    }),
  );
  const body = html`<div class="buttons">${first ?? ''} ${own}</div>
  <p class="help">${words.orOther}</p><div class="buttons">${others}</div>`;
  return html`<p>${words.sandboxFound}</p>
  ${postForm({ action: '/start/sandbox', viewer, hidden: { shop }, body })}`;
}
