import type {
  AttemptOutcome,
  AttemptStep,
  Degraded,
  DeliveryState,
  DestinationKind,
} from '../order/delivery';
import type { Shop } from '../order/shop';
import type { OrderStatus } from '../order/status';
import type { OrderRecord } from './records';

/** Why a delivery stands where it stands; `message` is for people and holds no guest's data. */
export type Reason = {
  kind: string;
  vendor_code: string | null;
  message: string;
  /** Whose question it is, where it is not the shop's own: only they, or a person, can say that it is answered. */
  asked_by?: 'caller' | 'twin';
};
export type Attempt = {
  n: number;
  step: AttemptStep;
  /** null: on its way, or cut off. */
  outcome: AttemptOutcome | null;
  http_status: number | null;
  vendor_code: string | null;
  message: string | null;
  at: number;
  ended_at: number | null;
};

/** One request of an attempt as people may see it, and what came back (null: nothing). */
export type Exchange = { at: number; request: string; reply: string | null };
export type StoredExchange = Exchange & { delivery_id: string; attempt: number };

/** One row of the outbox. Times are milliseconds; `next_attempt_at` null: nothing happens by itself. */
export type DeliveryRecord = {
  id: string;
  restaurant_id: string;
  location_id: string;
  /** null for a notice that is about no order. */
  order_id: string | null;
  kind: DestinationKind;
  /** What shares a speed limit and a blocked state: the connection, the hook, the restaurant's mail. */
  lane: string;
  /** The connection, the hook, or who is mailed. */
  target: string;
  /** What it is for: `order`, `change`, `cancel`; `new_order`, `alert`, `fallback`, …; a hook's event. */
  purpose: string;
  vendor: string | null;
  /** Behind the order's reference at the vendor, and what tells rows of one purpose apart. */
  suffix: string;
  payload: Record<string, unknown>;
  state: DeliveryState;
  unproved: boolean;
  reason: Reason | null;
  /** What came of it, in the destination's own shape: a `Receipt` for a POS. */
  receipt: Record<string, unknown> | null;
  degraded: Degraded[];
  /** How many steps down the degrade ladder the next attempt is made. */
  rung: number;
  attempts: Attempt[];
  failures: number;
  next_attempt_at: number | null;
  deadline_at: number | null;
  alert_at: number | null;
  alerts: number;
  check_at: number | null;
  fence: number;
  created_at: number;
  updated_at: number;
};

export type NewDelivery = Pick<DeliveryRecord, 'id' | 'kind' | 'lane' | 'target' | 'purpose'> &
  Partial<
    Pick<
      DeliveryRecord,
      | 'vendor'
      | 'suffix'
      | 'payload'
      | 'state'
      | 'reason'
      | 'receipt'
      | 'next_attempt_at'
      | 'deadline_at'
      | 'alert_at'
    >
  >;

/** When the worker looks again: at a moment, after a growing wait with jitter, or not by itself. */
export type Next =
  | { at: number }
  | { backoff: { base_ms: number; cap_ms: number; at_least_ms: number } }
  | null;

/** What one event changes; what is absent stays. It is written in one transaction with its entry in the history. */
export type DeliveryChange = {
  /** What happened, for the history. */
  event: string;
  state: DeliveryState;
  unproved: boolean;
  next: Next;
  reason?: Reason | null;
  receipt?: Record<string, unknown> | null;
  degraded?: Degraded[];
  rung?: number;
  /** Opens an attempt: written before its request leaves. */
  starts?: AttemptStep;
  /** Closes the open attempt. */
  ends?: Pick<Attempt, 'outcome' | 'http_status' | 'vendor_code' | 'message'>;
  /** What was sent and came back in the attempt that it closes. */
  exchanges?: readonly Exchange[];
  failed?: boolean;
  deadline_at?: number | null;
  alert_at?: number | null;
  alerts?: number;
  check_at?: number | null;
  /** Where the order's own status goes, if that is forward. */
  order_status?: OrderStatus;
  /** Rows that follow from it; one that exists already stays as it is. */
  adds?: NewDelivery[];
  /** Closes the lane to everything until a check passes; the notice is added only by what closed it. */
  blocks?: { reason: string; check_at: number; notice: NewDelivery };
};

/** What a delivery is about. */
export type Subject = { order: OrderRecord | null; shop: Shop };
/** Decides, inside the write, on the row as it is then; null leaves it alone. What it throws reaches the caller. */
export type Decide = (delivery: DeliveryRecord, subject: Subject) => DeliveryChange | null;

export type ClaimQuery = {
  now: number;
  /** How many more rows of this lane may be taken; 0 leaves it alone. */
  room: (lane: string) => number;
  decide: Decide;
};
/** A row that this worker has leased, with its order as it was then. */
export type Claim = Subject & { delivery: DeliveryRecord };

export type BlockedLane = {
  lane: string;
  restaurant_id: string;
  location_id: string;
  reason: string;
  blocked_at: number;
  check_at: number;
};

/** Rows whose clock has run out: of the time they had, of the time until somebody is told, or until the POS is asked again. */
export type Clock = 'deadline_at' | 'alert_at' | 'check_at';

/** Something that a POS told us: an event as its vendor's adapter read it. */
export type PosNews = {
  n: number;
  connection_id: string;
  restaurant_id: string;
  event_id: string;
  body: Record<string, unknown>;
  tries: number;
};
