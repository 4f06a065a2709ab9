import type { HttpResponse } from '../../http';
import { kindOfStatus, PosError, type PosErrorKind } from '../errors';
import { retryAfterSeconds } from '../exchange';
import { maskGuest } from '../mask';

/** How one of the ways words its refusals. */
export type Wording = {
  /** Who answered: "The partner endpoint for TouchBistro". */
  name: string;
  /** The other side's own code and words, where its reply has them. */
  read: (json: unknown) => { code?: string; said?: string };
  next?: Partial<Record<PosErrorKind, string>>;
};

const FAILED: Record<PosErrorKind, string> = {
  credentials: 'does not accept these credentials',
  rejected: 'refused the order',
  throttled: 'asks to slow down',
  unreachable: 'could not be reached',
  unclear: 'failed while answering, and the ticket may exist',
};

const NEXT: Record<PosErrorKind, string> = {
  credentials: 'Ask whoever issued them for credentials that may create orders.',
  rejected: 'Correct it and send the order again.',
  throttled: 'It is sent again by itself.',
  unreachable: 'It is tried again.',
  unclear: 'It is sent again under the same reference.',
};

/** A reply that is no success, as one of the five kinds. */
export function toErrorBy({ name, read, next = {} }: Wording) {
  return (response: HttpResponse, json: unknown): PosError => {
    const moved = response.status >= 300 && response.status < 400;
    const kind = moved ? 'rejected' : kindOfStatus(response.status);
    const { code, said } = read(json);
    const why = moved
      ? ': the address has moved; write the new one'
      : kind === 'rejected' && said
        ? `: ${maskGuest(said)}`
        : '';
    const message = `${name} ${FAILED[kind]}${why.replace(/\.$/, '')} (${code ?? response.status}). ${next[kind] ?? NEXT[kind]}`;
    return new PosError(kind, 'touchbistro', message, {
      code,
      httpStatus: response.status,
      retryAfterSeconds: retryAfterSeconds(response),
    });
  };
}

/** A setting that is missing or cannot be read. */
export function refuseSetting(message: string, code: string): never {
  throw new PosError('rejected', 'touchbistro', message, { code });
}
