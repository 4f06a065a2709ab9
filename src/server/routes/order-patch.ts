import { Type } from 'typebox';
import { reschedule } from '../../delivery/plan';
import { parseOrder } from '../../order/parse';
import { OrderSchema } from '../../order/schema';
import type { Shop } from '../../order/shop';
import { isBeforeRelease, ORDER_STATUSES, statusRefusal } from '../../order/status';
import type { DeliveryRecord, Subject } from '../../store/delivery-records';
import type { OrderChange, OrderRecord } from '../../store/records';
import { accessOf } from '../access';
import { answers, asPatch, ref } from '../documentation';
import { answerOrder } from '../order-answer';
import { ApiProblem, notFound } from '../problem';
import { readInput, takeBodyAsIs } from '../read-request';
import type { App, Services } from '../services';
import { shopIn } from '../shop-of';
import { OrderParams } from './orders';

const tags = ['Orders'];
const { service, timing } = OrderSchema.properties;

/** What PATCH takes. `status` moves forward at any time; the rest only until the ticket has left. */
export const OrderPatchSchema = asPatch(
  Type.Object({
    status: Type.Enum([...ORDER_STATUSES], { type: 'string', description: 'Only forward.' }),
    notes: OrderSchema.properties.notes,
    service,
    timing: Type.Object({
      requested_at: timing.properties.requested_at,
      requested_text: timing.properties.requested_text,
    }),
  }),
);

const patchSchema = {
  tags,
  summary: "Move an order's status forward, or change its notes, service or time before it is sent",
  params: OrderParams,
  body: OrderPatchSchema,
  response: answers({ 200: ref('Order') }, [400, 404, 409, 413, 415]),
};
const ackSchema = {
  tags,
  summary: 'Acknowledge an order: it is taken over and leaves `?acked=false`',
  params: OrderParams,
  response: answers({ 200: ref('Order') }, [400, 404]),
};

export function orderPatchRoutes(app: App, services: Services): void {
  const { store, now, menus, timing } = services;
  const patch = { config: { scope: 'write' }, validatorCompiler: takeBodyAsIs } as const;
  app.patch('/v1/orders/:id', { schema: patchSchema, ...patch }, async (request) => {
    const { scope, key } = accessOf(request);
    const shops = await store.shops(scope);
    const change = (current: OrderRecord, { in_flight }: { in_flight: boolean }) =>
      toChange(request.body, { current, shop: shopIn(shops, current), in_flight });
    const act = { key_id: key.id, at: now() };
    const record = await store.updateOrder(scope, request.params.id, change, act);
    if (!record) throw notFound('order');
    for (const row of await store.deliveriesOf(scope, [record.id])) {
      const decide = (current: DeliveryRecord, subject: Subject) =>
        reschedule(current, subject, { now: act.at, timing });
      await store.changeDelivery(scope, row.id, decide, act);
    }
    return answerOrder(record, shopIn(shops, record), { scope, store, menus });
  });
  app.post('/v1/orders/:id/ack', { schema: ackSchema, config: { scope: 'write' } }, async (request) => {
    const { scope, key } = accessOf(request);
    const record = await store.ackOrder(scope, request.params.id, { key_id: key.id, at: now() });
    if (!record) throw notFound('order');
    return answerOrder(record, shopIn(await store.shops(scope), record), { scope, store, menus });
  });
}

/** Runs inside the write, on the order as it is then. */
function toChange(
  body: unknown,
  { current, shop, in_flight }: { current: OrderRecord; shop: Shop; in_flight: boolean },
): OrderChange {
  const { status, ...fields } = readInput(OrderPatchSchema, body, shop);
  const refusal = status && statusRefusal(current.status, status);
  if (refusal) throw new ApiProblem('not-now', refusal);
  if (Object.keys(fields).length === 0) return { status };
  if (in_flight || !isBeforeRelease(current.status)) {
    const names = Object.keys(fields).join(', ');
    const stands = in_flight ? 'on its way to the POS' : current.status;
    const detail = `The order is ${stands}: ${names} can no longer be changed here; use /changes, which tells the kitchen.`;
    throw new ApiProblem('not-now', detail);
  }
  const { order } = current;
  const changed = {
    ...order,
    ...('notes' in fields && { notes: fields.notes }),
    service: { ...order.service, ...fields.service },
    timing: { ...order.timing, ...fields.timing },
  };
  return { status, order: parseOrder(changed, shop) };
}
