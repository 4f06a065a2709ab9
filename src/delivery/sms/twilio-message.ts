import type { HttpRequest, HttpResponse } from '../../http';

/** Who sends. `user` is the account, or a key of it. */
export type SmsAccount = {
  accountSid: string;
  user: string;
  password: string;
  apiUrl: string;
  /** A number or a messaging service; null: the shop's own number. */
  from: string | null;
};
export type Sms = { to: string; from: string; body: string; statusCallback: string | null };

/** Twilio may take so long (https://www.twilio.com/docs/messaging/api/message-resource, read 2026-11-24: no key makes a repeat safe). */
const TIMEOUT_MS = 15_000;

/** Sends a message. */
export function toSend(account: SmsAccount, { to, from, body, statusCallback }: Sms): HttpRequest {
  const form = new URLSearchParams({
    To: to,
    [from.startsWith('MG') ? 'MessagingServiceSid' : 'From']: from,
    Body: body,
  });
  if (statusCallback) form.set('StatusCallback', statusCallback);
  const { headers, ...request } = toMessages(account, 'POST');
  return {
    ...request,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  };
}

/** Asks for the latest messages to a number. */
export function toList(account: SmsAccount, to: string): HttpRequest {
  const { url, ...request } = toMessages(account, 'GET');
  return { ...request, url: `${url}?${new URLSearchParams({ To: to, PageSize: '50' })}` };
}

function toMessages({ accountSid, user, password, apiUrl }: SmsAccount, method: 'GET' | 'POST') {
  return {
    method,
    url: `${apiUrl}/2010-04-01/Accounts/${accountSid}/Messages.json`,
    headers: {
      authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
      'user-agent': 'OrderWire',
    },
    timeoutMs: TIMEOUT_MS,
  } satisfies HttpRequest;
}

/** A message as Twilio keeps it. */
export type SentMessage = { sid: string; status: string };

/** The message of an answer to `toSend`; null where the answer cannot be read. */
export function readSent({ body }: HttpResponse): SentMessage | null {
  const { sid, status } = readJson(body) ?? {};
  return typeof sid === 'string' ? { sid, status: String(status) } : null;
}

/** The message with these words that left since a moment, among those listed; null: there is none, undefined: the answer cannot be read. */
export function findSent(
  { body }: HttpResponse,
  { words, since }: { words: string; since: number },
): SentMessage | null | undefined {
  const messages = readJson(body)?.messages;
  if (!Array.isArray(messages)) return undefined;
  const found = (messages as Record<string, unknown>[]).find(
    (one) =>
      withoutLink(String(one.body)) === withoutLink(words) &&
      String(one.direction).startsWith('outbound') &&
      Date.parse(String(one.date_created)) >= since,
  );
  return found ? { sid: String(found.sid), status: String(found.status) } : null;
}

/** A link is made anew at each attempt. */
const withoutLink = (words: string) => words.replace(/ https?:\S+$/, '');

/** Twilio's own number for what went wrong. */
export function readCode({ body }: HttpResponse): string | null {
  const code = readJson(body)?.code;
  return typeof code === 'number' ? String(code) : null;
}

function readJson(text: string): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(text);
    return json !== null && typeof json === 'object' ? (json as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
