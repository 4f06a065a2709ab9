import type { VendorNotification } from '../notification';
import { ACCOUNT } from './account';
import type { WebhookEndpoint } from './webhooks';

export type Event = {
  at: Date;
  type: 'ORDER' | 'PAYMENT';
  status: string;
  thirdPartyReference: string;
  reason?: string;
  ikentooAccountIdentifier?: string;
  errors?: unknown;
  account?: unknown;
};

/** Writes down what Lightspeed would post to the endpoint that an order or payment named. Its only security is HTTP Basic. */
export class Outbound {
  private readonly sent: VendorNotification[] = [];

  add(endpoint: WebhookEndpoint | undefined, { at, account, ...event }: Event): void {
    if (!endpoint) return;
    const pair = `${endpoint.username ?? ''}:${endpoint.password ?? ''}`;
    this.sent.push({
      id: `lightspeed-notification-${this.sent.length + 1}`,
      at,
      url: endpoint.url,
      headers: {
        'content-type': 'application/json',
        ...(endpoint.withBasicAuth && { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }),
      },
      body: JSON.stringify({
        ...event,
        businessLocationId: ACCOUNT.businessLocationId,
        ...(endpoint.provideAccount && account !== undefined && { account }),
      }),
    });
  }

  /** Everything that has come due, oldest first. */
  due(now: Date): VendorNotification[] {
    return this.sent.filter(({ at }) => at <= now).sort((a, b) => a.at.getTime() - b.at.getTime());
  }
}
