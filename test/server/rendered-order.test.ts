import { OrderApi } from '../support/order-api';

let api: OrderApi;
let id: string;
beforeEach(async () => {
  api = await OrderApi.start();
  api.clock.stands = true;
  const timing = { requested_at: '2026-11-27T19:15:00-05:00' };
  ({ id } = (await api.send({ timing })).body);
});
afterEach(() => api.stop());

const read = async () => (await api.call('GET', `/v1/orders/${id}`)).body;

it('answers the same every time', async () => {
  const first = await read();
  expect(await read()).toEqual(first);
  expect((await api.call('GET', '/v1/orders')).body.data).toEqual([first]);
});

it('shows a changed order at once, also where it was changed in the same millisecond', async () => {
  const before = await read();
  await api.call('PATCH', `/v1/orders/${id}`, { body: { notes: 'ring twice' } });
  const after = await read();
  expect(after.updated_at).toBe(before.updated_at);
  expect(after.ticket_text).toContain('ring twice');
  expect(JSON.parse(after.order_data).notes).toBe('ring twice');
});

it.each([
  [{ timezone: 'America/Los_Angeles' }, 'pickup_local', '4:15'],
  [{ ticket_width: 30 }, 'ticket_text', '-'.repeat(30)],
])('follows the shop when it changes to %j', async (settings, field, expected) => {
  const before = await read();
  await api.call('PATCH', '/v1/locations/loc_1', { body: settings });
  const after = await read();
  expect(after[field]).toContain(expected);
  expect(after[field]).not.toBe(before[field]);
});

it('answers rightly for more orders than it remembers', async () => {
  const first = await read();
  const refs = Array.from({ length: 600 }, (_, n) => `CA-many-${n}`);
  const answers = await Promise.all(refs.map((external_ref) => api.send({ external_ref })));
  expect(answers.map(({ body }) => JSON.parse(body.order_data).external_ref)).toEqual(refs);
  expect(await read()).toEqual(first);
}, 30_000);
