import { readTimestamp } from './dates';
import { invalid, notFound, Refusal } from './errors';
import { readObject } from './fields';
import { guid, isGuid } from './guid';
import type { Grant } from './login';
import { optionsOf, type ToastCheck, type ToastOrder } from './order';
import { orderDocument } from './order-document';
import { readOrder } from './order-request';
import { priceOrder } from './price';
import { businessDateOf, type StoredOrder } from './stored-order';

const PAGE_SIZE_MAX = 100;
type Caller = { grant: Grant; now: Date };

/** The restaurant's orders. `fires` tells whether a device sends them to the kitchen by itself. */
export class Orders {
  private stored: StoredOrder[] = [];
  private used = new Set<string>();
  constructor(private readonly fires: boolean) {}

  all(): readonly StoredOrder[] {
    return this.stored;
  }

  reset(): void {
    this.stored = [];
    this.used.clear();
  }

  /** `POST /prices`: checks and prices an order, and keeps nothing of it. */
  price(body: unknown, { grant, now }: Caller) {
    const order = readOrder(body, now);
    return orderDocument(this.draft(order, grant, now), { stage: 'priced' });
  }

  /** `POST /orders`. Every externalId can be used once, for ever: what lets a client send again without ordering twice. */
  submit(body: unknown, { grant, now }: Caller) {
    this.requireUnused(body);
    const order = readOrder(body, now);
    const ids = externalIds(order);
    const repeated = ids.find((id, index) => this.used.has(id) || ids.indexOf(id) !== index);
    if (repeated) throw alreadyUsed(repeated);
    for (const id of ids) this.used.add(id);
    const stored = this.draft(order, grant, now);
    this.stored.push(stored);
    return orderDocument(stored, { stage: 'posted' });
  }

  /** `GET /orders/{guid}`, where the GUID may also be an externalId. */
  read(id: string, caller: Caller) {
    return this.document(this.find(id, caller), caller.now);
  }

  /** `GET /ordersBulk`: by the time of the last change, or by business day. */
  list(query: URLSearchParams, caller: Caller) {
    const within = readPeriod(query);
    const size = readCount(query, 'pageSize', PAGE_SIZE_MAX);
    const first = (readCount(query, 'page', Number.MAX_SAFE_INTEGER, 1) - 1) * size;
    return this.visibleTo(caller.grant)
      .filter(within)
      .slice(first, first + size)
      .map((order) => this.document(order, caller.now));
  }

  /** `POST /orders/{guid}/void`: takes the whole order and its payments back; a VOIDED ticket is printed. */
  void(id: string, body: unknown, caller: Caller) {
    const order = this.find(id, caller);
    const fields = readObject(body, 'body', ['selections', 'payments']);
    for (const part of ['selections', 'payments'])
      if (readObject(fields[part] ?? {}, part, ['voidAll']).voidAll !== true)
        throw invalid(`${part}.voidAll must be true`);
    if (order.clientId !== caller.grant.clientId)
      throw new Refusal(403, 'An order can only be voided by the API client that created it');
    if (order.voidedAt) throw invalid(`Order (${order.guid}) has already been voided`);
    order.voidedAt = caller.now;
    return this.document(order, caller.now);
  }

  private document(order: StoredOrder, now: Date) {
    return orderDocument(order, { stage: 'read', now, fires: this.fires });
  }

  private draft(order: ToastOrder, grant: Grant, now: Date): StoredOrder {
    const times = { order, createdAt: now };
    const day = businessDateOf(times);
    const today = this.stored.filter((one) => businessDateOf(one) === day).length;
    return {
      ...times,
      guid: guid('Order', this.stored.length + 1),
      clientId: grant.clientId,
      displayNumber: String(today + 1),
      checks: priceOrder(order),
      voidedAt: null,
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

/** Unique each in its own kind: orders, checks, selections (modifiers are selections too). */
function externalIds(order: ToastOrder): string[] {
  const named = (kind: string, id: string | null) => (id === null ? [] : [`${kind} ${id}`]);
  const ofCheck = (check: ToastCheck) => [
    ...named('check', check.externalId),
    ...check.selections.flatMap((selection) => [
      ...named('selection', selection.externalId),
      ...(selection.kind === 'item' ? selection.modifiers : []).flatMap((one) =>
        named('selection', one.externalId),
      ),
      ...(selection.kind === 'item'
        ? optionsOf(selection.modifiers.filter(({ kind }) => kind === 'portion'))
        : []
      ).flatMap((one) => named('selection', one.externalId)),
    ]),
  ];
  return [...named('order', order.externalId), ...order.checks.flatMap(ofCheck)];
}

function readPeriod(query: URLSearchParams): (order: StoredOrder) => boolean {
  const [start, end, day] = ['startDate', 'endDate', 'businessDate'].map((name) => query.get(name));
  if (day) return (order) => String(businessDateOf(order)) === day;
  if (!start || !end) throw invalid('EITHER (startDate and endDate) OR businessDate is required');
  const [from, to] = [readTimestamp(start, 'startDate'), readTimestamp(end, 'endDate')];
  if (from >= to) throw invalid('Input startDate must be before endDate');
  return ({ voidedAt, createdAt }) => (voidedAt ?? createdAt) >= from && (voidedAt ?? createdAt) < to;
}

function readCount(query: URLSearchParams, name: string, max: number, fallback = max): number {
  const text = query.get(name);
  if (text === null) return fallback;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > max) throw invalid(`${name} must be from 1 to ${max}`);
  return count;
}
