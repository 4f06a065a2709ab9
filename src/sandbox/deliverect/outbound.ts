import { createHmac } from 'node:crypto';
import type { VendorNotification } from '../notification';
import { NotificationLog, type Webhook } from '../notification-log';
import { ACCOUNT } from './account';

/** What the status of an order is now. */
export type StatusUpdate = {
  orderId: string;
  channelOrderId: string;
  status: number;
  receiptId: string;
  reason: string;
};

/** The channel has its secret from the start; where its calls go is set later. */
const UNADDRESSED: Webhook = { url: '', secret: ACCOUNT.webhookSecret };

/** What Deliverect would post to the channel: https://developers.deliverect.com/reference/channel_order_status, read 2026-11-24. */
export class Outbound {
  private readonly log = new NotificationLog();
  private told = 0;

  constructor() {
    this.log.subscribe(UNADDRESSED);
  }

  subscribe(webhook: Webhook | null): void {
    this.log.subscribe(webhook ?? UNADDRESSED);
  }

  tell({ orderId, status, receiptId, reason, channelOrderId }: StatusUpdate, at: Date): void {
    this.told += 1;
    const body = JSON.stringify({
      orderId,
      status,
      // Microseconds, as Deliverect writes them.
      timeStamp: at.toISOString().replace('Z', '000Z'),
      receiptId,
      reason,
      channelOrderId,
      location: ACCOUNT.locationId,
      channelLink: ACCOUNT.channelLinkId,
    });
    this.log.add(at, ({ secret }) => ({
      id: `deliverect-notification-${this.told}`,
      headers: {
        'content-type': 'application/json',
        'x-server-authorization-hmac-sha256': sign(secret, body),
      },
      body,
    }));
  }

  due(now: Date): VendorNotification[] {
    return this.log.due(now);
  }
}

/** Hex of HMAC-SHA256 over the body as it is sent: https://docs.deliverect.com/doc/commerce-api/topic/topic-hmac-authentication.md, read 2026-11-24. */
const sign = (secret: string, body: string): string =>
  createHmac('sha256', secret).update(body).digest('hex');
