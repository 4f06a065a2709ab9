import { html, Markup } from '../../order/html';
import type { Block, BlockOf, Line } from './blocks';
import { STYLE } from './mail-style';

type Renderers = { [Kind in Block['kind']]: (block: BlockOf<Kind>) => Markup };

/** A table that only arranges: screen readers are told so. */
const TABLE = new Markup(
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${STYLE.space}">`,
);

/** How each block looks in HTML. */
const RENDER: Renderers = {
  banner: ({ tone, title, text }) => {
    const isAlarm = tone === 'alarm';
    const titleStyle = isAlarm ? STYLE.alarmTitle : STYLE.bannerTitle;
    const told = text && html`<span style="${isAlarm ? STYLE.alarmText : STYLE.paragraph}">${text}</span>`;
    return html`${TABLE}<tr><td class="${tone} whole" style="${STYLE[tone]}"><strong style="${titleStyle}">${title}</strong>${told}</td></tr></table>`;
  },
  title: ({ over, text, aside }) => html`${TABLE}
<tr><td class="faint" colspan="2" style="${STYLE.over}">${over}</td></tr>
<tr><td class="ink" style="${STYLE.title}">${text}</td><td class="ink" align="right" style="${STYLE.aside}">${aside}</td></tr>
</table>`,
  wanted: ({ label, when, day, said, urgent }) => html`${TABLE}
<tr><td class="faint" style="${STYLE.over}">${label}</td></tr>
<tr><td class="ink" style="${STYLE.when}">${when}</td></tr>
${day && html`<tr><td class="${urgent ? 'red' : 'faint'}" style="${urgent ? STYLE.otherDay : STYLE.day}">${day}</td></tr>`}
${said && html`<tr><td class="faint" style="${STYLE.said}">“${said}”</td></tr>`}
</table>`,
  heading: ({ text }) =>
    html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="faint ink" style="${STYLE.heading}">${text}</td></tr></table>`,
  paragraph: ({ text }) => html`<p class="ink" style="margin:6px 0 16px;${STYLE.paragraph}">${text}</p>`,
  facts: ({ facts }) =>
    html`${TABLE}${facts.map(
      ({ label, value, url }) => html`
<tr><td class="faint" style="${STYLE.label}">${label}</td><td class="ink" style="${STYLE.value}">${linked(value, url)}</td></tr>`,
    )}</table>`,
  lines: ({ lines }) => html`${TABLE}${lines.map(lineRow)}</table>`,
  amounts: ({ amounts }) =>
    html`${TABLE}${amounts.map(({ name, amount, strong }) => {
      const style = strong ? STYLE.amountStrong : STYLE.amount;
      return html`
<tr><td class="ink" style="${style}">${name}</td><td class="ink" align="right" style="${style};white-space:nowrap;padding-left:12px">${amount}</td></tr>`;
    })}</table>`,
  counts: ({ counts }) =>
    html`${TABLE}<tr>${counts.map(
      ({ label, value }) => html`
<td class="ink" style="${STYLE.count}">${value}<span class="faint" style="${STYLE.countLabel}">${label}</span></td>`,
    )}</tr></table>`,
  buttons: ({
    buttons,
    note,
  }) => html`<table role="presentation" class="screen" cellpadding="0" cellspacing="0" border="0" style="${STYLE.space}">
<tr><td>${buttons.map(button)}</td></tr>
<tr><td class="faint" style="${STYLE.buttonNote}">${note}</td></tr>
</table>`,
};

/** One block as markup. */
export function renderBlock<Kind extends Block['kind']>(block: BlockOf<Kind>): Markup {
  return RENDER[block.kind as Kind](block);
}

function lineRow({ lead, name, amount, details }: Line): Markup {
  return html`
<tr><td class="ink row" style="${STYLE.lead}">${lead}</td><td class="ink row" style="${STYLE.name}">${name}${details.map(
    ({ text, as }) =>
      html`<span class="${as === 'without' ? 'red' : 'ink'}" style="${STYLE[as]}">${text}</span>`,
  )}</td><td class="ink row" style="${STYLE.money}">${amount}</td></tr>`;
}

function linked(value: string, url: string | undefined): Markup {
  return url ? html`<a class="ink" href="${url}" style="${STYLE.link}">${value}</a>` : html`${value}`;
}

function button({ label, url }: { label: string; url: string }, index: number): Markup {
  const [style, name] = index === 0 ? [STYLE.button, 'button'] : [STYLE.otherButton, 'other'];
  return html`<a class="${name}" href="${url}" target="_blank" rel="noopener noreferrer" style="${style};margin:0 8px 8px 0">${label}</a> `;
}
