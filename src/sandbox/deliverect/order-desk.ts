import { createHmac } from 'node:crypto';
import type { HttpResponse } from '../../http';
import { parseJson, parseJsonObject, withoutNulls } from '../json-body';
import type { VendorNotification } from '../notification';
import { jsonReply } from '../replies';
import { checkShape } from '../shape';
import { ACCOUNT, OPEN_ITEM_PLU, PRODUCTS, SOLD_OUT } from './account';
import { fieldErrors, problemsOf } from './order-problems';
import { CANCEL_SHAPE, type Cancellation, type ChannelItem, type ChannelOrder } from './order-shape';

/** How long Deliverect and the POS behind it take to decide. */
export const SECONDS_UNTIL_DECIDED = 3;
const HOURS_BEFORE_REUSE = 48;

/** https://developers.deliverect.com/page/order-status, read 2026-11-24. Above 95 something went wrong. */
export const STATUS = { accepted: 20, canceled: 110, failed: 120 } as const;

export type OrderRecord = {
  id: string;
  order: ChannelOrder;
  placedAt: Date;
  decidesAt: Date;
  status?: number;
  reason?: string;
};

/** Takes what is well-formed, and lets the POS decide later. */
export class OrderDesk {
  readonly records: OrderRecord[] = [];
  private readonly sent: VendorNotification[] = [];

  constructor(private readonly webhookUrl: string) {}

  /** `POST /{channelName}/order/{channelLinkId}`: a new order, or the cancellation of one. */
  post(text: string, now: Date): HttpResponse {
    const body = withoutNulls(parseJson(text));
    return isCancellation(text) ? this.cancel(body, now) : this.place(body, now);
  }

  settle(now: Date): void {
    for (const record of this.records) {
      if (record.status !== undefined || record.decidesAt > now) continue;
      record.reason = record.order.items.map(refusalOf).find((reason) => reason !== undefined);
      this.update(record, record.reason ? STATUS.failed : STATUS.accepted, record.decidesAt);
    }
  }

  notifications(now: Date): VendorNotification[] {
    return this.sent.filter(({ at }) => at <= now).sort((a, b) => a.at.getTime() - b.at.getTime());
  }

  /** A repeated id is answered like a new one and then hidden as a duplicate: it neither cooks again nor says so. */
  private place(body: unknown, now: Date): HttpResponse {
    const problems = problemsOf(body);
    if (problems.length > 0) return fieldErrors(problems);
    const order = body as ChannelOrder;
    const reusableFrom = (record: OrderRecord) =>
      new Date(record.order.pickupTime ?? record.placedAt).getTime() + HOURS_BEFORE_REUSE * 3_600_000;
    const first = this.find(order.channelOrderId);
    if (first && now.getTime() < reusableFrom(first)) return jsonReply(201, {});
    const id = `606d8489fcd8eddf${String(this.records.length + 1).padStart(8, '0')}`;
    const decidesAt = new Date(now.getTime() + SECONDS_UNTIL_DECIDED * 1000);
    this.records.push({ id, order, placedAt: now, decidesAt });
    return jsonReply(201, {});
  }

  private cancel(body: unknown, now: Date): HttpResponse {
    const problems = checkShape(body, CANCEL_SHAPE);
    if (problems.length > 0) return fieldErrors(problems);
    const record = this.find((body as Cancellation).channelOrderId);
    if (!record) return jsonReply(400, { orderFieldsErrors: { channelOrderId: 'There is no such order.' } });
    record.reason = 'Cancelled by the channel';
    this.update(record, STATUS.canceled, now);
    return jsonReply(201, {});
  }

  /** The latest order with this id. */
  private find(channelOrderId: string): OrderRecord | undefined {
    return this.records.findLast((record) => record.order.channelOrderId === channelOrderId);
  }

  private update(record: OrderRecord, status: number, at: Date): void {
    record.status = status;
    const body = JSON.stringify({
      orderId: record.id,
      status,
      timeStamp: at.toISOString(),
      receiptId: status === STATUS.accepted ? record.id : '',
      reason: record.reason ?? '',
      channelOrderId: record.order.channelOrderId,
      location: ACCOUNT.locationId,
      channelLink: ACCOUNT.channelLinkId,
    });
    const signature = createHmac('sha256', ACCOUNT.webhookSecret).update(body).digest('hex');
    this.sent.push({
      id: `deliverect-notification-${this.sent.length + 1}`,
      at,
      url: this.webhookUrl,
      headers: { 'content-type': 'application/json', 'x-server-authorization-hmac-sha256': signature },
      body,
    });
  }
}

/** True for the body that cancels an order. */
export function isCancellation(text: string): boolean {
  return parseJsonObject(text)?.status === 100;
}

function refusalOf(item: ChannelItem): string | undefined {
  if (item.plu !== OPEN_ITEM_PLU && !PRODUCTS.has(item.plu)) return `Invalid PLU ${item.plu} (${item.name})`;
  if (SOLD_OUT.has(item.plu)) return `${item.name} (${item.plu}) is snoozed`;
  return (item.subItems ?? []).map(refusalOf).find((reason) => reason !== undefined);
}
