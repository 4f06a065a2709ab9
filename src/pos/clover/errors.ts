import type { HttpResponse } from '../../http';
import { kindOfStatus, PosError, type PosErrorKind } from '../errors';
import { retryAfterSeconds } from '../exchange';
import { asObject, asText } from '../json';

/** Clover says 401 for a bad token, missing rights and a wrong host alike (https://docs.clover.com/docs/401-unauthorized, read 2026-11-24). */
const ACCESS =
  'Clover does not accept this token (401). Clover says the same for a wrong key, missing rights and the wrong region: copy the API token again, give it Read and Write Orders, Read Inventory and Read Merchant, and check the region and the merchant id. An app whose permissions changed must be uninstalled and installed again.';

/** Codes are what Clover writes into `message`: an open list, so others fall to their status. */
const NEXT_STEPS: Record<string, string> = {
  item_does_not_exist: 'An item of this order is not in Clover any more. Read the menu again.',
  invalid_modifier:
    'An option of this order is not in Clover, or not in a group of that item. Read the menu again.',
  cart_is_empty_or_missing: 'The order has no lines. Add an item.',
  order_type_does_not_exist: 'Choose the Order Type again: it was deleted in Clover.',
};

const BY_STATUS: Record<number, string> = {
  404: 'Something this order names (merchant, item, option, order type) is not in Clover any more. Read the menu again and check the merchant id.',
  413: 'The order is too large for Clover. Split it.',
};

const FAILED: Record<PosErrorKind, string> = {
  credentials: 'Clover does not accept this token',
  rejected: 'Clover refused the request',
  throttled: 'Clover asks to slow down',
  unreachable: 'Clover could not be reached',
  unclear: 'Clover failed while answering, and the ticket may exist',
};

const NEXT: Record<PosErrorKind, string> = {
  credentials: 'Reconnect Clover.',
  rejected: 'Correct it and send the order again.',
  throttled: 'It is sent again by itself.',
  unreachable: 'It is tried again.',
  unclear: 'It is looked up before anything is sent again.',
};

/** A Clover reply that is no success, as one of the five kinds. Its words are quoted for refusals only, and shortened. */
export function toCloverError(response: HttpResponse, json: unknown): PosError {
  const { status } = response;
  const kind = kindOfStatus(status);
  const body = asObject(json);
  const said = asText(body.message) ?? asText(body.error);
  const code = said && /^[A-Za-z][A-Za-z0-9_]{2,60}$/.test(said) ? said : undefined;
  const details = { code, httpStatus: status, retryAfterSeconds: retryAfterSeconds(response) };
  if (status === 401) return new PosError(kind, 'clover', ACCESS, details);
  const quoted = kind === 'rejected' ? quote([code ? undefined : said, asText(body.details)]) : '';
  const next = (code && NEXT_STEPS[code]) || BY_STATUS[status] || NEXT[kind];
  return new PosError(kind, 'clover', `${FAILED[kind]}${quoted} (${code ?? status}). ${next}`, details);
}

function quote(words: (string | undefined)[]): string {
  const text = words.filter(Boolean).join(': ').slice(0, 200).replace(/\.$/, '');
  return text && `: ${text}`;
}

/** Whether Clover says that this thing does not exist (any more). */
export function isGone(error: unknown): boolean {
  return error instanceof PosError && error.details.httpStatus === 404;
}
