import { createHmac } from 'node:crypto';
import { isSameText } from '../../same-text';
import { toInstant } from '../instant';
import { asObject, asText, type Json, parseJson } from '../json';
import { lookUp } from '../look-up';
import type { WebhookCall, WebhookEvent, WebhookReading, WebhookSecrets } from '../webhook';
import type { ToastCredential } from './api';
import { referenceIn } from './placed';
import { GUEST_STATUSES, statusOf } from './seen';

/**
 * A call of Toast's, signed over its text and the time in it (https://doc.toasttab.com/doc/devguide/apiMessageSigning.html, read
 * 2026-11-24). Toast has a secret for each subscription, so there may be several, with spaces between them.
 */
export function readWebhook(
  { headers, body }: WebhookCall,
  { credentials, now }: WebhookSecrets<ToastCredential>,
): WebhookReading {
  const secrets = credentials.webhook_secret?.split(/\s+/).filter(Boolean) ?? [];
  if (secrets.length === 0) return refused('no Webhook Secret is set for this connection');
  const message = readMessage(body);
  const timestamp = asText(message.timestamp) ?? '';
  const isOurs = secrets.some((secret) =>
    isSameText(headers['toast-signature'], signature(secret, body + timestamp)),
  );
  if (!isOurs) return refused('the signature is not one of our Webhook Secret');
  const age = Date.parse(now) - Date.parse(timestamp);
  if (!(age <= OLDEST_MS && age >= -AHEAD_MS)) return refused('the time in it is too long ago, or none');
  return { outcome: 'verified', events: toEvents(message) };
}

const MINUTE_MS = 60_000;
/** Toast sends a call again after 5 and after 10 more minutes (https://doc.toasttab.com/doc/devguide/apiRetrySupport.html). */
const OLDEST_MS = 60 * MINUTE_MS;
const AHEAD_MS = 5 * MINUTE_MS;

function signature(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64');
}

function refused(reason: string): WebhookReading {
  return { outcome: 'refused', reason: `Toast webhook: ${reason}.` };
}

/** `{timestamp, eventCategory, eventType, guid, details}` (https://doc.toasttab.com/doc/devguide/apiMessageDataSchema.html). */
function readMessage(body: string): Json {
  try {
    return asObject(parseJson(body));
  } catch {
    return {};
  }
}

/** What a message tells, by its type; all others concern menus, stock and partners. */
const EVENTS: Record<string, (details: Json) => Omit<WebhookEvent, 'id' | 'at'> | undefined> = {
  order_updated: ofOrder,
  channel_order_updated: ofOrder,
  guest_order_status: ofGuestStatus,
};

function toEvents(message: Json): WebhookEvent[] {
  const read = lookUp(EVENTS, message.eventType) ?? lookUp(EVENTS, message.eventCategory);
  const details = asObject(message.details);
  const [id, told] = [asText(message.guid), read?.(details)];
  if (!id || !told) return [];
  const at = toInstant(details.lastUpdated) ?? toInstant(message.timestamp) ?? null;
  return [{ id, ...told, at }];
}

/** The whole order as it is (https://doc.toasttab.com/doc/devguide/devOrdersWebhookRef.html). */
function ofOrder(details: Json) {
  const placed = asObject(details.order);
  const pos_order_id = asText(placed.guid);
  if (!pos_order_id) return undefined;
  const status = statusOf(placed);
  const message = status === 'rejected' ? 'The restaurant did not approve the order in Toast.' : null;
  return { reference: referenceIn(placed), pos_order_id, status, message };
}

/** Only how far it is (https://doc.toasttab.com/doc/devguide/apiGuestOrderFulfillmentStatusWebhook.html). */
function ofGuestStatus(details: Json) {
  const pos_order_id = asText(details.orderGuid);
  if (!pos_order_id) return undefined;
  const status = lookUp(GUEST_STATUSES, details.guestOrderStatus) ?? null;
  return { reference: null, pos_order_id, status, message: null };
}
