import type { HttpResponse } from '../../http';
import { jsonReply } from '../replies';
import { PRINT_EVENT } from './bodies';
import { findOrder } from './custom-orders';
import { badRequest, notFound } from './errors';
import type { PrintEvent } from './order';
import { print } from './order-book';
import { toWireTime } from './order-view';
import { readReference } from './read';
import { type Call, PRINT_MS } from './world';

/** `POST print_event`: the ticket goes to the order printer of the device that fires orders. */
export function printOrder(call: Call): HttpResponse {
  const body = call.body(PRINT_EVENT);
  const order = findOrder({ ...call, ids: [readReference(body, 'orderRef') ?? ''] });
  const deviceId = readReference(body, 'deviceRef') ?? call.merchant.deviceId;
  if (deviceId !== call.merchant.deviceId) throw badRequest('Bad Request', `Unknown device ${deviceId}`);
  if (order.state === null)
    throw badRequest('Bad Request', 'A hidden order cannot be printed: set its state to open');
  const event = print(call.world, order, { deviceId, now: call.now });
  return jsonReply(200, toWireEvent(event, 'CREATED'));
}

/** A job that has been printed is forgotten (https://docs.clover.com/docs/printing-orders-rest-api, read 2026-11-24). */
export function getPrintEvent(call: Call): HttpResponse {
  const event = call.world.printEvents.find(({ id }) => id === call.ids[0]);
  const order = event && call.world.orders.get(event.orderId);
  if (!event || order?.merchantId !== call.merchant.id || event.createdAt + PRINT_MS <= call.now)
    throw notFound('The print event is missing');
  return jsonReply(200, toWireEvent(event, event.createdAt === call.now ? 'CREATED' : 'PRINTING'));
}

function toWireEvent({ id, orderId, deviceId, createdAt }: PrintEvent, state: 'CREATED' | 'PRINTING') {
  const time = toWireTime(createdAt);
  return {
    id,
    orderRef: { id: orderId },
    deviceRef: { id: deviceId },
    state,
    createdTime: time,
    modifiedTime: time,
    printTime: time,
  };
}
