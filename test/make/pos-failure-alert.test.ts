import { type MakeHouse, openMakeHouse, until } from './support/make-house';
import { GENERATIONS } from './support/published';

let place: MakeHouse;
beforeAll(async () => {
  place = await openMakeHouse();
});
beforeEach(() => place.refresh());
afterAll(() => place.close());

describe.each(GENERATIONS)('a failed order (%s)', (generation) => {
  const listen = async (settings = {}) => {
    const alert = await place.listening(`${generation}pos-failure-alert`, { ...place.alerts, ...settings });
    const connect = place.scenario(`${generation}connect-webhooks`, {
      ...place.access,
      alerts_webhook: alert.url,
    });
    await connect.run();
    return alert;
  };
  const send = async () => {
    const id = await place.order();
    await place.house.api.call('POST', `/v1/orders/${id}/deliveries`);
    return id;
  };

  it('is on the manager’s phone, with the reason and without the guest’s number', async () => {
    await listen();
    place.house.fault('square', 'expired_token', 50);
    const id = await send();
    const [text = ''] = await until(() => place.texts().length > 0 && place.texts());
    expect(text).toMatch(/^OrderWire: The POS does not let OrderWire in/);
    expect(text).toContain(id);
    expect(text).not.toMatch(/617 ?555/);
  });

  it('is nobody’s message when all goes well', async () => {
    const alert = await listen();
    const id = await send();
    await place.house.reached(id, 'delivered', 'confirmed_by_pos');
    await until(() => alert.outcomes.length > 0);
    expect(place.texts()).toEqual([]);
  });

  it('is told once Twilio answers again', async () => {
    const alert = await place.listening(`${generation}pos-failure-alert`, place.alerts);
    place.house.fault('twilio', 'error_before');
    const data = {
      order_id: 'ord_1',
      state: 'needs_attention',
      status_text: 'It is not there.',
      destination: { kind: 'pos' },
    };
    await alert.scenario.run({ type: 'delivery.updated', data });
    expect(place.texts()).toEqual([]);
    await alert.scenario.retryIncomplete();
    expect(place.texts()).toEqual(['OrderWire: It is not there. (order ord_1)']);
  });
});
