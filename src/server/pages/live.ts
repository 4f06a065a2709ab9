import type { ServerResponse } from 'node:http';
import type { Store } from '../../store/store';

/** Something that boards show: all who look at the same share one drawing. */
export type View = {
  /** The same for all who see the same. */
  key: string;
  /** The event's name, as the page listens for it. */
  name: string;
  draw: () => Promise<string>;
};
/** A page that is open somewhere. */
export type Looker = {
  response: ServerResponse;
  /** Makes what all see this looker's own. */
  personal: (markup: string) => string;
  /** Whether he is still signed in. */
  mayLook: () => Promise<boolean>;
};
type Watched = { view: View; lookers: Set<Looker>; last: string | null };

type Parts = { store: Pick<Store, 'lastEvent'>; onError: (error: unknown) => void; pollMs?: number };

const POLL_MS = 1_000;
/** Time passes also where nothing happens: a promise comes near, a pause ends. It also keeps proxies from closing what is silent. */
const REDRAW_MS = 20_000;
/** Drawing may take this part of one processor: orders come first. */
const SHARE = 0.04;

/** Keeps open pages up to date: one look at the store serves all of them, however many there are. */
export class Live {
  private readonly watched = new Map<string, Watched>();
  private timer: NodeJS.Timeout | null = null;
  private seen = -1;
  private drawnAt = 0;
  private closed = false;
  constructor(private readonly parts: Parts) {}

  /** Sends a view whenever it differs, until the page is closed or its looker is signed out. */
  watch(view: View, looker: Looker): void {
    const { response } = looker;
    const watched = this.watched.get(view.key) ?? { view, lookers: new Set(), last: null };
    this.watched.set(view.key, watched);
    watched.lookers.add(looker);
    response.on('close', () => {
      watched.lookers.delete(looker);
      if (watched.lookers.size === 0) this.watched.delete(view.key);
    });
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 3000\n\n');
    // Something may have changed since the page was drawn.
    if (watched.last !== null) send(looker, view.name, watched.last);
    this.timer ??= setTimeout(() => this.look(), 0);
  }

  /** Hangs up on every page. */
  close(): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    for (const { lookers } of this.watched.values()) for (const { response } of lookers) response.end();
  }

  private async look(): Promise<void> {
    const { store, onError, pollMs = POLL_MS } = this.parts;
    const from = performance.now();
    try {
      const last = await store.lastEvent();
      if (last !== this.seen || from - this.drawnAt > REDRAW_MS) {
        this.seen = last;
        this.drawnAt = from;
        for (const watched of [...this.watched.values()]) await redraw(watched);
      } else {
        for (const watched of this.watched.values()) if (watched.last === null) await redraw(watched);
      }
    } catch (error) {
      onError(error);
    }
    if (this.closed || this.watched.size === 0) {
      this.timer = null;
      return;
    }
    const took = performance.now() - from;
    this.timer = setTimeout(() => this.look(), Math.max(pollMs, took / SHARE));
  }
}

async function redraw(watched: Watched): Promise<void> {
  for (const looker of watched.lookers) if (!(await looker.mayLook())) looker.response.end();
  const markup = await watched.view.draw();
  if (markup === watched.last) return;
  watched.last = markup;
  for (const looker of watched.lookers) send(looker, watched.view.name, markup);
}

/** As server-sent events have it: no line of the data may be left without its name. */
function send({ response, personal }: Looker, name: string, markup: string): void {
  const lines = personal(markup)
    .split(/\r\n|\r|\n/)
    .map((line) => `data: ${line}`);
  response.write(`event: ${name}\n${lines.join('\n')}\n\n`);
}
