import { Type } from 'typebox';
import type { Shop } from '../../order/shop';
import { type Tonight, tonight, tonightPage } from '../../web/tonight-page';
import type { Viewer } from '../../web/viewer';
import { TONIGHT_WORDS } from '../../web/words/tonight';
import { accessOf } from '../access';
import { ApiProblem, notFound } from '../problem';
import type { App } from '../services';
import { eveningOf } from './board-data';
import { type Done, doneIn } from './done';
import { isFirstRun } from './first-run';
import type { PageServices } from './page-services';
import { showPage, viewerOf } from './show';
import { watchPage } from './watch-page';

const TonightQuery = Type.Object({
  shop: Type.Optional(Type.String({ maxLength: 64 })),
  done: Type.Optional(Type.String({ maxLength: 40 })),
});

/** The evening of a shop, and what keeps it up to date. */
export function tonightRoutes(app: App, services: PageServices): void {
  const { store } = services;
  const route = { schema: { querystring: TonightQuery, hide: true }, config: { scope: 'read' } } as const;
  app.get('/', route, async (request, reply) => {
    const { scope } = accessOf(request);
    if (Object.keys(request.query).length === 0 && (await isFirstRun(request, services)))
      return reply.redirect('/start', 303);
    const shops = await store.shops(scope);
    const shop = chosenShop(shops, request.query.shop);
    const looking = { request, reply, services };
    const viewer = viewerOf(looking, shop.language);
    const seen: Tonight = { ...(await eveningOf(shop, scope, services)), viewer, shops };
    const words: Done = TONIGHT_WORDS[viewer.language].done;
    return showPage(looking, { ...tonightPage(seen), done: doneIn(words, request.query.done), viewer });
  });
  app.get('/live/tonight', { ...route, exposeHeadRoute: false }, async (request, reply) => {
    const { scope } = accessOf(request);
    const { id, language } = chosenShop(await store.shops(scope), request.query.shop);
    const draw = async (viewer: Viewer) => {
      const shop = await store.shop(scope, id);
      return shop ? tonight({ ...(await eveningOf(shop, scope, services)), viewer }).text : '';
    };
    watchPage({ request, reply, services }, { name: 'tonight', id, language, draw });
  });
}

/** The one that is asked for, else the first. */
export function chosenShop(shops: Shop[], id: string | undefined): Shop {
  const [first] = shops;
  if (!first) throw new ApiProblem('not-found', 'This key is limited to shops that no longer exist.');
  if (id === undefined) return first;
  const found = shops.find((one) => one.id === id);
  if (!found) throw notFound('shop');
  return found;
}
