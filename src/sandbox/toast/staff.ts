import type { StaffAction } from '../notification';
import { ALL_GROUPS } from './catalog';
import { DINING_OPTIONS, type DiningOption } from './config';
import type { ItemSelection, ToastOrder } from './order';
import type { Orders } from './orders';
import { type GuestOrderStatus, isPaid, type StoredOrder } from './stored-order';

/**
 * The steps of Orders Hub (https://doc.toasttab.com/doc/platformguide/platformUsingOrdersHub.html, read 2026-11-24): Fire Now
 * for what no device has sent yet, Order Ready, Complete, and a void, which takes even a completed order back.
 */
const STEPS: Record<StaffAction, { from: GuestOrderStatus[]; to: GuestOrderStatus }> = {
  start: { from: ['RECEIVED'], to: 'IN_PREPARATION' },
  ready: { from: ['IN_PREPARATION'], to: 'READY_FOR_PICKUP' },
  complete: { from: ['IN_PREPARATION', 'READY_FOR_PICKUP'], to: 'CLOSED' },
  cancel: { from: ['RECEIVED', 'IN_PREPARATION', 'READY_FOR_PICKUP', 'CLOSED'], to: 'VOIDED' },
};

/** Staff move an order on; false where it is not there or stands elsewhere. */
export function act(
  orders: Orders,
  { ticketId, action, now }: { ticketId: string; action: StaffAction; now: Date },
): boolean {
  const stored = orders.all().find(({ guid }) => guid === ticketId);
  const { from, to } = STEPS[action];
  if (!stored || !from.includes(orders.statusOf(stored, now))) return false;
  if (action === 'complete') takeCash(stored, now);
  orders.move(stored, { status: to, at: now, by: 'staff' });
  return true;
}

/** No order is completed with money outstanding. */
function takeCash({ checks }: StoredOrder, now: Date): void {
  for (const priced of checks.filter((one) => !isPaid(one))) {
    const { payments } = priced.check;
    const due = priced.total - payments.reduce((sum, { amount }) => sum + amount, 0);
    if (due > 0)
      payments.push({ type: 'CASH', typeGuid: null, amount: due, tip: 0, tendered: due, paidAt: now });
  }
}

/** A guest orders a drink at the counter: staff name nobody, and send it to the kitchen themselves. */
export function ringUp(orders: Orders, now: Date): string {
  const stored = orders.take(counterOrder(), { clientId: null, now });
  orders.move(stored, { status: 'IN_PREPARATION', at: now, by: 'staff' });
  return stored.guid;
}

function counterOrder(): ToastOrder {
  return {
    externalId: null,
    diningOption: DINING_OPTIONS.find(({ behavior }) => behavior === 'TAKE_OUT') as DiningOption,
    openedDate: null,
    promisedDate: null,
    prepMinutes: null,
    numberOfGuests: 1,
    revenueCenter: null,
    table: null,
    server: null,
    delivery: null,
    curbside: null,
    checks: [
      {
        externalId: null,
        tabName: 'Counter',
        displayNumber: null,
        taxExempt: false,
        customer: null,
        selections: drinks(),
        charges: [],
        discount: null,
        payments: [],
      },
    ],
  };
}

const drinks = (): ItemSelection[] =>
  ALL_GROUPS.flatMap((group) =>
    group.items
      .filter(({ name }) => name === 'Coke')
      .map((item) => ({
        kind: 'item',
        externalId: null,
        item,
        groupGuid: group.guid,
        quantity: 1,
        basePrice: item.price,
        modifiers: [],
      })),
  );
