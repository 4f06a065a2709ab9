import { Type } from 'typebox';
import { answers } from '../documentation';
import { ApiProblem } from '../problem';
import type { App, Services } from '../services';

const ok = Type.Object({ status: Type.Enum(['ok'], { type: 'string' }) });
const tags = ['Health'];

export function healthRoutes(app: App, { store }: Services): void {
  const live = { tags, summary: 'Whether the process runs', security: [], response: answers({ 200: ok }) };
  app.get('/healthz', { schema: live, config: { public: true } }, async () => ({ status: 'ok' as const }));
  const ready = {
    tags,
    summary: 'Whether orders can be taken',
    security: [],
    response: answers({ 200: ok }),
  };
  app.get('/readyz', { schema: ready, config: { public: true } }, async (request) => {
    await store.ready().catch((error: unknown) => {
      request.log.error({ err: error }, 'store is not ready');
      throw new ApiProblem('unavailable', 'The database does not answer; see the log.', {
        retryAfterSeconds: 5,
      });
    });
    return { status: 'ok' as const };
  });
}
