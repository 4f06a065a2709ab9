import { html, type Markup } from '../../order/html';
import type { Block } from './blocks';
import { renderBlock } from './html-blocks';
import { SHEET, STYLE } from './mail-style';

/** A mail as HTML that stands alone: tables and inline styles, as Outlook and Gmail want it; nothing is fetched, nothing runs. */
export function toHtml(mail: { title: string; language: string; blocks: Block[]; footer: string }): string {
  const { title, language, blocks, footer } = mail;
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${title}</title>
<style>${SHEET}</style>
</head>
<body class="page" style="${STYLE.page}">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="${STYLE.page}">
<tr><td class="margin" align="center" style="padding:18px 10px">
${paper(blocks, footer)}
</td></tr>
</table>
</body>
</html>
`;
  return page.text;
}

/** Outlook knows no largest width: it gets a fixed one in a comment that only it reads. */
function paper(blocks: Block[], footer: string): Markup {
  return html`<!--[if mso]><table role="presentation" width="560" cellpadding="0" cellspacing="0"><tr><td><![endif]-->
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;${STYLE.paper}">
<tr><td class="inside ink" align="left" style="${STYLE.inside}">
${blocks.map((block) => renderBlock(block))}
</td></tr>
</table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px">
<tr><td class="foot faint" align="left" style="${STYLE.footer}">${footer}</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->`;
}
