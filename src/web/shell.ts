import { html, type Markup } from '../order/html';
import { postForm } from './form';
import { LANGUAGE_NAMES, LANGUAGES } from './language';
import { type Here, NAVIGATION } from './navigation';
import type { Viewer } from './viewer';
import { SHELL_WORDS } from './words/shell';

/** Where a page's style and script lie: each under the hash of its content. */
export type Assets = { style: string; script: string; icon: string };

export type Page = {
  title: string;
  here: Here | null;
  /** What a button has just done. */
  done?: string | null;
  body: Markup;
};
type Shown = Page & { viewer: Viewer; assets: Assets };

/** Our forms are swapped in place, also when they are refused; nothing is evaluated and no style is put in. */
const HTMX = JSON.stringify({
  includeIndicatorStyles: false,
  attributesToSettle: ['class'],
  allowEval: false,
  historyCacheSize: 0,
  responseHandling: [
    { code: '204', swap: false },
    { code: '[2345]..', swap: true },
  ],
});

/** The frame of every page: what is around it, and what it loads. */
export function shell({ viewer, assets, title, here, done = null, body }: Shown): string {
  const words = SHELL_WORDS[viewer.language];
  return html`<!doctype html>
<html lang="${viewer.language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <meta name="color-scheme" content="light dark">
  <meta name="htmx-config" content="${HTMX}">
  <title>${title} · OrderWire</title>
  <link rel="icon" href="${assets.icon}" type="image/svg+xml">
  <link rel="stylesheet" href="${assets.style}">
  <script src="${assets.script}" defer></script>
</head>
<body hx-boost="true" hx-ext="sse">
  <a class="skip" href="#main">${words.skip}</a>
  ${viewer.name !== null && bar(viewer, here)}
  <main id="main" tabindex="-1">
    ${done !== null && html`<p class="done" role="status">${done}</p>`}
    ${body}
  </main>
  ${foot(viewer)}
  <p id="said" class="unseen" role="status"></p>
</body>
</html>`.text;
}

function bar(viewer: Viewer, here: Here | null): Markup {
  const words = SHELL_WORDS[viewer.language];
  const places = NAVIGATION.filter(({ scope }) => viewer.can.includes(scope));
  const links = places.map(
    ({ word, href }) =>
      html`<a href="${href}"${word === here && html` aria-current="page"`}>${words[word]}</a>`,
  );
  return html`<header class="bar">
    <span class="brand" aria-hidden="true">OrderWire</span>
    <nav class="places" aria-label="${words.menu}">${links}</nav>
  </header>`;
}

function foot(viewer: Viewer): Markup {
  const words = SHELL_WORDS[viewer.language];
  const others = LANGUAGES.filter((one) => one !== viewer.language).map(
    (one) =>
      html`<button class="quiet" name="language" value="${one}" lang="${one}">${LANGUAGE_NAMES[one]}</button>`,
  );
  const signOut = html`<button class="quiet">${words.signOut}</button>
    <button class="quiet" name="everywhere" value="yes">${words.signOutEverywhere}</button>`;
  return html`<footer class="foot">
    ${postForm({ action: '/language', viewer, body: html`${others}` })}
    ${viewer.name !== null && html`<p>${words.signedInAs(viewer.name)}</p>`}
    ${viewer.name !== null && postForm({ action: '/sign-out', viewer, body: signOut })}
  </footer>`;
}
