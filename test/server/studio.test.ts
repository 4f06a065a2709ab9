import { readFileSync } from 'node:fs';
import { OrderApi } from '../support/order-api';

const menu = JSON.parse(readFileSync('test/corpus/own/menu.json', 'utf8'));
/** What Studio's widget takes: https://www.twilio.com/docs/studio/widget-library/http-request, read 2026-11-24. */
const MOST_BYTES = 64 * 1024;
const basic = { authorization: `Basic ${Buffer.from('mario-admin:').toString('base64')}` };
const form = { ...basic, 'content-type': 'application/x-www-form-urlencoded' };

let api: OrderApi;
beforeEach(async () => {
  api = await OrderApi.start();
  await api.call('PUT', '/v1/menu', { body: menu });
});
afterEach(() => api.stop());

/** One call of Studio's Make HTTP Request widget: a form, Basic auth in the address. */
const widget = (path: string, fields: Record<string, string>) =>
  api.call('POST', path, { key: null, headers: form, body: new URLSearchParams(fields).toString() });

it('reads, prices and takes an order for Studio’s HTTP widget', async () => {
  const read = await widget('/v1/orders/parse', { text: 'two large pepperoni and a coke' });
  expect([read.status, read.body.items.length, read.body.unsure]).toEqual([200, 2, []]);
  const order = {
    order_reference: 'CA-studio',
    customer_phone: '+16175550123',
    'items[0][name]': 'large pepperoni',
    'items[0][quantity]': '2',
  };
  const quote = await widget('/v1/orders/quote', order);
  expect([quote.status, quote.body.say]).toEqual([200, expect.stringContaining('That is $')]);
  const taken = await widget('/v1/orders', order);
  expect([taken.status, taken.body.number]).toEqual([201, '1']);
  expect((await widget('/v1/orders', order)).status).toBe(200);
});

it('answers a JSON object small enough for it, also to a large order', async () => {
  const items = Array.from({ length: 25 }, (_, n) => ({
    name: 'large pepperoni',
    quantity: String(n + 1),
    options: [{ name: 'no onions' }, { name: 'extra cheese' }],
  }));
  const taken = await api.call('POST', '/v1/orders', { key: null, headers: basic, body: { items } });
  expect(taken.status).toBe(201);
  expect(taken.headers['content-type']).toMatch(/^application\/json/);
  expect(Array.isArray(taken.body)).toBe(false);
  expect(Buffer.byteLength(taken.text)).toBeLessThan(MOST_BYTES);
});

it('refuses in words that a flow can say', async () => {
  const refused = await widget('/v1/orders', { order_reference: 'CA-studio' });
  expect([refused.status, refused.body.detail]).toEqual([400, expect.stringContaining('items')]);
});
