import { Type } from 'typebox';
import type { ConnectionRecord } from '../../store/records';
import { type Access, accessOf } from '../access';
import { answers } from '../documentation';
import { changedSchema, menuQuery, preview } from '../menu-schema';
import { syncMenu } from '../menu-sync';
import { notFound, refusedFields } from '../problem';
import type { App, Services } from '../services';
import { shopOf } from '../shop-of';

const bodySchema = Type.Object(
  {
    connection_id: Type.Optional(
      Type.String({ maxLength: 64, description: "The POS to read; the shop's own where absent." }),
    ),
    preview,
  },
  { additionalProperties: false },
);
const schema = {
  tags: ['Menu'],
  summary: 'Read the menu that the POS has now into the shop’s own; ids, aliases and sold-out marks stay',
  querystring: menuQuery,
  body: bodySchema,
  response: answers(
    {
      200: Type.Object({
        connection_id: Type.String(),
        vendor: Type.String(),
        items: Type.Integer({ description: 'How many there are now.' }),
        option_groups: Type.Integer(),
        changed: changedSchema,
        not_in_pos: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }), {
          description: 'Dishes of the menu that this POS does not know.',
        }),
      }),
    },
    [400, 404, 409, 413, 415],
  ),
};

export function menuSyncRoutes(app: App, services: Services): void {
  app.post('/v1/menu/sync', { schema, config: { scope: 'admin' } }, async (request) => {
    const access = accessOf(request);
    const { connection_id, preview: isPreview = false } = request.body;
    const named = { connection_id, location_id: request.query.location_id };
    const connection = await connectionOf(named, access, services);
    const shop = await shopOf(services.store, access, connection.location_id);
    const place = { scope: access.scope, key_id: access.key.id, shop, preview: isPreview };
    return syncMenu(connection, place, services);
  });
}

type Named = { connection_id: string | undefined; location_id: string | undefined };

/** The POS that is meant: the one named, else the shop's default, else its only one. */
async function connectionOf(
  { connection_id, location_id }: Named,
  access: Access,
  { store }: Services,
): Promise<ConnectionRecord> {
  if (connection_id !== undefined) {
    const found = await store.connection(access.scope, connection_id);
    if (!found || (location_id !== undefined && found.location_id !== location_id))
      throw notFound('connection');
    return found;
  }
  const shop = await shopOf(store, access, location_id);
  const all = await store.connections(access.scope);
  const ours = all.filter((one) => one.location_id === shop.id);
  const [only, ...others] = ours;
  const found = ours.find((one) => one.is_default) ?? (others.length === 0 ? only : undefined);
  if (found) return found;
  const message = only
    ? `is missing, and this shop has several; write one of ${ours.map(({ id, name }) => `${id} (${name})`).join(', ')}.`
    : 'is missing, and this shop has no connection to a POS; make one under /v1/connections.';
  throw refusedFields([{ path: 'connection_id', message }]);
}
