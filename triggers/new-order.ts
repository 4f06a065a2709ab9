import type { Bundle, PlainInputField, ZObject } from 'zapier-platform-core';
import type { Json } from '../src/pos/json';
import { requireOrderApi } from '../src/zapier/connection-needs';
import { explain } from '../src/zapier/explain';
import { readText } from '../src/zapier/input-text';
import { createOrderApi, type OrderApi } from '../src/zapier/order-api';
import { type OrderOutput, posDeliveries, toOrderOutput } from '../src/zapier/order-output';
import { orderOutputFields } from '../src/zapier/order-output-fields';
import { newOrderSample } from '../src/zapier/order-sample';
import { createZapierHttp } from '../src/zapier/zapier-http';

/** As many as Zapier takes from one poll. */
const NEWEST = '100';

const inputFields: PlainInputField[] = [
  {
    key: 'location_id',
    label: 'Shop',
    type: 'string',
    dynamic: 'location.id.name',
    helpText: 'Empty: the orders of every shop.',
  },
  {
    key: 'service_type',
    label: 'Pickup or Delivery',
    type: 'string',
    choices: { pickup: 'Pickup', delivery: 'Delivery', dine_in: 'Dine In', curbside: 'Curbside' },
    helpText: 'Empty: every kind.',
  },
  {
    key: 'include_sent',
    label: 'Include Orders Already Sent to a POS',
    type: 'boolean',
    default: 'no',
    helpText:
      'Your server may send orders to the POS by itself. Sent again from here, the kitchen gets a second ticket.',
  },
];

export const newOrder = {
  key: 'new_order' as const,
  noun: 'Order',
  display: {
    label: 'New Order',
    description: 'Triggers when a phone, text or web order arrives at your Order API.',
  },
  operation: {
    type: 'polling' as const,
    perform: fetchNewOrders,
    canPaginate: false,
    inputFields,
    outputFields: orderOutputFields,
    sample: newOrderSample(),
  },
};

/** The newest orders, newest first; Zapier drops those it has seen by their id. */
export async function fetchNewOrders(
  z: ZObject,
  { authData, inputData }: Bundle<Record<string, unknown>>,
): Promise<OrderOutput[]> {
  return explain({ errors: z.errors, authData }, async () => {
    requireOrderApi(authData, 'New Order');
    const wanted = readText(inputData.service_type);
    const includeSent = ['true', 'yes', '1'].includes(
      (readText(inputData.include_sent) ?? 'no').toLowerCase(),
    );
    const query = { limit: NEWEST, location_id: readText(inputData.location_id) };
    const api = createOrderApi(createZapierHttp(z), authData);
    const orders = await withShopNames(await api.fetchList('/v1/orders', query), api);
    return orders
      .filter((order) => includeSent || posDeliveries(order).every(({ state }) => state === 'abandoned'))
      .map(toOrderOutput)
      .filter((order) => wanted === undefined || order.service_type === wanted);
  });
}

/** An order names its shop by id only; the names are asked for where there is something to name. */
async function withShopNames(orders: Json[], api: OrderApi): Promise<Json[]> {
  if (orders.every((order) => order.location_name !== undefined)) return orders;
  const shops = await api.fetchList('/v1/locations', {});
  const names = new Map(shops.map(({ id, name }) => [id, name]));
  return orders.map((order) => ({ location_name: names.get(order.location_id), ...order }));
}
