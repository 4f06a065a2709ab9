import { type TSchema, Type } from 'typebox';
import { type ApiKey, KEY_SCOPES } from '../../store/records';
import { type Access, accessOf, hashKey, scopesOf } from '../access';
import { answers, pageOf } from '../documentation';
import { keyPrefix } from '../ids';
import { toRfc3339 } from '../order-answer';
import { ApiProblem, notFound } from '../problem';
import type { App, Services } from '../services';

const tags = ['Keys'];
const params = Type.Object({ id: Type.String({ description: '`key_…`' }) });
const scope = Type.Enum([...KEY_SCOPES], { type: 'string' });
const shops = Type.Union(
  [Type.Array(Type.String({ maxLength: 64 }), { minItems: 1, maxItems: 500 }), Type.Null()],
  {
    description: 'The shops this key is limited to; null: every shop.',
  },
);

const shown = {
  id: Type.String({ description: '`key_…`' }),
  name: Type.String(),
  prefix: Type.String({ description: 'How the key begins.' }),
  scopes: Type.Array(scope),
  location_ids: shops,
  created_at: Type.String({ format: 'date-time' }),
};
export const KeySchema: TSchema = Type.Object(shown, { $id: 'Key' });

const listSchema = {
  tags,
  summary: 'List keys in force, never the keys themselves',
  response: answers({ 200: pageOf('Key') }),
};
const createSchema = {
  tags,
  summary: 'Make a key; it is shown this once',
  body: Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 100, description: 'Who or what uses it.' }),
      scopes: Type.Array(scope, {
        minItems: 1,
        maxItems: 3,
        description: 'The widest counts: write also reads.',
      }),
      location_ids: Type.Optional(shops),
    },
    { additionalProperties: false },
  ),
  response: answers(
    { 201: Type.Object({ ...shown, key: Type.String({ description: 'Shown once.' }) }) },
    [400, 404, 413, 415],
  ),
};
const deleteSchema = {
  tags,
  summary: 'Revoke a key at once',
  params,
  response: answers(
    { 204: { type: 'null', description: 'The key works no more.' } as TSchema },
    [400, 404, 409],
  ),
};

export function keyRoutes(app: App, services: Services): void {
  const { store, now, newId, newSecret } = services;
  app.get('/v1/keys', { schema: listSchema, config: { scope: 'admin' } }, async (request) => {
    const keys = await store.keys(accessOf(request).scope);
    return { data: keys.map(toKeyAnswer), has_more: false, next_cursor: null };
  });
  app.post('/v1/keys', { schema: createSchema, config: { scope: 'admin' } }, async (request, reply) => {
    const access = accessOf(request);
    const { name, scopes } = request.body;
    const location_ids = await limitsOf(request.body.location_ids ?? null, access, services);
    const widest = KEY_SCOPES.findLast((one) => scopes.includes(one)) ?? 'read';
    const secret = newSecret();
    const key = {
      id: newId('key'),
      name,
      prefix: keyPrefix(secret),
      scope: widest,
      location_ids,
      hash: hashKey(secret),
    };
    const made = await store.createKey(access.scope, key, { key_id: access.key.id, at: now() });
    return reply.code(201).send({ ...toKeyAnswer(made), key: secret });
  });
  app.delete('/v1/keys/:id', { schema: deleteSchema, config: { scope: 'admin' } }, async (request, reply) => {
    const { scope, key } = accessOf(request);
    if (request.params.id === key.id) {
      const detail = 'A key cannot delete itself; make another admin key and delete this one with that.';
      throw new ApiProblem('not-now', detail);
    }
    const known = await store.revokeKey(scope, request.params.id, { key_id: key.id, at: now() });
    if (!known) throw notFound('key');
    return reply.code(204).send();
  });
}

/** A key may be limited only to shops that its maker has; without a limit it gets its maker's. */
async function limitsOf(asked: string[] | null, { scope }: Access, { store }: Services) {
  if (asked === null) return scope.location_ids && [...scope.location_ids];
  const known = (await store.shops(scope)).map((shop) => shop.id);
  if (asked.some((id) => !known.includes(id))) throw notFound('location_id');
  return [...new Set(asked)];
}

/** A key as answers show it. */
export function toKeyAnswer({ id, name, prefix, scope, location_ids, created_at }: ApiKey) {
  return { id, name, prefix, scopes: scopesOf(scope), location_ids, created_at: toRfc3339(created_at) };
}
