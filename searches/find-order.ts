import type { Bundle, PlainInputField, ZObject } from 'zapier-platform-core';
import { InputProblems } from '../src/order/problems';
import { requireOrderApi } from '../src/zapier/connection-needs';
import { explain } from '../src/zapier/explain';
import { readText } from '../src/zapier/input-text';
import { createOrderApi } from '../src/zapier/order-api';
import { orderAnswerSample } from '../src/zapier/order-sample';
import {
  type OrderStateOutput,
  orderStateOutputFields,
  toOrderStateOutput,
} from '../src/zapier/order-state-output';
import { shopField } from '../src/zapier/shop-field';
import { withShopNames } from '../src/zapier/shop-names';
import { createZapierHttp } from '../src/zapier/zapier-http';

/** Numbers start anew each day: today's order is among the newest. */
const NEWEST = '100';

const inputFields: PlainInputField[] = [
  {
    key: 'order_reference',
    label: 'Order Reference',
    type: 'string',
    helpText: 'What the order was stored under, such as a Call SID. What you fill in must all agree.',
  },
  {
    key: 'phone',
    label: 'Guest Phone',
    type: 'string',
    helpText: 'In any format, or its last four digits. The newest order comes first.',
  },
  {
    key: 'number',
    label: 'Order Number',
    type: 'string',
    helpText: 'Such as 14: the newest with that number, among the last 100 orders.',
  },
  shopField('Empty: the orders of every shop.'),
];

export const findOrder = {
  key: 'find_order' as const,
  noun: 'Order',
  display: {
    label: 'Find Order',
    description: "Finds an order of your Order API by its reference, the guest's phone or its number.",
  },
  operation: {
    inputFields,
    outputFields: orderStateOutputFields,
    sample: toOrderStateOutput({ ...orderAnswerSample(), status: 'received' }),
    perform: performFind,
  },
};

/** The orders that agree with everything filled in, newest first. */
export async function performFind(
  z: ZObject,
  { authData, inputData }: Bundle<Record<string, unknown>>,
): Promise<OrderStateOutput[]> {
  return explain({ errors: z.errors, authData }, async () => {
    requireOrderApi(authData, 'Find Order reads from');
    const external_ref = readText(inputData.order_reference);
    const phone = readText(inputData.phone);
    const number = readText(inputData.number)?.replace(/^#\s*/, '');
    if (external_ref === undefined && phone === undefined && number === undefined) {
      throw new InputProblems([
        { path: '', message: 'Fill in Order Reference, Guest Phone or Order Number.' },
      ]);
    }
    const api = createOrderApi(createZapierHttp(z), authData);
    const query = { limit: NEWEST, external_ref, phone, location_id: readText(inputData.location_id) };
    const found = (await api.fetchList('/v1/orders', query)).filter(
      (order) => number === undefined || String(order.number) === number,
    );
    return (await withShopNames(found, api)).map(toOrderStateOutput);
  });
}
