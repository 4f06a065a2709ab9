import type { Bundle, PlainInputField, PlainOutputField, ZObject } from 'zapier-platform-core';
import { InputProblems, shown } from '../src/order/problems';
import { ORDER_STATUSES, type OrderStatus } from '../src/order/status';
import type { Json } from '../src/pos/json';
import { requireOrderApi } from '../src/zapier/connection-needs';
import { explain } from '../src/zapier/explain';
import { readText } from '../src/zapier/input-text';
import { createOrderApi } from '../src/zapier/order-api';
import { orderHook, readHookOrders } from '../src/zapier/order-hook';
import { orderAnswerSample } from '../src/zapier/order-sample';
import { orderStateOutputFields, toOrderStateOutput } from '../src/zapier/order-state-output';
import { shopField } from '../src/zapier/shop-field';
import { withShopNames } from '../src/zapier/shop-names';
import { createZapierHttp } from '../src/zapier/zapier-http';

const NEWEST = '100';
/** Orders are listed by their latest change where a moment is named; this one is before any. */
const EVER = new Date(0).toISOString();

const CHOICES: Record<OrderStatus, string> = {
  held: 'Held',
  received: 'Received',
  scheduled: 'Scheduled',
  sent: 'Sent',
  accepted: 'Accepted by the POS',
  in_preparation: 'In Preparation',
  ready: 'Ready',
  out_for_delivery: 'Out for Delivery',
  completed: 'Completed',
  rejected: 'Rejected',
  cancelled: 'Cancelled',
  expired: 'Expired',
};

const inputFields: PlainInputField[] = [
  shopField('Empty: the orders of every shop.'),
  {
    key: 'statuses',
    label: 'Statuses',
    type: 'string',
    list: true,
    choices: CHOICES,
    helpText: 'Only when an order becomes one of these. Empty: at each change.',
  },
];
const outputFields: PlainOutputField[] = [
  { key: 'id', label: 'Change ID', type: 'string' },
  { key: 'order_id', label: 'Order ID', type: 'string' },
  ...orderStateOutputFields.filter(({ key }) => key !== 'id'),
];
type Input = Record<string, unknown>;
type StatusOutput = ReturnType<typeof toStatusOutput>;

export const orderStatusChanged = {
  key: 'order_status_changed' as const,
  noun: 'Order Status',
  display: {
    label: 'Order Status Changed',
    description: 'Triggers when an order becomes accepted, ready, completed, cancelled or any other status.',
  },
  operation: {
    type: 'hook' as const,
    ...orderHook(['order.updated'], 'Order Status Changed reads from'),
    perform: takeStatusChange,
    performList: fetchStatusChanges,
    canPaginate: false,
    inputFields,
    outputFields,
    sample: toStatusOutput({ ...orderAnswerSample(), status: 'accepted', previous_status: 'received' }),
  },
};

/** The change that the server has just told of; other changes of an order are left out. */
export async function takeStatusChange(z: ZObject, bundle: Bundle<Input>): Promise<StatusOutput[]> {
  const { authData, inputData } = bundle;
  return explain({ errors: z.errors, authData }, async () =>
    toStatusChanges(await readHookOrders(z, bundle, ['order.updated']), inputData),
  );
}

/** The orders whose status has moved, the latest change first. */
export async function fetchStatusChanges(
  z: ZObject,
  { authData, inputData }: Bundle<Input>,
): Promise<StatusOutput[]> {
  return explain({ errors: z.errors, authData }, async () => {
    requireOrderApi(authData, 'Order Status Changed reads from');
    const api = createOrderApi(createZapierHttp(z), authData);
    const query = {
      limit: NEWEST,
      since: EVER,
      location_id: readText(inputData.location_id),
      status: readStatuses(inputData)?.join(','),
    };
    return toStatusChanges(await withShopNames(await api.fetchList('/v1/orders', query), api), inputData);
  });
}

function toStatusChanges(orders: Json[], input: Input): StatusOutput[] {
  const shop = readText(input.location_id);
  const statuses = readStatuses(input);
  return orders
    .map(toStatusOutput)
    .filter(({ status, previous_status }) => previous_status !== null && previous_status !== status)
    .filter(({ location_id }) => shop === undefined || location_id === shop)
    .filter(({ status }) => statuses === undefined || statuses.some((one) => one === status));
}

/** An order can come once for each status, so the status is part of the id. */
function toStatusOutput(order: Json) {
  const { id, ...rest } = toOrderStateOutput(order);
  return { id: `${id}:${rest.status}`, order_id: id, ...rest };
}

function readStatuses({ statuses }: Input): OrderStatus[] | undefined {
  const words = readText(statuses)?.split(/[\s,]+/);
  return words?.map((word) => {
    const status = ORDER_STATUSES.find((one) => one === word);
    if (status) return status;
    const message = `${shown(word)} is not a status; choose from the list.`;
    throw new InputProblems([{ path: 'Statuses', message }]);
  });
}
