import { createHmac } from 'node:crypto';
import { isTicketReference } from '../../order/reference';
import { isSameText } from '../../same-text';
import { toInstant } from '../instant';
import { asObject, asText, type Json, parseJson } from '../json';
import { lookUp } from '../look-up';
import { maskGuest } from '../mask';
import type { WebhookCall, WebhookEvent, WebhookReading, WebhookSecrets } from '../webhook';
import { STATUSES } from './deliverect-statuses';
import type { TouchBistroKey } from './modes';

/**
 * A call of Deliverect's, signed over its text (https://developers.deliverect.com/reference/hmac-authentication, read 2026-11-24). The
 * signature holds no time. In staging the key is the channel link id: whoever wants that writes it down as the secret.
 */
export function readDeliverectWebhook(
  { url, headers, body }: WebhookCall,
  { credentials }: WebhookSecrets<TouchBistroKey>,
): WebhookReading {
  const secret = credentials.webhook_secret;
  if (!secret) return refused('no Webhook Secret is set for this connection');
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const given = headers['x-server-authorization-hmac-sha256']?.toLowerCase();
  if (!isSameText(given, signature)) return refused('the signature is not one of our Webhook Secret');
  const call = readCall(body);
  if (isRegistration(call)) return { outcome: 'verified', events: [], answer: addresses(url) };
  return { outcome: 'verified', events: toEvents(call) };
}

function refused(reason: string): WebhookReading {
  return { outcome: 'refused', reason: `Deliverect webhook: ${reason}.` };
}

function readCall(body: string): Json {
  try {
    return asObject(parseJson(body));
  } catch {
    return {};
  }
}

const REGISTRATION = new Set<unknown>(['register', 'active', 'inactive']);

/** A restaurant connects the channel, or switches it on or off. */
function isRegistration({ status, channelLinkId }: Json): boolean {
  return REGISTRATION.has(status) && asText(channelLinkId) !== undefined;
}

/** Deliverect asks then where to send what, always all of it (https://developers.deliverect.com/reference/post-channel-status). */
function addresses(url: string): { status: number; body: string } {
  const names = [
    'statusUpdateURL',
    'menuUpdateURL',
    'snoozeUnsnoozeURL',
    'busyModeURL',
    'updatePrepTimeURL',
    'courierUpdateURL',
    'paymentUpdateURL',
  ];
  return { status: 200, body: JSON.stringify(Object.fromEntries(names.map((name) => [name, url]))) };
}

/** https://developers.deliverect.com/reference/channel_order_status, read 2026-11-24; courier updates have the same shape. */
function toEvents(call: Json): WebhookEvent[] {
  const status = lookUp(STATUSES, call.status);
  const reference = asText(call.channelOrderId);
  // What the POS said and Deliverect did not apply is no change of the order.
  if (!status || !reference || call.isIgnoredPOSStatus === true) return [];
  const [pos_order_id, reason] = [asText(call.orderId) ?? null, asText(call.reason)];
  const at = toInstant(call.timeStamp) ?? null;
  return [
    {
      id: [pos_order_id ?? reference, call.status, at ?? ''].join(':'),
      reference: isTicketReference(reference) ? reference : null,
      pos_order_id,
      status,
      at,
      message: reason ? maskGuest(reason) : null,
    },
  ];
}
