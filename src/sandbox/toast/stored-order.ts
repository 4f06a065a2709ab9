import { businessDate } from './dates';
import type { ToastOrder } from './order';
import type { PricedCheck } from './price';
import { PREP_MINUTES } from './restaurant';

/** An order inside the simulated POS. */
export type StoredOrder = {
  guid: string;
  /** The API client that sent it: channel clients see no other orders, and only it may void the order. */
  clientId: string;
  displayNumber: string;
  order: ToastOrder;
  checks: PricedCheck[];
  createdAt: Date;
  voidedAt: Date | null;
};

/** When the guest was promised the food: the wished time, or now plus the preparation; null for guests at a table. */
export function fulfilledAt({ order, createdAt }: Pick<StoredOrder, 'order' | 'createdAt'>): Date | null {
  if (order.diningOption.behavior === 'DINE_IN' && !order.promisedDate) return null;
  return order.promisedDate ?? new Date(createdAt.getTime() + prepMilliseconds(order));
}

/** When the order goes to the kitchen by itself: at once, or the preparation time before the promise. */
export function firesAt({ order, createdAt }: Pick<StoredOrder, 'order' | 'createdAt'>): Date {
  if (!order.promisedDate) return createdAt;
  return new Date(Math.max(createdAt.getTime(), order.promisedDate.getTime() - prepMilliseconds(order)));
}

/** The business day the order belongs to: that of `openedDate`, which defaults to the moment of creation. */
export function businessDateOf({ order, createdAt }: Pick<StoredOrder, 'order' | 'createdAt'>): number {
  return businessDate(order.openedDate ?? createdAt);
}

/** A check is closed when what was paid is what it costs; more or less is left to the staff. */
export function isPaid({ check, total }: PricedCheck): boolean {
  return (
    check.payments.length > 0 && check.payments.reduce((sum, payment) => sum + payment.amount, 0) === total
  );
}

function prepMilliseconds(order: ToastOrder): number {
  return (order.prepMinutes ?? PREP_MINUTES[order.diningOption.behavior]) * 60_000;
}
