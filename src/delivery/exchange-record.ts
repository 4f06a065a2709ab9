import type { HttpRequest, HttpResponse } from '../http';
import { maskHeaders, maskSecret } from '../pos/mask';
import type { Session } from '../pos/vendor';
import type { Exchange } from '../store/delivery-records';
import type { Outlet } from './pos-outlet';

/** Longer bodies are cut: a menu that is read on the way would fill the database. */
const LONGEST = 8_000;
/** An attempt that asks more often than this is seen well enough. */
const MOST = 12;
/** Of a reply's headers, those that help when the vendor's support is asked. */
const TELLING = /^(content-type|retry-after|date|.*(request|trace|correlation)-?id)$/;
/** Shorter values are no secrets that could be told from other words. */
const SHORTEST_SECRET = 8;

/** The same outlet, which writes down what is sent and what comes back. No secret of the connection is written down. */
export function recorded({ vendor, session }: Outlet, record: Exchange[], now: () => number): Outlet {
  const mask = masking(session);
  const http: Session['http'] = async (request) => {
    const exchange: Exchange = { at: now(), request: mask(requestText(request)), reply: null };
    if (record.length < MOST) record.push(exchange);
    const response = await session.http(request);
    exchange.reply = mask(replyText(response));
    return response;
  };
  return { vendor, session: { ...session, http } };
}

function requestText({ method, url, headers, body = '' }: HttpRequest): string {
  return `${method} ${url}\n${headerLines(maskHeaders(headers))}\n\n${cut(body)}`;
}

function replyText({ status, headers, body }: HttpResponse): string {
  const telling = Object.entries(headers).filter(([name]) => TELLING.test(name));
  return `${status}\n${headerLines(Object.fromEntries(telling))}\n\n${cut(body)}`;
}

function headerLines(headers: Record<string, string>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function cut(body: string): string {
  return body.length <= LONGEST ? body : `${body.slice(0, LONGEST)}… (${body.length - LONGEST} more)`;
}

/** Wherever a credential or a token stands, also in a body or an address, only its end is left. */
function masking({ credentials, token }: Session): (text: string) => string {
  const secrets = [...Object.values(credentials), token?.access_token, token?.refresh_token]
    .filter((value): value is string => value !== undefined && value.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length);
  return (text) => secrets.reduce((masked, secret) => masked.replaceAll(secret, maskSecret(secret)), text);
}
