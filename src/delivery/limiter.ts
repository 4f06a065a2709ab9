export type Priority = 'order' | 'menu';
type Waiting = { priority: Priority; go: () => void };

/**
 * Lets so many requests a second through, evenly: an order's before a menu's, otherwise in turn. Vendors count by token, so each
 * connection has its own.
 */
export class Limiter {
  private readonly waiting: Waiting[] = [];
  private freeAt = 0;
  private timer: NodeJS.Timeout | null = null;
  constructor(
    private readonly requestsPerSecond: number,
    private readonly now: () => number,
  ) {}

  /** Resolves when the request may leave. */
  pass(priority: Priority): Promise<void> {
    return new Promise((go) => {
      const behind = this.waiting.findIndex((one) => priority === 'order' && one.priority === 'menu');
      this.waiting.splice(behind < 0 ? this.waiting.length : behind, 0, { priority, go });
      this.turn();
    });
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
