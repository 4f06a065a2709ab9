import { routes } from '../../src/server/routes';
import { newKey, OrderApi } from '../support/order-api';

let api: OrderApi;
const table: { method: string; url: string; scope: string }[] = [];

beforeAll(async () => {
  api = await OrderApi.start({
    routes: [
      (app) =>
        app.addHook('onRoute', ({ method, url, config }) => {
          for (const one of [method].flat()) {
            if (one !== 'HEAD') table.push({ method: one, url, scope: config?.scope ?? 'public' });
          }
        }),
      ...routes,
    ],
  });
  await api.app.ready();
});
afterAll(() => api.stop());

type Method = Parameters<OrderApi['call']>[0];
const withoutKey = () => table.filter(({ scope }) => scope === 'public').map(({ url }) => url);
const calls = () =>
  table
    .filter(({ scope }) => scope !== 'public')
    .map(({ method, url, scope }) => ({ method: method as Method, url: url.replace(':id', 'x'), scope }));

describe('every route', () => {
  it('says which scope it needs, but for these that anyone may read or that are signed', () => {
    const twilio = ['/twilio/sms', '/twilio/status', '/twilio/voice'];
    const signed = ['/a/:token', '/same/:token', '/webhooks/:vendor/:connection', ...twilio];
    const open = ['/healthz', '/readyz', '/openapi.json', '/help'];
    expect([...new Set(withoutKey())].sort()).toEqual([...signed, ...open].sort());
    expect(calls().length).toBeGreaterThan(15);
  });

  it('is refused with 401 without a key, with a wrong one, and with a deleted one', async () => {
    const { body: made } = await api.call('POST', '/v1/keys', { body: { name: 'gone', scopes: ['admin'] } });
    await api.call('DELETE', `/v1/keys/${made.id}`);
    for (const { method, url } of calls()) {
      for (const key of [null, 'wrong', made.key]) {
        const { status, headers, body } = await api.call(method, url, { key });
        expect([method, url, status]).toEqual([method, url, 401]);
        expect(headers['www-authenticate']).toContain('Bearer');
        expect(body.type).toBe('urn:orderwire:problem:wrong-key');
      }
    }
  });

  it('is refused with 403, naming the scope that is missing', async () => {
    const weaker: Record<string, string[]> = { read: [], write: ['read'], admin: ['read', 'write'] };
    for (const { method, url, scope } of calls()) {
      for (const level of weaker[scope] ?? []) {
        const { status, body } = await api.call(method, url, { key: `mario-${level}` });
        expect([method, url, status]).toEqual([method, url, 403]);
        expect(body.detail).toBe(
          `This key has the scope "${level}"; this needs "${scope}". Use a key with "${scope}".`,
        );
      }
    }
  });

  it('cannot be added without a decision who may use it', async () => {
    const careless = OrderApi.start({ routes: [(app) => app.get('/v1/secret', async () => 'all')] });
    await expect(careless.then(({ app }) => app.ready())).rejects.toThrow('GET /v1/secret says neither');
  });
});

describe('a key', () => {
  const me = (headers: Record<string, string>) => api.call('GET', '/v1/me', { key: null, headers });
  const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

  it.each([
    ['as a Bearer token', { authorization: 'Bearer mario-read' }],
    ['as bearer in small letters', { authorization: 'bearer mario-read' }],
    ['as X-API-Key', { 'x-api-key': 'mario-read' }],
    ['as user name', basic('mario-read:')],
    ['as user name alone', basic('mario-read')],
    ['as password', basic('anyone:mario-read')],
  ])('opens the restaurant %s', async (_how, headers) => {
    const { status, body } = await me(headers);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      restaurant: { id: 'rst_1', name: "mario's" },
      locations: [{ id: 'loc_1' }],
      key: { name: 'mario-read', scopes: ['read'] },
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
  });

  it('is found also where the tool fills in both halves of Basic with something', async () => {
    expect((await me(basic('mario-read:x'))).status).toBe(200);
  });

  it.each([['Basic %%%'], ['Basic '], ['Bearer'], ['Digest abc'], ['mario-read']])(
    'is not found in "%s"',
    async (authorization) => {
      expect((await me({ authorization })).status).toBe(401);
    },
  );
});

describe("another restaurant's things", () => {
  it('do not exist: the same 404 as for ids that never were', async () => {
    const { body: order } = await api.send();
    const { body: key } = await api.call('POST', '/v1/keys', { body: { name: 'k', scopes: ['read'] } });
    const targets: [Method, string, string, unknown?][] = [
      ['GET', '/v1/orders/', order.id],
      ['PATCH', '/v1/orders/', order.id, { status: 'sent' }],
      ['POST', '/v1/orders/ID/ack', order.id],
      ['GET', '/v1/locations/', 'loc_1'],
      ['PATCH', '/v1/locations/', 'loc_1', { name: 'mine' }],
      ['DELETE', '/v1/keys/', key.id],
      ['GET', '/v1/orders?location_id=', 'loc_1'],
      ['GET', '/v1/menu?location_id=', 'loc_1'],
      ['PUT', '/v1/menu?location_id=', 'loc_1', { items: [], option_groups: [] }],
      ['PATCH', '/v1/menu/items/x?location_id=', 'loc_1', { available: false }],
    ];
    for (const [method, url, id, body] of targets) {
      const address = (one: string) => (url.includes('ID') ? url.replace('ID', one) : url + one);
      const theirs = await api.call(method, address(id), { key: 'luigi-admin', body });
      const unknown = await api.call(method, address(`${id}0`), { key: 'luigi-admin', body });
      expect([method, url, theirs.status]).toEqual([method, url, 404]);
      expect(theirs.text).toBe(unknown.text);
    }
    const theirs = await api.send({ location_id: 'loc_1' }, { key: 'luigi-admin' });
    expect(theirs.status).toBe(404);
    expect((await api.call('GET', '/v1/orders', { key: 'luigi-admin' })).body.data).toEqual([]);
    expect((await api.call('GET', '/v1/keys', { key: 'luigi-admin' })).text).not.toContain('mario');
  });
});

describe('a key limited to one shop', () => {
  let airport: string;
  beforeAll(async () => {
    airport = (await api.call('POST', '/v1/locations', { body: { name: 'Airport' } })).body.id;
    const scope = { restaurant_id: 'rst_1', location_ids: null };
    await api.store.createKey(scope, newKey('airport', 'admin', [airport]), { key_id: null, at: 1 });
  });
  const call = (method: Method, url: string, body?: unknown) =>
    api.call(method, url, { key: 'airport', body });

  it('sees only that shop and its orders', async () => {
    await api.send({ external_ref: 'down', location_id: 'loc_1' });
    const { body: there } = await api.send({ external_ref: 'air', location_id: airport });
    const { body: here } = await api.call('GET', '/v1/orders?external_ref=down');
    expect((await call('GET', '/v1/orders')).body.data).toEqual([there]);
    expect((await call('GET', `/v1/orders/${here.data[0].id}`)).status).toBe(404);
    expect((await call('GET', '/v1/locations')).body.data).toMatchObject([{ id: airport }]);
    expect((await call('GET', '/v1/me')).body.locations).toHaveLength(1);
    expect((await call('GET', '/v1/locations/loc_1')).status).toBe(404);
  });

  it('need not name the shop', async () => {
    const { status, body } = await api.send({ external_ref: 'air2' }, { key: 'airport' });
    expect([status, body.location_id]).toEqual([201, airport]);
  });

  it('cannot take an order for another shop', async () => {
    expect((await api.send({ location_id: 'loc_1' }, { key: 'airport' })).status).toBe(404);
  });

  it('makes only keys as limited as itself', async () => {
    const { body } = await call('POST', '/v1/keys', { name: 'till', scopes: ['write'] });
    expect(body.location_ids).toEqual([airport]);
    const wider = await call('POST', '/v1/keys', { name: 'x', scopes: ['read'], location_ids: ['loc_1'] });
    expect(wider.status).toBe(404);
    const names = (await call('GET', '/v1/keys')).body.data.map((key: { name: string }) => key.name);
    expect(names).toEqual(['airport', 'till']);
  });

  it('cannot touch what concerns the whole restaurant', async () => {
    expect((await call('PATCH', '/v1/restaurant', { name: 'x' })).status).toBe(403);
    expect((await call('POST', '/v1/locations', { name: 'x' })).status).toBe(403);
  });
});
