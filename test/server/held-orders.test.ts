import { DeliveryHouse } from '../support/delivery-house';
import { OrderApi, pizza } from '../support/order-api';

describe('an order that a person must look at first', () => {
  let house: DeliveryHouse;
  beforeAll(async () => {
    house = await DeliveryHouse.open('square');
  });
  afterAll(() => house.close());
  const send = (external_ref: string, query: string) =>
    house.api.call('POST', `/v1/orders?${query}`, { body: { ...pizza, external_ref } });

  it('is kept and told of, and goes to the POS when somebody says so', async () => {
    const { status, body } = await send('CA-held', 'hold=Coke%20or%20Coke%20Zero%3F');
    expect([status, body.status]).toEqual([201, 'held']);
    await house.mail(/Coke or Coke Zero\?/, 'alert');
    const held = await house.reached(body.id, 'held');
    expect(held.reason?.message).toBe('Coke or Coke Zero?');
    expect(house.tickets('square')).toEqual([]);
    await house.api.call('POST', `/v1/deliveries/${held.id}/retry`);
    await house.reached(body.id, 'delivered', 'delivered_degraded');
    expect(house.tickets('square')).toHaveLength(1);
  });

  it('is taken while the shop is paused: a person decides anyway', async () => {
    await house.api.call('POST', '/v1/locations/loc_1/pause', { body: { minutes: 30 } });
    expect((await send('CA-paused', '')).status).toBe(409);
    expect((await send('CA-paused', 'hold=The%20shop%20is%20paused.')).status).toBe(201);
    await house.api.call('POST', '/v1/locations/loc_1/resume');
  });
});

it('keeps what was served long ago as history: on its day, sent nowhere, told to nobody', async () => {
  const api = await OrderApi.start();
  await api.call('POST', '/v1/hooks', {
    body: { target_url: 'https://hooks.example/x', events: ['order.created'] },
  });
  const timing = { placed_at: '2026-10-01T18:00:00Z' };
  const { body } = await api.call('POST', '/v1/orders?history=true', { body: { ...pizza, timing } });
  expect([body.status, body.created_at, body.deliveries]).toEqual([
    'completed',
    '2026-10-01T18:00:00.000Z',
    [],
  ]);
  expect(await api.store.nextDueAt()).toBeNull();
  await api.send({ external_ref: 'CA-2' });
  expect(await api.store.nextDueAt()).not.toBeNull();
  await api.stop();
});
