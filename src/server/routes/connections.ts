import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { findVendor } from '../../pos/vendors';
import type { ConnectionRecord } from '../../store/records';
import { accessOf } from '../access';
import { toConnectionAnswer } from '../connection-answer';
import { toConnectionChange } from '../connection-change';
import { checkConnection } from '../connection-check';
import {
  ConnectionPatchReading,
  ConnectionPatchSchema,
  NewConnectionReading,
  NewConnectionSchema,
} from '../connection-input';
import { unknownSystem } from '../connections';
import { answers, pageOf, ref } from '../documentation';
import { ApiProblem, notFound, refusedFields } from '../problem';
import { publicUrl } from '../public-url';
import { readInput, takeBodyAsIs } from '../read-request';
import { CannotOpen } from '../secret-box';
import type { App, Services } from '../services';
import { shopOf } from '../shop-of';

const tags = ['Connections'];
const params = Type.Object({ id: Type.String({ description: '`con_…`' }) });
const UTC_SHOP = { currency: 'USD', country: 'US', timezone: 'UTC' };

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
  const act = (request: FastifyRequest) => ({ key_id: accessOf(request).key.id, at: now() });

  app.get('/v1/connections', { schema: listSchema, ...read }, async (request) => {
    const records = await store.connections(accessOf(request).scope);
    return { data: records.map(answer), has_more: false, next_cursor: null };
  });
  app.post('/v1/connections', { schema: createSchema, ...write }, async (request, reply) => {
    const fresh = await toNewConnection(request, services);
    const record = await store.createConnection(accessOf(request).scope, fresh, act(request));
    return reply.code(201).send(answer(record));
  });
  app.get('/v1/connections/:id', { schema: readSchema, ...read }, async (request) =>
    answer(await find(request, services)),
  );
  app.patch('/v1/connections/:id', { schema: patchSchema, ...write }, async (request) => {
    const patch = readInput(ConnectionPatchReading, request.body, UTC_SHOP);
    const change = (current: ConnectionRecord) => {
      mustBeOurs(current);
      const vendor = findVendor(current.vendor);
      if (!vendor)
        throw new ApiProblem('not-now', `${current.vendor} is no longer a POS that OrderWire speaks.`);
      const stored = storedCredentials(current, services);
      return toConnectionChange(patch, {
        vendor,
        current,
        stored,
        addresses: services.config.addresses,
        seal: (values) => directory.seal(current.id, values),
      });
    };
    const { scope } = accessOf(request);
    const record = await store.updateConnection(scope, request.params.id, change, act(request));
    if (!record) throw notFound('connection');
    return answer(record);
  });
  app.delete('/v1/connections/:id', { schema: deleteSchema, ...write }, async (request, reply) => {
    const { id } = mustBeOurs(await find(request, services));
    await store.deleteConnection(accessOf(request).scope, id, act(request));
    return reply.code(204).send();
  });
  app.post('/v1/connections/:id/check', { schema: checkSchema, ...write }, async (request) => {
    const record = await find(request, services);
    const status = await checkConnection(record, directory, now);
    await store.setConnectionStatus(accessOf(request).scope, record.id, status, act(request));
    if (status.status === 'ok') await services.reopen(record);
    return answer({ ...record, ...status });
  });
}

type ById = FastifyRequest<{ Params: { id: string } }>;

async function find(request: FastifyRequest, { store }: Services): Promise<ConnectionRecord> {
  const record = await store.connection(accessOf(request).scope, (request as ById).params.id);
  if (!record) throw notFound('connection');
  return record;
}

/** Configuration's connections are changed there, or the next start would undo it. */
function mustBeOurs(record: ConnectionRecord): ConnectionRecord {
  if (record.source === 'api') return record;
  const where = record.id === 'con_env' ? 'the POS_… variables' : 'the file that ORDERWIRE_CONNECTIONS names';
  const detail = `${record.id} comes from configuration and cannot be changed here: change ${where} and start OrderWire again.`;
  throw new ApiProblem('not-now', detail);
}

/** Where the old ones cannot be read any more, new ones may take their place. */
function storedCredentials(current: ConnectionRecord, { directory }: Services): Record<string, string> {
  try {
    return directory.inTheClear(current).credentials;
  } catch (error) {
    if (error instanceof CannotOpen) return {};
    throw error;
  }
}

async function toNewConnection(request: FastifyRequest, services: Services) {
  const { store, newId, directory, config } = services;
  const access = accessOf(request);
  const { vendor: vendorId, location_id, ...patch } = readInput(NewConnectionReading, request.body, UTC_SHOP);
  const vendor = findVendor(vendorId);
  if (!vendor) throw refusedFields([{ path: 'vendor', message: unknownSystem(vendorId) }]);
  const shop = await shopOf(store, access, location_id);
  const id = newId('con');
  const change = toConnectionChange(patch, {
    vendor,
    stored: {},
    addresses: config.addresses,
    seal: (values) => directory.seal(id, values),
  });
  const ours = (await store.connections(access.scope)).filter((one) => one.location_id === shop.id);
  return {
    name: vendor.name,
    environment: 'production',
    api_url: null,
    is_default: ours.every((one) => !one.is_default),
    mode: 'live',
    credentials: null,
    settings: {},
    ...change,
    pos_location: patch.pos_location,
    id,
    vendor: vendor.id,
    location_id: shop.id,
  } as const;
}
