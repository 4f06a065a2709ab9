import { Type } from 'typebox';
import { type RehearsedConnection, rehearsalPage } from '../../web/rehearsal-page';
import { REHEARSAL_WORDS } from '../../web/words/rehearsal';
import { accessOf } from '../access';
import { rehearsalOf, switchMode } from '../rehearsal';
import type { App } from '../services';
import { type Done, doneIn, withDone } from './done';
import type { PageServices } from './page-services';
import { showPage, viewerOf } from './show';

const Query = Type.Object({ done: Type.Optional(Type.String({ maxLength: 40 })) });
const SwitchBody = Type.Object({
  connection: Type.String({ maxLength: 64 }),
  mode: Type.Enum(['live', 'rehearsal'], { type: 'string' }),
});

/** How rehearsals went, and the switch: as `PATCH /v1/connections/{id} {"mode"}` has it, for people. */
export function rehearsalPageRoutes(app: App, services: PageServices): void {
  const { store } = services;
  app.get(
    '/rehearsal',
    { schema: { querystring: Query, hide: true }, config: { scope: 'read' } },
    async (request, reply) => {
      const { scope } = accessOf(request);
      const shops = await store.shops(scope);
      const looking = { request, reply, services };
      const viewer = viewerOf(looking, shops[0]?.language);
      const shown: RehearsedConnection[] = [];
      for (const record of await store.connections(scope)) {
        const { id, name, mode, location_id } = record;
        const shop = shops.find((one) => one.id === location_id);
        if (!shop) continue;
        shown.push({ id, name, mode, shop, ...(await rehearsalOf(record, shop, { scope, services })) });
      }
      const words: Done = REHEARSAL_WORDS[viewer.language].done;
      const page = rehearsalPage({ viewer, connections: shown });
      return showPage(looking, { ...page, done: doneIn(words, request.query.done), viewer });
    },
  );
  app.post(
    '/rehearsal',
    { schema: { body: SwitchBody, hide: true }, config: { scope: 'admin' } },
    async (request, reply) => {
      const { connection, mode } = request.body;
      await switchMode(connection, mode as 'live' | 'rehearsal', { access: accessOf(request), services });
      return reply.redirect(withDone('/rehearsal', mode), 303);
    },
  );
}
