import { createHash, createHmac } from 'node:crypto';
import { isSameText } from '../../same-text';

/** A call as it arrived: the address under which Twilio called it, and the very bytes. */
export type SignedCall = {
  url: string;
  contentType: string;
  body: string;
  /** X-Twilio-Signature. */
  signature: string | undefined;
};

/**
 * Whether Twilio made this call (https://www.twilio.com/docs/usage/security, read 2026-11-24). Several tokens are in force while one
 * is replaced; without any nothing is believed.
 */
export function isSignedByTwilio(call: SignedCall, tokens: readonly string[]): boolean {
  const { url, signature } = call;
  const params = signedParams(call);
  if (!signature || params === null) return false;
  const texts = withAndWithoutPort(url).map((one) => one + params);
  return tokens.some((token) => texts.some((text) => isSameText(signature, sign(token, text))));
}

/** A form is signed field by field. Any other body is signed by its hash in the address, and by nothing where that is missing. */
function signedParams({ url, contentType, body }: SignedCall): string | null {
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  const hash = query.get('bodySHA256');
  if (hash !== null) return isSameText(hash, createHash('sha256').update(body).digest('hex')) ? '' : null;
  if (body === '') return '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(contentType)) return null;
  const fields = new URLSearchParams(body);
  return [...new Set(fields.keys())]
    .sort()
    .flatMap((name) => [...new Set(fields.getAll(name))].sort().map((value) => name + value))
    .join('');
}

/** Twilio may sign the address with its standard port or without it. */
function withAndWithoutPort(url: string): string[] {
  const [, scheme = '', host = '', rest = ''] = /^(https?:\/\/)([^/?#]*)(.*)$/is.exec(url) ?? [];
  const port = scheme.toLowerCase() === 'https://' ? ':443' : ':80';
  const bare = host.endsWith(port) ? host.slice(0, -port.length) : host;
  return [...new Set([url, scheme + bare + rest, scheme + bare + (/:\d+$/.test(bare) ? '' : port) + rest])];
}

function sign(token: string, text: string): string {
  return createHmac('sha1', token).update(text, 'utf8').digest('base64');
}
