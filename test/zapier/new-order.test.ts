import zapier from 'zapier-platform-core';
import { sampleOrder } from '../../src/order/sample';
import { vendorIds } from '../../src/pos/vendors';
import { app } from '../../src/zapier/app';
import { toOrderOutput } from '../../src/zapier/order-output';
import { location } from '../../triggers/location';
import { newOrder } from '../../triggers/new-order';
import { OrderApi } from '../support/order-api';
import { failureOf, openZap } from '../support/zapier-door';

const tester = zapier.createAppTester(app);
let api: OrderApi;
let authData: Record<string, string>;
beforeEach(async () => {
  api = await OrderApi.start();
  const api_url = await api.app.listen({ host: '127.0.0.1', port: 0 });
  authData = { system: 'order_api', api_key: 'mario-write', api_url };
});
afterEach(() => api.stop());

const poll = (inputData: Record<string, unknown> = {}) =>
  tester(newOrder.operation.perform, { authData, inputData });
async function post(order: object = {}) {
  const response = await fetch(`${authData.api_url}/v1/orders`, {
    method: 'POST',
    headers: { authorization: 'Bearer mario-write', 'content-type': 'application/json' },
    body: JSON.stringify({ ...sampleOrder, ...order }),
  });
  expect(response.status).toBe(201);
}

describe('New Order', () => {
  it('gives the newest orders first, flat, under the names that the creates use', async () => {
    await post({ external_ref: 'first' });
    await post();
    const [newest, older] = await poll();
    expect(older?.order_reference).toBe('first');
    expect(newest).toMatchObject({
      ...{
        order_reference: sampleOrder.external_ref,
        order_number: '2',
        location_name: "mario's",
        is_test: false,
      },
      ...{ service_type: 'delivery', customer_phone: '+1 617 555 0123', delivery_city: 'Boston' },
      ...{
        wanted_at_local: 'Fri 29 Nov, 7:15 PM',
        quoted_total: '61.90',
        delivery_fee: '3.00',
        tip: '0.00',
        currency: 'USD',
      },
      ...{
        payment_state: 'unpaid',
        source_channel: 'phone',
        kitchen_note: 'Please send napkins',
        pos_state: null,
      },
    });
    expect(newest?.items[0]).toEqual({
      ...{
        name: 'large pepperoni pizza',
        quantity: '2',
        note: null,
        unit_price: '15.99',
        line_total: '38.98',
      },
      options_text: 'add extra cheese; left half mushrooms',
    });
  });

  it('gives exactly the fields of its sample', async () => {
    await post();
    const [live] = await poll();
    const keysOf = (order: object) => Object.keys(order).sort();
    expect(keysOf(live ?? {})).toEqual(keysOf(newOrder.operation.sample));
    expect(keysOf(live?.items[0] ?? {})).toEqual(keysOf(newOrder.operation.sample.items[0] ?? {}));
  });

  it('filters by shop and by kind of service', async () => {
    await post();
    expect(await poll({ service_type: 'pickup' })).toEqual([]);
    expect(await poll({ service_type: 'delivery', location_id: '' })).toHaveLength(1);
    const shops = await tester(location.operation.perform, { authData });
    expect(await poll({ location_id: shops[0]?.id })).toHaveLength(1);
    expect((await failureOf(poll({ location_id: 'loc_nowhere' }))).name).toBe('AppError');
  });

  it('gives an order without a reference its own id as one', async () => {
    await post({ external_ref: undefined });
    const [order] = await poll();
    expect(order?.order_reference).toBe(order?.id);
  });

  it('refuses a connection to a POS by its name, and tells a wrong key', async () => {
    const { message } = await failureOf(
      tester(newOrder.operation.perform, { authData: { system: 'square', location_id: 'L1' } }),
    );
    expect(message).toBe(
      'New Order reads from the Order API, but the connection chosen is "Square: L1 (US)". Choose or add an Order API connection.',
    );
    authData.api_key = 'nobody';
    expect((await failureOf(poll())).name).toBe('ExpiredAuthError');
  });

  it('runs again by itself while the server cannot be reached', async () => {
    authData.api_url = 'http://127.0.0.1:9';
    expect(await failureOf(poll())).toMatchObject({ name: 'ThrottledError', delay: 60 });
  });

  it.each(vendorIds)('feeds create_%s_order with two mappings', async (vendor) => {
    await post();
    const [order] = await poll();
    const zap = await openZap(vendor);
    const { order_reference, order_data } = order ?? {};
    expect(await zap.run({ order_reference, order_data })).toMatchObject({ sent_to_kitchen: true });
    expect(zap.tickets()).toHaveLength(1);
    await zap.close();
  });
});

describe('orders that a POS has already', () => {
  const sent = (state: string) => ({ deliveries: [{ destination: { kind: 'pos' }, state }] });

  /** Answers with these orders, as the Order API does. */
  async function pollOf(orders: object[], inputData: Record<string, unknown> = {}) {
    const fake = zapier.createAppTester({
      ...app,
      afterResponse: [
        (response: { content: string }) => ({ ...response, content: JSON.stringify({ data: orders }) }),
      ],
    });
    return fake(newOrder.operation.perform, { authData, inputData });
  }

  it('are left out, or the kitchen would get a second ticket', async () => {
    const orders = [
      { id: 'a', location_name: 'x', ...sent('delivered') },
      { id: 'b', location_name: 'x', ...sent('pending') },
      { id: 'c', location_name: 'x', ...sent('abandoned') },
      { id: 'd', location_name: 'x', deliveries: [{ destination: { kind: 'email' }, state: 'delivered' }] },
      { id: 'e', location_name: 'x' },
    ];
    expect((await pollOf(orders)).map(({ id }) => id)).toEqual(['c', 'd', 'e']);
    expect(await pollOf(orders, { include_sent: 'yes' })).toHaveLength(5);
    expect(await pollOf(orders, { include_sent: true })).toHaveLength(5);
  });

  it('say in what state they are, and what staff must look at', () => {
    const match = (status: string) => ({ status });
    const order = toOrderOutput({
      items: [{ name: 'coke' }, { name: 'unicorn steak' }],
      items_match: [
        { path: 'items[0]', match: match('sure') },
        { path: 'items[1]', match: match('none') },
        { path: 'items[1].options[0]', match: match('none') },
      ],
      ...sent('delivered'),
    });
    expect(order).toMatchObject({ check_items: 'unicorn steak', pos_state: 'delivered' });
  });
});
