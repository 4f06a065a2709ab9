import { sampleOrder } from '../../src/order/sample';
import { OrderApi } from '../support/order-api';

let api: OrderApi;
beforeEach(async () => {
  api = await OrderApi.start();
});
afterEach(() => api.stop());

const preview = (vendor: string, payload: object) =>
  api.app.inject({
    method: 'POST',
    url: `/v1/pos/${vendor}/preview`,
    headers: { authorization: 'Bearer mario-read', 'content-type': 'application/json' },
    payload: JSON.stringify(payload),
  });
const settings = { unpaid_orders: 'external_tender' };

it('shows the exact requests an order would become, credentials masked, and sends nothing', async () => {
  const reply = await preview('square', { order: sampleOrder, settings, pos_location: 'L1' });
  expect(reply.statusCode).toBe(200);
  const { requests, warnings } = reply.json();
  expect(requests.map((one: { step: string; url: string }) => [one.step, new URL(one.url).pathname])).toEqual(
    [
      ['submit', '/v2/orders'],
      ['pay', '/v2/payments'],
    ],
  );
  expect(requests[0].headers.authorization).toMatch(/^Bearer …/);
  expect(JSON.stringify(requests[0].body)).toContain('NO onions');
  expect(warnings[0]).toContain('No connection to Square is configured');
});

it('previews a stored order by its id, but not another restaurant’s', async () => {
  const headers = { authorization: 'Bearer mario-write', 'content-type': 'application/json' };
  const posted = await api.app.inject({
    method: 'POST',
    url: '/v1/orders',
    headers,
    payload: JSON.stringify(sampleOrder),
  });
  const { id } = posted.json();
  expect((await preview('square', { order_id: id, settings })).statusCode).toBe(200);
  const other = await api.app.inject({
    method: 'POST',
    url: '/v1/pos/square/preview',
    headers: { authorization: 'Bearer luigi-read', 'content-type': 'application/json' },
    payload: JSON.stringify({ order_id: id, settings }),
  });
  expect(other.statusCode).toBe(404);
});

it.each([
  ['micros', { order: sampleOrder }, 404, 'There is no POS called "micros"'],
  ['square', {}, 400, 'write exactly one of the two'],
  ['square', { order: sampleOrder, order_id: 'ord_1' }, 400, 'write exactly one of the two'],
  ['square', { order: { items: [] } }, 400, 'items'],
  ['toast', { order: sampleOrder }, 400, 'no menu of'],
])('says what is wrong with a preview for %s', async (vendor, payload, status, words) => {
  const reply = await preview(vendor, payload);
  expect([reply.statusCode, reply.json().detail]).toEqual([status, expect.stringContaining(words)]);
});
