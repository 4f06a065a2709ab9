import { type Static, type TSchema, Type } from 'typebox';
import { InputProblems } from '../../order/problems';
import {
  readStoredShop,
  type Shop,
  ShopSchema,
  type ShopSettings,
  ShopSettingsSchema,
  shopProblems,
} from '../../order/shop';
import { isTimeZone } from '../../order/time';
import { accessOf, mustHaveAllShops } from '../access';
import { answers, asPatch, pageOf, ref } from '../documentation';
import { notFound } from '../problem';
import { readInput, takeBodyAsIs } from '../read-request';
import type { App, Services } from '../services';

const tags = ['Restaurant and shops'];
const params = Type.Object({ id: Type.String({ description: '`loc_…`' }) });

export const LocationSchema: TSchema = Type.Object(ShopSchema.properties, { $id: 'Location' });
const PatchSchema = asPatch(ShopSettingsSchema);
type ShopPatch = Static<typeof PatchSchema>;
const NewSchema = Type.Unsafe<ShopPatch & { name: string }>({ ...PatchSchema, required: ['name'] });

const listSchema = {
  tags,
  summary: 'List shops',
  response: answers({ 200: pageOf('Location') }),
};
const createSchema = {
  tags,
  summary: 'Add a shop; zone, currency, country and language are those of the first unless given',
  body: NewSchema,
  response: answers({ 201: ref('Location') }, [400, 413, 415]),
};
const readSchema = {
  tags,
  summary: 'Read a shop',
  params,
  response: answers({ 200: ref('Location') }, [404]),
};
const patchSchema = {
  tags,
  summary: "Change a shop's settings; what is left out stays",
  params,
  body: PatchSchema,
  response: answers({ 200: ref('Location') }, [400, 404, 413, 415]),
};

const written = { config: { scope: 'admin' }, validatorCompiler: takeBodyAsIs } as const;

export function locationRoutes(app: App, { store, now }: Services): void {
  app.get('/v1/locations', { schema: listSchema, config: { scope: 'read' } }, async (request) => ({
    data: await store.shops(accessOf(request).scope),
    has_more: false,
    next_cursor: null,
  }));
  app.post('/v1/locations', { schema: createSchema, ...written }, async (request, reply) => {
    const access = accessOf(request);
    mustHaveAllShops(access);
    const [first = readStoredShop({})] = await store.shops(access.scope);
    const { timezone, currency, country, language } = first;
    const start = readStoredShop({ timezone, currency, country, language });
    const settings = merge(start, readPatch(request.body, start, NewSchema));
    const shop = await store.createShop(access.scope, settings, { key_id: access.key.id, at: now() });
    return reply.code(201).send(shop);
  });
  app.get('/v1/locations/:id', { schema: readSchema, config: { scope: 'read' } }, async (request) => {
    const shop = await store.shop(accessOf(request).scope, request.params.id);
    if (!shop) throw notFound('shop');
    return shop;
  });
  app.patch('/v1/locations/:id', { schema: patchSchema, ...written }, async (request) => {
    const { scope, key } = accessOf(request);
    const change = (current: Shop) => merge(current, readPatch(request.body, current));
    const shop = await store.updateShop(scope, request.params.id, change, { key_id: key.id, at: now() });
    if (!shop) throw notFound('shop');
    return shop;
  });
}

/** Times without an offset are meant on the shop's clock, on the new one where the zone changes too. */
function readPatch(
  body: unknown,
  current: ShopSettings,
  schema: typeof PatchSchema = PatchSchema,
): ShopPatch {
  const { timezone = current.timezone } = (body ?? {}) as { timezone?: unknown };
  const known = typeof timezone === 'string' && isTimeZone(timezone) ? timezone : current.timezone;
  const patch = readInput(schema, body, { ...current, timezone: known });
  const problems = shopProblems(patch as Partial<ShopSettings>);
  if (problems.length > 0) throw new InputProblems(problems);
  return patch;
}

/** Groups of settings (delivery, fallback) are refined, lists are replaced. */
function merge<T extends ShopSettings>(current: T, patch: ShopPatch): T {
  return {
    ...current,
    ...patch,
    delivery: { ...current.delivery, ...patch.delivery },
    fallback: { ...current.fallback, ...patch.fallback },
  };
}
