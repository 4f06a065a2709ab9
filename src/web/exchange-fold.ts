import { html, type Markup } from '../order/html';
import type { Exchange } from '../store/delivery-records';
import type { TimelineWords } from './words/timeline';

/** The very requests and replies of an attempt, for whoever asks the vendor's support; null where none are kept. */
export function exchangeFold(
  exchanges: readonly Exchange[],
  { id, words }: { id: string; words: TimelineWords },
): Markup | null {
  if (exchanges.length === 0) return null;
  const pairs = exchanges.map(
    ({
      request,
      reply,
    }) => html`<h3>${words.request}</h3><pre class="wire" tabindex="0">${readable(request)}</pre>
    <h3>${words.reply}</h3>${reply === null ? html`<p class="help">${words.noReply}</p>` : html`<pre class="wire" tabindex="0">${readable(reply)}</pre>`}`,
  );
  return html`<details class="fold no-print" id="wire-${id}"><summary>${words.exchange}</summary>${pairs}</details>`;
}

/** JSON over several lines; what is none, or was cut, as it came. */
function readable(text: string): string {
  const [head = '', ...rest] = text.split('\n\n');
  const body = rest.join('\n\n');
  try {
    return `${head}\n\n${JSON.stringify(JSON.parse(body), null, 2)}`;
  } catch {
    return text.trim();
  }
}
