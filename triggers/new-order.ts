import type { Bundle, PlainInputField, ZObject } from 'zapier-platform-core';
import { ORDER_STATUSES } from '../src/order/status';
import type { Json } from '../src/pos/json';
import { requireOrderApi } from '../src/zapier/connection-needs';
import { wasRehearsed } from '../src/zapier/delivery-standing';
import { explain } from '../src/zapier/explain';
import { readText } from '../src/zapier/input-text';
import { createOrderApi } from '../src/zapier/order-api';
import { type OrderOutput, posDeliveries, toOrderOutput } from '../src/zapier/order-output';
import { orderOutputFields } from '../src/zapier/order-output-fields';
import { newOrderSample } from '../src/zapier/order-sample';
import { shopField } from '../src/zapier/shop-field';
import { withShopNames } from '../src/zapier/shop-names';
import { createZapierHttp } from '../src/zapier/zapier-http';

/** As many as Zapier takes from one poll. */
const NEWEST = '100';

/** Which new orders start a Zap. */
export const newOrderFields: PlainInputField[] = [
  shopField('Empty: the orders of every shop.'),
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
type Input = Record<string, unknown>;
/** Somebody has to decide about these first, or it is decided: the kitchen is not to make them. */
const NOT_YET = new Set<string>(['held', 'cancelled', 'rejected', 'expired']);
/** Nothing is asked for that would not be shown. */
const WANTED = ORDER_STATUSES.filter((status) => !NOT_YET.has(status)).join(',');

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
    inputFields: newOrderFields,
    outputFields: orderOutputFields,
    sample: newOrderSample(),
  },
};

/** The newest orders, newest first; Zapier drops those it has seen by their id. */
export async function fetchNewOrders(
  z: ZObject,
  { authData, inputData }: Bundle<Input>,
): Promise<OrderOutput[]> {
  return explain({ errors: z.errors, authData }, async () => {
    requireOrderApi(authData, 'New Order reads from');
    const query = { limit: NEWEST, status: WANTED, location_id: readText(inputData.location_id) };
    const api = createOrderApi(createZapierHttp(z), authData);
    return toNewOrders(await withShopNames(await api.fetchList('/v1/orders', query), api), inputData);
  });
}

/** A rehearsed order is keyed in by staff: a Zap that sent it would make a second ticket. */
const isGivenUp = (delivery: Json) => delivery.state === 'abandoned' && !wasRehearsed(delivery);

/** Those of the orders that the trigger's fields let through, as it gives them. */
export function toNewOrders(orders: Json[], input: Input): OrderOutput[] {
  const shop = readText(input.location_id);
  const service = readText(input.service_type);
  const includeSent = ['true', 'yes', '1'].includes((readText(input.include_sent) ?? 'no').toLowerCase());
  return orders
    .filter(({ status }) => !NOT_YET.has(String(status)))
    .filter((order) => includeSent || posDeliveries(order).every(isGivenUp))
    .map(toOrderOutput)
    .filter((order) => shop === undefined || order.location_id === shop)
    .filter((order) => service === undefined || order.service_type === service);
}
