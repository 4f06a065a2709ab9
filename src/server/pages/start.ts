import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { InputProblems } from '../../order/problems';
import type { Shop } from '../../order/shop';
import { startPage } from '../../web/start-page';
import { START_WORDS } from '../../web/words/start';
import { accessOf } from '../access';
import { publicUrl } from '../public-url';
import type { App } from '../services';
import { changeShop } from '../shop-save';
import { type Done, doneIn, withDone } from './done';
import type { PageServices } from './page-services';
import { showPage, viewerOf } from './show';
import { startDataOf, type Tried } from './start-data';
import { connectSandbox } from './start-sandbox';
import { type Posted, sendFirstTicket, understand } from './start-ticket';
import { chosenShop } from './tonight';

const id = Type.String({ maxLength: 64 });
const StartQuery = Type.Object({
  shop: Type.Optional(id),
  order: Type.Optional(id),
  done: Type.Optional(Type.String({ maxLength: 40 })),
});
const text = (maxLength: number) => Type.Optional(Type.String({ maxLength }));
const RestaurantBody = Type.Object({
  shop: id,
  name: text(200),
  timezone: text(64),
  email: text(254),
  phone: text(50),
});
const SandboxBody = Type.Object({ shop: id, vendor: Type.String({ maxLength: 40 }) });
const TicketBody = Type.Object({
  shop: id,
  once: id,
  words: text(1_000),
  name: text(100),
  phone: text(50),
  press: Type.Enum(['read', 'send'], { type: 'string' }),
});

/** The first run: a restaurant, its POS, where orders come from, and the first ticket. */
export function startRoutes(app: App, services: PageServices): void {
  const { store } = services;
  const admin = { config: { scope: 'admin' } } as const;
  const show = async (looking: Looking, shop: Shop, tried: Tried = {}, status = 200) => {
    const viewer = viewerOf({ ...looking, services }, shop.language);
    const data = await startDataOf(shop, { scope: accessOf(looking.request).scope, tried }, services);
    const page = startPage({ ...data, viewer, address: publicUrl(app, services.config) });
    const words: Done = START_WORDS[viewer.language].done;
    const { done } = looking.request.query as { done?: string };
    return showPage({ ...looking, services }, { ...page, done: doneIn(words, done), viewer }, status);
  };
  const shopOf = async (request: FastifyRequest, shop: string | undefined) =>
    chosenShop(await store.shops(accessOf(request).scope), shop);

  app.get('/start', { schema: { querystring: StartQuery, hide: true }, ...admin }, async (request, reply) => {
    const { shop, order } = request.query;
    return show({ request, reply }, await shopOf(request, shop), { order });
  });
  app.post(
    '/start/restaurant',
    { schema: { body: RestaurantBody, hide: true }, ...admin },
    async (request, reply) => {
      const { shop: named, ...given } = request.body;
      const shop = await shopOf(request, named);
      const change = { ...given, email: given.email ?? null, phone: given.phone ?? null };
      try {
        await changeShop(shop.id, change, { access: accessOf(request), services });
        return reply.redirect(withDone(`/start?shop=${shop.id}`, 'saved'), 303);
      } catch (error) {
        if (!(error instanceof InputProblems)) throw error;
        return show({ request, reply }, shop, { refused: { restaurant: error.problems } }, 400);
      }
    },
  );
  app.post(
    '/start/sandbox',
    { schema: { body: SandboxBody, hide: true }, ...admin },
    async (request, reply) => {
      const shop = await shopOf(request, request.body.shop);
      const isWell = await connectSandbox(request.body.vendor, shop, { access: accessOf(request), services });
      return reply.redirect(withDone(`/start?shop=${shop.id}`, isWell ? 'connected' : 'notChecked'), 303);
    },
  );
  app.post(
    '/start/ticket',
    { schema: { body: TicketBody, hide: true }, ...admin },
    async (request, reply) => {
      const { shop: named, press, ...given } = request.body;
      const shop = await shopOf(request, named);
      const posted: Posted = { words: '', name: '', phone: '', ...given };
      const acting = { access: accessOf(request), services };
      const heard = await understand(posted, shop, acting);
      if (press === 'read' || heard.read.questions.length > 0) {
        return show({ request, reply }, shop, { ...posted, read: heard.read });
      }
      try {
        const order = await sendFirstTicket({ ...posted, reading: heard.reading }, shop, acting);
        return reply.redirect(`/start?${new URLSearchParams({ shop: shop.id, order })}`, 303);
      } catch (error) {
        if (!(error instanceof InputProblems)) throw error;
        return show({ request, reply }, shop, { ...posted, refused: { ticket: error.problems } }, 400);
      }
    },
  );
}

type Looking = { request: FastifyRequest; reply: FastifyReply };
