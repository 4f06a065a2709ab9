import { type HttpClient, NoResponse } from '../http';
import type { FaultySimulator } from './faults';

/**
 * An `HttpClient` that calls a simulator in this process. Time is virtual: a hanging vendor and a delayed read cost nothing,
 * `clock` moves instead. `base` is the address that the adapter was given for this vendor.
 */
export function inProcessClient(
  { base, clock }: { base: string; clock: { now: Date } },
  target: FaultySimulator,
): HttpClient {
  return async (request) => {
    const advance = (milliseconds: number) => {
      clock.now = new Date(clock.now.getTime() + milliseconds);
    };
    advance(request.delayMs ?? 0);
    if (!request.url.startsWith(base))
      throw new NoResponse('no', `nothing listens at ${new URL(request.url).host}`);
    const url = new URL(request.url);
    const outcome = target.handle(
      {
        method: request.method,
        path: request.url.slice(base.length).split('?')[0] || '/',
        query: url.searchParams,
        headers: Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
        ),
        body: request.body ?? '',
      },
      clock.now,
    );
    if ('dropped' in outcome) throw new NoResponse('maybe', 'the connection was closed without a reply');
    const timeoutMs = request.timeoutMs ?? 30_000;
    if (outcome.afterSeconds * 1000 > timeoutMs) {
      advance(timeoutMs);
      throw new NoResponse('maybe', `no reply within ${timeoutMs / 1000} s`);
    }
    advance(outcome.afterSeconds * 1000);
    return outcome.reply;
  };
}
