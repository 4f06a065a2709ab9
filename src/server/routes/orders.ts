import { type Static, Type } from 'typebox';
import { planDeliveries } from '../../delivery/plan';
import { failpoint } from '../../failpoint';
import { businessDay } from '../../order/business-day';
import { parseOrder } from '../../order/parse';
import { pauseOf, pauseSentence } from '../../order/pause';
import { toE164 } from '../../order/phone';
import type { Shop } from '../../order/shop';
import type { OrderRecord, Scope } from '../../store/records';
import { type Access, accessOf } from '../access';
import { answers, pageOf, ref } from '../documentation';
import { formToOrder } from '../form-order';
import { conflictProblem, readIdempotencyKey } from '../idempotency';
import { OrderListQuery, readListQuery, toCursor } from '../list-query';
import { answerOrder, answerOrders } from '../order-answer';
import { OrderInputSchema } from '../order-schema';
import { ApiProblem, notFound } from '../problem';
import { takeBodyAsIs } from '../read-request';
import { sendHold } from '../send-hold';
import type { App, Services } from '../services';
import { shopIn, shopOf } from '../shop-of';
import { twinGuard } from '../twin-guard';

const tags = ['Orders'];
export const OrderParams = Type.Object({ id: Type.String({ description: '`ord_…`' }) });

const CreateQuery = Type.Object({
  hold: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 500,
      description: 'What a person must settle first: nothing is sent before somebody says so.',
    }),
  ),
  history: Type.Optional(
    Type.Boolean({
      description: 'It was served long ago: kept as completed on its day, nobody is told, nothing is sent.',
    }),
  ),
});
const createSchema = {
  tags,
  summary: 'Take an order',
  description:
    'Send the same `external_ref` or `Idempotency-Key` again with the same order and you get the first one, with status 200 and `Idempotent-Replayed: true`. A form takes the same fields: `items[0][name]=Coke`.',
  consumes: ['application/json', 'application/x-www-form-urlencoded'],
  headers: Type.Object({
    'idempotency-key': Type.Optional(
      Type.String({ maxLength: 255, description: 'The same for each repeat.' }),
    ),
  }),
  querystring: CreateQuery,
  body: OrderInputSchema,
  response: answers({ 200: ref('Order'), 201: ref('Order') }, [400, 404, 409, 413, 415, 422]),
};
const listSchema = {
  tags,
  summary: 'List orders, newest first',
  querystring: OrderListQuery,
  response: answers({ 200: pageOf('Order') }, [400, 404]),
};
const readSchema = {
  tags,
  summary: 'Read an order',
  params: OrderParams,
  response: answers({ 200: ref('Order') }, [404]),
};

export function orderRoutes(app: App, services: Services): void {
  const { store, menus } = services;
  app.post(
    '/v1/orders',
    { schema: createSchema, config: { scope: 'write' }, validatorCompiler: takeBodyAsIs },
    async (request, reply) => {
      const { hold, history } = request.query;
      const body = request.isForm ? formToOrder(request.body as Record<string, unknown>) : request.body;
      const idempotency_key = readIdempotencyKey(request.headers['idempotency-key']);
      const taking = { access: accessOf(request), services };
      const { outcome, record, shop } = await takeOrder({ body, hold, history, idempotency_key }, taking);
      if (outcome === 'replayed') reply.header('Idempotent-Replayed', 'true');
      return reply
        .code(outcome === 'created' ? 201 : 200)
        .send(await answerOrder(record, shop, { scope: accessOf(request).scope, store, menus }));
    },
  );
  app.get('/v1/orders', { schema: listSchema, config: { scope: 'read' } }, async (request) => {
    const access = accessOf(request);
    const { location_id } = request.query;
    const shops = location_id ? [await shopOf(store, access, location_id)] : await store.shops(access.scope);
    const ids = shops.map((shop) => shop.id);
    const query = readListQuery(request.query, { ids, country: shops[0]?.country ?? 'US' });
    const { records, next } = await store.orders(access.scope, query);
    const data = await answerOrders(records, shops, { scope: access.scope, store, menus });
    return { data, has_more: next !== null, next_cursor: next && toCursor(next, request.query) };
  });
  app.get('/v1/orders/:id', { schema: readSchema, config: { scope: 'read' } }, async (request) => {
    const { scope } = accessOf(request);
    const record = await store.order(scope, request.params.id);
    if (!record) throw notFound('order');
    return answerOrder(record, shopIn(await store.shops(scope), record), { scope, store, menus });
  });
}

type Given = Static<typeof CreateQuery> & { body: unknown; idempotency_key?: string | null };
type Taking = { access: Access; services: Services };

/** Takes an order, whoever brings it. Throws `InputProblems`. */
export async function takeOrder(given: Given, { access, services }: Taking) {
  const { store, now, newId } = services;
  const { body, hold = null, history = false, idempotency_key = null } = given;
  const shop = await shopOf(store, access, (body as { location_id?: unknown } | null)?.location_id);
  const order = parseOrder(body, shop);
  const placed = history && order.timing.placed_at;
  const at = placed ? Date.parse(placed) : now();
  const id = newId('ord');
  const connection = await defaultConnection(services, access.scope, shop);
  const { restaurant_id } = access.scope;
  const isSent = connection !== null && shop.auto_deliver && !history;
  const broken = isSent
    ? await sendHold(order, { ...services, scope: access.scope, shop, now: at, takenAt: at })
    : null;
  const asked_by = hold === null ? undefined : ('caller' as const);
  const context = {
    ...services,
    ...{ restaurant_id, shop, connection, asked_by },
    hold: hold ?? broken,
    now: at,
  };
  const plan = history ? ({ deliveries: [], status: 'completed' } as const) : planDeliveries(order, context);
  const fresh = {
    id,
    location_id: shop.id,
    order,
    phone_e164: order.customer.phone && toE164(order.customer.phone, shop.country),
    business_day: businessDay(at, shop),
    idempotency_key,
    admit: () => {
      // What a person looks at anyway, or has long been served, is not new.
      if (hold === null && !history) mustBeOpen(shop, at);
    },
    ...plan,
    deliveries: [...plan.deliveries],
    // What a person looks at anyway needs no second look.
    twin: history || hold !== null ? undefined : twinGuard(order, context),
    history,
  };
  const outcome = await store.createOrder(access.scope, fresh, { key_id: access.key.id, at });
  failpoint('order.after_commit');
  if (outcome.outcome === 'conflict') throw conflictProblem(outcome);
  return { ...outcome, shop: await shopOfRecord(outcome.record, shop, { access, services }) };
}

/** A paused shop takes nothing new. */
function mustBeOpen(shop: Shop, now: number): void {
  const pause = pauseOf(shop, now);
  if (!pause) return;
  const retryAfterSeconds = pause.until === null ? undefined : Math.ceil((pause.until - now) / 1000);
  throw new ApiProblem('not-now', pauseSentence(shop, pause, now), { retryAfterSeconds });
}

/** A repeated Idempotency-Key can bring back an order of another shop. */
async function shopOfRecord(record: OrderRecord, shop: Shop, { access, services }: Taking) {
  return record.location_id === shop.id ? shop : shopOf(services.store, access, record.location_id);
}

/** Where this shop's orders go by themselves. */
async function defaultConnection({ store }: Services, scope: Scope, shop: Shop) {
  const connections = await store.connections(scope);
  return connections.find((one) => one.location_id === shop.id && one.is_default) ?? null;
}
