import type { HttpResponse } from '../../http';
import { parseJson, parseJsonObject, withoutNulls } from '../json-body';
import { jsonReply } from '../replies';
import { checkShape } from '../shape';
import { OPEN_ITEM_PLU, PRODUCTS, SOLD_OUT } from './account';
import { fieldErrors, problemsOf } from './order-problems';
import { CANCEL_SHAPE, type Cancellation, type ChannelItem, type ChannelOrder } from './order-shape';
import type { Outbound } from './outbound';

/** How long Deliverect and the POS behind it take to decide. */
export const SECONDS_UNTIL_DECIDED = 3;
const HOURS_BEFORE_REUSE = 48;

/** https://developers.deliverect.com/page/order-status, read 2026-11-24. Above 95 something went wrong. */
export const STATUS = {
  accepted: 20,
  preparing: 50,
  pickupReady: 70,
  finalized: 90,
  canceled: 110,
  failed: 120,
} as const;
/** Statuses after which nothing more happens to an order. */
const LAST: number[] = [STATUS.finalized, STATUS.canceled, STATUS.failed];

export type OrderRecord = {
  id: string;
  order: ChannelOrder;
  /** False for an order that staff rang up: the channel is told nothing of it. */
  fromChannel: boolean;
  placedAt: Date;
  decidesAt: Date;
  /** When the POS takes back an order that the channel has cancelled. */
  cancelsAt?: Date;
  status?: number;
  /** Whether the POS ever took it: only then is there paper. */
  accepted?: true;
  reason?: string;
};

/** Takes what is well-formed, and lets the POS decide later. */
export class OrderDesk {
  readonly records: OrderRecord[] = [];

  constructor(private readonly outbound: Outbound) {}

  /** `POST /{channelName}/order/{channelLinkId}`: a new order, or the cancellation of one. */
  post(text: string, now: Date): HttpResponse {
    const body = withoutNulls(parseJson(text));
    return isCancellation(text) ? this.cancel(body, now) : this.place(body, now);
  }

  settle(now: Date): void {
    for (const record of this.records) {
      if (record.status === undefined && record.decidesAt <= now) this.decide(record);
      if (record.cancelsAt && record.cancelsAt <= now && !this.isOver(record)) {
        record.reason = 'Cancelled by the channel';
        this.update(record, STATUS.canceled, record.cancelsAt);
      }
    }
  }

  isOver({ status }: OrderRecord): boolean {
    return status !== undefined && LAST.includes(status);
  }

  /** Puts an order at this status, and tells the channel that it came from. */
  update(record: OrderRecord, status: number, at: Date): void {
    record.status = status;
    if (status === STATUS.accepted) record.accepted = true;
    if (record.fromChannel)
      this.outbound.tell(
        {
          orderId: record.id,
          channelOrderId: record.order.channelOrderId,
          status,
          receiptId: record.accepted ? record.id : '',
          reason: record.reason ?? '',
        },
        at,
      );
  }

  /** Keeps an order; the POS decides about one of a channel later. */
  keep(order: ChannelOrder, { fromChannel, now }: { fromChannel: boolean; now: Date }): OrderRecord {
    const id = `606d8489fcd8eddf${String(this.records.length + 1).padStart(8, '0')}`;
    const decidesAt = new Date(now.getTime() + SECONDS_UNTIL_DECIDED * 1000);
    const record = { id, order, fromChannel, placedAt: now, decidesAt };
    this.records.push(record);
    return record;
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
    this.keep(order, { fromChannel: true, now });
    return jsonReply(201, {});
  }

  /** Relayed to the POS whatever it has done already; the POS confirms by status 110, or never. */
  private cancel(body: unknown, now: Date): HttpResponse {
    const problems = checkShape(body, CANCEL_SHAPE);
    if (problems.length > 0) return fieldErrors(problems);
    const record = this.find((body as Cancellation).channelOrderId);
    if (!record) return jsonReply(400, { orderFieldsErrors: { channelOrderId: 'There is no such order.' } });
    record.cancelsAt ??= new Date(now.getTime() + SECONDS_UNTIL_DECIDED * 1000);
    return jsonReply(201, {});
  }

  private decide(record: OrderRecord): void {
    record.reason = record.order.items.map(refusalOf).find((reason) => reason !== undefined);
    this.update(record, record.reason ? STATUS.failed : STATUS.accepted, record.decidesAt);
  }

  /** The latest order with this id. */
  private find(channelOrderId: string): OrderRecord | undefined {
    return this.records.findLast(
      ({ fromChannel, order }) => fromChannel && order.channelOrderId === channelOrderId,
    );
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
