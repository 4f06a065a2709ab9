import { daily } from '../support/call-time';
import { DeliveryHouse } from '../support/delivery-house';

jest.setTimeout(60_000);

const MINUTE = 60_000;
let house: DeliveryHouse;
beforeEach(async () => {
  house = await DeliveryHouse.open('square');
});
afterEach(() => house.close());

const coke = { items: [{ name: 'Coke', quantity: '1', unit_price: 299 }] };
const shop = (settings: object) => house.api.call('PATCH', '/v1/locations/loc_1', { body: settings });
/** Open each day between two times, minutes from now. */
const openFrom = (from: number, to: number) => {
  const at = (minutes: number) => {
    const parts = { timeZone: 'America/New_York', hour: '2-digit', minute: '2-digit' } as const;
    return new Intl.DateTimeFormat('en-GB', parts).format(house.clock.now() + minutes * MINUTE);
  };
  return daily(at(from), at(to));
};
const closedNow = () => openFrom(12 * 60, 12 * 60 + 5);
const retry = async (id: string) => house.api.call('POST', `/v1/deliveries/${id}/retry`);

it('keeps an order that came while the shop is closed, asks a person, and sends it when somebody says so', async () => {
  await shop({ hours: closedNow() });
  const id = await house.order(coke);
  const held = await house.reached(id, 'held');
  expect(held.reason?.message).toMatch(/^mario's is closed right now\. We are open .* from /);
  expect(held.attempts).toEqual([]);
  await house.mail(/closed right now/, 'alert');
  expect(house.tickets('square')).toEqual([]);
  await retry(held.id);
  await house.reached(id, 'delivered', 'delivered_degraded');
  expect(house.tickets('square')).toHaveLength(1);
});

it('asks before it sends a delivery that is too far or too small', async () => {
  await shop({ delivery: { postal_codes: ['02215'], minimum: 1000 } });
  const id = await house.order({ ...coke, delivery: { street: '12 Oak St', postal_code: '02139' } });
  const { reason } = await house.reached(id, 'held');
  expect(reason?.message).toMatch(
    /do not deliver to that postal code.* The minimum for a delivery is \$10\.00/,
  );
});

it('asks the question that was left open before any POS sees the order', async () => {
  const crust = { id: 'crust', name: 'Crust', min: 1, max: 1, options: [{ id: 'thin', name: 'Thin' }] };
  const pizza = { id: 'pizza', name: 'Pizza', price: 900, option_groups: ['crust'] };
  await house.api.call('PUT', '/v1/menu', { body: { items: [pizza], option_groups: [crust] } });
  const id = await house.order({ items: [{ name: 'pizza', quantity: '1' }] });
  const held = await house.reached(id, 'held');
  expect(held.reason?.message).toBe('Which crust would you like for the Pizza: Thin?');
  expect(held.attempts).toEqual([]);
  await house.mail(/Which crust/, 'alert');
});

it('looks at the hours again when the time of a scheduled order has come', async () => {
  const requested_at = new Date(house.clock.now() + 80 * MINUTE).toISOString();
  const id = await house.order({ ...coke, timing: { requested_at } });
  expect((await house.reached(id, 'held')).reason?.kind).toBe('scheduled');
  await shop({ hours: closedNow() });
  house.clock.move(60 * MINUTE);
  await house.mail(/cannot\s+take\s+an\s+order\s+for\s+that\s+time/, 'alert');
  const held = await house.reached(id, 'held');
  expect(held.reason).toMatchObject({ kind: 'held' });
  expect(house.tickets('square')).toEqual([]);
  await retry(held.id);
  await house.reached(id, 'delivered', 'delivered_degraded');
});

it('sends what was accepted although the shop is paused by then', async () => {
  const requested_at = new Date(house.clock.now() + 80 * MINUTE).toISOString();
  const id = await house.order({ ...coke, timing: { requested_at } });
  await house.api.call('POST', '/v1/locations/loc_1/pause', { body: {} });
  house.clock.move(60 * MINUTE);
  await house.reached(id, 'delivered', 'delivered_degraded');
});

it('asks too where an order is sent by hand', async () => {
  await shop({ auto_deliver: false });
  const id = await house.order(coke);
  await shop({ hours: closedNow() });
  const answer = await house.api.call('POST', `/v1/orders/${id}/deliveries?wait=5`, { body: {} });
  expect([answer.status, answer.body.state, answer.body.reason.message]).toEqual([
    200,
    'held',
    expect.stringMatching(/is closed right now/),
  ]);
  await house.mail(/closed right now/, 'alert');
});

it('sends what was taken in time, however late it leaves', async () => {
  await shop({ auto_deliver: false, hours: openFrom(-30, 30) });
  const id = await house.order(coke);
  house.clock.move(60 * MINUTE);
  await house.api.call('POST', `/v1/orders/${id}/deliveries`, { body: {} });
  await house.reached(id, 'delivered', 'delivered_degraded');
});

it('sends what was quoted just before the last order, and asks about what came well after it', async () => {
  await shop({ hours: openFrom(-60, -5) });
  await house.reached(await house.order(coke), 'delivered', 'delivered_degraded');
  await shop({ hours: openFrom(-60, -15) });
  await house.reached(await house.order({ ...coke, external_ref: 'CA-late' }), 'held');
});
