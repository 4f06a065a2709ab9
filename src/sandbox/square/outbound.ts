import { createHash, createHmac } from 'node:crypto';
import type { VendorNotification } from '../notification';
import { NotificationLog, type Webhook } from '../notification-log';
import { MERCHANT_ID } from './locations';

export const SIGNATURE_KEY = 'sandbox-square-signature-key';
/** What the subscription of the sandbox has ticked. */
export const EVENT_TYPES = [
  'order.created',
  'order.updated',
  'order.fulfillment.updated',
  'payment.updated',
] as const;

export type SquareEvent = {
  type: (typeof EVENT_TYPES)[number];
  data: { type: string; id: string; object: Record<string, unknown> };
};

/** Base64 of HMAC-SHA256 over address and body: https://developer.squareup.com/docs/webhooks/step3validate, read 2026-11-24. */
const sign = ({ url, secret }: Webhook, body: string): string =>
  createHmac('sha256', secret).update(`${url}${body}`).digest('base64');

/** A UUID that follows from what it names. */
function toEventId(named: string): string {
  const hex = createHash('sha256').update(named).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/** What Square would post to the notification address of the app. */
export class Outbound {
  private readonly log = new NotificationLog();
  private told = 0;

  subscribe(webhook: Webhook | null): void {
    this.log.subscribe(webhook);
  }

  tell({ type, data }: SquareEvent, at: Date): void {
    this.told += 1;
    const created = at.toISOString();
    const id = toEventId(`${this.told} ${created} ${JSON.stringify(data)}`);
    const body = JSON.stringify({ merchant_id: MERCHANT_ID, type, event_id: id, created_at: created, data });
    this.log.add(at, (webhook) => ({
      id,
      headers: {
        'content-type': 'application/json',
        'square-environment': 'Sandbox',
        'square-initial-delivery-timestamp': created,
        'x-square-hmacsha256-signature': sign(webhook, body),
      },
      body,
    }));
  }

  due(now: Date): VendorNotification[] {
    return this.log.due(now);
  }
}

/**
 * The same call once more, after an answer that was no 2xx: same event, same signature, two more headers
 * (https://developer.squareup.com/docs/webhooks/overview, read 2026-11-24).
 */
export function toRetry(
  call: VendorNotification,
  { number, reason }: { number: number; reason: 'http_timeout' | 'http_error' | 'ssl_error' | 'other_error' },
): VendorNotification {
  const retry = { 'square-retry-number': String(number), 'square-retry-reason': reason };
  return { ...call, headers: { ...call.headers, ...retry } };
}
