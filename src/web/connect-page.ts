import { html, type Markup } from '../order/html';
import type { Problem } from '../order/problems';
import type { Shop } from '../order/shop';
import { type InputField, inputField } from './field';
import { button, postForm } from './form';
import { type PosHealth, posHealth } from './pos-health';
import { refusals } from './refusals';
import type { Page } from './shell';
import type { Viewer } from './viewer';
import { CONNECT_WORDS } from './words/connect';

export type PosChoice = { id: string; name: string };
type Chosen = {
  viewer: Viewer;
  shop: Shop;
  connections: { id: string; name: string; health: NonNullable<PosHealth> }[];
  choices: PosChoice[];
};

/** What is connected, and the choice of another POS. */
export function connectPage({ viewer, shop, connections, choices }: Chosen): Page {
  const words = CONNECT_WORDS[viewer.language];
  const reader = { language: viewer.language, timezone: shop.timezone };
  const mine = connections.map(
    ({ id, name, health }) =>
      html`<li class="dish"><div>${posHealth(health, reader)}</div><a class="button" href="/connect/${id}">${name}</a></li>`,
  );
  const others = choices.map(
    ({ id, name }) =>
      html`<li><a class="button pos-choice" href="/connect/new/${id}?shop=${shop.id}">${name}</a></li>`,
  );
  const body = html`<div class="page-head"><h1>${words.title} <span class="name">${shop.name}</span></h1></div>
  <p class="lead">${words.lead}</p>
  <section aria-labelledby="mine"><h2 id="mine">${words.mine}</h2>
    ${mine.length === 0 ? html`<p class="calm">${words.none}</p>` : html`<ul class="dishes">${mine}</ul>`}</section>
  <section aria-labelledby="choose" class="pos-choose"><h2 id="choose">${words.choose}</h2><ul class="pos-choices">${others}</ul></section>`;
  return { title: words.title, here: 'connect', body };
}

/** A field of the vendor's own; `help` is markup where it holds links. */
export type VendorField = Omit<InputField, 'name'> & { key: string; secret: boolean; isMore: boolean };
type New = {
  viewer: Viewer;
  shop: Shop;
  vendor: PosChoice & { docs: string };
  credentials: VendorField[];
  settings: VendorField[];
  /** What was written already; never a secret. */
  given: { name: string; pos_location: string; api_url: string; environment: string };
  problems: readonly Problem[];
};

/** What a POS needs, where to find it, and the form for it. */
export function newConnectionPage(shown: New): Page {
  const { viewer, shop, vendor, given, problems } = shown;
  const words = CONNECT_WORDS[viewer.language];
  const title = words.newTitle(vendor.name);
  const [first, more] = [false, true].map((isMore) => [
    ...shown.credentials.filter((one) => one.isMore === isMore).map((one) => vendorField('credentials', one)),
    ...shown.settings.filter((one) => one.isMore === isMore).map((one) => vendorField('settings', one)),
  ]);
  const environments = (['production', 'sandbox'] as const).map((value) => ({ value, label: words[value] }));
  const fields = html`${first ?? []}
    ${inputField({ name: 'environment', label: words.place, choices: environments, value: given.environment })}
    ${inputField({ name: 'pos_location', label: words.posLocation, help: words.posLocationHelp, value: given.pos_location })}
    <details class="fold"><summary>${words.more}</summary><div class="fields">${more ?? []}
      ${inputField({ name: 'name', label: words.name, help: words.nameHelp, value: given.name })}
      ${inputField({ name: 'api_url', label: words.address, help: words.addressHelp, value: given.api_url })}</div></details>
    <div class="buttons">${button({ label: words.save, kind: 'main' })} <a class="button" href="/connect?shop=${shop.id}">${words.back}</a></div>`;
  const needs = (words.needsOf[vendor.id] ?? []).map((one) => html`<li>${one}</li>`);
  const body = html`<h1>${title}</h1>
  <div class="sheet needs"><h2>${words.needs}</h2><ul class="bullets">${needs}</ul>
    <p><a href="${vendor.docs}" rel="noreferrer" target="_blank">${words.docs}</a></p></div>
  ${refusals(problems, words.refused)}
  ${postForm({ action: `/connect/new/${vendor.id}`, viewer, hidden: { shop: shop.id }, className: 'fields', body: fields })}`;
  return { title, here: 'connect', body };
}

function vendorField(group: string, { key, secret, isMore: _, ...field }: VendorField): Markup {
  return inputField({
    ...field,
    name: `${group}[${key}]`,
    type: secret ? 'password' : 'text',
    maxLength: 5_000,
  });
}
