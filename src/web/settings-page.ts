import { html, type Markup } from '../order/html';
import type { Problem } from '../order/problems';
import type { Shop } from '../order/shop';
import { inputField } from './field';
import { button, postForm } from './form';
import { refusals } from './refusals';
import { SETTINGS, type SettingsForm } from './settings-form';
import type { Page } from './shell';
import { shopChoice } from './shop-choice';
import type { Viewer } from './viewer';
import { SETTINGS_WORDS } from './words/settings';

type Shown = {
  viewer: Viewer;
  shop: Pick<Shop, 'id' | 'name'>;
  shops: Pick<Shop, 'id' | 'name'>[];
  form: SettingsForm;
  problems: Problem[];
};

const GROUPS = ['shop', 'delivery', 'fallback'] as const;

/** What a shop is called, when it is told, and where it delivers: one form. */
export function settingsPage(shown: Shown): Page {
  const { viewer, shop, shops, problems } = shown;
  const words = SETTINGS_WORDS[viewer.language];
  const groups = GROUPS.map((group) => fieldset(group, shown));
  const body = html`<div class="page-head"><h1>${words.title} <span class="name">${shop.name}</span></h1>
    ${shopChoice({ action: '/settings', shop, shops, words })}</div>
  ${refusals(problems, words.refused)}
  ${postForm({
    ...{ action: '/settings', viewer, hidden: { shop: shop.id }, className: 'settings' },
    body: html`${groups}<div class="buttons">${button({ label: words.save, kind: 'main' })}</div>`,
  })}`;
  return { title: `${words.title} · ${shop.name}`, here: 'settings', body };
}

function fieldset(group: (typeof GROUPS)[number], { viewer, form }: Shown): Markup {
  const words = SETTINGS_WORDS[viewer.language];
  const fields = SETTINGS.filter((one) => one.group === group).map(({ name, kind }) =>
    inputField({
      ...{ name, label: words.fields[name], value: form[name], maxLength: 2_000 },
      help: kind === 'list' ? words.list : null,
    }),
  );
  return html`<fieldset class="sheet"><legend><h2>${words.groups[group]}</h2></legend>${fields}</fieldset>`;
}
