import { createHash } from 'node:crypto';
import { html, Markup } from '../order/html';

const STYLE = `:root{color-scheme:light dark;font:17px/1.55 system-ui,sans-serif}
body{max-width:44rem;margin:0 auto;padding:1rem}
h2{margin-top:2.5rem;border-bottom:1px solid}
h3{margin-bottom:.2rem;font-size:1.05rem}
p{margin-top:.2rem}
code{font-size:.9em}`;

/** Nothing but the page's own style may load. */
export const HELP_PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** The troubleshooting page as HTML. It is written with headings, anchors and plain paragraphs only, and so little is read here. */
export function helpPage(markdown: string): string {
  const blocks = markdown.split(/\n(?:\s*\n)+|\n(?=#)|(?<=^#.*)\n/m).map(toBlock);
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Troubleshooting</title>
  <style>${new Markup(STYLE)}</style>
</head>
<body>
${blocks}
</body>
</html>`.text;
}

function toBlock(block: string): Markup {
  const anchors = [...block.matchAll(/<a id="([\w-]+)"><\/a>/g)].map(([, id = '']) => id);
  if (anchors.length > 0) return new Markup(anchors.map((id) => html`<a id="${id}"></a>`.text).join(''));
  const [, hashes, title = ''] = /^(#+) (.*)/.exec(block) ?? [];
  if (hashes) return new Markup(`<h${hashes.length}>${inline(title).text}</h${hashes.length}>\n`);
  return block.trim() === ''
    ? new Markup('')
    : html`<p>${inline(block)}</p>
`;
}

/** Words, `code` and links; a link into the documentation's other pages stays words, as they are not served. */
function inline(text: string): Markup {
  const words = text.replaceAll(/\[([^\]]+)\]\((?!https:)[^)]*\)/g, '$1');
  const parts = words.split(/`([^`]+)`/);
  return new Markup(
    parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`).text).join(''),
  );
}
