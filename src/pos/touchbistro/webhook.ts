import { createHmac } from 'node:crypto';
import type { HttpRequest } from '../../http';
import { allergyText, ticketText } from '../../order/ticket-text';
import { toDate } from '../../order/time';
import { exchange } from '../exchange';
import { asText } from '../json';
import { guestPhone, type PosOrder, referenceOf, zoneOf } from '../pos-order';
import { previewOf } from '../preview';
import { toReceipt } from '../receipt';
import { refuseSetting, toErrorBy } from './errors';
import { pick, readJsonSetting } from './field-map';
import { nameOnly, type TouchBistroContext, type TouchBistroSession, type Way } from './modes';

const NAME = "The webhook's receiver";
const toError = toErrorBy({
  name: NAME,
  read: (json) => ({
    code: asText(pick(json, 'error.code|code')),
    said: asText(pick(json, 'error.message|message|error')),
  }),
  next: { credentials: 'Check that both sides hold the same secret and that the clocks agree.' },
});

type At = TouchBistroSession | TouchBistroContext;

function targetOf(at: At): string {
  const url = at.settings.webhook_url || at.baseUrl;
  return url || refuseSetting('Fill in Webhook Address: where the signed order is sent.', 'NO_ADDRESS');
}

/** The key of a Standard Webhooks secret: base64 after `whsec_`, 24 bytes or more. */
function keyOf(secret: string | undefined): Buffer {
  const key = Buffer.from((secret ?? '').replace(/^whsec_/, ''), 'base64');
  if (key.length >= 24) return key;
  return refuseSetting(
    'The webhook needs a secret: whsec_ and at least 24 bytes in base64. Nothing unsigned is sent.',
    'NO_SECRET',
  );
}

/** The order as our own API answers it, with the reference and the ticket's text. */
function toBody(order: PosOrder, reference: string, now: string): string {
  const { menu: _menu, ...data } = order;
  const told = {
    reference,
    phone_e164: guestPhone(order),
    allergy_text: allergyText(order),
    ticket_text: ticketText(order, { timezone: zoneOf(order) }),
  };
  return JSON.stringify({ type: 'order.created', timestamp: now, data: { ...data, ...told } });
}

/** Signed by Standard Webhooks 1.0.0 (https://www.standardwebhooks.com): `id.timestamp.body`, HMAC-SHA256. Its id never changes on a repeat. */
function toRequest(order: PosOrder, at: At, now: string): { request: HttpRequest; reference: string } {
  const reference = referenceOf(order, { vendor: 'touchbistro', posLocation: at.posLocation });
  const body = toBody(order, reference, now);
  const id = `msg_${reference}`;
  const timestamp = String(Math.floor(toDate(now).getTime() / 1000));
  const signed = createHmac('sha256', keyOf(at.credentials.webhook_secret)).update(
    `${id}.${timestamp}.${body}`,
  );
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signed.digest('base64')}`,
  };
  return { request: { method: 'POST', url: targetOf(at), headers, body, timeoutMs: 30_000 }, reference };
}

/** Forwards the whole order, signed, to whoever brings it into the POS. */
export const webhook: Way = {
  async submitOrder(order, session) {
    if (!session.now)
      refuseSetting('A signed webhook carries the time of the call, and none was given.', 'NO_TIME');
    const { request, reference } = toRequest(order, session, session.now);
    const reply = await exchange(session.http, request, {
      vendor: 'touchbistro',
      name: 'The webhook',
      writes: true,
      toError,
    });
    const paths = readJsonSetting('Response Map', session.settings.response_map || '{}');
    return toReceipt(order, {
      vendor: 'touchbistro',
      vendorName: NAME,
      reference,
      pos_order_id: asText(pick(reply, asText(paths.id) ?? 'id|order_id')) ?? null,
      state: 'queued',
      completed: ['order'],
    });
  },

  async checkConnection(session) {
    keyOf(session.credentials.webhook_secret);
    return nameOnly(`${new URL(targetOf(session)).host} (signed webhook, not tried)`);
  },

  preview(order, context) {
    // Without the time of a call the signature would be another one: it is left out.
    const { request } = toRequest(order, context, context.now ?? '1970-01-01T00:00:00Z');
    const shown = previewOf('submit', request);
    return {
      requests: [{ ...shown, headers: { ...shown.headers, 'webhook-signature': 'v1,…' } }],
      unmatched: [],
      warnings: [],
    };
  },
};
