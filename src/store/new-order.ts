import type { Order } from '../order/schema';
import type { OrderStatus } from '../order/status';
import type { NewDelivery } from './delivery-records';
import type { OrderRecord } from './records';

/** A parsed order on its way in. Of `order`, `external_ref` and `timing.placed_at` may still be null. */
export type NewOrder = {
  id: string;
  location_id: string;
  order: Order;
  phone_e164: string | null;
  business_day: string;
  idempotency_key: string | null;
  /** Asked before a new order is stored, not before a repeat; what it throws reaches the caller and nothing is written. */
  admit?: () => void;
  /** Asked where the same phone has ordered just before. */
  twin?: TwinCheck;
  /** Where it goes at once: stored with the order or not at all. */
  deliveries?: NewDelivery[];
  /** `scheduled` where it waits for its time. */
  status?: OrderStatus;
  /** It was born in the POS: hooks are told so. */
  seen?: boolean;
  /** It was served long ago: no hook is told. */
  history?: boolean;
};

/** An order that looks like one the same phone has placed since a moment, and still stands, is planned otherwise. */
export type TwinCheck = {
  since: number;
  isTwin: (earlier: OrderRecord) => boolean;
  plan: (earlier: OrderRecord) => Required<Pick<NewOrder, 'deliveries' | 'status'>>;
};
