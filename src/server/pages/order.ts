import { Type } from 'typebox';
import { orderBody, orderPage } from '../../web/order-page';
import type { Viewer } from '../../web/viewer';
import { ORDER_ACTION_WORDS } from '../../web/words/order-actions';
import { accessOf } from '../access';
import { notFound } from '../problem';
import type { App } from '../services';
import { type Done, doneIn } from './done';
import { orderDataOf } from './order-data';
import type { PageServices } from './page-services';
import { showPage, viewerOf } from './show';
import { watchPage } from './watch-page';

export const OrderParams = Type.Object({ id: Type.String({ maxLength: 64 }) });
const DoneQuery = Type.Object({ done: Type.Optional(Type.String({ maxLength: 40 })) });

/** The page of one order, and what keeps it up to date. */
export function orderPageRoutes(app: App, services: PageServices): void {
  const { store } = services;
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
    const draw = async (viewer: Viewer) => {
      const current = (await store.order(scope, id)) ?? record;
      return orderBody({ ...(await orderDataOf(current, scope, services)), viewer }).text;
    };
    watchPage({ request, reply, services }, { name: 'order', id, language: shop?.language, draw });
  });
}
