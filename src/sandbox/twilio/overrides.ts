/** What made an attempt fail: no connection, no answer in time, or a status. */
export type Failing = 'ct' | 'rt' | '4xx' | '5xx';

/** How a webhook is called. */
export type Overrides = { readMs: number; totalMs: number; retries: number; policy: Set<Failing> };

const ALL: Failing[] = ['ct', 'rt', '4xx', '5xx'];

/**
 * What the fragment of an address says: `#rc=2&rp=all`. Unset, Twilio waits 15 s and repeats once, only where it could not
 * connect. https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides, read 2026-11-24.
 */
export function readOverrides(url: string): Overrides {
  const given = new URLSearchParams(url.split('#')[1] ?? '');
  const whole = (name: string, { least, most, unset }: { least: number; most: number; unset: number }) => {
    const value = Number(given.get(name) ?? unset);
    return Number.isInteger(value) && value >= least && value <= most ? value : unset;
  };
  const wanted = (given.get('rp') ?? 'ct').split(',');
  return {
    readMs: whole('rt', { least: 100, most: 15_000, unset: 15_000 }),
    totalMs: whole('tt', { least: 100, most: 15_000, unset: 15_000 }),
    retries: whole('rc', { least: 0, most: 5, unset: 1 }),
    policy: new Set(ALL.filter((one) => wanted.includes('all') || wanted.includes(one))),
  };
}
