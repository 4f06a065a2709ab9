import { Type } from 'typebox';
import { nameOf } from '../../menu/aliases';
import type { Menu } from '../../menu/schema';
import type { Shop } from '../../order/shop';
import type { AliasRecord } from '../../store/records';
import { TEACH_WORDS } from '../../web/words/teach';
import { type TaughtWord, wordsPage } from '../../web/words-page';
import { accessOf } from '../access';
import { forgetAlias } from '../alias-teach';
import { aliasesFor } from '../menu-indexes';
import type { App } from '../services';
import { unsureWords } from '../unsure-words';
import { type Done, doneIn, withDone } from './done';
import type { PageServices } from './page-services';
import { showPage, viewerOf } from './show';
import { chosenShop } from './tonight';

const id = Type.String({ maxLength: 64 });
const WordsQuery = Type.Object({
  shop: Type.Optional(id),
  done: Type.Optional(Type.String({ maxLength: 40 })),
});
const ForgetBody = Type.Object({ shop: id, id });

/** What was not understood of late, and what was taught. */
export function wordsRoutes(app: App, services: PageServices): void {
  const { store, menus } = services;
  const route = { schema: { querystring: WordsQuery, hide: true }, config: { scope: 'read' } } as const;
  app.get('/words', route, async (request, reply) => {
    const { scope } = accessOf(request);
    const shops = await store.shops(scope);
    const shop = chosenShop(shops, request.query.shop);
    const looking = { request, reply, services };
    const viewer = viewerOf(looking, shop.language);
    const words = TEACH_WORDS[viewer.language];
    const open = await unsureWords({ shop, scope }, services);
    const menu = (await menus.of(scope, shop))?.menu ?? null;
    const taught = aliasesFor(shop.id, await store.aliases(scope)).map(toTaught({ menu, shop, words }));
    const page = wordsPage({ viewer, shop, shops, open, taught: taught.reverse() });
    const done: Done = words.done;
    return showPage(looking, { ...page, done: doneIn(done, request.query.done), viewer });
  });
  app.post(
    '/words/forget',
    { schema: { body: ForgetBody, hide: true }, config: { scope: 'admin' } },
    async (request, reply) => {
      await forgetAlias(request.body.id, { access: accessOf(request), services });
      const back = `/words?${new URLSearchParams({ shop: request.body.shop })}`;
      return reply.redirect(withDone(back, 'forgotten'), 303);
    },
  );
}

type Telling = { menu: Menu | null; shop: Shop; words: (typeof TEACH_WORDS)['en'] };

function toTaught({ menu, shop, words }: Telling) {
  return (alias: AliasRecord): TaughtWord => ({
    id: alias.id,
    said: alias.said,
    means: menu && nameOf(menu, alias),
    where: alias.location_id === null ? null : words.onlyHere(shop.name),
  });
}
