import { createHash, createHmac } from 'node:crypto';

/** Name and value in the order in which they are sent. */
export type Parameters = Record<string, string>;

/**
 * `X-Twilio-Signature` of a request: the address, then every POST parameter by name, under the account's auth token.
 * https://www.twilio.com/docs/usage/security#validating-requests, read 2026-11-24.
 */
export function sign(url: string, parameters: Parameters, authToken: string): string {
  const text = Object.keys(parameters)
    .sort()
    .reduce((sum, name) => `${sum}${name}${parameters[name]}`, url);
  return createHmac('sha1', authToken).update(text, 'utf8').digest('base64');
}

/** The address of a request whose body is no form: it carries the body's hash, and the signature is of this address alone. */
export function withBodyHash(url: string, body: string): string {
  const hash = createHash('sha256').update(body, 'utf8').digest('hex');
  return `${url}${url.includes('?') ? '&' : '?'}bodySHA256=${hash}`;
}
