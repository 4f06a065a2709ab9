import { createHash } from 'node:crypto';
import { isTicketReference } from '../../order/reference';
import { isSameText } from '../../same-text';
import { toInstant } from '../instant';
import { asObject, asText, type Json, parseJson } from '../json';
import { lookUp } from '../look-up';
import { maskGuest } from '../mask';
import type { WebhookCall, WebhookEvent, WebhookReading, WebhookSecrets } from '../webhook';
import type { LightspeedKey } from './api';
import { LOOK, ORDER_STATUSES } from './statuses';

/**
 * A call of Lightspeed's. It signs nothing: user name and password, chosen when the endpoint was registered, are all that proves it
 * (https://api-docs.lsk.lightspeed.app/operation/operation-apecreatewebhookoo, read 2026-11-24).
 */
export function readWebhook(
  { headers, body }: WebhookCall,
  { credentials }: WebhookSecrets<LightspeedKey>,
): WebhookReading {
  const { webhook_username: username, webhook_password: password } = credentials;
  if (!username || !password) {
    return refused('no Webhook User Name and Webhook Password are set for this connection');
  }
  const expected = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const given = headers.authorization?.replace(/^basic /i, 'Basic ');
  if (!isSameText(given, expected)) return refused('user name or password is not ours');
  return { outcome: 'verified', events: toEvents(body, headers['x-lightspeed-idempotency-key']) };
}

function refused(reason: string): WebhookReading {
  return { outcome: 'refused', reason: `Lightspeed webhook: ${reason}.` };
}

/** Payments, items and readiness are told to the same address: those are no events of an order. */
function toEvents(body: string, key: string | undefined): WebhookEvent[] {
  const call = readCall(body);
  const status = lookUp(ORDER_STATUSES, call.status) ?? null;
  if ((asText(call.type) ?? 'ORDER') !== 'ORDER' || (!status && call.status !== LOOK)) return [];
  const account = asObject(call.account);
  const reference = asText(call.thirdPartyReference) ?? '';
  const reason = asText(call.reason);
  return [
    {
      id: key ?? createHash('sha256').update(body).digest('hex'),
      reference: isTicketReference(reference) ? reference : null,
      pos_order_id: asText(call.ikentooAccountIdentifier) ?? asText(account.ikaccountId) ?? null,
      status,
      // Only a settled check has a time in it; for all others the order of the statuses decides.
      at: toInstant(account.closeDate) ?? null,
      message: reason ? maskGuest(reason) : null,
    },
  ];
}

function readCall(body: string): Json {
  try {
    return asObject(parseJson(body));
  } catch {
    return {};
  }
}
