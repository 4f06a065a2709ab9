import type { StaffedSimulator, VendorNotification } from './notification';

/** Where a vendor's calls go and what signs them, as set in the vendor's dashboard. */
export type Webhook = NonNullable<Parameters<StaffedSimulator['subscribe']>[0]>;

/** Writes down the calls that a vendor would make. Without a subscription nothing is written, then or later. */
export class NotificationLog {
  private webhook: Webhook | null = null;
  private readonly calls: VendorNotification[] = [];

  subscribe(webhook: Webhook | null): void {
    this.webhook = webhook;
  }

  add(at: Date, write: (webhook: Webhook) => Omit<VendorNotification, 'at' | 'url'>): void {
    if (this.webhook) this.calls.push({ at, url: this.webhook.url, ...write(this.webhook) });
  }

  /** Everything that has come due, oldest first. */
  due(now: Date): VendorNotification[] {
    return this.calls.filter(({ at }) => at <= now).sort((a, b) => a.at.getTime() - b.at.getTime());
  }
}
