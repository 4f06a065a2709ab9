/** Work that waits for others must not hold the worker up: it runs beside, each piece once at a time. */
export class Background {
  private readonly running = new Map<string, Promise<void>>();
  constructor(private readonly onError: (error: unknown) => void) {}

  /** Runs the work unless the same is under way. */
  run(key: string, work: () => Promise<void>): void {
    if (this.running.has(key)) return;
    const promise = work()
      .catch(this.onError)
      .finally(() => this.running.delete(key));
    this.running.set(key, promise);
  }

  async done(): Promise<void> {
    await Promise.all(this.running.values());
  }
}
