import { createHash } from 'node:crypto';
import type { VendorNotification } from '../notification';
import { NotificationLog, type Webhook } from '../notification-log';
import { CLIENT_ID } from './oauth';

export const AUTH_CODE = 'sandbox-clover-auth-code';
export const VERIFICATION_CODE = '00000000-0000-4000-8000-000000000000';

/** One change: an order (`O:`) or a payment (`P:`), which the sandbox's app has both ticked. */
export type Update = { objectId: `${'O' | 'P'}:${string}`; type: 'CREATE' | 'UPDATE' | 'DELETE' };

const JSON_HEADERS = { 'content-type': 'application/json' };

/**
 * What Clover would post to the callback of the app: https://docs.clover.com/dev/docs/webhooks, read 2026-11-24. Nothing
 * is signed; every message but the first carries the app's own auth code.
 */
export class Outbound {
  private readonly log = new NotificationLog();
  private told = 0;

  /** A new callback is first sent a code, without the header; whoever set it up copies the code back, here at once. */
  subscribe(webhook: Webhook | null): void {
    this.log.subscribe(webhook);
    this.told += 1;
    // Nobody says when this is: it is due already, and before all that follows.
    this.log.add(new Date(0), () => ({
      id: `clover-verification-${this.told}`,
      headers: JSON_HEADERS,
      body: JSON.stringify({ verificationCode: VERIFICATION_CODE }),
    }));
  }

  /** One message for all that one action changed, as Clover gathers them. */
  tell(merchantId: string, updates: Update[], ts: number): void {
    this.told += 1;
    const merchants = { [merchantId]: updates.map((update) => ({ ...update, ts })) };
    const body = JSON.stringify({ appId: CLIENT_ID, merchants });
    const id = createHash('sha256').update(`${this.told} ${body}`).digest('hex').slice(0, 32);
    this.log.add(new Date(ts), ({ secret }) => ({
      id: `clover-${id}`,
      headers: { ...JSON_HEADERS, 'x-clover-auth': secret },
      body,
    }));
  }

  due(now: Date): VendorNotification[] {
    return this.log.due(now);
  }
}
