import { Type } from 'typebox';
import { accessOf } from '../access';
import { notFound } from '../problem';
import { pauseShop, resumeShop } from '../routes/pause';
import type { App } from '../services';
import { withDone } from './done';
import { innerPath } from './inner-path';
import type { PageServices } from './page-services';

const params = Type.Object({ id: Type.String({ maxLength: 64 }) });
const PauseBody = Type.Object({ minutes: Type.Integer({ minimum: 1, maximum: 24 * 60 }) });
const BackBody = Type.Object({ back: Type.Optional(Type.String({ maxLength: 200 })) });

/** Pausing a shop, resuming it, and asking its POS again. */
export function shopSwitchRoutes(app: App, services: PageServices): void {
  const write = { config: { scope: 'write' } } as const;
  app.post(
    '/shops/:id/pause',
    { schema: { params, body: PauseBody, hide: true }, ...write },
    async (request, reply) => {
      const pause = { minutes: request.body.minutes, reason: null };
      const { id } = await pauseShop(request.params.id, pause, { access: accessOf(request), services });
      return reply.redirect(withDone(`/?shop=${id}`, 'paused'), 303);
    },
  );
  app.post('/shops/:id/resume', { schema: { params, hide: true }, ...write }, async (request, reply) => {
    const { id } = await resumeShop(request.params.id, { access: accessOf(request), services });
    return reply.redirect(withDone(`/?shop=${id}`, 'resumed'), 303);
  });
  app.post(
    '/pos/:id/check',
    { schema: { params, body: BackBody, hide: true }, ...write },
    async (request, reply) => {
      const connection = await services.store.connection(accessOf(request).scope, request.params.id);
      if (!connection) throw notFound('connection');
      await services.probe.again(connection);
      return reply.redirect(withDone(innerPath(request.body.back), 'checked'), 303);
    },
  );
}
