import { invalid, notFound, type Refusal } from './errors';
import { externalIds } from './external-ids';
import { readObject } from './fields';
import { guid, isGuid } from './guid';
import { readCount, readPeriod } from './list-query';
import type { Grant } from './login';
import type { ToastOrder } from './order';
import { orderDocument } from './order-document';
import { readOrder } from './order-request';
import { Outbound } from './outbound';
import { priceOrder } from './price';
import {
  businessDateOf,
  firedAt,
  type GuestOrderStatus,
  type Kitchen,
  type StoredOrder,
  statusOf,
} from './stored-order';

const PAGE_SIZE_MAX = 100;
type Caller = { grant: Grant; now: Date };

/** The restaurant's orders. `fires` tells whether a device sends them to the kitchen by itself. */
export class Orders {
  private stored: StoredOrder[] = [];
  private used = new Set<string>();
  /** Orders whose way to the kitchen has been told. */
  private seenFired = new Set<StoredOrder>();
  outbound = new Outbound();
  constructor(private readonly fires: boolean) {}

  all(): readonly StoredOrder[] {
    return this.stored;
  }

  reset(): void {
    this.stored = [];
    this.used.clear();
    this.seenFired.clear();
    this.outbound = new Outbound();
  }

  statusOf(order: StoredOrder, now: Date): GuestOrderStatus {
    return statusOf(order, this.at(now));
  }

  /** Tells of every order that a device has sent to the kitchen since it was last asked. */
  settle(now: Date): void {
    for (const order of this.stored) {
      const at = firedAt(order, this.at(now));
      if (!at || order.steps.length > 0 || this.seenFired.has(order)) continue;
      this.seenFired.add(order);
      if (at > order.createdAt) this.tellUpdate(order, at);
      this.tellStatus(order, at);
    }
  }

  /** Keeps an order, and tells that it is there. */
  take(order: ToastOrder, { clientId, now }: { clientId: string | null; now: Date }): StoredOrder {
    const stored = this.draft(order, clientId, now);
    this.stored.push(stored);
    this.tellUpdate(stored, now);
    return stored;
  }

  /** Takes an order a step further. */
  move(order: StoredOrder, step: StoredOrder['steps'][number]): void {
    order.steps.push(step);
    this.tellUpdate(order, step.at);
    this.tellStatus(order, step.at);
  }

  /** `POST /prices`: checks and prices an order, and keeps nothing of it. */
  price(body: unknown, { grant, now }: Caller) {
    const order = readOrder(body, now);
    return orderDocument(this.draft(order, grant.clientId, now), { stage: 'priced' });
  }

  /** `POST /orders`. Every externalId can be used once, for ever: what lets a client send again without ordering twice. */
  submit(body: unknown, { grant, now }: Caller) {
    this.requireUnused(body);
    const order = readOrder(body, now);
    const ids = externalIds(order);
    const repeated = ids.find((id, index) => this.used.has(id) || ids.indexOf(id) !== index);
    if (repeated) throw alreadyUsed(repeated);
    for (const id of ids) this.used.add(id);
    const stored = this.take(order, { clientId: grant.clientId, now });
    this.settle(now);
    return orderDocument(stored, { stage: 'posted' });
  }

  /** `GET /orders/{guid}`, where the GUID may also be an externalId. */
  read(id: string, caller: Caller) {
    return this.document(this.find(id, caller), caller.now);
  }

  /** `GET /ordersBulk`: by the time of the last change, or by business day. */
  list(query: URLSearchParams, caller: Caller) {
    const within = readPeriod(query, this.at(caller.now));
    const size = readCount(query, 'pageSize', PAGE_SIZE_MAX);
    const first = (readCount(query, 'page', Number.MAX_SAFE_INTEGER, 1) - 1) * size;
    return this.visibleTo(caller.grant)
      .filter(within)
      .slice(first, first + size)
      .map((order) => this.document(order, caller.now));
  }

  /**
   * `POST /orders/{guid}/void`: takes the whole order and its payments back; a VOIDED ticket is printed
   * (https://doc.toasttab.com/doc/devguide/apiVoidOrder.html, read 2026-11-24). Discounts forbid it, says the announcement
   * (https://toast-api.launchnotes.io/announcements/voiding-orders-with-the-orders-api, read 2026-11-24).
   */
  void(id: string, body: unknown, caller: Caller) {
    const order = this.find(id, caller);
    const fields = readObject(body, 'body', ['selections', 'payments']);
    for (const part of ['selections', 'payments'])
      if (readObject(fields[part] ?? {}, part, ['voidAll']).voidAll !== true)
        throw invalid(`${part}.voidAll must be true`);
    if (this.statusOf(order, caller.now) === 'VOIDED')
      throw invalid(`Order (${order.guid}) has already been voided`);
    if (order.checks.some(({ check }) => check.payments.some(({ type }) => type !== 'OTHER')))
      throw invalid('Only OTHER payments may be voided');
    if (order.checks.some(({ check }) => check.discount !== null))
      throw invalid('Orders with discounts cannot be voided');
    this.move(order, { status: 'VOIDED', at: caller.now, by: 'api' });
    return this.document(order, caller.now);
  }

  private at(now: Date): Kitchen {
    return { now, fires: this.fires };
  }

  private document(order: StoredOrder, now: Date) {
    return orderDocument(order, { stage: 'read', ...this.at(now) });
  }

  private tellUpdate(order: StoredOrder, at: Date): void {
    this.outbound.orderUpdated(this.document(order, at), at);
  }

  /** Where an order stands is told to the channel that it came through, and nobody else. */
  private tellStatus(order: StoredOrder, at: Date): void {
    if (order.clientId !== null)
      this.outbound.guestOrderStatusUpdated(order.guid, this.statusOf(order, at), at);
  }

  private draft(order: ToastOrder, clientId: string | null, now: Date): StoredOrder {
    const times = { order, createdAt: now };
    const day = businessDateOf(times);
    const today = this.stored.filter((one) => businessDateOf(one) === day).length;
    return {
      ...times,
      guid: guid('Order', this.stored.length + 1),
      clientId,
      displayNumber: String(today + 1),
      checks: priceOrder(order),
      steps: [],
    };
  }

  /** Asked before anything else, so that an order sent again late is told that it exists, not that its time has passed. */
  private requireUnused(body: unknown): void {
    const id = typeof body === 'object' && body !== null && 'externalId' in body ? body.externalId : null;
    if (typeof id === 'string' && this.used.has(`order ${id}`)) throw alreadyUsed(`order ${id}`);
  }

  private find(id: string, { grant }: Caller): StoredOrder {
    const external = id.includes(':');
    if (!external && !isGuid(id)) throw invalid(`Malformed GUID: ${id}`);
    const found = this.visibleTo(grant).find((one) => (external ? one.order.externalId : one.guid) === id);
    if (!found) throw notFound('Order', id);
    return found;
  }

  /** A client with `orders.channel:read` sees what it sent itself; without it, everything. */
  private visibleTo(grant: Grant): StoredOrder[] {
    const channel = grant.scopes.includes('orders.channel:read');
    return this.stored.filter((order) => !channel || order.clientId === grant.clientId);
  }
}

function alreadyUsed(key: string): Refusal {
  const [kind, ...id] = key.split(' ');
  return invalid(`The externalId ${id.join(' ')} already exists for another ${kind}`);
}
