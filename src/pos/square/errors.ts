import type { HttpResponse } from '../../http';
import { kindOfStatus, PosError, type PosErrorKind } from '../errors';
import { retryAfterSeconds } from '../exchange';
import { asList, asObject, asText } from '../json';
import { maskGuest } from '../mask';

/** https://developer.squareup.com/docs/build-basics/handling-errors, read 2026-11-24. Codes are an open list: others fall to their status. */
const KINDS: Record<string, PosErrorKind> = {
  UNAUTHORIZED: 'credentials',
  ACCESS_TOKEN_EXPIRED: 'credentials',
  ACCESS_TOKEN_REVOKED: 'credentials',
  CLIENT_DISABLED: 'credentials',
  FORBIDDEN: 'credentials',
  INSUFFICIENT_SCOPES: 'credentials',
  RATE_LIMITED: 'throttled',
  SERVICE_UNAVAILABLE: 'unclear',
  GATEWAY_TIMEOUT: 'unclear',
  INTERNAL_SERVER_ERROR: 'unclear',
  TEMPORARY_ERROR: 'unclear',
  CONFLICT: 'unclear',
  VERSION_MISMATCH: 'unclear',
};

const NEXT_STEPS: Record<string, string> = {
  UNAUTHORIZED:
    'Square says the same for a wrong token and for a token of the other environment. Copy the access token again and check Live or Test.',
  ACCESS_TOKEN_EXPIRED: 'Reconnect Square: its access tokens last 30 days.',
  ACCESS_TOKEN_REVOKED: 'The restaurant has removed this connection. Connect Square again.',
  INSUFFICIENT_SCOPES:
    'Give the token the permissions MERCHANT_PROFILE_READ, ITEMS_READ, ORDERS_READ, ORDERS_WRITE and PAYMENTS_WRITE, then reconnect.',
  NOT_FOUND: 'An item, option or location of this order is not in Square any more. Read the menu again.',
  LOCATION_MISMATCH: 'Check the location id of the connection.',
  INVALID_LOCATION: 'Check the location id of the connection.',
  CURRENCY_MISMATCH: "The order's currency differs from the location's. Check the currency of the shop.",
};

const DEFAULT_NEXT_STEP: Record<PosErrorKind, string> = {
  credentials: 'Check the connection, and the permissions of the application in Square.',
  rejected: 'Correct it and send the order again.',
  throttled: 'It is sent again by itself.',
  unreachable: 'It is tried again.',
  unclear: 'It is looked up before anything is sent again.',
};

const FAILED: Record<PosErrorKind, string> = {
  credentials: 'Square does not accept this access token',
  rejected: 'Square refused the order',
  throttled: 'Square asks to slow down',
  unreachable: 'Square could not be reached',
  unclear: 'Square failed while answering, and the ticket may exist',
};

/** A Square reply that is no success, as one of the five kinds. Square's detail is quoted for refusals only: it names fields, not guests. */
export function toSquareError(response: HttpResponse, json: unknown): PosError {
  const [first = {}] = asList(asObject(json).errors);
  const code = asText(first.code);
  const kind = (code && KINDS[code]) || kindOfStatus(response.status);
  const detail = kind === 'rejected' ? maskGuest(asText(first.detail) ?? '') : '';
  const field = asText(first.field);
  const said = [detail.replace(/\.$/, ''), field && `field ${field}`].filter(Boolean).join(', ');
  const next = (code && NEXT_STEPS[code]) || DEFAULT_NEXT_STEP[kind];
  const message = `${FAILED[kind]}${said ? `: ${said}` : ''} (${code ?? response.status}). ${next}`;
  return new PosError(kind, 'square', message, {
    code,
    httpStatus: response.status,
    retryAfterSeconds: retryAfterSeconds(response),
  });
}

/**
 * "This key was used with another body" means that the ticket exists: it is found and returned, never refused.
 * Square has said the same as BAD_REQUEST "Order … already exists." (https://developer.squareup.com/forums/t/create-order-api-failing/19722).
 */
export function isUsedKey(error: unknown): boolean {
  if (!(error instanceof PosError)) return false;
  return error.details.code === 'IDEMPOTENCY_KEY_REUSED' || /already exists/i.test(error.message);
}

/** A second payment is refused; that the order is paid is what we wanted. Square's words for it are not documented. */
export function isPaidAlready(error: PosError): boolean {
  return error.kind === 'rejected' && /already (?:been )?paid/i.test(error.message);
}

/** Whether Square says that this thing does not exist. */
export function isGone(error: unknown): boolean {
  return error instanceof PosError && error.details.httpStatus === 404;
}
