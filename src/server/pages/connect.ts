import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { findVendor, vendorIds } from '../../pos/vendors';
import type { ConnectionRecord } from '../../store/records';
import { connectPage } from '../../web/connect-page';
import { connectionPage } from '../../web/connection-page';
import { CONNECT_WORDS } from '../../web/words/connect';
import { accessOf } from '../access';
import { changeConnection, recheckConnection } from '../connection-save';
import { syncMenu } from '../menu-sync';
import { notFound } from '../problem';
import { cancelOrder } from '../routes/order-cancel';
import type { App } from '../services';
import { shopOf } from '../shop-of';
import { connectionViewOf } from './connect-data';
import { sendTestTicket } from './connect-test';
import { type Done, doneIn, withDone } from './done';
import type { PageServices } from './page-services';
import { showPage, viewerOf } from './show';
import { chosenShop } from './tonight';

const id = Type.String({ maxLength: 64 });
const params = Type.Object({ id });
const word = Type.Optional(Type.String({ maxLength: 40 }));
const PRINTED = ['once', 'never', 'twice'] as const;
const printed = Type.Enum([...PRINTED], { type: 'string' });
/** What each button sets: switched off, a connection takes what is sent by hand. */
const MODES = {
  live: { mode: 'live', default: true },
  rehearsal: { mode: 'rehearsal', default: true },
  off: { mode: 'live', default: false },
} as const;
const MODE_NAMES = ['live', 'rehearsal', 'off'] as const;

const ListQuery = Type.Object({ shop: Type.Optional(id) });
const OneQuery = Type.Object({ test: Type.Optional(id), printed: Type.Optional(printed), done: word });
const LocationBody = Type.Object({ pos_location: Type.String({ maxLength: 200 }) });
const PrintedBody = Type.Object({ order: id, printed });
const ModeBody = Type.Object({ mode: Type.Enum([...MODE_NAMES], { type: 'string' }) });

/** What is connected, and each connection from access to going live. */
export function connectRoutes(app: App, services: PageServices): void {
  const { store, probe } = services;
  const admin = { config: { scope: 'admin' } } as const;
  const acting = (request: FastifyRequest) => ({ access: accessOf(request), services });
  const find = async (request: FastifyRequest): Promise<ConnectionRecord> => {
    const found = await store.connection(accessOf(request).scope, (request.params as { id: string }).id);
    if (!found) throw notFound('connection');
    return found;
  };
  const back = ({ id: one }: ConnectionRecord, done: string, more = '') =>
    withDone(`/connect/${one}${more}`, done);

  app.get(
    '/connect',
    { schema: { querystring: ListQuery, hide: true }, ...admin },
    async (request, reply) => {
      const { scope } = accessOf(request);
      const shop = chosenShop(await store.shops(scope), request.query.shop);
      const ours = (await store.connections(scope)).filter(({ location_id }) => location_id === shop.id);
      const seen = await Promise.all(ours.map(async (one) => ({ one, health: await probe.of(one) })));
      const connections = seen.flatMap(({ one, health }) =>
        health ? [{ id: one.id, name: one.name, health }] : [],
      );
      const choices = vendorIds.map((vendor) => ({ id: vendor, name: findVendor(vendor)?.name ?? vendor }));
      const looking = { request, reply, services };
      const viewer = viewerOf(looking, shop.language);
      return showPage(looking, { ...connectPage({ viewer, shop, connections, choices }), viewer });
    },
  );
  app.get(
    '/connect/:id',
    { schema: { params, querystring: OneQuery, hide: true }, ...admin },
    async (request, reply) => {
      const { scope } = accessOf(request);
      const record = await find(request);
      const shop = await shopOf(store, accessOf(request), record.location_id);
      const { done, ...query } = request.query;
      const view = await connectionViewOf(record, shop, { asked: { scope, ...query }, services });
      const looking = { request, reply, services };
      const viewer = viewerOf(looking, shop.language);
      const words: Done = CONNECT_WORDS[viewer.language].done;
      return showPage(looking, { ...connectionPage({ ...view, viewer }), done: doneIn(words, done), viewer });
    },
  );
  app.post('/connect/:id/check', { schema: { params, hide: true }, ...admin }, async (request, reply) => {
    const record = await find(request);
    await probe.again(record);
    return reply.redirect(back(record, 'checked'), 303);
  });
  app.post(
    '/connect/:id/location',
    { schema: { params, body: LocationBody, hide: true }, ...admin },
    async (request, reply) => {
      const record = await changeConnection(request.params.id, request.body, acting(request));
      await recheckConnection(record, acting(request));
      await probe.again(record);
      return reply.redirect(back(record, 'located'), 303);
    },
  );
  app.post('/connect/:id/menu', { schema: { params, hide: true }, ...admin }, async (request, reply) => {
    const record = await find(request);
    const { scope, key } = accessOf(request);
    const shop = await shopOf(store, accessOf(request), record.location_id);
    await syncMenu(record, { scope, key_id: key.id, shop, preview: false }, services);
    return reply.redirect(back(record, 'menu'), 303);
  });
  app.post('/connect/:id/test', { schema: { params, hide: true }, ...admin }, async (request, reply) => {
    const record = await find(request);
    const shop = await shopOf(store, accessOf(request), record.location_id);
    const order = await sendTestTicket(record, shop, acting(request));
    return reply.redirect(`/connect/${record.id}?test=${order}#test`, 303);
  });
  app.post(
    '/connect/:id/printed',
    { schema: { params, body: PrintedBody, hide: true }, ...admin },
    async (request, reply) => {
      const record = await find(request);
      const said = request.body.printed;
      await cancelOrder(request.body.order, `It was a test; it came ${said}.`, acting(request));
      return reply.redirect(back(record, said, `?printed=${said}`), 303);
    },
  );
  app.post(
    '/connect/:id/mode',
    { schema: { params, body: ModeBody, hide: true }, ...admin },
    async (request, reply) => {
      const { mode } = request.body;
      const record = await changeConnection(request.params.id, MODES[mode], acting(request));
      return reply.redirect(back(record, mode), 303);
    },
  );
}
