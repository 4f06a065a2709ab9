import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parseOrder } from '../../src/order/parse';
import { sampleOrder } from '../../src/order/sample';
import { inProcessClient } from '../../src/sandbox/in-process';
import { knownConnections } from '../../src/sandbox/known-connections';
import { Sandbox } from '../../src/sandbox/sandbox';
import { routes } from '../../src/server/routes';
import { seedMenu } from '../support/menus';
import { OrderApi, pizza } from '../support/order-api';

type Operation = {
  summary?: string;
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
};
type OpenApi = { openapi: string; paths: Record<string, Record<string, Operation>>; components: object };

jest.setTimeout(60_000);

/** The POS of the one connection, in this process. */
const POS = 'http://127.0.0.1:9';
const square = new Sandbox().find('square') as NonNullable<ReturnType<Sandbox['find']>>;

let api: OrderApi;
let document: OpenApi;
const table: string[] = [];

beforeAll(async () => {
  api = await OrderApi.start({
    connections: squareConnection(),
    http: inProcessClient({ base: `${POS}/square`, clock: { now: new Date() } }, square),
    routes: [
      (app) =>
        app.addHook('onRoute', ({ method, url, schema }) => {
          // Pages for people are no part of the API.
          if (schema?.hide) return;
          for (const one of [method].flat()) if (one !== 'HEAD') table.push(`${one} ${url}`);
        }),
      ...routes,
    ],
  });
  document = (await api.call('GET', '/openapi.json', { key: null })).body;
});
afterAll(() => api.stop());

const squareConnection = () =>
  knownConnections(POS)
    .filter(({ vendor }) => vendor === 'square')
    .map((one) => ({ ...one, location_id: 'loc_1', default: true }));

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );

describe('the OpenAPI document', () => {
  it('has every route, and no other', () => {
    const documented = operations().map(
      ({ method, path }) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
    );
    expect(documented.sort()).toEqual([...table].sort());
  });

  it('says what each route does, takes and answers', () => {
    for (const { method, path, operation } of operations()) {
      expect([method, path, operation.summary]).toEqual([method, path, expect.any(String)]);
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['500']));
      for (const [, name] of path.matchAll(/\{(\w+)\}/g)) {
        expect(operation.parameters).toContainEqual(expect.objectContaining({ name, in: 'path' }));
      }
      if (['put', 'patch'].includes(method)) expect(operation.requestBody).toBeDefined();
    }
  });

  it('holds none of the keywords that only our readers know, and no dangling reference', () => {
    const text = JSON.stringify(document);
    expect(text).not.toMatch(/"x-(read|also|words)"/);
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      expect((document.components as { schemas: object }).schemas).toHaveProperty(name);
    }
  });

  it('describes the sample order as one that can be sent, and an order without items as none', () => {
    const schema = document.paths['/v1/orders']?.post?.requestBody?.content['application/json']?.schema ?? {};
    const accepts = compile(schema);
    for (const order of [sampleOrder, pizza]) {
      expect(accepts(order)).toBe(true);
      expect(() => parseOrder(order, { currency: 'USD', country: 'US', timezone: 'UTC' })).not.toThrow();
    }
    expect(accepts({ notes: 'nothing' })).toBe(false);
    expect(accepts({ items: [{ name: 'Coke', quantity: true }] })).toBe(false);
  });
});

it('is shown under /docs with nothing from elsewhere', async () => {
  const { status, headers, text } = await page('/docs');
  expect(status).toBe(200);
  expect(text).toContain('swagger');
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(headers['content-security-policy']).not.toMatch(/https:|upgrade-insecure/);
  expect((await page('/docs/json')).status).toBe(200);
});

async function page(url: string) {
  const { statusCode: status, headers, body: text } = await api.app.inject({ method: 'GET', url });
  return { status, headers, text };
}

function compile(schema: object): ValidateFunction {
  const ajv = new Ajv2020({ strict: false });
  addFormats(ajv);
  return ajv.compile({ ...schema, components: document.components });
}

describe('every answer is as documented', () => {
  const answered = new Set<string>();

  /** Calls a route and holds the answer against the document. */
  async function check(method: Method, route: string, url = route, options: Options = {}) {
    const answer = await api.call(method, url, options);
    const operation = document.paths[route]?.[method.toLowerCase()];
    const response = operation?.responses[answer.status];
    expect([method, url, answer.status, response !== undefined]).toEqual([method, url, answer.status, true]);
    const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? '';
    if (answer.status !== 204) {
      const schema = response?.content?.[type]?.schema;
      expect([method, url, type, schema !== undefined]).toEqual([method, url, type, true]);
      const validate = compile(schema ?? {});
      validate(answer.body);
      expect([method, url, validate.errors]).toEqual([method, url, null]);
    }
    answered.add(`${method} ${route} ${answer.status >= 400 ? 'refusal' : 'good'}`);
    return answer.body;
  }
  type Method = Parameters<OrderApi['call']>[0];
  type Options = Parameters<OrderApi['call']>[2];

  it('when all is well', async () => {
    const order = await check('POST', '/v1/orders', '/v1/orders', { body: sampleOrder });
    await check('POST', '/v1/orders', '/v1/orders', { body: sampleOrder });
    await check('POST', '/v1/orders', '/v1/orders', { body: { items: pizza.items } });
    await check('GET', '/v1/orders', '/v1/orders?limit=1');
    await check('GET', '/v1/orders/{id}', `/v1/orders/${order.id}`);
    await check('PATCH', '/v1/orders/{id}', `/v1/orders/${order.id}`, { body: { status: 'sent' } });
    await check('POST', '/v1/orders/{id}/ack', `/v1/orders/${order.id}/ack`);
    const sent = await check('POST', '/v1/orders/{id}/deliveries', `/v1/orders/${order.id}/deliveries`);
    await check('GET', '/v1/orders/{id}/deliveries', `/v1/orders/${order.id}/deliveries`);
    await check('GET', '/v1/orders/{id}/events', `/v1/orders/${order.id}/events`);
    await check('POST', '/v1/orders/{id}/lookup', `/v1/orders/${order.id}/lookup`);
    await check('GET', '/v1/connections/{id}/menu', '/v1/connections/con_square/menu');
    await check('GET', '/v1/deliveries/{id}', `/v1/deliveries/${sent.id}`);
    for (const action of ['acknowledge', 'retry', 'resolve']) {
      await check('POST', `/v1/deliveries/{id}/${action}`, `/v1/deliveries/${sent.id}/${action}`);
    }
    const other = await check('POST', '/v1/orders', '/v1/orders', { body: { items: pizza.items } });
    const [row] = other.deliveries;
    await check('POST', '/v1/deliveries/{id}/abandon', `/v1/deliveries/${row.id}/abandon`);
    const third = await check('POST', '/v1/orders', '/v1/orders', { body: { items: pizza.items } });
    await check('POST', '/v1/orders/{id}/changes', `/v1/orders/${third.id}/changes`, {
      body: { notes: 'soon' },
    });
    await check('POST', '/v1/orders/{id}/cancel', `/v1/orders/${third.id}/cancel`);
    await check('POST', '/v1/receptionist/orders', '/v1/receptionist/orders', { body: { items: 'a coke' } });
    const hook = await check('POST', '/v1/hooks', '/v1/hooks', {
      body: { target_url: 'https://hooks.invalid/x', event: 'order.created' },
    });
    await check('GET', '/v1/hooks');
    await check('GET', '/v1/hooks/{id}', `/v1/hooks/${hook.id}`);
    await check('POST', '/v1/hooks/{id}/rotate', `/v1/hooks/${hook.id}/rotate`);
    await check('POST', '/v1/hooks/{id}/test', `/v1/hooks/${hook.id}/test`);
    await check('PATCH', '/v1/hooks/{id}', `/v1/hooks/${hook.id}`, { body: { active: false } });
    await check('DELETE', '/v1/hooks/{id}', `/v1/hooks/${hook.id}`);
    await check('GET', '/v1/me');
    await check('GET', '/v1/restaurant');
    await check('PATCH', '/v1/restaurant', '/v1/restaurant', { body: { name: 'New' } });
    const shop = await check('POST', '/v1/locations', '/v1/locations', { body: { name: 'Airport' } });
    await check('GET', '/v1/locations');
    await check('GET', '/v1/locations/{id}', `/v1/locations/${shop.id}`);
    const hours = [{ day: 1, service: 'pickup', open: '11:00', close: '01:00', last_order: null }];
    await check('PATCH', '/v1/locations/{id}', `/v1/locations/${shop.id}`, { body: { hours } });
    await check('POST', '/v1/locations/{id}/pause', `/v1/locations/${shop.id}/pause`, {
      body: { minutes: 30 },
    });
    await check('POST', '/v1/locations/{id}/resume', `/v1/locations/${shop.id}/resume`);
    const { id: _, ...square } = { ...squareConnection()[0], api_url: null, location_id: shop.id };
    const made = await check('POST', '/v1/connections', '/v1/connections', { body: square });
    await check('GET', '/v1/connections');
    await check('GET', '/v1/connections/{id}/rehearsal', '/v1/connections/con_square/rehearsal');
    await check('GET', '/v1/connections/{id}', `/v1/connections/${made.id}`);
    await check('PATCH', '/v1/connections/{id}', `/v1/connections/${made.id}`, { body: { name: 'Bar' } });
    await check('POST', '/v1/connections/{id}/check', '/v1/connections/con_square/check');
    await check('DELETE', '/v1/connections/{id}', `/v1/connections/${made.id}`);
    const key = await check('POST', '/v1/keys', '/v1/keys', { body: { name: 'till', scopes: ['write'] } });
    await check('GET', '/v1/keys');
    await check('DELETE', '/v1/keys/{id}', `/v1/keys/${key.id}`);
    await check('PUT', '/v1/menu', '/v1/menu?location_id=loc_1', { body: seedMenu });
    await check('GET', '/v1/menu', '/v1/menu?location_id=loc_1');
    await check('POST', '/v1/menu/sync', '/v1/menu/sync?location_id=loc_1');
    await check('POST', '/v1/menu/match', '/v1/menu/match', {
      body: { phrases: ['a coke', 'unicorn pie'], location_id: 'loc_1' },
    });
    for (const route of ['/v1/orders/validate', '/v1/orders/quote'])
      await check('POST', route, route, { body: { ...pizza, location_id: 'loc_1' } });
    await check('POST', '/v1/orders/parse', '/v1/orders/parse', {
      body: { text: 'two large pepperoni pizzas no onions and a coke', location_id: 'loc_1' },
    });
    const works = { said: 'the works', item_id: 'pepperoni' };
    const alias = await check('POST', '/v1/menu/aliases', '/v1/menu/aliases', { body: works });
    await check('POST', '/v1/menu/aliases', '/v1/menu/aliases', { body: works });
    await check('GET', '/v1/menu/aliases');
    const preview = '/v1/menu/aliases/preview';
    await check('GET', preview, `${preview}?said=large+pepperoni&item_id=pepperoni`);
    await check('DELETE', '/v1/menu/aliases/{id}', `/v1/menu/aliases/${alias.id}`);
    await check('PATCH', '/v1/menu/items/{id}', '/v1/menu/items/coke?location_id=loc_1', {
      body: { available: false, until: null },
    });
    await check('POST', '/v1/pos/{vendor}/preview', '/v1/pos/square/preview', {
      body: { order_id: order.id, settings: { unpaid_orders: 'external_tender' }, pos_location: 'L1' },
    });
    for (const url of ['/healthz', '/readyz', '/openapi.json']) await check('GET', url, url, { key: null });
    const good = [...answered].filter((one) => one.endsWith('good')).map((one) => one.replace(' good', ''));
    expect(good.sort()).toEqual(table.map((one) => one.replace(/:(\w+)/g, '{$1}')).sort());
  });

  it('when something is refused', async () => {
    const bad = { body: { nonsense: 1 } };
    await check('POST', '/v1/orders', '/v1/orders', bad);
    await check('POST', '/v1/orders', '/v1/orders', { ...bad, key: 'mario-read' });
    await check('POST', '/v1/orders', '/v1/orders', {
      body: '{',
      headers: { 'content-type': 'application/json' },
    });
    await check('POST', '/v1/orders', '/v1/orders', {
      body: '<a/>',
      headers: { 'content-type': 'text/xml' },
    });
    await check('POST', '/v1/orders', '/v1/orders', { body: { notes: 'x'.repeat(300_000) } });
    await check('POST', '/v1/orders', '/v1/orders', {
      body: { ...sampleOrder, location_id: 'loc_1', notes: 'other' },
    });
    await check('GET', '/v1/orders', '/v1/orders?limit=0');
    await check('GET', '/v1/orders/{id}', '/v1/orders/none');
    await check('PATCH', '/v1/orders/{id}', '/v1/orders/none', bad);
    await check('POST', '/v1/orders/{id}/ack', '/v1/orders/none/ack');
    await check('GET', '/v1/orders/{id}/events', '/v1/orders/none/events');
    await check('POST', '/v1/orders/{id}/lookup', '/v1/orders/none/lookup');
    await check('GET', '/v1/connections/{id}/menu', '/v1/connections/none/menu');
    await check('GET', '/v1/me', '/v1/me', { key: null });
    await check('PATCH', '/v1/restaurant', '/v1/restaurant', bad);
    await check('POST', '/v1/locations', '/v1/locations', bad);
    await check('GET', '/v1/locations/{id}', '/v1/locations/none');
    await check('PATCH', '/v1/locations/{id}', '/v1/locations/loc_1', bad);
    await check('POST', '/v1/locations/{id}/pause', '/v1/locations/loc_1/pause', bad);
    await check('POST', '/v1/locations/{id}/resume', '/v1/locations/none/resume');
    await check('POST', '/v1/connections', '/v1/connections', bad);
    await check('GET', '/v1/connections/{id}', '/v1/connections/none');
    await check('GET', '/v1/connections/{id}/rehearsal', '/v1/connections/none/rehearsal');
    await check('PATCH', '/v1/connections/{id}', '/v1/connections/con_square', { body: { name: 'x' } });
    await check('DELETE', '/v1/connections/{id}', '/v1/connections/con_square');
    await check('POST', '/v1/connections/{id}/check', '/v1/connections/none/check');
    await check('POST', '/v1/hooks', '/v1/hooks', bad);
    await check('GET', '/v1/hooks/{id}', '/v1/hooks/none');
    await check('PATCH', '/v1/hooks/{id}', '/v1/hooks/none', { body: { active: true } });
    await check('POST', '/v1/hooks/{id}/rotate', '/v1/hooks/none/rotate');
    await check('POST', '/v1/hooks/{id}/test', '/v1/hooks/none/test');
    await check('POST', '/v1/keys', '/v1/keys', bad);
    await check('DELETE', '/v1/keys/{id}', '/v1/keys/none');
    await check('PUT', '/v1/menu', '/v1/menu?location_id=loc_1', bad);
    await check('GET', '/v1/menu', '/v1/menu?location_id=none');
    await check('POST', '/v1/menu/match', '/v1/menu/match', bad);
    for (const route of ['/v1/orders/validate', '/v1/orders/quote']) await check('POST', route, route, bad);
    await check('POST', '/v1/orders/parse', '/v1/orders/parse', { body: { text: '' } });
    await check('POST', '/v1/receptionist/orders', '/v1/receptionist/orders', { body: [] });
    await check('POST', '/v1/menu/sync', '/v1/menu/sync', bad);
    await check('POST', '/v1/menu/aliases', '/v1/menu/aliases', bad);
    await check('GET', '/v1/menu/aliases/preview');
    await check('DELETE', '/v1/menu/aliases/{id}', '/v1/menu/aliases/none');
    await check('PATCH', '/v1/menu/items/{id}', '/v1/menu/items/none?location_id=loc_1', {
      body: { available: true },
    });
    await check('POST', '/v1/pos/{vendor}/preview', '/v1/pos/square/preview', bad);
    await check('POST', '/v1/pos/{vendor}/preview', '/v1/pos/aloha/preview', bad);
    jest.spyOn(api.store, 'ready').mockRejectedValueOnce(new Error('gone'));
    await check('GET', '/readyz', '/readyz', { key: null });
  });
});
