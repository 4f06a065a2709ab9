import { knownConnections } from '../../src/sandbox/known-connections';
import type { Connection } from '../../src/server/connections';
import { OrderApi } from '../support/order-api';

let api: OrderApi;
let order: string;
beforeAll(async () => {
  const known = knownConnections('http://127.0.0.1:9').filter(({ vendor }) => vendor === 'square');
  api = await OrderApi.start({
    connections: known.map((one) => ({ ...one, location_id: 'loc_1', default: true })) as Connection[],
  });
});
afterAll(() => api.stop());
let count = 0;
beforeEach(async () => {
  order = (await api.send({ external_ref: `CA-${++count}`, customer: { phone: `+1617555${1000 + count}` } }))
    .body.id;
});

const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';
const post = (path: string, type: string | null, body = '') =>
  api.call('POST', path, { body, headers: type === null ? {} : { 'content-type': type } });

/** What a no-code tool can send without knowing anything but an id. */
const NOTHING: [string, string | null, string][] = [
  ['no body at all', null, ''],
  ['an empty JSON body', JSON_TYPE, ''],
  ['an empty JSON object', JSON_TYPE, '{}'],
  ['an empty form', FORM, ''],
  ['a form of empty fields', FORM, 'reason=&connection_id='],
];

describe.each(NOTHING)('an action with %s', (_, type, body) => {
  const only = (fields: string) => (body.startsWith('reason') ? fields : body);
  it.each<[string, () => string, string, number]>([
    ['acknowledges', () => `/v1/orders/${order}/ack`, '', 200],
    ['cancels', () => `/v1/orders/${order}/cancel`, 'reason=', 200],
    ['pauses', () => '/v1/locations/loc_1/pause', 'reason=', 200],
    ['resumes', () => '/v1/locations/loc_1/resume', '', 200],
    ['sends to the POS', () => `/v1/orders/${order}/deliveries`, 'connection_id=', 202],
  ])('%s', async (_name, path, fields, status) => {
    const answer = await post(path(), type, only(fields));
    await api.call('POST', '/v1/locations/loc_1/resume');
    expect([answer.status, answer.body.detail ?? '']).toEqual([status, expect.any(String)]);
  });
});

describe('an action with fields', () => {
  it.each([
    [JSON_TYPE, JSON.stringify({ reason: 'He said "no"\nand left' })],
    [FORM, new URLSearchParams({ reason: 'He said "no"\nand left' }).toString()],
  ])('cancels with a reason (%s)', async (type, body) => {
    const { status, body: answer } = await post(`/v1/orders/${order}/cancel`, type, body);
    expect([status, Object.keys(answer)[0], answer.status_text]).toEqual([200, 'status_text', answer.say]);
  });

  it.each([
    [JSON_TYPE, '{"items":[{"name":"Coke","quantity":"3"}],"notes":"ring twice"}'],
    [FORM, 'items[0][name]=Coke&items[0][quantity]=3&notes=ring+twice'],
  ])('changes an order (%s)', async (type, body) => {
    const { status, body: answer } = await post(`/v1/orders/${order}/changes`, type, body);
    expect([status, Object.keys(answer)[0]]).toEqual([200, 'status_text']);
    expect(answer.order).toMatchObject({ items: [{ name: 'Coke', quantity: '3' }], notes: 'ring twice' });
  });

  it.each([
    [JSON_TYPE, '{"minutes":30,"reason":"oven"}'],
    [FORM, 'minutes=30&reason=oven'],
  ])('pauses for a while (%s)', async (type, body) => {
    const { body: shop } = await post('/v1/locations/loc_1/pause', type, body);
    await api.call('POST', '/v1/locations/loc_1/resume');
    expect([typeof shop.paused_until, shop.pause_reason]).toEqual(['string', 'oven']);
  });

  it.each([
    [JSON_TYPE, '{"target_url":"https://hook.eu1.make.com/x","event":"order.created"}'],
    [FORM, 'target_url=https%3A%2F%2Fhook.eu1.make.com%2Fx&event=order.created'],
    [FORM, 'target_url=https%3A%2F%2Fhook.eu1.make.com%2Fx&events[0]=order.created'],
  ])('registers a hook (%s)', async (type, body) => {
    expect(await post('/v1/hooks', type, body)).toMatchObject({
      status: 201,
      body: { events: ['order.created'] },
    });
  });

  it.each(['parse', 'validate', 'quote', 'changes'])(
    'names what is missing where nothing comes: %s',
    async (action) => {
      const path = action === 'changes' ? `/v1/orders/${order}/changes` : `/v1/orders/${action}`;
      for (const type of [null, JSON_TYPE, FORM]) {
        const { status, body } = await post(path, type);
        expect([status, body.errors.length > 0]).toEqual([400, true]);
      }
    },
  );

  it.each([
    [JSON_TYPE, '{"items":[{"name":"Coke","quantity":"3","unit_price":250}]}'],
    [FORM, 'items[0][name]=Coke&items[0][quantity]=3&items[0][unit_price]=250'],
  ])('quotes an order (%s)', async (type, body) => {
    expect((await post('/v1/orders/quote', type, body)).body.totals.total).toBe(750);
  });
});

describe('lists and refusals', () => {
  it.each(['/v1/orders', '/v1/hooks', '/v1/connections', '/v1/locations', '/v1/keys', '/v1/menu/aliases'])(
    '%s is an object with its rows under data',
    async (path) => {
      const { body } = await api.call('GET', path);
      expect([Array.isArray(body), Array.isArray(body.data)]).toEqual([false, true]);
    },
  );

  it('answers what the tool must not repeat with 4xx and no Retry-After', async () => {
    await post(`/v1/orders/${order}/cancel`, null);
    const refused = await post(`/v1/orders/${order}/deliveries`, null);
    expect([refused.status, refused.headers['retry-after']]).toEqual([409, undefined]);
  });
});
