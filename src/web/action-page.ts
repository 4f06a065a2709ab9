import { createHash } from 'node:crypto';
import { html, Markup } from '../order/html';

const STYLE = `:root{color-scheme:light dark;font:18px/1.5 system-ui,sans-serif}
body{max-width:34rem;margin:0 auto;padding:1rem}
h1{font-size:1.4rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid;border-radius:.5rem;padding:.75rem;font-size:.85rem}
button{font:inherit;font-weight:600;width:100%;padding:.9rem;margin:.35rem 0;border-radius:.5rem;border:2px solid}`;

/** Nothing but the page's own style may load, its form leads nowhere else, and nobody keeps it or learns its address. */
export const ACTION_PAGE_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
};

type Shown = {
  title: string;
  /** What a button has just done. */
  done: string | null;
  body: Markup;
};

/** A page behind a signed link: how things stand, and buttons that decide. */
export function actionPage({ title, done, body }: Shown): string {
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>${title}</title>
  <style>${new Markup(STYLE)}</style>
</head>
<body>
  <h1>${title}</h1>
  ${done === null ? '' : html`<p role="status"><strong>${done}</strong></p>`}
  ${body}
</body>
</html>`.text;
}
