import type { HttpResponse } from '../../http';
import { jsonReply } from '../replies';
import type { Order } from './order';
import { ORDER_EXPANSIONS, toWireOrder } from './order-view';
import { page, passesAll, readExpansions, readFilters } from './paging';
import { type Call, LIST_LAG_MS } from './world';

const DAYS_90_MS = 90 * 24 * 60 * 60 * 1000;
/** Filtering by any of these looks at the last 90 days only; the others look at everything (the reference page of "Get a list of orders"). */
const RECENT_ONLY = [
  ...['deletedTime', 'externalReferenceId', 'createdTime', 'total', 'payType', 'title', 'note', 'state'],
  ...['manualTransaction', 'testMode'],
];
const FILTERS = [...RECENT_ONLY, 'modifiedTime', 'clientCreatedTime', 'id', 'orderType', 'employee.id'];

/** `GET orders`: newest first; hidden orders never, new ones a little late. */
export function listOrders(call: Call): HttpResponse {
  const expand = readExpansions(call.query, ORDER_EXPANSIONS);
  const filters = readFilters(call.query, FILTERS);
  const since = filters.some(({ field }) => RECENT_ONLY.includes(field)) ? call.now - DAYS_90_MS : 0;
  const found = [...call.world.orders.values()]
    .filter((order) => order.merchantId === call.merchant.id && isListed(order, call.now))
    .filter((order) => order.createdAt >= since && passesAll(toFilterable(order, call), filters))
    .reverse();
  const { elements } = page(found, call.query);
  return jsonReply(200, { elements: elements.map((order) => toWireOrder(order, expand, call)) });
}

function isListed(order: Order, now: number): boolean {
  return order.deletedAt === null && order.openedAt !== null && order.openedAt + LIST_LAG_MS <= now;
}

function toFilterable(order: Order, call: Call): Record<string, unknown> {
  return {
    ...toWireOrder(order, new Set(), call),
    orderType: order.orderTypeId,
    'employee.id': order.employeeId,
  };
}
