import { createHmac } from 'node:crypto';
import type { VendorNotification } from '../notification';
import { NotificationLog, type Webhook } from '../notification-log';
import { guid } from './guid';
import { RESTAURANT_GUID } from './restaurant';
import type { GuestOrderStatus } from './stored-order';

export const WEBHOOK_SECRET = 'sandbox-toast-webhook-secret';
/** The event categories of the sandbox's subscription. */
export const EVENT_CATEGORIES = ['order_updated', 'guest_order_status'] as const;

type Message = { eventCategory: (typeof EVENT_CATEGORIES)[number]; eventType: string; details: object };

/** What an orders webhook leaves out: https://doc.toasttab.com/doc/devguide/devOrdersWebhookRef.html, read 2026-11-24. */
const OMITTED = new Set([
  ...['firstName', 'lastName', 'phone'],
  ...['address1', 'address2', 'city', 'state', 'zipCode'],
]);

/** Base64 of HMAC-SHA256 over body and timestamp: https://doc.toasttab.com/doc/devguide/apiMessageSigning.html, read 2026-11-24. */
const sign = ({ secret }: Webhook, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64');

/** An order as the orders webhook carries it: no guest, no address, and every externalId null. */
function withoutGuest(order: object): object {
  const json = JSON.stringify(order, (name, value) => {
    if (OMITTED.has(name)) return undefined;
    return name === 'externalId' ? null : value;
  });
  return JSON.parse(json);
}

/** What Toast would post to the address that its staff have set up. */
export class Outbound {
  private readonly log = new NotificationLog();
  private told = 0;

  subscribe(webhook: Webhook | null): void {
    this.log.subscribe(webhook);
  }

  /** A new order is an update too. */
  orderUpdated(order: object, at: Date): void {
    const details = { restaurantGuid: RESTAURANT_GUID, order: withoutGuest(order) };
    this.tell({ eventCategory: 'order_updated', eventType: 'order_updated', details }, at);
  }

  /** https://doc.toasttab.com/doc/devguide/apiGuestOrderFulfillmentStatusWebhook.html, read 2026-11-24: to the channel of the order only. */
  guestOrderStatusUpdated(orderGuid: string, guestOrderStatus: GuestOrderStatus, at: Date): void {
    const details = {
      eventGuid: guid('GuestOrderStatus', `${orderGuid} ${guestOrderStatus} ${at.toISOString()}`),
      orderGuid,
      restaurantGuid: RESTAURANT_GUID,
      guestOrderStatus,
      lastUpdated: at.toISOString(),
      version: null,
    };
    this.tell({ eventCategory: 'guest_order_status', eventType: 'guestOrderStatusUpdated', details }, at);
  }

  due(now: Date): VendorNotification[] {
    return this.log.due(now);
  }

  private tell({ eventCategory, eventType, details }: Message, at: Date): void {
    this.told += 1;
    const timestamp = at.toISOString();
    const id = guid('WebhookEvent', `${this.told} ${timestamp}`);
    const body = JSON.stringify({ timestamp, eventCategory, eventType, guid: id, details });
    this.log.add(at, (webhook) => ({
      id,
      headers: {
        'content-type': 'application/json',
        'toast-signature': sign(webhook, `${body}${timestamp}`),
        'toast-event-type': eventType,
        'toast-event-category': eventCategory,
        'toast-restaurant-external-id': RESTAURANT_GUID,
        'toast-attempt-number': '1',
      },
      body,
    }));
  }
}

/** The same message once more, counted: https://doc.toasttab.com/doc/devguide/apiHttpHeaders.html, read 2026-11-24. */
export function toRetry(call: VendorNotification, { number }: { number: number }): VendorNotification {
  return { ...call, headers: { ...call.headers, 'toast-attempt-number': String(number + 1) } };
}
