import type { HttpResponse } from '../../http';
import { jsonReply } from '../replies';
import { BULK_LINES, CUSTOM_LINE, CUSTOM_ORDER, DISCOUNT, MODIFICATION, SERVICE_CHARGE } from './bodies';
import { badRequest, notFound } from './errors';
import { findItem, toCustomLine, toDiscount, toModification } from './lines';
import type { Line, Order } from './order';
import { change, enter, lookUp, strike } from './order-book';
import { createOrder, MAX_LINES, withHeader } from './order-header';
import {
  LINE_EXPANSIONS,
  ORDER_EXPANSIONS,
  toWireDiscount,
  toWireLine,
  toWireModification,
  toWireOrder,
} from './order-view';
import { page, readExpansions } from './paging';
import { readInteger, readList } from './read';
import { toServiceCharge } from './service-charge';
import type { Call } from './world';

/** `POST orders`: an empty order, hidden until a state is set. Nothing here is ever added up: the caller posts `total`. */
export function createCustomOrder(call: Call): HttpResponse {
  const order = withHeader(createOrder(call), call.body(CUSTOM_ORDER), call);
  enter(call.world, order);
  return jsonReply(200, toWireOrder(order, new Set(), call));
}

/** `POST orders/{id}` changes the fields it names and no others. */
export function updateOrder(call: Call): HttpResponse {
  return save(withHeader(findOrder(call), call.body(CUSTOM_ORDER), call), call);
}

export function getOrder(call: Call): HttpResponse {
  const expand = readExpansions(call.query, ORDER_EXPANSIONS);
  return jsonReply(200, toWireOrder(findOrder(call), expand, call));
}

/** `DELETE orders/{id}`: afterwards no call finds it. */
export function deleteOrder(call: Call): HttpResponse {
  strike(call.world, findOrder(call), call.now);
  return jsonReply(200, {});
}

export function getLines(call: Call): HttpResponse {
  const order = findOrder(call);
  const expand = readExpansions(call.query, LINE_EXPANSIONS);
  const { elements } = page(order.lines, call.query);
  return jsonReply(200, { elements: elements.map((line) => toWireLine(order, line, expand, call)) });
}

export function addLine(call: Call): HttpResponse {
  const order = findOrder(call);
  const line = toCustomLine(call, call.body(CUSTOM_LINE, 'Invalid line item'));
  addLines(order, [line], call);
  return jsonReply(200, toWireLine(order, line, new Set(), call));
}

/** Up to 100 lines at once; here every line needs its own price, item or not. */
export function addLinesInBulk(call: Call): HttpResponse {
  const order = findOrder(call);
  const items = readList(call.body(BULK_LINES), 'items');
  if (items.some((item) => readInteger(item, 'price') === null))
    throw badRequest('Invalid line item', 'Each item must include a price');
  const lines = items.map((item) => toCustomLine(call, item));
  addLines(order, lines, call);
  return jsonReply(
    200,
    lines.map((line) => toWireLine(order, line, new Set(), call)),
  );
}

export function addModification(call: Call): HttpResponse {
  const { order, line } = findLine(call);
  const given = toModification(call, call.body(MODIFICATION), findItem(call, line.itemId));
  if (!given) throw badRequest('Bad Request', 'modifier.id is required');
  replaceLine(order, { ...line, modifications: [...line.modifications, given] }, call);
  return jsonReply(200, toWireModification(line, given));
}

export function addLineDiscount(call: Call): HttpResponse {
  const { order, line } = findLine(call);
  const given = toDiscount(call, call.body(DISCOUNT));
  replaceLine(order, { ...line, discounts: [...line.discounts, given] }, call);
  return jsonReply(200, toWireDiscount(given));
}

export function addOrderDiscount(call: Call): HttpResponse {
  const order = findOrder(call);
  const given = toDiscount(call, call.body(DISCOUNT));
  save({ ...order, discounts: [...order.discounts, given], modifiedAt: call.now }, call);
  return jsonReply(200, toWireDiscount(given));
}

export function setServiceCharge(call: Call): HttpResponse {
  const order = findOrder(call);
  const serviceCharge = toServiceCharge(call, call.body(SERVICE_CHARGE));
  save({ ...order, serviceCharge, modifiedAt: call.now }, call);
  return jsonReply(200, serviceCharge ?? {});
}

/** The order of the path; another merchant's is as unknown as one that never was. */
export function findOrder({ world, merchant, ids }: Call): Order {
  const order = lookUp(world, merchant.id, ids[0] ?? '');
  if (!order) throw notFound();
  return order;
}

function save(order: Order, call: Call): HttpResponse {
  change(call.world, order);
  return jsonReply(200, toWireOrder(order, new Set(), call));
}

function findLine(call: Call): { order: Order; line: Line } {
  const order = findOrder(call);
  const line = order.lines.find(({ id }) => id === call.ids[1]);
  if (!line) throw notFound();
  return { order, line };
}

function addLines(order: Order, added: Line[], call: Call): void {
  const lines = [...order.lines, ...added];
  if (lines.length > MAX_LINES) throw badRequest('Bad Request', `An order holds at most ${MAX_LINES} lines`);
  save({ ...order, lines, modifiedAt: call.now }, call);
}

function replaceLine(order: Order, changed: Line, call: Call): void {
  const lines = order.lines.map((line) => (line.id === changed.id ? changed : line));
  save({ ...order, lines, modifiedAt: call.now }, call);
}
