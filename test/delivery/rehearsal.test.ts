import { DeliveryHouse } from '../support/delivery-house';

jest.setTimeout(60_000);

const ORDERS = ['/v2/orders', '/v2/payments'];
let house: DeliveryHouse;
afterEach(() => house.close());

async function openRehearsal(vendor: string, ...given: [Parameters<typeof DeliveryHouse.open>[1]?]) {
  house = await DeliveryHouse.open(vendor, ...given);
  const { body } = await house.api.call('GET', '/v1/connections');
  return body.data[0].id as string;
}
const put = (id: string, mode: 'live' | 'rehearsal') =>
  house.api.call('PATCH', `/v1/connections/${id}`, { body: { mode } });
const mails = () => house.mailbox.list().map(({ subject }) => subject);

it('reads, matches, prices and previews an order, and sends nothing', async () => {
  const id = await openRehearsal('square');
  expect((await put(id, 'rehearsal')).body.mode).toBe('rehearsal');
  const order = await house.order({ quoted_total: 3198 });
  const delivery = await house.reached(order, 'abandoned');
  expect(delivery.reason?.message).toMatch(/^Rehearsal: not sent to Square\. It would have charged \$/);
  expect(delivery.reason?.kind).toBe('rehearsal');
  expect(delivery.receipt).toMatchObject({ state: 'not_sent', sent_to_kitchen: false, pos_order_id: null });
  expect(delivery.attempts.map(({ step }) => step)).toEqual(['verify']);
  const scope = { restaurant_id: 'rst_1', location_ids: null };
  const shown = (await house.api.store.exchangesOf(scope, [delivery.id])).filter(({ reply }) =>
    reply?.startsWith('Rehearsal'),
  );
  expect(shown.map(({ request }) => ORDERS.some((path) => request.includes(path)))).toContain(true);
  expect(JSON.stringify(shown)).not.toMatch(/Bearer [^…"]{12}/);
  expect(house.tickets('square')).toEqual([]);
});

it('names the new order REHEARSAL, and alerts nobody however long it takes', async () => {
  const id = await openRehearsal('square');
  await put(id, 'rehearsal');
  const order = await house.order();
  await house.reached(order, 'abandoned');
  await house.mail(/REHEARSAL/, 'new_order');
  house.clock.move(3_600_000);
  await house.mail(/REHEARSAL/, 'new_order');
  await house.order({ external_ref: 'CA-2', customer: { name: 'Zoe' } });
  await house.mail(/Zoe/, 'new_order');
  expect(mails().filter((subject) => !subject?.includes('REHEARSAL'))).toEqual([]);
});

it('says in words that an order sent by hand was only rehearsed', async () => {
  const id = await openRehearsal('square');
  await house.api.call('PATCH', '/v1/locations/loc_1', { body: { auto_deliver: false } });
  await put(id, 'rehearsal');
  const order = await house.order();
  const answer = await house.api.call('POST', `/v1/orders/${order}/deliveries?wait=10`, { body: {} });
  expect(answer.status).toBe(200);
  expect(answer.body.status_text).toMatch(/^Rehearsal: not sent to Square\./);
  expect(answer.body.receipt.sent_to_kitchen).toBe(false);
  expect(house.tickets('square')).toEqual([]);
});

it('sends only what comes after the switch to live', async () => {
  const id = await openRehearsal('square');
  await put(id, 'rehearsal');
  const before = await house.order();
  const wanted = new Date(house.clock.now() + 3 * 3_600_000).toISOString();
  const later = await house.order({ external_ref: 'CA-later', timing: { requested_at: wanted } });
  await house.reached(before, 'abandoned');
  await house.reached(later, 'abandoned');
  await put(id, 'live');
  house.clock.move(4 * 3_600_000);
  const after = await house.order({ external_ref: 'CA-2' });
  await house.reached(after, 'delivered', 'delivered_degraded');
  const { body } = await house.api.call('POST', `/v1/orders/${before}/deliveries?wait=5`, { body: {} });
  expect(body.state).toBe('abandoned');
  expect(house.tickets('square')).toHaveLength(1);
});

it('sends nothing that was taken live and would leave in a rehearsal, and asks a person instead', async () => {
  const id = await openRehearsal('square');
  const wanted = new Date(house.clock.now() + 80 * 60_000).toISOString();
  const order = await house.order({ timing: { requested_at: wanted } });
  await house.reached(order, 'held');
  await put(id, 'rehearsal');
  house.clock.move(60 * 60_000);
  await house.mail(/is\s+in\s+rehearsal/, 'alert');
  expect((await house.reached(order, 'held')).reason?.message).toMatch(/Square is in rehearsal/);
  expect(house.tickets('square')).toEqual([]);
});

it('tries a POS that cannot be reached a few times, and then says so', async () => {
  const id = await openRehearsal('square', { api_url: 'http://127.0.0.1:9' });
  await put(id, 'rehearsal');
  const order = await house.order();
  const delivery = await house.reached(order, 'abandoned');
  expect(delivery.reason?.message).toMatch(/^Rehearsal: not sent to Square\. To fix: .*Square/);
  expect(delivery.attempts.map(({ outcome }) => outcome)).toEqual(['unreachable', 'unreachable', 'ok']);
});

it('tells a guest who changes or cancels a rehearsed order to call: staff have rung it up', async () => {
  const id = await openRehearsal('square');
  await put(id, 'rehearsal');
  const order = await house.order();
  await house.reached(order, 'abandoned');
  const changed = await house.api.call('POST', `/v1/orders/${order}/changes`, { body: { notes: 'knock' } });
  expect(changed.body.outcome).toBe('call_the_shop');
  const cancelled = await house.api.call('POST', `/v1/orders/${order}/cancel`, { body: {} });
  expect(cancelled.body.outcome).toBe('call_the_shop');
  await put(id, 'live');
  expect(
    (await house.deliveries(order)).filter(({ destination }) => destination.kind === 'pos'),
  ).toHaveLength(1);
});
