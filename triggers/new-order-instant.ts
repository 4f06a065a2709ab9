import type { Bundle, ZObject } from 'zapier-platform-core';
import type { HookEvent } from '../src/order/hook-events';
import { asObject } from '../src/pos/json';
import { orderHook, readHookOrders } from '../src/zapier/order-hook';
import type { OrderOutput } from '../src/zapier/order-output';
import { fetchNewOrders, newOrder, newOrderFields, toNewOrders } from './new-order';

/** An order that somebody has to decide about first is new once that is done. */
const EVENTS: HookEvent[] = ['order.created', 'order.updated'];

export const newOrderInstant = {
  key: 'new_order_instant' as const,
  noun: 'Order',
  display: {
    label: 'New Order (Instant)',
    description: 'Triggers when a phone, text or web order arrives at your Order API, within seconds.',
  },
  operation: {
    type: 'hook' as const,
    ...orderHook(EVENTS, 'New Order (Instant) reads from'),
    perform: takeNewOrder,
    performList: fetchNewOrders,
    canPaginate: false,
    inputFields: newOrderFields,
    outputFields: newOrder.operation.outputFields,
    sample: newOrder.operation.sample,
  },
};

/** The order that the server has just told of, unless the trigger's fields leave it out. */
export async function takeNewOrder(
  z: ZObject,
  bundle: Bundle<Record<string, unknown>>,
): Promise<OrderOutput[]> {
  const isNew = asObject(bundle.cleanedRequest).type === 'order.created';
  const orders = await readHookOrders(z, bundle, EVENTS);
  return toNewOrders(
    orders.filter(({ previous_status }) => isNew || previous_status === 'held'),
    bundle.inputData,
  );
}
