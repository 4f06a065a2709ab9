import type { ZObject } from 'zapier-platform-core';
import type { PosError, PosErrorKind } from '../pos/errors';

export type ZapierErrors = ZObject['errors'];

/** What a step does with each kind: ask for a new connection, say no in words, or let Zapier run the step again by itself. */
export const REACTIONS: Record<PosErrorKind, 'reconnect' | 'refuse' | 'again'> = {
  credentials: 'reconnect',
  rejected: 'refuse',
  throttled: 'again',
  unreachable: 'again',
  unclear: 'again',
};

const AGAIN_SECONDS = 60;

type Situation = {
  errors: ZapierErrors;
  /** Whether logging in again can help: this connection's credentials make new tokens. */
  renewable: boolean;
};

/** A vendor's error as Zapier's. Never `HaltedError`: a quiet halt is a meal nobody cooks. */
export function toZapierError(error: PosError, { errors, renewable }: Situation): Error {
  const forms: Record<(typeof REACTIONS)[PosErrorKind], () => Error> = {
    // Only a 401 can be an expired token: missing rights, found here or told by a 403, stay missing after a new log-in.
    reconnect: () =>
      renewable && error.details.httpStatus === 401
        ? new errors.RefreshAuthError(error.message)
        : new errors.ExpiredAuthError(error.message),
    refuse: () => new errors.Error(error.message, error.details.code ?? 'Refused', 422),
    again: () => new errors.ThrottledError(error.message, error.details.retryAfterSeconds ?? AGAIN_SECONDS),
  };
  // Zapier appends a log of the run to a sentence that is not marked so.
  return Object.assign(forms[REACTIONS[error.kind]](), { doNotContextify: true });
}
