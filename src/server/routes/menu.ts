import { type TSchema, Type } from 'typebox';
import { MenuItemSchema, MenuSchema, parseMenu } from '../../menu/schema';
import { inputSchemaOf } from '../../order/input-schema';
import { toDate } from '../../order/time';
import { accessOf } from '../access';
import { answers, published, ref } from '../documentation';
import { currentMenu } from '../menu';
import { saveMenu } from '../menu-save';
import { changedSchema, menuQuery, preview } from '../menu-schema';
import { notFound } from '../problem';
import { readInput, takeBodyAsIs } from '../read-request';
import type { App, Services } from '../services';
import { shopOf } from '../shop-of';

const tags = ['Menu'];
const MENU_BYTES = 8 * 1024 * 1024;

export const MenuAnswerSchema: TSchema = Type.Object(MenuSchema.properties, { $id: 'Menu' });
export const MenuItemAnswerSchema: TSchema = Type.Object(MenuItemSchema.properties, { $id: 'MenuItem' });

const readSchema = {
  tags,
  summary: "Read a shop's menu; ETag is its version",
  querystring: menuQuery,
  response: answers({ 200: ref('Menu') }, [400, 404]),
};
const putSchema = {
  tags,
  summary: "Replace a shop's whole menu; the answer says what that hits",
  querystring: Type.Object({ ...menuQuery.properties, preview }, { additionalProperties: false }),
  headers: Type.Object({
    'if-match': Type.Optional(
      Type.String({ description: 'The ETag of the menu that you read: another one meanwhile is a 409.' }),
    ),
  }),
  body: Type.Unsafe<unknown>(published(inputSchemaOf(MenuSchema)) as object),
  response: answers(
    {
      200: Type.Object({
        items: Type.Integer({ description: 'How many there are now.' }),
        option_groups: Type.Integer(),
        changed: changedSchema,
      }),
    },
    [400, 404, 409, 413, 415],
  ),
};
const MarkSchema = Type.Object(
  {
    available: Type.Boolean(),
    until: Type.Optional(
      Type.Union([Type.String({ 'x-read': 'time' }), Type.Null()], {
        description: 'When the mark ends (RFC 3339); null: until changed.',
      }),
    ),
  },
  { additionalProperties: false },
);
const markSchema = {
  tags,
  summary: 'Mark an item as sold out or back; a new menu does not undo it',
  params: Type.Object({ id: Type.String() }),
  querystring: menuQuery,
  body: MarkSchema,
  response: answers({ 200: ref('MenuItem') }, [400, 404, 413, 415]),
};

export function menuRoutes(app: App, services: Services): void {
  const { store, now } = services;
  app.get('/v1/menu', { schema: readSchema, config: { scope: 'read' } }, async (request, reply) => {
    const access = accessOf(request);
    const shop = await shopOf(store, access, request.query.location_id);
    const { menu, version } = await currentMenu(services, access.scope, shop);
    if (version) reply.header('etag', `"${version}"`);
    return menu;
  });
  const put = { config: { scope: 'admin' }, bodyLimit: MENU_BYTES, validatorCompiler: takeBodyAsIs } as const;
  app.put('/v1/menu', { schema: putSchema, ...put }, async (request) => {
    const access = accessOf(request);
    const shop = await shopOf(store, access, request.query.location_id);
    const menu = parseMenu(request.body, shop);
    const place = {
      ...{ scope: access.scope, key_id: access.key.id, shop },
      preview: request.query.preview ?? false,
      replaces: readIfMatch(request.headers['if-match']),
    };
    const { menu: _, ...saved } = await saveMenu(() => menu, place, services);
    return saved;
  });
  const mark = { config: { scope: 'admin' }, validatorCompiler: takeBodyAsIs } as const;
  app.patch('/v1/menu/items/:id', { schema: markSchema, ...mark }, async (request) => {
    const access = accessOf(request);
    const shop = await shopOf(store, access, request.query.location_id);
    const find = async () => {
      const { menu } = await currentMenu(services, access.scope, shop);
      return menu.items.find((item) => item.id === request.params.id);
    };
    if (!(await find())) throw notFound('item on this menu');
    const { available, until = null } = readInput(MarkSchema, request.body, shop);
    const marked = {
      item_id: request.params.id,
      available,
      until: until === null ? null : toDate(until).getTime(),
    };
    const act = { key_id: access.key.id, at: now() };
    await store.setAvailability(access.scope, shop.id, marked, act);
    return find();
  });
}

/** The version that an If-Match names; `*` takes any. */
function readIfMatch(header: string | undefined): string | undefined {
  const version = header?.trim().replace(/^W\//, '').replaceAll('"', '');
  return version === '' || version === '*' ? undefined : version;
}
