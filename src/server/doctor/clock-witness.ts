import type { HttpClient } from '../../http';

/** What the answers of others say of this machine's clock: their `Date` header, against when they came. */
export class ClockWitness {
  private readonly skews: { host: string; skewMs: number }[] = [];
  constructor(private readonly now: () => number) {}

  /** The same client, listened to. */
  watch(http: HttpClient): HttpClient {
    return async (request) => {
      const sent = this.now();
      const response = await http(request);
      const told = Date.parse(response.headers.date ?? '');
      // The header counts whole seconds, and was written somewhere between question and answer.
      if (!Number.isNaN(told)) {
        const skewMs = (sent + this.now()) / 2 - (told + 500);
        this.skews.push({ host: new URL(request.url).host, skewMs });
      }
      return response;
    };
  }

  /** How far this clock is ahead of the host that agrees with it best; undefined where nobody told the time. */
  verdict(): { host: string; skewMs: number } | undefined {
    return [...this.skews].sort((a, b) => Math.abs(a.skewMs) - Math.abs(b.skewMs))[0];
  }
}
