import { NoResponse } from '../http';

export type Priority = 'order' | 'menu';
type Waiting = { priority: Priority; go: () => void; refuse: (error: NoResponse) => void };

/**
 * Lets so many requests a second through, evenly: an order's before a menu's, otherwise in turn. Vendors count by token, so each
 * connection has its own.
 */
export class Limiter {
  private readonly waiting: Waiting[] = [];
  private freeAt = 0;
  private timer: NodeJS.Timeout | null = null;
  private closed = false;
  constructor(
    private readonly requestsPerSecond: number,
    private readonly now: () => number,
  ) {}

  /** Resolves when the request may leave. Throws `NoResponse` once nothing leaves any more. */
  pass(priority: Priority): Promise<void> {
    if (this.closed) return Promise.reject(stopped());
    return new Promise((go, refuse) => {
      const behind = this.waiting.findIndex((one) => priority === 'order' && one.priority === 'menu');
      this.waiting.splice(behind < 0 ? this.waiting.length : behind, 0, { priority, go, refuse });
      this.turn();
    });
  }

  /** Nothing leaves any more, and nothing waits. */
  close(): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    for (const { refuse } of this.waiting.splice(0)) refuse(stopped());
  }

  private turn(): void {
    if (this.timer) return;
    while (this.waiting.length > 0) {
      const now = this.now();
      const early = this.freeAt - now;
      if (early > 0) {
        this.timer = setTimeout(() => {
          this.timer = null;
          this.turn();
        }, Math.ceil(early));
        return;
      }
      // A second's worth may leave at once; what leaves moves the next one back.
      this.freeAt = Math.max(this.freeAt, now - 1000) + 1000 / this.requestsPerSecond;
      this.waiting.shift()?.go();
    }
  }
}

const stopped = () => new NoResponse('no', 'OrderWire is being stopped');
