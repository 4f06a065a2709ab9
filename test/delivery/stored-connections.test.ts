import { knownConnections } from '../../src/sandbox/known-connections';
import { DeliveryHouse } from '../support/delivery-house';

jest.setTimeout(60_000);
const DELIVERED = ['delivered', 'delivered_degraded', 'confirmed_by_pos'];

let house: DeliveryHouse;
afterEach(() => house.close());

/** Replaces the house's configured connection by one that was made through the API. */
async function connectByApi(vendor: string, changes: { credentials?: Record<string, string> } = {}) {
  const scope = { restaurant_id: 'rst_1', location_ids: null };
  const [configured] = await house.api.store.connections(scope);
  const { id: _, ...known } = knownConnections('').find((one) => one.vendor === vendor) ?? { id: '' };
  const body = { ...known, api_url: configured?.api_url, default: true, ...changes };
  const { status, body: made } = await house.api.call('POST', '/v1/connections', { body });
  expect([status, made]).toEqual([201, expect.objectContaining({ default: true })]);
  return made as { id: string };
}

it('sends orders over a connection that was made through the API while the engine runs', async () => {
  house = await DeliveryHouse.open('toast');
  const { id } = await connectByApi('toast');
  const order = await house.order();
  await house.reached(order, ...DELIVERED);
  expect(house.tickets('toast')).toHaveLength(1);
  expect(await house.api.store.token(id)).toBeDefined();
});

it('logs in again when a token is refused before its time, and makes one ticket', async () => {
  house = await DeliveryHouse.open('lightspeed');
  await house.reached(await house.order({ external_ref: 'A' }), ...DELIVERED);
  const before = await house.api.store.token('con_lightspeed');
  house.fault('lightspeed', 'expired_token');
  await house.reached(await house.order({ external_ref: 'B' }), ...DELIVERED);
  expect(house.tickets('lightspeed')).toHaveLength(2);
  expect(await house.api.store.token('con_lightspeed')).not.toEqual(before);
});

it('lets what waits go on as soon as a repaired connection passes its check, and shows in between what is wrong', async () => {
  house = await DeliveryHouse.open('square');
  const right = knownConnections('').find((one) => one.vendor === 'square')?.credentials ?? {};
  const { id } = await connectByApi('square', { credentials: { access_token: 'a-wrong-token-0000' } });
  const order = await house.order();
  await house.reached(order, 'blocked');
  const shown = await house.api.call('GET', `/v1/connections/${id}`);
  expect(shown.body).toMatchObject({ status: 'blocked', status_reason: expect.stringContaining('Square') });
  await house.api.call('PATCH', `/v1/connections/${id}`, { body: { credentials: right } });
  const checked = await house.api.call('POST', `/v1/connections/${id}/check`);
  expect(checked.body.status).toBe('ok');
  await house.reached(order, ...DELIVERED);
  expect(house.tickets('square')).toHaveLength(1);
});

it('still sends an order that was taken before its shop paused', async () => {
  house = await DeliveryHouse.open('square');
  house.fault('square', 'throttle', 1, 1);
  const order = await house.order();
  await house.api.call('POST', '/v1/locations/loc_1/pause', { body: { minutes: 30 } });
  expect((await house.api.send({ external_ref: 'later' })).status).toBe(409);
  await house.reached(order, ...DELIVERED);
});
