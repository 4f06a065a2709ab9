import { type TSchema, Type } from 'typebox';
import { readStoredShop, ShopSchema } from '../../order/shop';
import { accessOf, mustHaveAllShops } from '../access';
import { answers, pageOf, ref } from '../documentation';
import { notFound } from '../problem';
import { takeBodyAsIs } from '../read-request';
import type { App, Services } from '../services';
import { changeShop, mergeShop, readShopPatch, type ShopPatch, ShopPatchSchema } from '../shop-save';

const tags = ['Restaurant and shops'];
const params = Type.Object({ id: Type.String({ description: '`loc_…`' }) });

export const LocationSchema: TSchema = Type.Object(ShopSchema.properties, { $id: 'Location' });
const NewSchema = Type.Unsafe<ShopPatch & { name: string }>({ ...ShopPatchSchema, required: ['name'] });

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
  body: ShopPatchSchema,
  response: answers({ 200: ref('Location') }, [400, 404, 413, 415]),
};

const written = { config: { scope: 'admin' }, validatorCompiler: takeBodyAsIs } as const;

export function locationRoutes(app: App, services: Services): void {
  const { store, now } = services;
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
    const settings = mergeShop(start, readShopPatch(request.body, start, NewSchema));
    const shop = await store.createShop(access.scope, settings, { key_id: access.key.id, at: now() });
    return reply.code(201).send(shop);
  });
  app.get('/v1/locations/:id', { schema: readSchema, config: { scope: 'read' } }, async (request) => {
    const shop = await store.shop(accessOf(request).scope, request.params.id);
    if (!shop) throw notFound('shop');
    return shop;
  });
  app.patch('/v1/locations/:id', { schema: patchSchema, ...written }, (request) =>
    changeShop(request.params.id, request.body, { access: accessOf(request), services }),
  );
}
