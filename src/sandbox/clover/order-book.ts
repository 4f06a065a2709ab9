import { badRequest } from './errors';
import type { Order, Payment } from './order';
import { PRINT_MS, type World } from './world';

/** What happens to an order, whether a call or somebody at the device makes it happen: the book shows it and the callback hears of it. */

/** The order of this merchant by its id; a deleted one is as unknown as one that never was. */
export function lookUp(world: World, merchantId: string, id: string): Order | undefined {
  const order = world.orders.get(id);
  return order?.merchantId === merchantId && order.deletedAt === null ? order : undefined;
}

/** A new order. It is not documented whether one without a state is told of; here it is. */
export function enter(world: World, order: Order): void {
  world.orders.set(order.id, order);
  world.outbound.tell(order.merchantId, [{ objectId: `O:${order.id}`, type: 'CREATE' }], order.createdAt);
}

export function change(world: World, order: Order): void {
  world.orders.set(order.id, order);
  world.outbound.tell(order.merchantId, [{ objectId: `O:${order.id}`, type: 'UPDATE' }], order.modifiedAt);
}

/** An order whose payments cover its total is locked by Clover itself. */
export function addPayment(world: World, order: Order, payment: Payment): void {
  const payments = [...order.payments, payment];
  const isPaid = payments.reduce((sum, taken) => sum + taken.amount, 0) >= (order.total ?? 0);
  const state = isPaid && order.state !== null ? 'locked' : order.state;
  world.orders.set(order.id, { ...order, payments, state, modifiedAt: payment.createdAt });
  world.outbound.tell(
    order.merchantId,
    [
      { objectId: `P:${payment.id}`, type: 'CREATE' },
      { objectId: `O:${order.id}`, type: 'UPDATE' },
    ],
    payment.createdAt,
  );
}

/** Sends the ticket to a device's printer; when it has come out, its lines count as printed, which changes the order. */
export function print(world: World, order: Order, { deviceId, now }: { deviceId: string; now: number }) {
  const event = { id: world.makeId('PRINT'), orderId: order.id, deviceId, createdAt: now };
  world.printEvents.push(event);
  world.outbound.tell(order.merchantId, [{ objectId: `O:${order.id}`, type: 'UPDATE' }], now + PRINT_MS);
  return event;
}

/**
 * An order can be deleted, printed or not, until it has been paid for: so says Clover's staff
 * (https://community.clover.com/questions/35174, read 2026-11-24). Status and words of the refusal are not documented.
 */
export function strike(world: World, order: Order, now: number): void {
  if (order.payments.length > 0)
    throw badRequest('Bad Request', 'An order with payments cannot be deleted: refund them on the device');
  world.orders.set(order.id, { ...order, deletedAt: now, modifiedAt: now });
  world.outbound.tell(order.merchantId, [{ objectId: `O:${order.id}`, type: 'DELETE' }], now);
}
