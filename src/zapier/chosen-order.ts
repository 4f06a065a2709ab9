import type { PlainInputField } from 'zapier-platform-core';
import { InputProblems, shown } from '../order/problems';
import type { Json } from '../pos/json';
import { readText } from './input-text';
import type { OrderApi } from './order-api';

/** Which order of the Order API a step is about: by its id, or by its reference where that is all a Zap has. */
export const chosenOrderFields: PlainInputField[] = [
  {
    key: 'order_id',
    label: 'Order ID',
    type: 'string',
    dynamic: 'recent_order.id.name',
    search: 'find_order.id',
    helpText:
      'Map Order ID of New Order, Find Order or Create Order. Or leave it empty and fill in the next.',
  },
  {
    key: 'order_reference',
    label: 'Order Reference',
    type: 'string',
    helpText: 'Used where Order ID is empty: what the order was stored under, such as a Call SID.',
  },
];

/** The order that the step's fields name; refuses in words where there is none, or no telling which. */
export async function fetchChosenOrder(api: OrderApi, input: Record<string, unknown>): Promise<Json> {
  const id = readText(input.order_id);
  if (id !== undefined) return api.fetchOne(`/v1/orders/${encodeURIComponent(id)}`);
  const reference = readText(input.order_reference);
  if (reference === undefined) return refuse('', 'Fill in Order ID or Order Reference.');
  const [order, other] = await api.fetchList('/v1/orders', { external_ref: reference, limit: '2' });
  if (other) return refuse('Order Reference', 'Two shops have an order with it. Map Order ID instead.');
  return order ?? refuse('Order Reference', `There is no order ${shown(reference)} on this server.`);
}

function refuse(path: string, message: string): never {
  throw new InputProblems([{ path, message }]);
}
