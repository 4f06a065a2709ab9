import { Type } from 'typebox';
import { pauseUntil } from '../../order/pause';
import type { Shop } from '../../order/shop';
import { type Access, accessOf } from '../access';
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

export function pauseRoutes(app: App, services: Services): void {
  app.post('/v1/locations/:id/pause', { schema: pauseSchema, ...route }, async (request) => {
    const { minutes = null, reason = null } = request.body;
    const pause = { minutes, reason };
    return pauseShop(request.params.id, pause, { access: accessOf(request), services });
  });
  app.post('/v1/locations/:id/resume', { schema: resumeSchema, ...route }, async (request) =>
    resumeShop(request.params.id, { access: accessOf(request), services }),
  );
}

type Pausing = { access: Access; services: Pick<Services, 'store' | 'now'> };

/** Takes no new orders for so many minutes; null: until resumed. */
export function pauseShop(
  id: string,
  { minutes, reason }: { minutes: number | null; reason: string | null },
  pausing: Pausing,
): Promise<Shop> {
  const paused_until = pauseUntil(minutes, pausing.services.now());
  return setPause(id, { paused_until, pause_reason: reason }, pausing);
}

/** Takes orders again at once. */
export function resumeShop(id: string, pausing: Pausing): Promise<Shop> {
  return setPause(id, { paused_until: null, pause_reason: null }, pausing);
}

async function setPause(
  id: string,
  pause: Pick<Shop, 'paused_until' | 'pause_reason'>,
  { access: { scope, key }, services: { store, now } }: Pausing,
): Promise<Shop> {
  const act = { key_id: key.id, at: now() };
  const shop = await store.updateShop(scope, id, (current) => ({ ...current, ...pause }), act);
  if (!shop) throw notFound('shop');
  return shop;
}
