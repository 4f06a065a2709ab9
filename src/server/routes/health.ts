import { Type } from 'typebox';
import { proofOf } from '../address-proof';
import { answers } from '../documentation';
import { ApiProblem } from '../problem';
import type { App, Services } from '../services';

const ok = Type.Object({ status: Type.Enum(['ok'], { type: 'string' }) });
const alive = Type.Object({
  ...ok.properties,
  proof: Type.Optional(Type.String({ description: 'The answer of this very installation to `?nonce=`.' })),
});
const tags = ['Health'];

export function healthRoutes(app: App, { store, ownSecret }: Services): void {
  const live = { tags, summary: 'Whether the process runs', security: [], response: answers({ 200: alive }) };
  app.get('/healthz', { schema: live, config: { public: true } }, async (request) => {
    const { nonce } = request.query as { nonce?: unknown };
    const status = 'ok' as const;
    return typeof nonce === 'string'
      ? { status, proof: proofOf(nonce.slice(0, 100), ownSecret) }
      : { status };
  });
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
