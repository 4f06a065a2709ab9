import { type MakeHouse, openMakeHouse } from './support/make-house';
import { GENERATIONS } from './support/published';

const WEBHOOK = 'http://127.0.0.1:9/make';
const MINUTE = 60_000;
let place: MakeHouse;
beforeAll(async () => {
  place = await openMakeHouse();
});
beforeEach(() => place.refresh());
afterAll(() => place.close());

/** The address is registered, but nobody is there: what the poll is for. */
const register = () =>
  place.house.api.call('POST', '/v1/hooks', { body: { target_url: WEBHOOK, event: 'order.created' } });
const poll = (generation: string) =>
  place.scenario(`${generation}repair-poll`, { ...place.access, ...place.alerts, orders_webhook: WEBHOOK });
const references = () => place.tickets().map(({ title }) => title);

describe.each(GENERATIONS)('the hourly repair (%s)', (generation) => {
  it('sends nothing old at its first run, then each order that nobody acknowledged, once', async () => {
    await place.order();
    place.house.clock.move(MINUTE);
    await register();
    const scenario = poll(generation);
    expect((await scenario.run()).status).toBe('success');
    expect(references()).toEqual([]);
    const id = await place.order();
    await scenario.run();
    await place.house.reached(id, 'delivered', 'confirmed_by_pos');
    await scenario.run();
    expect(references()).toHaveLength(1);
    expect((await place.house.api.call('GET', '/v1/orders?acked=false')).body.data).toHaveLength(1);
  });

  it('leaves alone what another scenario has acknowledged', async () => {
    await register();
    const id = await place.order();
    await place.house.api.call('POST', `/v1/orders/${id}/ack`);
    await poll(generation).run();
    expect(references()).toEqual([]);
  });

  it('tells the manager of an order that is too old to be cooked, and sends it no more', async () => {
    await register();
    await place.order();
    place.house.clock.move(100 * MINUTE);
    const scenario = poll(generation);
    await scenario.run();
    await scenario.run();
    expect(references()).toEqual([]);
    expect(place.texts()).toEqual([expect.stringContaining('large pepperoni')]);
  });

  it('sends an old order that is wanted later', async () => {
    await register();
    const requested_at = new Date(place.house.clock.now() + 24 * 60 * MINUTE).toISOString();
    const id = await place.order({ timing: { requested_at } });
    place.house.clock.move(100 * MINUTE);
    await poll(generation).run();
    const deliveries = await place.house.deliveries(id);
    expect(deliveries.map(({ destination }) => destination.kind)).toContain('pos');
    expect(place.texts()).toEqual([]);
  });

  it('tells the manager when orders come only by the repair, as the webhook is switched off', async () => {
    const { body: hook } = await register();
    await place.order();
    await poll(generation).run();
    expect(place.texts()).toEqual([]);
    await place.house.api.call('PATCH', `/v1/hooks/${hook.id}`, { body: { active: false } });
    await place.order();
    await poll(generation).run();
    expect(place.texts()).toEqual([expect.stringContaining('connect the webhooks')]);
  });

  it('says so when its address is not the registered one, instead of sending anything', async () => {
    await place.order();
    const { status, error } = await poll(generation).run();
    expect([status, error?.message]).toEqual([
      'error',
      expect.stringContaining('orders_webhook is not registered'),
    ]);
    expect(references()).toEqual([]);
  });
});
