import { html, type Markup } from '../order/html';
import type { Problem } from '../order/problems';
import type { Shop } from '../order/shop';
import { inputField } from './field';
import { button, postForm } from './form';
import { refusals } from './refusals';
import type { Page } from './shell';
import { type PosStart, posStep } from './start-pos';
import { sourcesStep } from './start-sources';
import { type FirstTicket, ticketStep } from './start-ticket';
import { type Step, steps } from './steps';
import type { Viewer } from './viewer';
import { START_WORDS } from './words/start';

/** All that the page of the first run is drawn from. */
export type Start = {
  viewer: Viewer;
  shop: Shop;
  /** Somebody has given it its name. */
  isNamed: boolean;
  zones: readonly string[];
  /** Where others reach this server. */
  address: string;
  pos: PosStart;
  ticket: FirstTicket;
  /** What of the form of the restaurant was refused. */
  problems: readonly Problem[];
};

/** The first run, from a name to a ticket in the kitchen. */
export function startPage(start: Start): Page {
  const { viewer, shop, address } = start;
  const words = START_WORDS[viewer.language];
  const list = [restaurantStep(start), posStep(start), sourcesStep(viewer, address), ticketStep(start)];
  const body = html`<div class="page-head"><h1>${words.title}</h1><a class="button" href="/?shop=${shop.id}">${words.skip}</a></div>
  <p class="lead">${words.lead}</p>
  ${steps(list, viewer)}`;
  return { title: words.title, here: null, body };
}

function restaurantStep({ viewer, shop, isNamed, zones, problems }: Start): Step {
  const { restaurant: words, refused } = START_WORDS[viewer.language];
  const fields: Markup[] = [
    inputField({
      name: 'name',
      label: words.name,
      value: isNamed ? shop.name : '',
      required: true,
      maxLength: 200,
    }),
    inputField({
      ...{ name: 'timezone', label: words.timezone, help: words.timezoneHelp, value: shop.timezone },
      choices: zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
    }),
    inputField({
      name: 'email',
      label: words.email,
      help: words.emailHelp,
      value: shop.email ?? '',
      type: 'email',
    }),
    inputField({
      name: 'phone',
      label: words.phone,
      help: words.phoneHelp,
      value: shop.phone ?? '',
      type: 'tel',
    }),
  ];
  const body = html`<p class="help">${words.lead}</p>
  ${refusals(problems, refused)}
  ${postForm({
    action: '/start/restaurant',
    viewer,
    hidden: { shop: shop.id },
    className: 'fields',
    body: html`${fields}<div class="buttons">${button({ label: words.save, kind: 'main' })}</div>`,
  })}`;
  const state = problems.length > 0 ? 'stuck' : isNamed ? 'done' : 'now';
  return { id: 'restaurant', title: words.title, state, result: isNamed ? shop.name : null, body };
}
