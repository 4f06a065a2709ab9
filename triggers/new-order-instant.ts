import type { Bundle, ZObject } from 'zapier-platform-core';
import { orderHook, readHookOrders } from '../src/zapier/order-hook';
import type { OrderOutput } from '../src/zapier/order-output';
import { fetchNewOrders, newOrder, newOrderFields, toNewOrders } from './new-order';

export const newOrderInstant = {
  key: 'new_order_instant' as const,
  noun: 'Order',
  display: {
    label: 'New Order (Instant)',
    description: 'Triggers when a phone, text or web order arrives at your Order API, within seconds.',
  },
  operation: {
    type: 'hook' as const,
    ...orderHook('order.created', 'New Order (Instant) reads from'),
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
  return toNewOrders(await readHookOrders(z, bundle, 'order.created'), bundle.inputData);
}
