import { Type } from 'typebox';
import { pauseUntil } from '../../order/pause';
import type { Shop } from '../../order/shop';
import { accessOf } from '../access';
import { answers, ref } from '../documentation';
import { notFound } from '../problem';
import type { App, Services } from '../services';

const tags = ['Restaurant and shops'];
const params = Type.Object({ id: Type.String({ description: '`loc_…`' }) });
const WEEK_MINUTES = 7 * 24 * 60;
const PauseBody = Type.Object({
  minutes: Type.Optional(
    Type.Union([Type.Integer({ minimum: 1, maximum: WEEK_MINUTES }), Type.Null()], {
      description: 'null: until it is resumed.',
    }),
  ),
  reason: Type.Optional(
    Type.Union([Type.String({ maxLength: 200 }), Type.Null()], {
      description: 'For the staff; callers are not told.',
    }),
  ),
});

const pauseSchema = {
  tags,
  summary: 'Take no new orders for a while; orders that were taken before go out all the same',
  params,
  body: PauseBody,
  response: answers({ 200: ref('Location') }, [400, 404, 413, 415]),
};
const resumeSchema = {
  tags,
  summary: 'Take orders again at once',
  params,
  response: answers({ 200: ref('Location') }, [404]),
};
const route = { config: { scope: 'write' } } as const;

export function pauseRoutes(app: App, { store, now }: Services): void {
  app.post('/v1/locations/:id/pause', { schema: pauseSchema, ...route }, async (request) => {
    const { scope, key } = accessOf(request);
    const { minutes = null, reason = null } = request.body;
    const at = now();
    const pause = (shop: Shop) => ({
      ...shop,
      paused_until: pauseUntil(minutes, at),
      pause_reason: reason,
    });
    const shop = await store.updateShop(scope, request.params.id, pause, { key_id: key.id, at });
    if (!shop) throw notFound('shop');
    return shop;
  });
  app.post('/v1/locations/:id/resume', { schema: resumeSchema, ...route }, async (request) => {
    const { scope, key } = accessOf(request);
    const resume = (shop: Shop) => ({ ...shop, paused_until: null, pause_reason: null });
    const act = { key_id: key.id, at: now() };
    const shop = await store.updateShop(scope, request.params.id, resume, act);
    if (!shop) throw notFound('shop');
    return shop;
  });
}
