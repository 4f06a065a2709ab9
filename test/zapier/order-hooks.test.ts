import { sampleOrder } from '../../src/order/sample';
import { newOrder } from '../../triggers/new-order';
import { newOrderInstant } from '../../triggers/new-order-instant';
import { orderStatusChanged } from '../../triggers/order-status-changed';
import { DeliveryHouse } from '../support/delivery-house';
import { openReceiver } from '../support/hook-receiver';
import { OrderApi } from '../support/order-api';
import { connectZap, posConnection, shapeOf, tester } from '../support/order-api-zap';
import { failureOf } from '../support/zapier-door';

type Input = Record<string, unknown>;
type Trigger = typeof newOrderInstant | typeof orderStatusChanged;

let house: DeliveryHouse;
let zapier: Awaited<ReturnType<typeof openReceiver>>;
let authData: Record<string, string>;
beforeEach(async () => {
  house = await DeliveryHouse.open('square');
  zapier = await openReceiver();
  authData = await connectZap(house.api);
});
afterEach(async () => {
  await Promise.all([house.close(), zapier.close()]);
});

/** Switches a Zap on: what Zapier keeps of it. */
const subscribe = ({ operation }: Trigger): Promise<{ id: string }> =>
  tester(operation.performSubscribe, { authData, targetUrl: zapier.url });
/** What Zapier was called with, once it was called so often. */
const called = async (times: number) =>
  (await zapier.called(times)).map(({ body }) => JSON.parse(body) as Record<string, unknown>);
const takeNew = (cleanedRequest: unknown, inputData: Input = {}) =>
  tester(newOrderInstant.operation.perform, { authData, inputData, cleanedRequest });
const takeStatus = (cleanedRequest: unknown, inputData: Input = {}) =>
  tester(orderStatusChanged.operation.perform, { authData, inputData, cleanedRequest });
const hooks = async () => (await house.api.call('GET', '/v1/hooks')).body.data;

describe('New Order (Instant)', () => {
  const all = { include_sent: true };

  it('gives each order as the polling trigger gives it, to the letter', async () => {
    await subscribe(newOrderInstant);
    const id = await house.order();
    const [call] = await called(1);
    await house.reached(id, 'delivered', 'delivered_degraded');
    const [taken] = await takeNew(call, all);
    const [polled] = await tester(newOrder.operation.perform, { authData, inputData: all });
    const [listed] = await tester(newOrderInstant.operation.performList, { authData, inputData: all });
    expect(taken).toMatchObject({ id, order_number: '1', location_name: "mario's" });
    expect(listed).toEqual(polled);
    // The POS has taken the order in the meantime; everything else is the same.
    expect({ ...taken, pos_state: null }).toEqual({ ...polled, pos_state: null });
    expect(shapeOf(taken ?? {})).toEqual(shapeOf(newOrderInstant.operation.sample));
  });

  it('leaves out what the server sends to the POS itself, or the kitchen gets a second ticket', async () => {
    await subscribe(newOrderInstant);
    await house.order();
    const [call] = await called(1);
    expect(await takeNew(call)).toEqual([]);
    expect(await takeNew(call, { include_sent: 'yes' })).toHaveLength(1);
  });

  it('keeps to the shop and the kind of service that were asked for', async () => {
    await subscribe(newOrderInstant);
    await house.order();
    const [call] = await called(1);
    expect(await takeNew(call, { ...all, location_id: 'loc_other' })).toEqual([]);
    expect(await takeNew(call, { ...all, service_type: 'delivery' })).toEqual([]);
    expect(await takeNew(call, { ...all, location_id: 'loc_1', service_type: 'pickup' })).toHaveLength(1);
  });

  it('gives the order all the same when the server cannot be asked for the name of the shop', async () => {
    await subscribe(newOrderInstant);
    const id = await house.order();
    const [call] = await called(1);
    authData.api_url = 'http://127.0.0.1:9';
    expect(await takeNew(call, all)).toMatchObject([{ id, location_name: null }]);
  });

  it('gives an order that a person must look at first once that is done, and not before', async () => {
    await house.api.call('PATCH', '/v1/locations/loc_1', { body: { auto_deliver: false } });
    await subscribe(newOrderInstant);
    const held = await house.api.call('POST', '/v1/orders?hold=Which+address%3F', { body: sampleOrder });
    const [created] = await called(1);
    const poll = () => tester(newOrder.operation.perform, { authData, inputData: all });
    expect([await takeNew(created, all), await poll()]).toEqual([[], []]);
    await house.api.call('PATCH', `/v1/orders/${held.body.id}`, { body: { status: 'received' } });
    await house.api.call('PATCH', `/v1/orders/${held.body.id}`, { body: { status: 'ready' } });
    const [, released, later] = await called(3);
    expect(await takeNew(released, all)).toMatchObject([{ id: held.body.id }]);
    expect(await takeNew(later, all)).toEqual([]);
    expect(await poll()).toMatchObject([{ id: held.body.id }]);
  });

  it('takes nothing else for an order', async () => {
    for (const call of [undefined, {}, { type: 'order.updated', data: { id: 'ord_1' } }]) {
      expect(await takeNew(call, all)).toEqual([]);
    }
  });
});

describe('switching a Zap on and off', () => {
  it('is called from then on, and no more afterwards', async () => {
    const subscribeData = await subscribe(newOrderInstant);
    expect(await hooks()).toMatchObject([
      { id: subscribeData.id, events: ['order.created', 'order.updated'] },
    ]);
    expect(JSON.stringify(subscribeData)).not.toContain('whsec_');
    for (const kept of [subscribeData, subscribeData, { id: '' }]) {
      await tester(newOrderInstant.operation.performUnsubscribe, { authData, subscribeData: kept });
      expect(await hooks()).toEqual([]);
    }
  });

  it('refuses a connection to a POS by its name, and a key that may only read', async () => {
    const wrong = { authData: posConnection, targetUrl: zapier.url };
    const { message } = await failureOf(tester(newOrderInstant.operation.performSubscribe, wrong));
    expect(message).toBe(
      'New Order (Instant) reads from the Order API, but the connection chosen is "Clover: M1 (US)". Choose or add an Order API connection.',
    );
    authData.api_key = 'mario-read';
    expect(await failureOf(subscribe(newOrderInstant))).toMatchObject({
      name: 'ExpiredAuthError',
      message: expect.stringContaining('write'),
    });
  });

  it('says why an address is refused, and tries again while the server is out of reach', async () => {
    const bundle = { authData, targetUrl: 'ftp://hooks.zapier.com/x' };
    const { name, message } = await failureOf(tester(newOrderInstant.operation.performSubscribe, bundle));
    expect([name, message]).toEqual(['AppError', expect.stringContaining('target_url')]);
    authData.api_url = 'http://127.0.0.1:9';
    expect(await failureOf(subscribe(newOrderInstant))).toMatchObject({ name: 'ThrottledError', delay: 60 });
  });
});

describe('Order Status Changed', () => {
  const list = (inputData: Input = {}) =>
    tester(orderStatusChanged.operation.performList, { authData, inputData });
  const patch = (id: string, body: object) => house.api.call('PATCH', `/v1/orders/${id}`, { body });

  it('starts once for each status, with the one before it, in the very shape of the list', async () => {
    await subscribe(orderStatusChanged);
    const id = await house.order();
    await house.reached(id, 'delivered', 'delivered_degraded');
    await patch(id, { status: 'ready' });
    const calls = await called(2);
    const [accepted] = await takeStatus(calls[0]);
    const [ready] = await takeStatus(calls[1]);
    expect(accepted).toMatchObject({
      ...{ id: `${id}:accepted`, order_id: id },
      ...{ status: 'accepted', previous_status: 'received' },
    });
    expect(await list()).toEqual([ready]);
    expect(ready).toMatchObject({ id: `${id}:ready`, previous_status: 'accepted' });
    expect(shapeOf(ready ?? {})).toEqual(shapeOf(orderStatusChanged.operation.sample));
  });

  it('starts only at the statuses that were asked for, in whatever way Zapier sends them', async () => {
    await subscribe(orderStatusChanged);
    const id = await house.order();
    await house.reached(id, 'delivered', 'delivered_degraded');
    const [call] = await called(1);
    for (const statuses of [['ready'], 'ready, completed']) {
      expect(await takeStatus(call, { statuses })).toEqual([]);
      expect(await list({ statuses })).toEqual([]);
    }
    for (const statuses of [['ready', 'accepted'], 'accepted', '', [], null]) {
      expect(await takeStatus(call, { statuses })).toHaveLength(1);
      expect(await list({ statuses })).toHaveLength(1);
    }
    const { message } = await failureOf(list({ statuses: ['eaten'] }));
    expect(message).toBe('Statuses: "eaten" is not a status; choose from the list.');
  });

  it('does not start when something else about the order changes', async () => {
    await house.api.call('PATCH', '/v1/locations/loc_1', { body: { auto_deliver: false } });
    await subscribe(orderStatusChanged);
    const id = await house.order();
    await patch(id, { status: 'scheduled' });
    await patch(id, { notes: 'ring twice' });
    const [moved, noted] = await called(2);
    expect(await takeStatus(moved)).toHaveLength(1);
    expect(await takeStatus(noted)).toEqual([]);
    expect(noted?.data).toMatchObject({ notes: 'ring twice' });
  });

  it('lists no order that has only been taken', async () => {
    await house.api.call('PATCH', '/v1/locations/loc_1', { body: { auto_deliver: false } });
    await house.order();
    expect(await list()).toEqual([]);
  });
});

it('a server that allows no private addresses refuses them at once, in words', async () => {
  const strict = await OrderApi.start();
  const bundle = { authData: await connectZap(strict), targetUrl: 'https://127.0.0.1/hook' };
  const { message } = await failureOf(tester(newOrderInstant.operation.performSubscribe, bundle));
  expect(message).toContain('target_url');
  await strict.stop();
});
