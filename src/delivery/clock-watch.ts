import type { Store } from '../store/store';
import type { Log } from './worker';

type Parts = { store: Store; log: Log; now: () => number; steady: () => number };

/** Below this a clock only runs a little fast or slow. */
const SET_MS = 1_000;

/** Notices when somebody sets the wall clock, by holding it against one that nobody sets, and moves along what waits. */
export class ClockWatch {
  private ahead: number;
  constructor(private readonly parts: Parts) {
    this.ahead = parts.now() - parts.steady();
  }

  async follow(): Promise<void> {
    const { store, log, now, steady } = this.parts;
    const by = Math.round(now() - steady() - this.ahead);
    if (Math.abs(by) < SET_MS) return;
    await store.moveClocks(by);
    this.ahead += by;
    log('warn', 'The clock was set; what waits moves along.', { seconds: Math.round(by / 1000) });
  }
}
