import { isSameText } from '../../same-text';
import { asList, asObject, asText, type Json, parseJson } from '../json';
import { lookUp } from '../look-up';
import type { SeenStatus, WebhookCall, WebhookEvent, WebhookReading, WebhookSecrets } from '../webhook';
import type { CloverCredential } from './api';
import { timeOf } from './seen';

/**
 * A call of Clover's (https://docs.clover.com/dev/docs/webhooks, read 2026-11-24). Nothing is signed: each call carries the app's own
 * auth code. Clover shows that code only after the address has answered a first call without it, which brings the code that somebody
 * copies back; answering it changes nothing here.
 */
export function readWebhook(
  { headers, body }: WebhookCall,
  { credentials }: WebhookSecrets<CloverCredential>,
): WebhookReading {
  const message = readMessage(body);
  const code = asText(message.verificationCode);
  if (code && CODE.test(code)) return { outcome: 'verified', events: [], answer: handshake(code) };
  if (!credentials.webhook_secret) return refused('no Clover Auth Code is set for this connection');
  if (!isSameText(headers['x-clover-auth'], credentials.webhook_secret)) {
    return refused('the header X-Clover-Auth is not our Clover Auth Code');
  }
  return { outcome: 'verified', events: toEvents(message) };
}

/** It is given back as it came, so nothing but a code may be in it. */
const CODE = /^[\w-]{1,64}$/;

function handshake(verificationCode: string): { status: number; body: string } {
  const next =
    'Paste this code into Verification Code, on the Webhooks page of the app in the Clover developer dashboard.';
  return { status: 200, body: JSON.stringify({ verificationCode, next }) };
}

function refused(reason: string): WebhookReading {
  return { outcome: 'refused', reason: `Clover webhook: ${reason}.` };
}

function readMessage(body: string): Json {
  try {
    return asObject(parseJson(body));
  } catch {
    return {};
  }
}

/** An update says that there is something to look at; only a deletion says what. */
const CHANGES: Record<string, SeenStatus> = { DELETE: 'cancelled' };

/** One message may tell of several merchants and changes; those of orders begin with `O:`. */
function toEvents({ merchants }: Json): WebhookEvent[] {
  return Object.entries(asObject(merchants)).flatMap(([merchant, updates]) =>
    asList(updates).flatMap((update) => toEvent(merchant, update) ?? []),
  );
}

function toEvent(merchant: string, { objectId, type, ts }: Json): WebhookEvent | undefined {
  const pos_order_id = /^O:(\w+)$/.exec(asText(objectId) ?? '')?.[1];
  if (!pos_order_id) return undefined;
  return {
    id: [merchant, pos_order_id, asText(type), asText(ts)].join(':'),
    reference: null,
    pos_order_id,
    status: lookUp(CHANGES, type) ?? null,
    at: timeOf(ts) ?? null,
    message: null,
  };
}
