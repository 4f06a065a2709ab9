import { Type } from 'typebox';
import { PRESSES, type Press } from '../../delivery/presses';
import type { DeliveryRecord } from '../../store/delivery-records';
import { TWIN_BUTTONS, type TwinAnswer } from '../../web/twin-page';
import { accessOf } from '../access';
import { notFound } from '../problem';
import { cancelOrder } from '../routes/order-cancel';
import { answerTwin } from '../routes/twin-page';
import type { App } from '../services';
import { withDone } from './done';
import { innerPath } from './inner-path';
import { OrderParams } from './order';
import type { PageServices } from './page-services';

/** What can be pressed, and how the page says afterwards that it was done. */
const PRESSED = { resolve: 'keyed', retry: 'retried' } as const satisfies Partial<
  Record<keyof typeof PRESSES, string>
>;
type Pressed = keyof typeof PRESSED;

const PressBody = Type.Object({
  delivery: Type.String({ maxLength: 64 }),
  press: Type.Enum(Object.keys(PRESSED) as Pressed[], { type: 'string' }),
  back: Type.Optional(Type.String({ maxLength: 200 })),
});
const TwinBody = Type.Object({
  answer: Type.Enum(Object.keys(TWIN_BUTTONS) as TwinAnswer[], { type: 'string' }),
});
const CancelBody = Type.Object({ reason: Type.Optional(Type.String({ maxLength: 200 })) });

/** The buttons of an order that decide about it. */
export function orderPressRoutes(app: App, services: PageServices): void {
  const { store, now } = services;
  const params = OrderParams;
  const write = { config: { scope: 'write' } } as const;
  app.post(
    '/orders/:id/press',
    { schema: { params, body: PressBody, hide: true }, ...write },
    async (request, reply) => {
      const { scope, key } = accessOf(request);
      const { delivery, press, back = `/orders/${request.params.id}` } = request.body;
      const act = { key_id: key.id, at: now() };
      const pressing = trying(PRESSES[press].press, act.at);
      const row = await store.changeDelivery(scope, delivery, pressing.decide, act);
      if (!row) throw notFound('delivery');
      const said = row.purpose !== 'order' && press === 'resolve' ? 'told' : PRESSED[press];
      return reply.redirect(withDone(innerPath(back), pressing.worked() ? said : 'nothing'), 303);
    },
  );
  app.post(
    '/orders/:id/twin',
    { schema: { params, body: TwinBody, hide: true }, ...write },
    async (request, reply) => {
      const { scope, key } = accessOf(request);
      const order = await store.order(scope, request.params.id);
      if (!order) throw notFound('order');
      const act = { key_id: key.id, at: now() };
      const isDone = await answerTwin(request.body.answer, { scope, order, act }, services);
      return reply.redirect(withDone(`/orders/${order.id}`, isDone ? 'answered' : 'nothing'), 303);
    },
  );
  app.post(
    '/orders/:id/cancel',
    { schema: { params, body: CancelBody, hide: true }, ...write },
    async (request, reply) => {
      const { id } = request.params;
      const outcome = await cancelOrder(id, request.body.reason ?? null, {
        access: accessOf(request),
        services,
      });
      return reply.redirect(withDone(`/orders/${id}`, outcome), 303);
    },
  );
}

/** A press that tells whether it was still possible when it came to be written. */
function trying(press: Press, at: number) {
  let worked = false;
  return {
    decide: (row: DeliveryRecord) => {
      const change = press(row, at);
      worked = change !== null;
      return change;
    },
    worked: () => worked,
  };
}
