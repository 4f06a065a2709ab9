import { type TSchema, Type } from 'typebox';
import { nameOf } from '../../menu/aliases';
import type { Menu } from '../../menu/schema';
import type { AliasRecord } from '../../store/records';
import { accessOf } from '../access';
import { checkAlias, menusOf } from '../alias-input';
import { previewAlias } from '../alias-preview';
import { AliasInputSchema, AliasPreviewSchema } from '../alias-schema';
import { forgetAlias, teachAlias } from '../alias-teach';
import { answers, pageOf, ref } from '../documentation';
import { toRfc3339 } from '../order-answer';
import type { App, Services } from '../services';

const tags = ['Menu'];

const listSchema = {
  tags,
  summary: 'List the words that were taught, oldest first',
  response: answers({ 200: pageOf('Alias') }),
};
const createSchema = {
  tags,
  summary: 'Teach what words mean, from now on; the same words again replace what they meant (200)',
  body: AliasInputSchema,
  response: answers({ 200: ref('Alias'), 201: ref('Alias') }, [400, 404, 409, 413, 415]),
};
const previewSchema = {
  tags,
  summary: 'How many orders of the past these words would have fixed; nothing is stored',
  querystring: AliasInputSchema,
  response: answers({ 200: AliasPreviewSchema }, [400, 404]),
};
const deleteSchema = {
  tags,
  summary: 'Forget words at once',
  params: Type.Object({ id: Type.String({ description: '`als_…`' }) }),
  response: answers(
    { 204: { type: 'null', description: 'It means nothing any more.' } as TSchema },
    [400, 404],
  ),
};

export function menuAliasRoutes(app: App, services: Services): void {
  const { store } = services;
  app.get('/v1/menu/aliases', { schema: listSchema, config: { scope: 'read' } }, async (request) => {
    const { scope } = accessOf(request);
    const shops = (await store.shops(scope)).map((shop) => shop.id);
    const menus = await menusOf(shops, scope, services);
    const data = (await store.aliases(scope)).map((one) => toAliasAnswer(one, menus));
    return { data, has_more: false, next_cursor: null };
  });
  app.post(
    '/v1/menu/aliases',
    { schema: createSchema, config: { scope: 'admin' } },
    async (request, reply) => {
      const saved = await teachAlias(request.body, { access: accessOf(request), services });
      return reply.code(saved.replaced ? 200 : 201).send(toAliasAnswer(saved.alias, saved.menus));
    },
  );
  app.get(
    '/v1/menu/aliases/preview',
    { schema: previewSchema, config: { scope: 'read' } },
    async (request) => {
      const access = accessOf(request);
      return previewAlias(await checkAlias(request.query, access, services), access, services);
    },
  );
  app.delete(
    '/v1/menu/aliases/:id',
    { schema: deleteSchema, config: { scope: 'admin' } },
    async (request, reply) => {
      await forgetAlias(request.params.id, { access: accessOf(request), services });
      return reply.code(204).send();
    },
  );
}

/** Words as answers show them, with what they mean on these menus. */
function toAliasAnswer({ phrase: _, ...alias }: AliasRecord, menus: readonly Menu[]) {
  const names = menus.map((menu) => nameOf(menu, alias)).filter((name) => name !== null);
  return {
    ...alias,
    means: names[0] ?? null,
    created_at: toRfc3339(alias.created_at),
    updated_at: toRfc3339(alias.updated_at),
  };
}
