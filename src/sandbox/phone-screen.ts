import { html, type Markup } from '../order/html';
import { localText } from '../order/time';
import { SEED_RESTAURANT } from './seed-menu';
import { type Call, hasEnded } from './twilio/call';
import { statusOf } from './twilio/message-view';
import type { Message, Notice, World } from './twilio/world';

/** A guest's phone and the number it has open. */
export type Line = { guest: string; number: string };
type Glance = Line & { world: World; now: Date };

/** The whole page: one guest's phone, its texts with one number, and its last call to it. */
export function phonePage(
  glance: Glance,
  { guests, said }: { guests: Record<string, string>; said: string },
): string {
  const { guest, number, world } = glance;
  const page = html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Phone · OrderWire sandbox</title>
  <link rel="stylesheet" href="/kitchen.css">
  <link rel="stylesheet" href="/phone.css">
  <script src="/phone.js" defer></script>
</head>
<body>
  <header>
    <h1>Phone</h1>
    <p>Text or call the restaurant as a guest. Simulated Twilio; nothing leaves this machine. <a href="/">Kitchen screen</a> <a href="/mail">Mail</a></p>
    <form method="get" action="/phone" class="who">
      <label>The guest’s phone <input name="guest" value="${guest}" list="guests" inputmode="tel" required></label>
      <datalist id="guests">${Object.entries(guests).map(([name, one]) => html`<option value="${one}">${name}</option>`)}</datalist>
      <label>Texts and calls <select name="number">${world.numbers.map(
        (own) =>
          html`<option value="${own.number}"${own.number === number && html` selected`}>${own.number}, ${own.name}</option>`,
      )}</select></label>
      <button>Take this phone</button>
    </form>
    <p id="said" role="status">${said}</p>
  </header>
  <main class="phone" data-events="/_sandbox/phone/events?${new URLSearchParams({ guest, number }).toString()}">
    <section aria-label="Texts">
      <h2>Texts</h2>
      <div id="texts" aria-live="polite">${textThread(glance)}</div>
      <form method="post" action="/_sandbox/phone/texts" class="write">
        ${hidden({ from: guest, to: number })}
        <textarea name="body" rows="2" maxlength="1600" required aria-label="Text to the restaurant" placeholder="2 large pepperoni, one without onions"></textarea>
        <button>Send</button>
      </form>
    </section>
    <section aria-label="Call">
      <h2>Call</h2>
      <div id="call" aria-live="polite">${callPanel(glance)}</div>
    </section>
  </main>
</body>
</html>`;
  return page.text;
}

/** The texts of one conversation in order, and between them what went wrong at the restaurant's server. */
export function textThread({ world, guest, number, now }: Glance): Markup {
  const texts = world.messages
    .filter(({ from, to }) => [`${guest} ${number}`, `${number} ${guest}`].includes(`${from} ${to}`))
    .map((message) => ({
      at: message.createdAt,
      turn: message.direction === 'inbound' ? 0 : 2,
      entry: bubble(message, now),
    }));
  const notices = world.notices
    .filter((notice) => notice.guest === guest && notice.number === number)
    .map((notice) => ({ at: notice.at, turn: 1, entry: noticeLine(notice) }));
  // In the same millisecond the server is asked after the guest wrote and before it answers.
  const entries = [...texts, ...notices]
    .sort((a, b) => a.at - b.at || a.turn - b.turn)
    .map(({ entry }) => entry);
  return entries.length > 0 ? html`<ol>${entries}</ol>` : html`<p class="empty">No texts yet.</p>`;
}

function bubble(message: Message, now: Date): Markup {
  const isGuest = message.direction === 'inbound';
  const status = statusOf(message, now.getTime());
  const state = status === 'undelivered' ? `undelivered (${message.errorCode})` : status;
  return html`<li class="${isGuest ? 'mine' : 'theirs'}">${message.body && html`<p>${message.body}</p>`}
    ${message.media.length > 0 && html`<p class="aside">${message.media.join(', ')}</p>`}
    <p class="aside">${clockText(message.createdAt)}${!isGuest && ` · ${state}`}</p></li>`;
}

const noticeLine = ({ code, text }: Notice): Markup =>
  code === 0 ? html`<li class="aside">${text}</li>` : html`<li class="why">${code}: ${text}</li>`;

/** The last call between the two: what was said, and what the guest can do now. */
export function callPanel({ world, guest, number }: Glance): Markup {
  const call = world.calls.findLast(({ from, to }) => from === guest && to === number);
  return html`${call && transcript(call)}
    ${call && !hasEnded(call) ? controls(call) : html`<form method="post" action="/_sandbox/phone/calls">${hidden({ from: guest, to: number })}<button>Call ${number}</button></form>`}`;
}

function transcript({ lines, status }: Call): Markup {
  const kinds = { guest: 'mine', restaurant: 'theirs', twilio: 'aside' } as const;
  return html`<ol>${lines.map(({ who, text }) => html`<li class="${/^\d{5}: /.test(text) ? 'why' : kinds[who]}">${text}</li>`)}</ol>
    <p class="aside">${status}</p>`;
}

/** What a guest can do depends on the verb that waits. */
function controls({ sid, waiting }: Call): Markup {
  const at = `/_sandbox/phone/calls/${sid}/input`;
  const button = (name: string, value: string, label: string) =>
    html`<form method="post" action="${at}"><button name="${name}" value="${value}">${label}</button></form>`;
  const rings = waiting?.verb.name === 'Dial';
  const others = html`${button('other_phone', 'completed', 'They talk')}${button('other_phone', 'busy', 'Busy')}${button('other_phone', 'no-answer', 'Nobody answers')}`;
  const speak = html`<form method="post" action="${at}" class="write">
      <input name="speech" required aria-label="Say" placeholder="Say something" autocomplete="off"><button>Say</button></form>
    <form method="post" action="${at}"><input name="digits" required pattern="[0-9#*]+" size="6" inputmode="tel" aria-label="Keys" autocomplete="off"><button>Press</button></form>
    ${button('silence', 'true', 'Say nothing')}`;
  return html`<div class="controls">${waiting ? (rings ? others : speak) : html`<p class="aside">The restaurant is speaking.</p>`}
    ${button('hang_up', 'true', 'Hang up')}</div>`;
}

const hidden = (fields: Record<string, string>): Markup =>
  html`${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;

const clockText = (at: number): string => localText(new Date(at).toISOString(), SEED_RESTAURANT.timezone);
