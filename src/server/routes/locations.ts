import { type Static, type TSchema, Type } from 'typebox';
import { InputProblems } from '../../order/problems';
import { readStoredShop, type Shop, ShopSchema, ShopSettingsSchema, shopProblems } from '../../order/shop';
import { accessOf, mustHaveAllShops } from '../access';
import { answers, asPatch, pageOf, ref } from '../documentation';
import { notFound } from '../problem';
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
  summary: 'Add a shop',
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

export function locationRoutes(app: App, { store, now }: Services): void {
  app.get('/v1/locations', { schema: listSchema, config: { scope: 'read' } }, async (request) => ({
    data: await store.shops(accessOf(request).scope),
    has_more: false,
    next_cursor: null,
  }));
  app.post('/v1/locations', { schema: createSchema, config: { scope: 'admin' } }, async (request, reply) => {
    const access = accessOf(request);
    mustHaveAllShops(access);
    refuseProblems(request.body);
    const settings = merge(readStoredShop({}), request.body);
    const shop = await store.createShop(access.scope, settings, { key_id: access.key.id, at: now() });
    return reply.code(201).send(shop);
  });
  app.get('/v1/locations/:id', { schema: readSchema, config: { scope: 'read' } }, async (request) => {
    const shop = await store.shop(accessOf(request).scope, request.params.id);
    if (!shop) throw notFound('shop');
    return shop;
  });
  app.patch('/v1/locations/:id', { schema: patchSchema, config: { scope: 'admin' } }, async (request) => {
    const { scope, key } = accessOf(request);
    refuseProblems(request.body);
    const change = (current: Shop) => merge(current, request.body);
    const shop = await store.updateShop(scope, request.params.id, change, { key_id: key.id, at: now() });
    if (!shop) throw notFound('shop');
    return shop;
  });
}

function refuseProblems(patch: ShopPatch): void {
  const problems = shopProblems(patch as Partial<Shop>);
  if (problems.length > 0) throw new InputProblems(problems);
}

/** Groups of settings (delivery, fallback) are refined, lists are replaced. */
function merge<T extends ReturnType<typeof readStoredShop>>(current: T, patch: ShopPatch): T {
  return {
    ...current,
    ...patch,
    delivery: { ...current.delivery, ...patch.delivery },
    fallback: { ...current.fallback, ...patch.fallback },
  };
}
