import { Type } from 'typebox';
import { InputProblems } from '../../order/problems';
import { readSettingsForm, toSettingsForm, toShopChange } from '../../web/settings-form';
import { settingsPage } from '../../web/settings-page';
import { SETTINGS_WORDS } from '../../web/words/settings';
import { accessOf } from '../access';
import { takeBodyAsIs } from '../read-request';
import type { App } from '../services';
import { changeShop } from '../shop-save';
import { type Done, doneIn, withDone } from './done';
import type { PageServices } from './page-services';
import { showPage, viewerOf } from './show';
import { chosenShop } from './tonight';

const SettingsQuery = Type.Object({
  shop: Type.Optional(Type.String({ maxLength: 64 })),
  done: Type.Optional(Type.String({ maxLength: 40 })),
});

/** A shop's settings: as `PATCH /v1/locations/{id}` has them, for people. */
export function settingsRoutes(app: App, services: PageServices): void {
  const { store } = services;
  const admin = { config: { scope: 'admin' } } as const;
  const route = { schema: { querystring: SettingsQuery, hide: true }, ...admin };
  app.get('/settings', route, async (request, reply) => {
    const shops = await store.shops(accessOf(request).scope);
    const shop = chosenShop(shops, request.query.shop);
    const looking = { request, reply, services };
    const viewer = viewerOf(looking, shop.language);
    const page = settingsPage({ viewer, shop, shops, form: toSettingsForm(shop), problems: [] });
    const words: Done = SETTINGS_WORDS[viewer.language].done;
    return showPage(looking, { ...page, done: doneIn(words, request.query.done), viewer });
  });
  const posted = { schema: { hide: true }, validatorCompiler: takeBodyAsIs, ...admin };
  app.post('/settings', posted, async (request, reply) => {
    const shops = await store.shops(accessOf(request).scope);
    const shop = chosenShop(shops, String((request.body as { shop?: unknown }).shop ?? ''));
    const form = readSettingsForm(request.body);
    try {
      await changeShop(shop.id, toShopChange(form), { access: accessOf(request), services });
      return reply.redirect(withDone(`/settings?shop=${shop.id}`, 'saved'), 303);
    } catch (error) {
      if (!(error instanceof InputProblems)) throw error;
      const looking = { request, reply, services };
      const viewer = viewerOf(looking, shop.language);
      const page = settingsPage({ viewer, shop, shops, form, problems: error.problems });
      return showPage(looking, { ...page, viewer }, 400);
    }
  });
}
