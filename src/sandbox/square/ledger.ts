import { SquareRefusal } from './errors';
import type { OrderDraft } from './order-shapes';
import { Outbound } from './outbound';
import type { SquarePayment } from './payments';
import type { SquareRefund } from './refunds';

/** One order in Square's books. */
export type StoredOrder = {
  id: string;
  number: string;
  version: number;
  draft: OrderDraft;
  state: 'OPEN' | 'COMPLETED' | 'CANCELED' | 'DRAFT';
  createdAt: Date;
  updatedAt: Date;
  closedAt?: Date;
  payments: SquarePayment[];
  /** True once its total, be it 0, has been settled. */
  paid: boolean;
  /** When each fulfilment reached its states, by `uid`. */
  fulfillmentTimes: Record<string, Record<string, string>>;
  /** Rung up in the Point of Sale app: such an order has no version and no API call changes it. */
  madeInApp: boolean;
};

type Remembered = { request: string; reply: object };

/** The same request as the same text, whatever the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, entry: unknown) =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))
      : entry,
  );
}

/** Everything the simulated merchant has: orders, payments, and the idempotency keys seen so far. */
export class Ledger {
  readonly orders: StoredOrder[] = [];
  readonly payments: SquarePayment[] = [];
  readonly refunds: SquareRefund[] = [];
  readonly outbound = new Outbound();
  private readonly remembered = new Map<string, Remembered>();

  nextOrder(): { id: string; number: string } {
    const number = String(1001 + this.orders.length);
    return { id: `SQORDERSANDBOX${number}`, number };
  }

  nextPaymentId(): string {
    return `${2001 + this.payments.length}SQPAYMENTSANDBOX`;
  }

  order(id: string, field?: string): StoredOrder {
    const order = this.orders.find((candidate) => candidate.id === id);
    if (!order) throw new SquareRefusal('NOT_FOUND', `Order not found for id ${id}`, field);
    return order;
  }

  payment(id: string): SquarePayment {
    const payment = this.payments.find((candidate) => candidate.id === id);
    if (!payment) throw new SquareRefusal('NOT_FOUND', `Could not find payment with id: ${id}`, 'payment_id');
    return payment;
  }

  /**
   * Same key and same request: the first answer again. Same key and another request: refused. A refused request leaves its
   * key free. https://developer.squareup.com/docs/build-basics/common-api-patterns/idempotency, read 2026-11-24.
   */
  once(scope: string, key: string | undefined, request: unknown, act: () => object): object {
    if (key === undefined) return act();
    const name = `${scope}\n${key}`;
    const before = this.remembered.get(name);
    const text = canonical(request);
    if (before && before.request !== text)
      throw new SquareRefusal(
        'IDEMPOTENCY_KEY_REUSED',
        'The idempotency key can only be retried with the same request data.',
        'idempotency_key',
      );
    if (before) return before.reply;
    const reply = act();
    this.remembered.set(name, { request: text, reply: structuredClone(reply) });
    return reply;
  }

  /** Whether a key has been used in a scope. */
  isUsed(scope: string, key: string): boolean {
    return this.remembered.has(`${scope}\n${key}`);
  }

  use(scope: string, key: string): void {
    this.remembered.set(`${scope}\n${key}`, { request: '', reply: {} });
  }
}
