import { isTicket } from '../order/delivery';
import { releaseAt } from '../order/lead-time';
import type { Order } from '../order/schema';
import type { Shop } from '../order/shop';
import type { OrderStatus } from '../order/status';
import type { DeliveryChange, DeliveryRecord, NewDelivery, Reason, Subject } from '../store/delivery-records';
import { alertRow, mailRow, posLane } from './notices';
import { rehearsalRow } from './rehearsal/row';
import { shopClock, TIMING, type Timing } from './timing';

/** A connection as far as planning goes. */
export type PlannedConnection = { id: string; vendor: string; mode?: 'live' | 'rehearsal' };
type Plan = { deliveries: NewDelivery[]; status: OrderStatus };
export type PlanContext = {
  restaurant_id: string;
  shop: Shop;
  /** Where this shop's orders go by themselves; null: nowhere. */
  connection: PlannedConnection | null;
  /** Whether anything can be mailed. */
  mails: boolean;
  now: number;
  newId: (prefix: string) => string;
  timing?: Timing;
  /** What a person must settle before anything is sent; absent: nothing. */
  hold?: string | null;
  asked_by?: Reason['asked_by'];
};

/** Where a new order goes: to the shop's POS, when it is time, and to its mailbox at once. */
export function planDeliveries(order: Order, context: PlanContext): Plan {
  const { restaurant_id, shop, connection, mails, newId, hold = null } = context;
  const deliveries: NewDelivery[] = [];
  let status: OrderStatus = hold === null ? 'received' : 'held';
  if (connection?.mode === 'rehearsal' && shop.auto_deliver) {
    status = 'received';
    deliveries.push(rehearsalRow(connection, context));
  } else if (connection && shop.auto_deliver) {
    const row = posRow(order, { ...context, connection });
    if (hold !== null) {
      deliveries.push(...heldRows(row, hold, context));
    } else {
      if (row.state === 'held') status = 'scheduled';
      deliveries.push(row);
    }
  }
  if (mails && shop.email) {
    deliveries.push(mailRow({ restaurant_id, id: newId('dlv'), purpose: 'new_order' }));
  }
  return { deliveries, status };
}

/** A row that leaves when somebody says so, and the mail that asks; after its time the ticket to key in goes out as for any other. */
export function heldRows(
  row: NewDelivery,
  hold: string,
  { restaurant_id, newId, now, asked_by }: Pick<PlanContext, 'restaurant_id' | 'newId' | 'now' | 'asked_by'>,
): [held: NewDelivery, alert: NewDelivery] {
  const reason = { kind: 'held', vendor_code: null, message: hold, asked_by };
  const held: NewDelivery = { ...row, state: 'held', reason, next_attempt_at: null, alert_at: null };
  return [held, alertRow({ ...row, restaurant_id }, { newId, kind: 'held', n: now })];
}

type PosContext = Omit<PlanContext, 'connection' | 'mails' | 'restaurant_id' | 'hold'> & {
  connection: PlannedConnection;
};

/** A row that sends the order to one POS: now, or so long before the promised time as the kitchen needs. */
export function posRow(
  order: Order,
  { shop, connection, now, newId, timing = TIMING }: PosContext,
): NewDelivery {
  const release_at = Math.max(now, releaseAt(order, shop) ?? now);
  const isLater = release_at > now;
  return {
    id: newId('dlv'),
    kind: 'pos',
    lane: posLane(connection),
    target: connection.id,
    purpose: 'order',
    vendor: connection.vendor,
    state: isLater ? 'held' : 'pending',
    reason: isLater
      ? { kind: 'scheduled', vendor_code: null, message: 'It is sent when it is time to cook it.' }
      : null,
    next_attempt_at: release_at,
    alert_at: release_at + shopClock(shop.fallback.email_after_seconds, timing),
    deadline_at: release_at + shopClock(shop.fallback.ticket_after_seconds, timing),
  };
}

type Moment = Pick<PlanContext, 'now' | 'timing'>;

/** A waiting row after its order's time or service has changed: it leaves at the new time. Null where that is not ours to move. */
export function reschedule(row: DeliveryRecord, subject: Subject, moment: Moment): DeliveryChange | null {
  const waits = row.state === 'held' && row.reason?.kind === 'scheduled';
  const fresh = waits || row.state === 'pending' ? replan(row, subject, moment) : null;
  const isSame = fresh?.state === row.state && fresh.next?.at === row.next_attempt_at;
  return isSame ? null : fresh;
}

type Replanned = DeliveryChange & { next: { at: number } };

/** A row as it would be planned for the order as it is now. */
export function replan(
  row: DeliveryRecord,
  { order, shop }: Subject,
  { now, timing = TIMING }: Moment,
): Replanned | null {
  if (!isTicket(row) || !order) return null;
  const fresh = posRow(order.order, {
    shop,
    connection: { id: row.target, vendor: row.vendor ?? '' },
    now,
    newId: () => row.id,
    timing,
  });
  return {
    event: 'rescheduled',
    state: fresh.state ?? 'pending',
    unproved: row.unproved,
    next: { at: fresh.next_attempt_at ?? now },
    reason: fresh.reason ?? null,
    alert_at: fresh.alert_at,
    deadline_at: fresh.deadline_at,
  };
}
