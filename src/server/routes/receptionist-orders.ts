import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Ask } from '../../intake/order-api';
import { fetchShops, readThrough } from '../../intake/receptionist/api';
import { takeCall } from '../../intake/receptionist/take-call';
import { TOLD, type Told, toldCall } from '../../intake/receptionist/told-call';
import { answers, ref } from '../documentation';
import { toRfc3339 } from '../order-answer';
import { ApiProblem, refusedFields } from '../problem';
import { takeBodyAsIs } from '../read-request';
import type { App, Services } from '../services';

const schema = {
  tags: ['Orders'],
  summary: "Take an order in an AI receptionist's own words: its database's columns, or its POS request",
  body: Type.Unsafe<unknown>({
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(TOLD).map(([name, description]) => [name, description === null ? {} : { description }]),
    ),
  }),
  response: answers(
    {
      200: Type.Object({
        order_id: Type.String({ description: '`ord_…`' }),
        order: ref('Order'),
      }),
    },
    [400, 404, 409, 413, 415],
  ),
};

export function receptionistOrderRoutes(app: App, { now, newId }: Services): void {
  const route = { schema, config: { scope: 'write' }, validatorCompiler: takeBodyAsIs } as const;
  app.post('/v1/receptionist/orders', route, async (request) => {
    const at = now();
    const call = toldCall(readTold(request.body), { id: newId('call'), at: toRfc3339(at) });
    const ask = askAs(app, request);
    const parts = { ask, read: readThrough(ask), shops: await fetchShops(ask), now: at };
    const { key } = call;
    const unknown = { key, first_row: 1, seen_row: 1, done_row: 0, order_id: null, seen_at: at };
    const came = await takeCall(call, unknown, parts);
    if (came.outcome === 'stuck') {
      throw refusedFields([{ path: 'business_phone', message: came.why }]);
    }
    if (came.outcome !== 'done' || came.order_id === null) {
      throw new ApiProblem('not-now', 'why' in came ? came.why : 'It became no order.');
    }
    const { body } = await ask('GET', `/v1/orders/${came.order_id}`);
    return { order_id: came.order_id, order: body };
  });
}

function readTold(body: unknown): Told {
  if (body !== null && typeof body === 'object' && !Array.isArray(body)) return body as Told;
  throw refusedFields([
    { path: '', message: 'The order is no JSON object; send {"items": "2 large pepperoni"}.' },
  ]);
}

/** The routes themselves, with the caller's own key: nothing here may do more than it may. */
function askAs(app: App, { headers }: FastifyRequest): Ask {
  const { authorization, 'x-api-key': key } = headers;
  const given = { ...(authorization && { authorization }), ...(key && { 'x-api-key': key }) };
  return async (method, url, payload) => {
    const response = await app.inject({ method, url, headers: given, payload });
    return { status: response.statusCode, body: response.json() };
  };
}
