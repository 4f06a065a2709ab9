import { Type } from 'typebox';
import { orderBody, orderPage } from '../../web/order-page';
import { FORM_TOKEN_PLACE, type Viewer } from '../../web/viewer';
import { ORDER_ACTION_WORDS } from '../../web/words/order-actions';
import { accessOf } from '../access';
import { notFound } from '../problem';
import type { App } from '../services';
import { type Done, doneIn } from './done';
import { orderDataOf } from './order-data';
import type { PageServices } from './page-services';
import { showPage, viewerOf } from './show';

export const OrderParams = Type.Object({ id: Type.String({ maxLength: 64 }) });
const DoneQuery = Type.Object({ done: Type.Optional(Type.String({ maxLength: 40 })) });

/** The page of one order, and what keeps it up to date. */
export function orderPageRoutes(app: App, services: PageServices): void {
  const { store, live, sessions } = services;
  const schema = { params: OrderParams, querystring: DoneQuery, hide: true };
  const route = { schema, config: { scope: 'read' } } as const;
  app.get('/orders/:id', route, async (request, reply) => {
    const { scope } = accessOf(request);
    const record = await store.order(scope, request.params.id);
    if (!record) throw notFound('order');
    const looking = { request, reply, services };
    const data = await orderDataOf(record, scope, services);
    const viewer = viewerOf(looking, data.shop.language);
    const words: Done = ORDER_ACTION_WORDS[viewer.language].done;
    return showPage(looking, {
      ...orderPage({ ...data, viewer }),
      done: doneIn(words, request.query.done),
      viewer,
    });
  });
  app.get('/live/orders/:id', { ...route, exposeHeadRoute: false }, async (request, reply) => {
    const { scope } = accessOf(request);
    const { id } = request.params;
    const record = await store.order(scope, id);
    if (!record) throw notFound('order');
    const shop = await store.shop(scope, record.location_id);
    const viewer = viewerOf({ request, reply, services }, shop?.language);
    const shared: Viewer = { ...viewer, name: '', formToken: FORM_TOKEN_PLACE };
    const draw = async () => {
      const current = (await store.order(scope, id)) ?? record;
      return orderBody({ ...(await orderDataOf(current, scope, services)), viewer: shared }).text;
    };
    const key = ['order', id, viewer.language, viewer.can.join()].join(' ');
    reply.hijack();
    live.watch(
      { key, name: 'order', draw },
      {
        response: reply.raw,
        personal: (markup) => markup.replaceAll(FORM_TOKEN_PLACE, sessions.formToken(request, reply)),
        mayLook: async () => (await sessions.of(request)) !== undefined,
      },
    );
  });
}
