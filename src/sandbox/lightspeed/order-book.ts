import { ACCOUNT } from './account';
import { type Check, paidAmount, toNotifiedSnapshot } from './check';
import { type Decision, decide, type OrderKind, type Taken, totalOf } from './decision';
import type { LightspeedOrder } from './order-shape';
import type { Outbound } from './outbound';
import type { SaleLine } from './pricing';
import type { WebhookDesk } from './webhooks';

/** How long the POS takes to decide about an order that it has been sent. */
export const SECONDS_UNTIL_DECIDED = 3;

export type OrderRecord = {
  kind: OrderKind;
  order: LightspeedOrder;
  collectionCode: string;
  placedAt: Date;
  /** When a POS that is running has decided. */
  decidesAt: Date;
  /** When Lightspeed gives up; undefined when the caller set no limit. */
  expiresAt: Date | undefined;
  check: Check;
  outcome?: Taken | { refused: string };
};

/** The queue between the API and the POS, and the checks that the POS holds. */
export class OrderBook {
  readonly records: OrderRecord[] = [];
  /** Checks that staff opened at the register themselves. */
  readonly counterSales: Check[] = [];
  /** False plays a restaurant whose iPad is off or does not accept online orders. */
  posRunning = true;

  constructor(
    private readonly webhooks: WebhookDesk,
    private readonly outbound: Outbound,
  ) {}

  /** Queues a valid order; nothing is in the POS yet. */
  place(kind: OrderKind, order: LightspeedOrder, now: Date): void {
    const sequence = this.nextSequence();
    const collectionCode = order.collectionCode || `LS-${1000 + sequence}`;
    const sendsAt = order.scheduledTimeForOrderAsIso8601
      ? new Date(order.scheduledTimeForOrderAsIso8601)
      : now;
    const patience = order.maxTimeToAttemptOrderDeliverToPos;
    this.records.push({
      kind,
      order,
      collectionCode,
      placedAt: now,
      decidesAt: new Date(sendsAt.getTime() + SECONDS_UNTIL_DECIDED * 1000),
      expiresAt: patience === undefined ? undefined : new Date(sendsAt.getTime() + patience),
      check: {
        accountId: `A${ACCOUNT.posId}.${sequence}`,
        sequence,
        name: `Order ${collectionCode}`,
        staffName: 'Online Order',
        openedAt: now,
        lines: [],
        payments: [],
      },
    });
  }

  /** A check of the register's own. */
  ringUp(lines: SaleLine[], now: Date): Check {
    const sequence = this.nextSequence();
    const check: Check = {
      accountId: `A${ACCOUNT.posId}.${sequence}`,
      sequence,
      name: `Counter ${sequence}`,
      staffName: 'Manager',
      openedAt: now,
      lines,
      payments: [],
    };
    this.counterSales.push(check);
    return check;
  }

  /** Lets everything happen that has come due by `now`. */
  settle(now: Date): void {
    for (const record of this.records) {
      if (record.outcome) continue;
      if (this.posRunning && record.decidesAt <= now)
        this.close(record, record.decidesAt, this.decideAbout(record));
      else if (record.expiresAt && record.expiresAt <= now)
        this.close(record, record.expiresAt, { refused: 'Not processed before validity ended' });
    }
  }

  findCheck(accountId: string | undefined): Check | undefined {
    return this.checks().find((check) => check.accountId === accountId);
  }

  /** Checks that the POS holds, oldest first. */
  checks(): Check[] {
    const taken = this.records.filter(isTaken).map((record) => record.check);
    return [...taken, ...this.counterSales].sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime());
  }

  /** Tells the endpoint that the check's order named, under its reference; a check of the register's own has neither. */
  announce(check: Check, status: string, at: Date): void {
    const order = this.records.find((record) => record.check === check)?.order;
    if (order)
      this.outbound.add(this.webhooks.find(order.endpointId), {
        at,
        type: 'ORDER',
        status,
        thirdPartyReference: order.thirdPartyReference,
        ikentooAccountIdentifier: check.accountId,
        account: toNotifiedSnapshot(check),
      });
  }

  private nextSequence(): number {
    return this.records.length + this.counterSales.length + 1;
  }

  private decideAbout({ kind, order, decidesAt }: OrderRecord): Decision {
    const addedTo = this.findCheck(order.accountIdentifier);
    if (order.accountIdentifier !== undefined && !addedTo)
      return { refused: `Account not found: ${order.accountIdentifier}` };
    if (addedTo?.ended) return { refused: `Account already closed: ${order.accountIdentifier}` };
    if (this.ordersWithEmail(order.customerInfo.email).some((other) => hasAnotherCustomer(other, order)))
      return {
        refused: 'A consumer already exists for this email address with a different external reference.',
      };
    return decide(kind, order, decidesAt);
  }

  private ordersWithEmail(email: string | undefined): LightspeedOrder[] {
    const taken = this.records.filter(isTaken).map((record) => record.order);
    return email ? taken.filter((order) => order.customerInfo.email === email) : [];
  }

  private close(record: OrderRecord, at: Date, outcome: Decision): void {
    record.outcome = outcome;
    const { endpointId, thirdPartyReference, accountIdentifier } = record.order;
    const endpoint = this.webhooks.find(endpointId);
    const event = { at, type: 'ORDER', thirdPartyReference } as const;
    if ('refused' in outcome) {
      this.outbound.add(endpoint, { ...event, status: 'FAILURE', reason: outcome.refused });
      return;
    }
    const check = this.findCheck(accountIdentifier) ?? record.check;
    check.lines.push(...outcome.lines);
    if (outcome.payment) check.payments.push(outcome.payment);
    if (check === record.check) {
      check.openedAt = at;
      check.clientCount = record.order.clientCount;
      check.tableNumber =
        record.order.tableNumber === undefined ? undefined : Number(record.order.tableNumber);
    }
    this.outbound.add(endpoint, {
      ...event,
      status: 'SUCCESS',
      ikentooAccountIdentifier: check.accountId,
      account: toNotifiedSnapshot(check),
    });
  }
}

/** True for an order that became a check of its own; an addition to another check did not. */
export function isTaken(record: OrderRecord): record is OrderRecord & { outcome: Taken } {
  return record.outcome !== undefined && !('refused' in record.outcome) && !record.order.accountIdentifier;
}

/** Whether staff still have something to do with it. */
export const isOpen = (check: Check): boolean => !check.ended && !isPaid(check);

export const isPaid = (check: Check): boolean =>
  check.payments.length > 0 && paidAmount(check) >= totalOf(check.lines);

function hasAnotherCustomer(other: LightspeedOrder, order: LightspeedOrder): boolean {
  return (other.customerInfo.thirdPartyReference ?? '') !== (order.customerInfo.thirdPartyReference ?? '');
}
