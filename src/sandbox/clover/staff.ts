import type { StaffAction } from '../notification';
import { toCartLine } from './lines';
import type { Order } from './order';
import { addPayment, enter, lookUp, print, strike } from './order-book';
import { createOrder } from './order-header';
import { isPaid } from './ticket';
import { computeTotals } from './totals';
import type { Moment, World } from './world';

type Step = (order: Order, moment: Moment) => boolean;

/** Clover knows no stages of cooking: an order is printed for the kitchen, paid or deleted. */
const STEPS: Record<StaffAction, Step> = {
  start(order, { world, merchant, now }) {
    if (world.printEvents.some(({ orderId }) => orderId === order.id)) return false;
    print(world, order, { deviceId: merchant.deviceId, now });
    return true;
  },
  ready: () => false,
  complete(order, { world, merchant, now }) {
    if (isPaid(order)) return false;
    const paid = order.payments.reduce((sum, { amount }) => sum + amount, 0);
    const cash = merchant.tenders.find(({ labelKey }) => labelKey.endsWith('.cash'));
    addPayment(world, order, {
      id: world.makeId('PAY'),
      tenderId: cash?.id ?? '',
      amount: (order.total ?? 0) - paid,
      tipAmount: 0,
      externalPaymentId: null,
      note: null,
      createdAt: now,
    });
    return true;
  },
  cancel(order, { world, now }) {
    if (order.payments.length > 0) return false;
    strike(world, order, now);
    return true;
  },
};

/** Staff take an order further in the Orders app, which does not list those without a state. */
export function act(
  world: World,
  { ticketId, action, now }: { ticketId: string; action: StaffAction; now: number },
): boolean {
  const merchant = world.merchants.find(({ id }) => lookUp(world, id, ticketId));
  const order = merchant && lookUp(world, merchant.id, ticketId);
  if (!order || order.state === null) return false;
  return STEPS[action](order, { world, merchant, now });
}

/** A guest in Boston orders a drink at the counter: the Register saves the order and fires it; payment comes later. */
export function ringUp(world: World, now: number): string {
  const [merchant] = world.merchants;
  const moment = { world, merchant, now };
  const drink = merchant.inventory.items.find(({ name }) => name === 'Coke');
  const lines = [toCartLine(moment, { item: { id: drink?.id } })];
  const saved = { ...createOrder(moment), lines, state: 'open', openedAt: now };
  const order = { ...saved, total: computeTotals(saved).total };
  enter(world, order);
  print(world, order, { deviceId: merchant.deviceId, now });
  return order.id;
}
