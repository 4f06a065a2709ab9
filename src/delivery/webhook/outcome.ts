import { type HttpResponse, NoResponse } from '../../http';
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

export type HookOutcome = {
  outcome: 'delivered' | 'gone' | 'throttled' | 'failed';
  /** A sentence for whoever runs the receiver. */
  message: string;
  /** How long it asks to be left alone; 0 where it does not say. */
  retryAfterSeconds: number;
};
type Reading = [from: number, to: number, outcome: HookOutcome['outcome'], says: string];

/** What an answer means, the first row that fits. Only 2xx is a yes: a redirect is not followed, as it could lead anywhere. */
const READINGS: Reading[] = [
  [200, 299, 'delivered', 'all is well'],
  [300, 399, 'failed', 'redirects are not followed, give its final address'],
  [401, 401, 'failed', 'it wants a log-in, which hooks do not have'],
  [403, 403, 'failed', 'it does not let us in'],
  [404, 404, 'failed', 'there is nothing at this address'],
  [410, 410, 'gone', 'it has unsubscribed'],
  [429, 429, 'throttled', 'it is called too fast'],
  [500, 599, 'failed', 'it failed itself'],
];
const OTHERWISE: Reading = [0, 999, 'failed', 'only 2xx counts as received'];

/** Why no answer came, by the client's code, where the code alone says little. */
const SILENCES: Record<string, string> = {
  ECONNREFUSED: 'nothing listens at its address',
  ECONNRESET: 'it hung up',
  ENOTFOUND: 'its host name is not known',
  EAI_AGAIN: 'its host name could not be looked up',
  ERR_BAD_RESPONSE: 'its answer is too long or cannot be read',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not signed by an authority',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is another host’s',
};

/** What a receiver's answer, or its silence, means. */
export function hookOutcome(answer: HttpResponse | NoResponse): HookOutcome {
  if (answer instanceof NoResponse) {
    const why = SILENCES[answer.message] ?? answer.message;
    return { outcome: 'failed', message: `It gave no answer: ${why}.`, retryAfterSeconds: 0 };
  }
  const { status } = answer;
  const fits = READINGS.find(([from, to]) => status >= from && status <= to);
  const [, , outcome, says] = fits ?? OTHERWISE;
  return {
    outcome,
    message: `It answered ${status}: ${says}.`,
    retryAfterSeconds: retryAfterSeconds(answer) ?? 0,
  };
}
