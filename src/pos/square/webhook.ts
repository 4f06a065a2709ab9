import { createHmac } from 'node:crypto';
import { isSameText } from '../../same-text';
import { asList, asObject, asText, type Json, parseJson } from '../json';
import { lookUp } from '../look-up';
import type { SeenStatus, WebhookCall, WebhookEvent, WebhookReading, WebhookSecrets } from '../webhook';
import type { SquareCredential } from './api';
import { FULFILLMENT_STATES } from './seen';

/** The calls about orders, and under which name each carries what it tells. */
const ABOUT: Record<string, string> = {
  'order.created': 'order_created',
  'order.updated': 'order_updated',
  'order.fulfillment.updated': 'order_fulfillment_updated',
};

/**
 * A call of Square's, signed over our address and its text (https://developer.squareup.com/docs/webhooks/step3validate, read
 * 2026-11-24). The signature holds no time: a repeat is genuine too, and known by its `event_id`.
 */
export function readWebhook(
  { url, headers, body }: WebhookCall,
  { credentials }: WebhookSecrets<SquareCredential>,
): WebhookReading {
  const key = credentials.webhook_secret;
  if (!key) return refused('no Webhook Signature Key is set for this connection');
  const signature = createHmac('sha256', key)
    .update(url + body)
    .digest('base64');
  if (!isSameText(headers['x-square-hmacsha256-signature'], signature)) {
    return refused('the signature is not one of our Webhook Signature Key and this address');
  }
  return { outcome: 'verified', events: toEvents(body) };
}

function refused(reason: string): WebhookReading {
  return { outcome: 'refused', reason: `Square webhook: ${reason}.` };
}

/** A genuine call that says nothing we read must not be sent again and again: it has no events. */
function toEvents(body: string): WebhookEvent[] {
  const call = readCall(body);
  const data = asObject(call.data);
  const about = asObject(asObject(data.object)[lookUp(ABOUT, call.type) ?? '']);
  const [id, pos_order_id] = [asText(call.event_id), asText(about.order_id)];
  if (!id || !pos_order_id) return [];
  const at = asText(about.updated_at) ?? asText(call.created_at) ?? null;
  return [{ id, reference: null, pos_order_id, status: statusIn(about), at, message: null }];
}

function readCall(body: string): Json {
  try {
    return asObject(parseJson(body));
  } catch {
    return {};
  }
}

/** What the call itself proves; an order that is OPEN or COMPLETED may be anything, so it is then read. */
function statusIn(about: Json): SeenStatus | null {
  if (about.state === 'CANCELED') return 'cancelled';
  const states = asList(about.fulfillment_update).map(({ new_state }) =>
    lookUp(FULFILLMENT_STATES, new_state),
  );
  const [first = null] = states;
  return states.every((state) => state === first) ? first : null;
}
