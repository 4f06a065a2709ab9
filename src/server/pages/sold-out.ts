import { Type } from 'typebox';
import { businessDayEnd } from '../../order/business-day';
import type { Shop } from '../../order/shop';
import { toDate } from '../../order/time';
import type { Scope } from '../../store/records';
import { type Dish, soldOutPage } from '../../web/sold-out-page';
import { SOLD_OUT_WORDS } from '../../web/words/sold-out';
import { accessOf } from '../access';
import { currentMenu } from '../menu';
import { notFound } from '../problem';
import type { App } from '../services';
import { type Done, doneIn, withDone } from './done';
import type { PageServices } from './page-services';
import { showPage, viewerOf } from './show';
import { chosenShop } from './tonight';

const SoldOutQuery = Type.Object({
  shop: Type.Optional(Type.String({ maxLength: 64 })),
  q: Type.Optional(Type.String({ maxLength: 100 })),
  done: Type.Optional(Type.String({ maxLength: 40 })),
});
const MARKS = ['tonight', 'always', 'back'] as const;
const MarkBody = Type.Object({
  shop: Type.String({ maxLength: 64 }),
  item: Type.String({ maxLength: 200 }),
  q: Type.Optional(Type.String({ maxLength: 100 })),
  mark: Type.Enum([...MARKS], { type: 'string' }),
});
/** More rows than these are for the search. */
const MOST = 60;

/** What is sold out: as `PATCH /v1/menu/items/{id}` has it, for people. */
export function soldOutRoutes(app: App, services: PageServices): void {
  const { store, now } = services;
  const admin = { config: { scope: 'admin' } } as const;
  app.get(
    '/sold-out',
    { schema: { querystring: SoldOutQuery, hide: true }, ...admin },
    async (request, reply) => {
      const { scope } = accessOf(request);
      const { shop: id, q: query = '', done } = request.query;
      const shop = chosenShop(await store.shops(scope), id);
      const looking = { request, reply, services };
      const viewer = viewerOf(looking, shop.language);
      const dishes = await dishesOf(shop, scope, services);
      const shown = { dishes: found(dishes, query), hasMenu: dishes.length > 0 };
      const page = soldOutPage({ viewer, shop, query, now: now(), ...shown });
      const words: Done = SOLD_OUT_WORDS[viewer.language].done;
      return showPage(looking, { ...page, done: doneIn(words, done), viewer });
    },
  );
  app.post('/sold-out', { schema: { body: MarkBody, hide: true }, ...admin }, async (request, reply) => {
    const { scope, key } = accessOf(request);
    const { item, mark, q = '' } = request.body;
    const shop = chosenShop(await store.shops(scope), request.body.shop);
    const dishes = await dishesOf(shop, scope, services);
    if (!dishes.some(({ id }) => id === item)) throw notFound('item on this menu');
    const at = now();
    const until = mark === 'tonight' ? businessDayEnd(at, shop) : null;
    const marked = { item_id: item, available: mark === 'back', until };
    await store.setAvailability(scope, shop.id, marked, { key_id: key.id, at });
    const back = `/sold-out?${new URLSearchParams({ shop: shop.id, q })}`;
    return reply.redirect(withDone(back, mark === 'back' ? 'back' : 'out'), 303);
  });
}

async function dishesOf(shop: Shop, scope: Scope, services: PageServices): Promise<Dish[]> {
  const { menu } = await currentMenu(services, scope, shop);
  return menu.items.map(({ id, name, category, available, until }) => ({
    ...{ id, name, category, available },
    until: until === null ? null : toDate(until).getTime(),
  }));
}

/** What is sold out stands first, whatever is looked for. */
function found(dishes: Dish[], query: string): Dish[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const isMeant = ({ name }: Dish) => words.every((word) => name.toLowerCase().includes(word));
  const out = dishes.filter(({ available }) => !available);
  return [...out, ...dishes.filter((dish) => dish.available && isMeant(dish))].slice(0, MOST);
}
