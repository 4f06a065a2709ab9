import { html, type Markup } from '../order/html';
import type { Step } from './steps';
import type { Viewer } from './viewer';
import { START_SOURCES_WORDS } from './words/start-sources';

type Way = { title: string; lines: readonly string[]; paste: Readonly<Record<number, string>> };

/** Twilio, Zapier, Make or a program: what is to be pasted where. */
export function sourcesStep({ language }: Viewer, address: string): Step {
  const words = START_SOURCES_WORDS[language];
  const ways: Way[] = [
    {
      title: words.twilio,
      lines: words.twilioSteps,
      paste: { 1: `${address}/twilio/sms`, 2: `${address}/twilio/voice` },
    },
    { title: words.zapier, lines: words.zapierSteps, paste: { 1: address } },
    { title: words.make, lines: words.makeSteps, paste: { 1: address } },
    {
      ...{ title: words.receptionist, lines: words.receptionistSteps },
      paste: { 0: `${address}/v1/orders`, 1: `${address}/docs` },
    },
  ];
  const body = html`<p>${words.lead}</p>
  ${!address.startsWith('https:') && html`<p class="asked">${words.addressLocal}</p>`}
  ${ways.map(way)}`;
  return { id: 'sources', title: words.title, state: 'later', result: words.result, body };
}

function way({ title, lines, paste }: Way): Markup {
  const shown = lines.map((line, index) => {
    const text = paste[index];
    return html`<li>${line}${text !== undefined && html` <code class="paste">${text}</code>`}</li>`;
  });
  return html`<details class="fold way"><summary>${title}</summary><ol class="numbered">${shown}</ol></details>`;
}
