import { Clock, OrderApi } from '../support/order-api';

let api: OrderApi;
let clock: Clock;
beforeEach(async () => {
  clock = new Clock();
  clock.stands = true;
  api = await OrderApi.start({ clock });
});
afterEach(() => api.stop());

const pause = (body?: object, key = 'mario-write') =>
  api.call('POST', '/v1/locations/loc_1/pause', { body, key });
const resume = (key = 'mario-write') => api.call('POST', '/v1/locations/loc_1/resume', { key });

it('refuses new orders in a sentence that can be spoken, and says when to come back', async () => {
  const { status, body } = await pause({ minutes: 30, reason: 'oven' });
  expect([status, body.paused_until, body.pause_reason]).toEqual([200, '2026-11-27T18:30:00Z', 'oven']);
  const refused = await api.send();
  expect([refused.status, refused.body.type]).toEqual([409, 'urn:orderwire:problem:not-now']);
  expect(refused.body.detail).toBe("mario's is not taking orders right now. Please try again after 1:30 PM.");
  expect(refused.headers['retry-after']).toBe('1800');
});

it('takes orders again by itself when the time is over', async () => {
  await pause({ minutes: 30 });
  clock.at += 30 * 60_000;
  expect((await api.send()).status).toBe(201);
});

it('stays paused until it is resumed where no time was given', async () => {
  await pause();
  clock.at += 365 * 24 * 3_600_000;
  const refused = await api.send();
  expect([refused.status, refused.headers['retry-after']]).toEqual([409, undefined]);
  expect(refused.body.detail).toMatch(/Please try again later\.$/);
  const { body } = await resume();
  expect([body.paused_until, body.pause_reason]).toEqual([null, null]);
  expect((await api.send()).status).toBe(201);
});

it('answers a repeat of an order that was taken before with that order', async () => {
  const headers = { 'idempotency-key': 'call-1' };
  const first = await api.send({}, { headers });
  await pause({ minutes: 30 });
  const byReference = await api.send();
  const byKey = await api.send({}, { headers });
  for (const again of [byReference, byKey]) {
    expect([again.status, again.body.id]).toEqual([200, first.body.id]);
    expect(again.headers['idempotent-replayed']).toBe('true');
  }
  expect((await api.send({ notes: 'another' })).status).toBe(409);
});

it('burns neither a number nor an Idempotency-Key with what it refuses', async () => {
  const headers = { 'idempotency-key': 'call-2' };
  await pause({ minutes: 30 });
  expect((await api.send({}, { headers })).status).toBe(409);
  await resume();
  const taken = await api.send({}, { headers });
  expect([taken.status, taken.body.number]).toEqual([201, '1']);
});

it('pauses one shop only', async () => {
  await api.call('POST', '/v1/locations', { body: { name: 'Airport' } });
  await pause();
  expect((await api.send({ location_id: 'loc_3' })).status).toBe(201);
  expect((await api.send({}, { key: 'luigi-write' })).status).toBe(201);
});

it.each([
  [{ minutes: 0 }, 'minutes'],
  [{ minutes: 20_000 }, 'minutes'],
  [{ minutes: '30' }, 'minutes'],
  [{ for: 30 }, 'for'],
])('refuses %j by name', async (body, path) => {
  const refused = await pause(body);
  expect([refused.status, refused.body.errors[0].path]).toEqual([400, path]);
});

it('is for keys that may write, of the same restaurant', async () => {
  expect((await pause({}, 'mario-read')).status).toBe(403);
  expect((await resume('mario-read')).status).toBe(403);
  expect((await pause({}, 'luigi-write')).status).toBe(404);
  expect((await resume('luigi-write')).status).toBe(404);
});
