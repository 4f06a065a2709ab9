import { Type } from 'typebox';
import { callHook } from '../../delivery/webhook/call';
import { createHookSecret } from '../../delivery/webhook/sign';
import { HOOK_EVENTS, type HookEvent } from '../../order/hook-events';
import type { HookRecord } from '../../store/records';
import { accessOf } from '../access';
import { answers, pageOf, ref } from '../documentation';
import { sampleData } from '../hook-sample';
import { ApiProblem, notFound, refusedFields } from '../problem';
import { RefusedAddress } from '../public-address';
import type { App, Services } from '../services';

const tags = ['Hooks'];
const params = Type.Object({ id: Type.String({ description: '`hk_…`' }) });
const event = Type.Enum([...HOOK_EVENTS], { type: 'string' });
const orNull = <T extends ReturnType<typeof Type.String>>(schema: T) => Type.Union([schema, Type.Null()]);

const shown = {
  id: Type.String({ description: '`hk_…`' }),
  target_url: Type.String(),
  events: Type.Array(event),
  active: Type.Boolean(),
  disabled_reason: orNull(Type.String()),
  created_at: Type.String({ format: 'date-time' }),
};
export const HookSchema = Type.Object(shown, { $id: 'Hook' });
const WithSecret = Type.Object({
  ...shown,
  secret: Type.String({ description: '`whsec_…`, shown this once.' }),
});
const NewHook = Type.Object({
  target_url: Type.String({ maxLength: 2000, description: 'https; called by POST.' }),
  events: Type.Optional(Type.Array(event, { minItems: 1, maxItems: HOOK_EVENTS.length })),
  event: Type.Optional(event),
});
const TestAnswer = Type.Object({ delivered: Type.Boolean(), say: Type.String() });

const MOST_HOOKS = 50;
/** How long a secret that was replaced goes on being signed with. */
const ROTATION_MS = 24 * 3_600_000;

export function hookRoutes(app: App, services: Services): void {
  const { store, now, newId, hookDesk } = services;
  const read = { config: { scope: 'read' } } as const;
  const write = { config: { scope: 'write' } } as const;
  const act = (request: Parameters<typeof accessOf>[0]) => ({ key_id: accessOf(request).key.id, at: now() });

  const createSchema = {
    tags,
    summary: 'Be called when something happens; signed as Standard Webhooks are',
    body: NewHook,
    response: answers({ 201: WithSecret }, [400, 409, 413, 415]),
  };
  app.post('/v1/hooks', { schema: createSchema, ...write }, async (request, reply) => {
    const { scope } = accessOf(request);
    const { target_url } = request.body;
    checkAddress(target_url, hookDesk);
    const id = newId('hk');
    const secret = createHookSecret();
    const events = eventsOf(request.body);
    const fresh = { id, target_url, events, secret: hookDesk.seal(secret, id), most: MOST_HOOKS };
    const hook = await store.createHook(scope, fresh, act(request));
    if (!hook) {
      const detail = `This restaurant has ${MOST_HOOKS} hooks already; delete those that nobody needs any more.`;
      throw new ApiProblem('not-now', detail);
    }
    return reply.code(201).send({ ...toAnswer(hook), secret });
  });
  const listSchema = { tags, summary: 'List hooks', response: answers({ 200: pageOf('Hook') }) };
  app.get('/v1/hooks', { schema: listSchema, ...read }, async (request) => {
    const hooks = await store.hooks(accessOf(request).scope);
    return { data: hooks.map(toAnswer), has_more: false, next_cursor: null };
  });
  const readSchema = { tags, summary: 'Read a hook', params, response: answers({ 200: ref('Hook') }, [404]) };
  app.get('/v1/hooks/:id', { schema: readSchema, ...read }, async (request) =>
    toAnswer(await find(request, services)),
  );
  const deleteSchema = {
    tags,
    summary: 'Be called no more; the same answer for a hook that is not there',
    params,
    response: answers({ 204: Type.Null() }),
  };
  app.delete('/v1/hooks/:id', { schema: deleteSchema, ...write }, async (request, reply) => {
    await store.deleteHook(accessOf(request).scope, request.params.id, act(request));
    return reply.code(204).send();
  });
  const patchSchema = {
    tags,
    summary: 'Switch a hook on again after its receiver is repaired, or off',
    params,
    body: Type.Object({ active: Type.Boolean() }),
    response: answers({ 200: ref('Hook') }, [400, 404, 413, 415]),
  };
  app.patch('/v1/hooks/:id', { schema: patchSchema, ...write }, async (request) => {
    const { active } = request.body;
    const disabled_reason = active ? null : 'Switched off.';
    const changes = { active, disabled_reason, failing_since: null };
    const hook = await store.updateHook(accessOf(request).scope, request.params.id, changes, act(request));
    if (!hook) throw notFound('hook');
    return toAnswer(hook);
  });
  const rotateSchema = {
    tags,
    summary: 'A new secret; for a day every call is signed with both',
    params,
    response: answers({ 200: WithSecret }, [400, 404]),
  };
  app.post('/v1/hooks/:id/rotate', { schema: rotateSchema, ...write }, async (request) => {
    const current = await find(request, services);
    const secret = createHookSecret();
    const changes = {
      secret: hookDesk.seal(secret, current.id),
      previous_secret: current.secret,
      previous_until: now() + ROTATION_MS,
    };
    const hook = await store.updateHook(accessOf(request).scope, current.id, changes, act(request));
    if (!hook) throw notFound('hook');
    return { ...toAnswer(hook), secret };
  });
  const testSchema = {
    tags,
    summary: 'Send a test event now and say what the receiver answered',
    params,
    response: answers({ 200: TestAnswer }, [400, 404]),
  };
  app.post('/v1/hooks/:id/test', { schema: testSchema, ...write }, async (request) =>
    test(await find(request, services), services),
  );
}

async function find(
  request: { params: { id: string } } & Parameters<typeof accessOf>[0],
  { store }: Services,
) {
  const hook = await store.hook(accessOf(request).scope, request.params.id);
  if (!hook) throw notFound('hook');
  return hook;
}

function eventsOf({ events, event: one }: { events?: HookEvent[]; event?: HookEvent }): HookEvent[] {
  const wanted = events ?? (one ? [one] : []);
  if (wanted.length > 0) return [...new Set(wanted)];
  const message = `is missing; write one or more of ${HOOK_EVENTS.join(', ')}.`;
  throw refusedFields([{ path: 'events', message }]);
}

function checkAddress(target_url: string, desk: Services['hookDesk']): void {
  try {
    desk.assertAddress(target_url);
  } catch (error) {
    if (!(error instanceof RefusedAddress)) throw error;
    throw refusedFields([{ path: 'target_url', message: error.message }]);
  }
}

function toAnswer({ id, target_url, events, active, disabled_reason, created_at }: HookRecord) {
  return { id, target_url, events, active, disabled_reason, created_at: new Date(created_at).toISOString() };
}

async function test(hook: HookRecord, { now, newId, hookDesk }: Services) {
  const at = now();
  const [type = 'order.created'] = hook.events;
  const data = sampleData(type as HookEvent, at);
  const body = JSON.stringify({ type, timestamp: new Date(at).toISOString(), data });
  const secrets = hookDesk.secretsOf(hook, at);
  const call = { url: hook.target_url, id: newId('test'), at, body, secrets };
  const { outcome, message } = await callHook(call, hookDesk.http);
  return { delivered: outcome === 'delivered', say: message };
}
