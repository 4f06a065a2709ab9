import { Webhook } from 'standardwebhooks';
import { SecretBox } from '../../src/server/secret-box';
import { DeliveryHouse } from '../support/delivery-house';
import { openReceiver, type ReceiverAnswer } from '../support/hook-receiver';

jest.setTimeout(60_000);

let house: DeliveryHouse;
const receivers: Awaited<ReturnType<typeof openReceiver>>[] = [];
async function receiver(answer?: (nth: number) => ReceiverAnswer) {
  const opened = await openReceiver(answer);
  receivers.push(opened);
  return opened;
}
const subscribe = async (target_url: string, events = ['order.created']) =>
  (await house.api.call('POST', '/v1/hooks', { body: { target_url, events } })).body;

const DAY = 24 * 3_600_000;

/** Once the last call of a hook is known to have failed, or to have come through. */
async function failing(id: string, expected: boolean): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const hook = await house.api.store.hook({ restaurant_id: 'rst_1', location_ids: null }, id);
    if ((hook?.failing_since !== null) === expected) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Never ${expected ? '' : 'no longer '}failing.`);
}

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
    expect(bad.body).toEqual({
      delivered: false,
      say: 'It answered 302: redirects are not followed, give its final address.',
    });
  });

  it('is given up after five days of nothing but failures: the shop is told, and it can be switched on again', async () => {
    let answer = 500;
    const there = await receiver(() => answer);
    const { id } = await subscribe(there.url);
    await house.order();
    await failing(id, true);
    house.clock.move(5 * DAY + 1);
    await house.order({ external_ref: 'CA-2' });
    await house.mail(/webhook/i, 'hook_disabled');
    const { body } = await house.api.call('GET', `/v1/hooks/${id}`);
    expect(body).toMatchObject({ active: false, disabled_reason: 'Every call has failed for five days.' });
    const again = await house.api.call('PATCH', `/v1/hooks/${id}`, { body: { active: true } });
    expect(again.body).toMatchObject({ active: true, disabled_reason: null });
    answer = 200;
    await house.order({ external_ref: 'CA-3' });
    const last = (text: string) => JSON.parse(text).data.external_ref === 'CA-3';
    while (!there.calls.some(({ body: text }) => last(text))) await there.called(there.calls.length + 1);
  });

  it('who answers now and then is never given up', async () => {
    let answer = 500;
    const there = await receiver(() => answer);
    const { id } = await subscribe(there.url);
    const first = await house.order();
    await failing(id, true);
    for (const [nth, status] of [200, 500].entries()) {
      house.clock.move(3 * DAY);
      answer = status;
      await house.order({ external_ref: `CA-round-${nth}` });
      await failing(id, status === 500);
    }
    house.clock.move(3 * DAY);
    const before = there.calls.length;
    await house.order({ external_ref: 'CA-last' });
    await there.called(before + 1);
    expect((await house.api.call('GET', `/v1/hooks/${id}`)).body).toMatchObject({ active: true });
    const mails = (await house.deliveries(first)).map(({ destination }) => destination.purpose);
    expect(mails).toContain('new_order');
    expect(mails).not.toContain('notice');
  });

  it.each([
    ['hangs up', 'hang up' as const, 'It gave no answer: it hung up.'],
    ['fails', 500, 'It answered 500: it failed itself.'],
    ['has unsubscribed', 410, 'It answered 410: it has unsubscribed.'],
  ])('that %s is told of in words when it is tried', async (_what, answer, say) => {
    const there = await receiver(() => answer);
    const { id } = await subscribe(there.url);
    expect((await house.api.call('POST', `/v1/hooks/${id}/test`)).body).toEqual({ delivered: false, say });
  });

  it('is tried with the sample order in the very shape of a real one, signed', async () => {
    const there = await receiver();
    const { id, secret } = await subscribe(there.url);
    await house.api.call('POST', `/v1/hooks/${id}/test`);
    const [call] = await there.called(1);
    const { data } = new Webhook(secret).verify(call?.body ?? '', call?.headers as never) as { data: object };
    const { body } = await house.api.call('GET', `/v1/orders/${await house.order()}`);
    expect(Object.keys(data)).toEqual(Object.keys(body));
    expect(data).toMatchObject({ test: true });
  });

  it('is not called unsigned where the secret cannot be read, and is called again once it is rotated', async () => {
    const there = await receiver();
    const { id } = await subscribe(there.url);
    const lost = new SecretBox('another secret, of another machine').seal('whsec_x', id);
    const scope = { restaurant_id: 'rst_1', location_ids: null };
    await house.api.store.updateHook(scope, id, { secret: lost }, { key_id: null, at: house.clock.now() });
    const tried = (await house.api.call('POST', `/v1/hooks/${id}/test`)).body;
    expect(tried).toEqual({ delivered: false, say: expect.stringContaining('rotate the secret') });
    await house.order();
    const { secret } = (await house.api.call('POST', `/v1/hooks/${id}/rotate`)).body;
    house.clock.move(60_000);
    await house.order({ external_ref: 'CA-2' });
    for (const call of await there.called(2)) {
      expect(() => new Webhook(secret).verify(call.body, call.headers as never)).not.toThrow(/signature/i);
    }
  });
});
