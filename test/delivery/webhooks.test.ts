import { Webhook } from 'standardwebhooks';
import { createHookSecret, toHookRequest } from '../../src/delivery/webhook/sign';
import { DeliveryHouse } from '../support/delivery-house';
import { openReceiver } from '../support/hook-receiver';

jest.setTimeout(60_000);

let house: DeliveryHouse;
const receivers: Awaited<ReturnType<typeof openReceiver>>[] = [];
async function receiver(answer?: (nth: number) => number | 'hang') {
  const opened = await openReceiver(answer);
  receivers.push(opened);
  return opened;
}
const subscribe = async (target_url: string, events = ['order.created']) =>
  (await house.api.call('POST', '/v1/hooks', { body: { target_url, events } })).body;

describe('a subscriber', () => {
  beforeEach(async () => {
    house = await DeliveryHouse.open('square');
  });
  afterEach(async () => {
    await Promise.all(receivers.splice(0).map((one) => one.close()));
    await house.close();
  });

  it('is told of a new order with exactly what reading it answers, signed', async () => {
    const there = await receiver();
    const { secret } = await subscribe(there.url);
    const id = await house.order();
    const [call] = await there.called(1);
    const verified = new Webhook(secret).verify(call?.body ?? '', call?.headers as Record<string, string>);
    const { type, data } = verified as { type: string; data: Record<string, unknown> };
    expect(type).toBe('order.created');
    const { body } = await house.api.call('GET', `/v1/orders/${id}`);
    expect(Object.keys(data)).toEqual(Object.keys(body));
    expect(data).toMatchObject({ id, status: 'received', previous_status: null, items: body.items });
    expect(() => new Webhook(secret).verify(`${call?.body} `, call?.headers as never)).toThrow();
  });

  it('is told of each status once, in the words of that moment', async () => {
    const there = await receiver();
    await subscribe(there.url, ['order.updated']);
    const id = await house.order();
    await house.reached(id, 'delivered', 'delivered_degraded');
    await house.api.call('PATCH', `/v1/orders/${id}`, { body: { status: 'ready' } });
    const bodies = (await there.called(2)).map(({ body }) => JSON.parse(body).data);
    expect(bodies.map(({ previous_status, status }) => [previous_status, status])).toEqual([
      ['received', 'accepted'],
      ['accepted', 'ready'],
    ]);
  });

  it('is called again with the same id until it says yes', async () => {
    const there = await receiver((nth) => (nth < 2 ? 500 : 204));
    await subscribe(there.url);
    await house.order();
    const [first, second] = await there.called(2);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(JSON.parse(second?.body ?? '').data.id).toBe(JSON.parse(first?.body ?? '').data.id);
  });

  it('is called no more once it says 410, and says why', async () => {
    const there = await receiver(() => 410);
    const { id } = await subscribe(there.url);
    await house.order();
    await there.called(1);
    await house.order({ external_ref: 'CA-2' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(there.calls).toHaveLength(1);
    const { body } = await house.api.call('GET', `/v1/hooks/${id}`);
    expect(body).toMatchObject({ active: false, disabled_reason: expect.stringContaining('410') });
  });

  it('hears at once although a hundred calls to others hang', async () => {
    // Fifty hooks are the most that a restaurant may have; each may have two calls on its way.
    const hanging = await receiver(() => 'hang');
    for (let n = 0; n < 49; n++) await subscribe(`${hanging.url}?${n}`);
    const healthy = await receiver();
    await subscribe(healthy.url);
    await house.order();
    await healthy.called(1);
    await house.order({ external_ref: 'CA-2' });
    await healthy.called(2);
  });

  it('verifies with both secrets while they change', async () => {
    const there = await receiver();
    const { id, secret } = await subscribe(there.url);
    const rotated = (await house.api.call('POST', `/v1/hooks/${id}/rotate`)).body.secret;
    await house.order();
    const [call] = await there.called(1);
    for (const one of [secret, rotated]) {
      expect(() => new Webhook(one).verify(call?.body ?? '', call?.headers as never)).not.toThrow();
    }
  });

  it('can be tried, and the answer says what the receiver said', async () => {
    const there = await receiver((nth) => (nth === 1 ? 200 : 302));
    const { id } = await subscribe(there.url);
    const good = await house.api.call('POST', `/v1/hooks/${id}/test`);
    expect(good.body).toMatchObject({ delivered: true });
    const bad = await house.api.call('POST', `/v1/hooks/${id}/test`);
    expect(bad.body).toEqual({ delivered: false, say: 'It answered 302; only 2xx counts.' });
  });
});

describe('a signature', () => {
  const secret = createHookSecret();
  const message = { url: 'https://example.com', id: 'msg_1', body: '{"a":1}', secrets: [secret] };

  it('is refused once it is old', () => {
    const { headers, body } = toHookRequest({ ...message, at: Date.now() - 6 * 60_000 });
    expect(() => new Webhook(secret).verify(body ?? '', headers)).toThrow(/too old/i);
  });
});
