import { type MakeHouse, openMakeHouse, until } from './support/make-house';
import { GENERATIONS } from './support/published';

let place: MakeHouse;
beforeAll(async () => {
  place = await openMakeHouse();
});
beforeEach(() => place.refresh());
afterAll(() => place.close());

const WORDS = 'Ring "twice",\nthen \\ call & wait ☕';
const order = () => place.order({ notes: WORDS });
const acked = async (id: string) => (await place.house.api.call('GET', `/v1/orders/${id}`)).body.acked_at;
/** The scenarios as docs/make.md sets them up: import, fill in Settings, register the webhook by the scenario for it. */
const setUp = async (generation: string) => {
  const orders = await place.listening(`${generation}orders-to-pos`, place.access);
  const connect = place.scenario(`${generation}connect-webhooks`, {
    ...place.access,
    orders_webhook: orders.url,
  });
  return { orders, connect };
};

describe.each(GENERATIONS)('orders to the POS (%s)', (generation) => {
  it('makes one ticket of each new order, word for word, and acknowledges it', async () => {
    const { orders, connect } = await setUp(generation);
    expect((await connect.run()).status).toBe('success');
    const id = await order();
    await until(async () => acked(id));
    const [ticket, ...more] = place.tickets();
    expect(more).toEqual([]);
    expect(ticket?.visible).toBe(true);
    expect(JSON.stringify(ticket?.lines)).toContain('NO onions');
    expect(ticket?.notes.join('\n')).toContain(WORDS);
    await until(() => orders.outcomes.length > 0);
    expect(orders.outcomes.map(({ status }) => status)).toEqual(['success']);
    expect(orders.scenario.operations).toBe(4);
  });

  it('registers its webhook once, however often the scenario for it is run', async () => {
    const { connect } = await setUp(generation);
    await connect.run();
    await connect.run();
    const { data } = (await place.house.api.call('GET', '/v1/hooks')).body;
    expect(data).toHaveLength(1);
  });

  it('registers its webhook again after Make had dropped the address and OrderWire had switched it off', async () => {
    const { connect } = await setUp(generation);
    await connect.run();
    const hooks = async () => (await place.house.api.call('GET', '/v1/hooks')).body.data;
    const [{ id }] = await hooks();
    await place.house.api.call('PATCH', `/v1/hooks/${id}`, { body: { active: false } });
    await connect.run();
    expect((await hooks()).filter(({ active }: { active: boolean }) => active)).toHaveLength(1);
  });

  it('takes the test event of a webhook for what it is', async () => {
    const { orders, connect } = await setUp(generation);
    await connect.run();
    const [{ id }] = (await place.house.api.call('GET', '/v1/hooks')).body.data;
    const { body } = await place.house.api.call('POST', `/v1/hooks/${id}/test`);
    expect(body.delivered).toBe(true);
    await until(() => orders.outcomes.length > 0);
    expect(orders.outcomes).toEqual([expect.objectContaining({ status: 'success' })]);
  });

  it.each([
    ['OrderWire is away for a moment', ['unavailable', 'unavailable', 'unavailable']],
    ['an answer is lost on the way', ['lost reply']],
  ] as const)('makes one ticket when %s', async (_, troubles) => {
    const { orders } = await setUp(generation);
    const id = await order();
    const message = { type: 'order.created', data: { id, status: 'received' } };
    place.door.next(...troubles);
    expect((await orders.scenario.run(message)).status).toBe('warning');
    await until(async () => {
      await orders.scenario.retryIncomplete();
      return acked(id);
    });
    expect(place.tickets()).toHaveLength(1);
    expect([orders.scenario.active, orders.scenario.incomplete]).toEqual([true, []]);
  });

  it('makes no second ticket when the same call comes again', async () => {
    const { orders } = await setUp(generation);
    const id = await order();
    const message = { type: 'order.created', data: { id, status: 'received' } };
    await orders.scenario.run(message);
    await orders.scenario.run(message);
    expect(place.tickets()).toHaveLength(1);
  });

  it('lets the POS’s own trouble to OrderWire, which goes on by itself', async () => {
    const { orders } = await setUp(generation);
    place.house.fault('square', 'lose_reply');
    const id = await order();
    await orders.scenario.run({ type: 'order.created', data: { id, status: 'received' } });
    await place.house.reached(id, 'delivered', 'confirmed_by_pos');
    expect(place.tickets()).toHaveLength(1);
  });

  it('leaves calls about anything else alone', async () => {
    const { orders } = await setUp(generation);
    const id = await order();
    await orders.scenario.run({ type: 'order.updated', data: { id, status: 'received' } });
    expect(place.tickets()).toEqual([]);
    expect(place.door.asked).toEqual([]);
  });
});
