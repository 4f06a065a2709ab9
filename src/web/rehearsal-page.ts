import type { Night } from '../delivery/rehearsal/night';
import { html, type Markup } from '../order/html';
import type { Shop } from '../order/shop';
import { wallClock } from '../order/time';
import { button, postForm } from './form';
import { LOCALES } from './language';
import type { Page } from './shell';
import type { Viewer } from './viewer';
import { REHEARSAL_WORDS } from './words/rehearsal';

type ShownNight = Night & { business_day: string };
/** A connection with what was rehearsed for it. */
export type RehearsedConnection = {
  id: string;
  name: string;
  mode: 'live' | 'rehearsal';
  shop: Pick<Shop, 'id' | 'name'>;
  tonight: ShownNight;
  nights: ShownNight[];
  /** The last night was clean. */
  ready: boolean;
};
type Shown = { viewer: Viewer; connections: RehearsedConnection[] };

/** Whether each POS is live or rehearsed, how its nights went, and the button that changes it. */
export function rehearsalPage({ viewer, connections }: Shown): Page {
  const words = REHEARSAL_WORDS[viewer.language];
  const body = html`<div class="page-head"><h1>${words.title}</h1></div>
  <p class="lead">${words.lead}</p>
  ${connections.length === 0 && html`<p class="calm">${words.none}</p>`}
  ${connections.map((one) => section(one, viewer))}`;
  return { title: words.title, here: null, body };
}

function section(connection: RehearsedConnection, viewer: Viewer): Markup {
  const words = REHEARSAL_WORDS[viewer.language];
  const { id, name, shop, mode, tonight, nights } = connection;
  const isLive = mode === 'live';
  return html`<section class="rehearsal" aria-labelledby="of-${id}">
  <h2 id="of-${id}">${name} <span class="help">${shop.name}</span> <span class="chip chip-${isLive ? 'sent' : 'waiting'}">${isLive ? words.isLive : words.isRehearsed}</span></h2>
  <p>${isLive ? words.liveHelp(name) : words.rehearsedHelp(name)}</p>
  ${viewer.can.includes('admin') && choice(connection, viewer)}
  ${(!isLive || tonight.orders > 0) && html`<h3>${words.tonight}</h3>${night(tonight, viewer, words.noOrders)}`}
  ${(!isLive || nights.length > 0) && html`<h3>${words.past}</h3>`}
  ${!isLive && nights.length === 0 && html`<p class="calm">${words.noNights}</p>`}
  ${nights.map((one) => html`<div class="night"><h4>${dayOf(one, viewer)}</h4>${night(one, viewer, words.noOrders)}</div>`)}
</section>`;
}

/** Going live is offered after a clean night; before one it stands behind a fold. */
function choice({ id, mode, ready }: RehearsedConnection, viewer: Viewer): Markup {
  const words = REHEARSAL_WORDS[viewer.language];
  const form = (to: 'live' | 'rehearsal', body: Markup) =>
    postForm({
      action: '/rehearsal',
      viewer,
      hidden: { connection: id, mode: to },
      className: 'switch',
      body,
    });
  if (mode === 'live') {
    return form(
      'rehearsal',
      html`${button({ label: words.begin })} <span class="help">${words.beginHelp}</span>`,
    );
  }
  const live = form(
    'live',
    html`${button({ label: words.goLive, kind: ready ? 'main' : 'plain' })} <span class="help">${words.goLiveHelp}</span>`,
  );
  if (!ready) return html`<details class="fold"><summary>${words.goLiveAnyway}</summary>${live}</details>`;
  return html`<div class="ready"><p><strong>${words.clean}</strong></p>${live}</div>`;
}

function night({ orders, good, compared, to_fix }: ShownNight, viewer: Viewer, nothing: string): Markup {
  const words = REHEARSAL_WORDS[viewer.language];
  if (orders === 0) return html`<p class="calm">${nothing}</p>`;
  const right = compared ? words.exact(good) : words.good(good);
  const rows = to_fix.map(
    ({ order_id, number, findings }) => html`<li><a href="/orders/${order_id}">${words.order(number)}</a>
      ${findings.map(({ message }) => html`<p>${message}</p>`)}</li>`,
  );
  return html`<p class="counts"><strong>${words.orders(orders)}</strong> · ${right} · ${words.toFix(to_fix.length)}</p>
  ${!compared && html`<p class="help">${words.notCompared}</p>`}
  ${rows.length > 0 && html`<ul class="to-fix">${rows}</ul>`}`;
}

function dayOf({ business_day }: ShownNight, { language }: Viewer): string {
  return wallClock(`${business_day}T12:00:00Z`, { timezone: 'UTC', locale: LOCALES[language] }).day;
}
