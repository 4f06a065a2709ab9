import { type Static, Type } from 'typebox';
import { posLane } from '../../delivery/notices';
import { heldRows, posRow } from '../../delivery/plan';
import { PRESSES, type Press } from '../../delivery/presses';
import { rehearsalRow } from '../../delivery/rehearsal/row';
import { isTicket } from '../../order/delivery';
import { orNull } from '../../order/or-null';
import type { DeliveryChange, DeliveryRecord } from '../../store/delivery-records';
import type { OrderRecord } from '../../store/records';
import { type Access, accessOf } from '../access';
import { connectionFor } from '../connection-for';
import { toDeliveryAnswer } from '../delivery-answer';
import { waitUntilSettled } from '../delivery-wait';
import { answers, ref } from '../documentation';
import { ApiProblem, notFound } from '../problem';
import { sendHold } from '../send-hold';
import type { App, Services } from '../services';
import { shopIn } from '../shop-of';
import { OrderParams } from './orders';

const tags = ['Deliveries'];
const DeliveryParams = Type.Object({ id: Type.String({ description: '`dlv_…`' }) });
const Wait = Type.Object({
  wait: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 25, description: 'Seconds to wait for the outcome.' }),
  ),
});
export const ConnectionBody = Type.Object({
  connection_id: Type.Optional(
    orNull(Type.String({ maxLength: 64, description: "The shop's default connection where absent." })),
  ),
});

const sendSchema = {
  tags,
  summary: 'Send an order to a POS; the same order and connection again is the same delivery',
  description: '200 once it is settled within `wait` seconds, else 202: it goes on by itself.',
  params: OrderParams,
  querystring: Wait,
  body: ConnectionBody,
  response: answers({ 200: ref('Delivery'), 202: ref('Delivery') }, [400, 404, 409, 413, 415]),
};
const list = Type.Object({
  data: Type.Array(ref('Delivery')),
  has_more: Type.Boolean(),
  next_cursor: Type.Null(),
});
const listSchema = {
  tags,
  summary: "An order's deliveries, oldest first",
  params: OrderParams,
  response: answers({ 200: list }, [404]),
};
const readSchema = {
  tags,
  summary: 'Read a delivery',
  params: DeliveryParams,
  response: answers({ 200: ref('Delivery') }, [404]),
};

export function deliveryRoutes(app: App, services: Services): void {
  const { store, now } = services;
  app.post(
    '/v1/orders/:id/deliveries',
    { schema: sendSchema, config: { scope: 'write' } },
    async (request, reply) => {
      const access = accessOf(request);
      const record = await store.order(access.scope, request.params.id);
      if (!record) throw notFound('order');
      const id = await sendToPos(record, request.body, { access, services });
      const { delivery, settled } = await waitUntilSettled(store, access.scope, id, request.query.wait ?? 0);
      return reply.code(settled ? 200 : 202).send(toDeliveryAnswer(delivery));
    },
  );
  app.get('/v1/orders/:id/deliveries', { schema: listSchema, config: { scope: 'read' } }, async (request) => {
    const { scope } = accessOf(request);
    const record = await store.order(scope, request.params.id);
    if (!record) throw notFound('order');
    const rows = await store.deliveriesOf(scope, [record.id]);
    return { data: rows.map(toDeliveryAnswer), has_more: false, next_cursor: null };
  });
  app.get('/v1/deliveries/:id', { schema: readSchema, config: { scope: 'read' } }, async (request) => {
    const row = await store.delivery(accessOf(request).scope, request.params.id);
    if (!row) throw notFound('delivery');
    return toDeliveryAnswer(row);
  });
  for (const [action, { summary, press }] of Object.entries(PRESSES)) {
    const schema = {
      tags,
      summary,
      params: DeliveryParams,
      querystring: Wait,
      response: answers({ 200: ref('Delivery') }, [400, 404, 409]),
    };
    app.post(`/v1/deliveries/:id/${action}`, { schema, config: { scope: 'write' } }, async (request) => {
      const { scope, key } = accessOf(request);
      const act = { key_id: key.id, at: now() };
      const { id } = request.params;
      const row = await store.changeDelivery(scope, id, (current) => mustPress(press, current, act.at), act);
      if (!row) throw notFound('delivery');
      const { delivery } = await waitUntilSettled(store, scope, id, request.query.wait ?? 0);
      return toDeliveryAnswer(delivery);
    });
  }
}

function mustPress(press: Press, row: DeliveryRecord, now: number): DeliveryChange {
  const change = press(row, now);
  if (change) return change;
  const busy = row.state === 'sending' || row.state === 'verifying';
  const detail = busy
    ? 'It is being sent this very moment; look again in a few seconds.'
    : `This delivery is ${row.state}: that is no longer possible.`;
  throw new ApiProblem('not-now', detail);
}

type Sender = { access: Access; services: Services };

/** The id of the row that sends this order there: a new one, or the one that does so already. */
export async function sendToPos(
  record: OrderRecord,
  body: Static<typeof ConnectionBody>,
  { access, services }: Sender,
) {
  const { store, now, newId, timing, menus } = services;
  const { scope } = access;
  const shop = shopIn(await store.shops(scope), record);
  const connection = await connectionFor(body.connection_id, record, { access, services });
  if (record.status === 'cancelled')
    throw new ApiProblem('not-now', 'The order is cancelled; it is not sent.');
  const at = now();
  const row = posRow(record.order, { shop, connection, now: at, newId, timing });
  const hold = await sendHold(record.order, { scope, shop, menus, now: at, takenAt: record.created_at });
  const held = hold === null ? [row] : heldRows(row, hold, { ...scope, newId, now: at });
  const isRehearsed = connection.mode === 'rehearsal';
  const [first = row, alert] = isRehearsed ? [rehearsalRow(connection, { hold, now: at, newId })] : held;
  const owner = { location_id: record.location_id, order_id: record.id };
  const act = { key_id: access.key.id, at };
  const isNew = await store.addDelivery(scope, owner, first, act);
  if (isNew && alert) await store.addDelivery(scope, owner, alert, act);
  if (isNew) return first.id;
  const rows = await store.deliveriesOf(scope, [record.id]);
  const same = rows.find((one) => isTicket(one) && one.lane === posLane(connection));
  if (!same) throw new Error('A delivery was neither added nor found.');
  return same.id;
}
