import type { JsonObject } from '../json-body';
import { badRequest } from './errors';
import type { Order } from './order';
import { readBoolean, readInteger, readList, readReference, readText } from './read';
import type { Call, Moment } from './world';

export const MAX_LINES = 2500;

export function createOrder({ world, merchant, now }: Moment): Order {
  return {
    id: world.makeId('ORDER'),
    merchantId: merchant.id,
    title: null,
    note: null,
    state: null,
    orderTypeId: null,
    externalReferenceId: null,
    customerIds: [],
    employeeId: merchant.employee.id,
    taxRemoved: false,
    groupLineItems: false,
    testMode: false,
    manualTransaction: false,
    lines: [],
    discounts: [],
    serviceCharge: null,
    total: null,
    payments: [],
    createdAt: now,
    modifiedAt: now,
    openedAt: null,
    deletedAt: null,
  };
}

/** The order with the fields that the body names; everything it leaves out stays as it was. */
export function withHeader(order: Order, body: JsonObject, call: Call): Order {
  checkReferences(body, call);
  const has = (name: string) => body[name] !== undefined;
  const state = has('state') ? readText(body, 'state') : order.state;
  return {
    ...order,
    title: has('title') ? readText(body, 'title') : order.title,
    note: has('note') ? readText(body, 'note') : order.note,
    externalReferenceId: has('externalReferenceId')
      ? readText(body, 'externalReferenceId')
      : order.externalReferenceId,
    orderTypeId: has('orderType') ? readReference(body, 'orderType') : order.orderTypeId,
    employeeId: readReference(body, 'employee') ?? order.employeeId,
    customerIds: has('customers')
      ? readList(body, 'customers').flatMap((customer) => readText(customer, 'id') ?? [])
      : order.customerIds,
    taxRemoved: readBoolean(body, 'taxRemoved') ?? order.taxRemoved,
    groupLineItems: readBoolean(body, 'groupLineItems') ?? order.groupLineItems,
    testMode: readBoolean(body, 'testMode') ?? order.testMode,
    manualTransaction: readBoolean(body, 'manualTransaction') ?? order.manualTransaction,
    total: readInteger(body, 'total') ?? order.total,
    state,
    openedAt: state === null ? null : (order.openedAt ?? call.now),
    modifiedAt: call.now,
  };
}

function checkReferences(body: JsonObject, { world, merchant }: Call): void {
  const currency = readText(body, 'currency');
  if (currency !== null && currency.toUpperCase() !== merchant.currency)
    throw badRequest('bad_request', `currency must be ${merchant.currency}`);
  const orderType = readReference(body, 'orderType');
  if (orderType !== null && !merchant.orderTypes.some(({ id }) => id === orderType))
    throw badRequest('bad_request', `Unknown order type ${orderType}`);
  const employee = readReference(body, 'employee');
  if (employee !== null && employee !== merchant.employee.id)
    throw badRequest('bad_request', `Unknown employee ${employee}`);
  const isKnown = (customer: JsonObject) =>
    world.customers.get(readText(customer, 'id') ?? '')?.merchantId === merchant.id;
  if (!readList(body, 'customers').every(isKnown)) throw badRequest('insufficient_customer_info');
}
