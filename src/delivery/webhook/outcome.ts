import type { HttpResponse } from '../../http';
import { retryAfterSeconds } from '../../pos/exchange';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The waits after each failed call; after the last one the message is given up. */
export const HOOK_SCHEDULE_MS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  10 * HOUR,
];
/** A receiver that has failed for so long is called no more. */
export const HOOK_FAILS_FOR_MS = 5 * 24 * HOUR;

export type HookOutcome =
  | { outcome: 'delivered' }
  | { outcome: 'gone' }
  | { outcome: 'failed'; message: string; waitSeconds: number };

/** What a receiver's answer means. Only 2xx is a yes: a redirect is not followed, as it could lead anywhere. */
export function hookOutcome(response: HttpResponse): HookOutcome {
  const { status } = response;
  if (status >= 200 && status < 300) return { outcome: 'delivered' };
  if (status === 410) return { outcome: 'gone' };
  const message =
    status >= 300 && status < 400
      ? `It redirects (${status}); give its final address.`
      : `It answered ${status}.`;
  return { outcome: 'failed', message, waitSeconds: retryAfterSeconds(response) ?? 0 };
}
