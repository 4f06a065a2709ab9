import { businessDate } from './dates';
import type { ToastOrder } from './order';
import type { PricedCheck } from './price';
import { PREP_MINUTES } from './restaurant';

/** Where an order stands: https://doc.toasttab.com/doc/devguide/apiGuestOrderFulfillmentStatusWebhook.html, read 2026-11-24. */
export type GuestOrderStatus = 'RECEIVED' | 'IN_PREPARATION' | 'READY_FOR_PICKUP' | 'CLOSED' | 'VOIDED';

/** An order inside the simulated POS. */
export type StoredOrder = {
  guid: string;
  /** The API client that sent it, null for staff: channel clients see no other orders, and void no others. */
  clientId: string | null;
  displayNumber: string;
  order: ToastOrder;
  checks: PricedCheck[];
  createdAt: Date;
  /** What staff and the API have made of it, oldest first; that a device fires it by itself is none of them. */
  steps: { status: GuestOrderStatus; at: Date; by: 'staff' | 'api' }[];
};

/** The time, and whether a device sends orders to the kitchen by itself. */
export type Kitchen = { now: Date; fires: boolean };

/** The step that led to this status, if it was taken. */
export function stepTo(
  stored: StoredOrder,
  status: GuestOrderStatus,
): StoredOrder['steps'][number] | undefined {
  return stored.steps.find((step) => step.status === status);
}

/** When the order went to the kitchen, by itself or because staff sent it; null while it has not. */
export function firedAt(stored: StoredOrder, { now, fires }: Kitchen): Date | null {
  const byStaff = stepTo(stored, 'IN_PREPARATION')?.at;
  if (byStaff) return byStaff;
  const at = firesAt(stored);
  return fires && at <= (stepTo(stored, 'VOIDED')?.at ?? now) ? at : null;
}

/** An order that was sent to the kitchen is in preparation: the Active tab of Orders Hub. */
export function statusOf(stored: StoredOrder, kitchen: Kitchen): GuestOrderStatus {
  return stored.steps.at(-1)?.status ?? (firedAt(stored, kitchen) ? 'IN_PREPARATION' : 'RECEIVED');
}

/** When the order last changed. */
export function changedAt(stored: StoredOrder, kitchen: Kitchen): Date {
  return stored.steps.at(-1)?.at ?? firedAt(stored, kitchen) ?? stored.createdAt;
}

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
