import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ConnectionRecord } from '../../store/records';
import { accessOf } from '../access';
import { toConnectionAnswer } from '../connection-answer';
import { ConnectionPatchSchema, NewConnectionSchema } from '../connection-input';
import { changeConnection, createConnection, mustBeOurs, recheckConnection } from '../connection-save';
import { answers, pageOf, ref } from '../documentation';
import { notFound } from '../problem';
import { publicUrl } from '../public-url';
import { takeBodyAsIs } from '../read-request';
import type { App, Services } from '../services';

const tags = ['Connections'];
const params = Type.Object({ id: Type.String({ description: '`con_…`' }) });

const listSchema = {
  tags,
  summary: 'List connections to POS systems, credentials masked',
  response: answers({ 200: pageOf('Connection') }),
};
const createSchema = {
  tags,
  summary: 'Connect a shop to its POS; nothing is sent until you check it or an order comes',
  body: NewConnectionSchema,
  response: answers({ 201: ref('Connection') }, [400, 404, 413, 415]),
};
const readSchema = {
  tags,
  summary: 'Read a connection, credentials masked',
  params,
  response: answers({ 200: ref('Connection') }, [404]),
};
const patchSchema = {
  tags,
  summary: 'Change a connection; what is left out stays, and so does a secret that is sent back masked',
  params,
  body: ConnectionPatchSchema,
  response: answers({ 200: ref('Connection') }, [400, 404, 409, 413, 415]),
};
const deleteSchema = {
  tags,
  summary: 'Delete a connection and forget its credentials; past deliveries still name it',
  params,
  response: answers({ 204: Type.Null() }, [404, 409]),
};
const checkSchema = {
  tags,
  summary: 'Log in to the POS now and find out whether orders may be created',
  params,
  response: answers({ 200: ref('Connection') }, [404]),
};

const read = { config: { scope: 'read' } } as const;
const write = { config: { scope: 'admin' }, validatorCompiler: takeBodyAsIs } as const;

export function connectionRoutes(app: App, services: Services): void {
  const { store, now, directory } = services;
  const answer = (record: ConnectionRecord) =>
    toConnectionAnswer(record, { directory, baseUrl: publicUrl(app, services.config) });
  const saving = (request: FastifyRequest) => ({ access: accessOf(request), services });

  app.get('/v1/connections', { schema: listSchema, ...read }, async (request) => {
    const records = await store.connections(accessOf(request).scope);
    return { data: records.map(answer), has_more: false, next_cursor: null };
  });
  app.post('/v1/connections', { schema: createSchema, ...write }, async (request, reply) => {
    const record = await createConnection(request.body, saving(request));
    return reply.code(201).send(answer(record));
  });
  app.get('/v1/connections/:id', { schema: readSchema, ...read }, async (request) =>
    answer(await find(request, services)),
  );
  app.patch('/v1/connections/:id', { schema: patchSchema, ...write }, async (request) =>
    answer(await changeConnection(request.params.id, request.body, saving(request))),
  );
  app.delete('/v1/connections/:id', { schema: deleteSchema, ...write }, async (request, reply) => {
    const { id } = mustBeOurs(await find(request, services));
    const { scope, key } = accessOf(request);
    await store.deleteConnection(scope, id, { key_id: key.id, at: now() });
    return reply.code(204).send();
  });
  app.post('/v1/connections/:id/check', { schema: checkSchema, ...write }, async (request) =>
    answer(await recheckConnection(await find(request, services), saving(request))),
  );
}

type ById = FastifyRequest<{ Params: { id: string } }>;

async function find(request: FastifyRequest, { store }: Services): Promise<ConnectionRecord> {
  const record = await store.connection(accessOf(request).scope, (request as ById).params.id);
  if (!record) throw notFound('connection');
  return record;
}
