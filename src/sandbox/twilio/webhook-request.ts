import type { HttpRequest } from '../../http';
import { ACCOUNT } from './account';
import { type Parameters, sign } from './signature';

/** Where Twilio calls, as set on a number or written in TwiML. */
export type Address = { url: string; method: string };

/** An address as TwiML gives it, which may be relative to its document's; one that is none stays as it is and fails when it is called. */
export function toAddress(link: string, method = 'POST', documentUrl: string): Address {
  const url = URL.canParse(link, documentUrl) ? new URL(link, documentUrl).href : link;
  return { url, method: method.toUpperCase() };
}

const HEADERS = { accept: '*/*', 'user-agent': 'TwilioProxy/1.1', 'x-home-region': 'us1' };

/**
 * A call to the restaurant's server as Twilio makes it. What stands after a `#` in the address sets timeouts and repeats and
 * is neither sent nor signed. `token` stays the same when the call is repeated.
 */
export function toWebhookRequest(
  { url, method }: Address,
  parameters: Parameters,
  token: string,
): HttpRequest {
  const [address = ''] = url.split('#');
  const form = new URLSearchParams(parameters).toString();
  const isPost = method !== 'GET';
  const target = isPost || form === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${form}`;
  const headers = {
    ...HEADERS,
    'x-twilio-signature': sign(target, isPost ? parameters : {}, ACCOUNT.authToken),
    'i-twilio-idempotency-token': token,
  };
  if (!isPost) return { method: 'GET', url: target, headers };
  const contentType = 'application/x-www-form-urlencoded; charset=UTF-8';
  return { method: 'POST', url: target, headers: { ...headers, 'content-type': contentType }, body: form };
}

/** A token in the shape of a UUID, made of 32 hexadecimal digits or more. */
export function toIdempotencyToken(digits: string): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
