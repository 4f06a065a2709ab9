import { OrderApi } from '../support/order-api';

let api: OrderApi;
let id: string;
beforeEach(async () => {
  api = await OrderApi.start();
  id = (await api.send()).body.id;
});
afterEach(() => api.stop());

const patch = (body: unknown) => api.call('PATCH', `/v1/orders/${id}`, { body });

describe('the status of an order', () => {
  it('moves forward, also past steps', async () => {
    const { status, body } = await patch({ status: 'accepted' });
    expect(status).toBe(200);
    expect(body.status).toBe('accepted');
    expect(Date.parse(body.updated_at)).toBeGreaterThan(Date.parse(body.created_at));
  });

  it('never moves back, and the refusal says what it can become', async () => {
    await patch({ status: 'ready' });
    const { status, body } = await patch({ status: 'sent' });
    expect(status).toBe(409);
    expect(body.detail).toBe(
      'The order is ready and status only moves forward; from here it can become out_for_delivery, completed, rejected, cancelled, expired.',
    );
  });

  it.each(['rejected', 'cancelled', 'expired', 'completed'])('is final once it is %s', async (end) => {
    await patch({ status: end });
    expect((await patch({ status: 'ready' })).status).toBe(409);
    expect((await patch({ status: 'cancelled' })).status).toBe(end === 'cancelled' ? 200 : 409);
  });

  it('may be set to what it is: nothing changes', async () => {
    const before = (await patch({ status: 'sent' })).body;
    expect((await patch({ status: 'sent' })).body).toEqual(before);
  });
});

describe('notes, service and time', () => {
  it('change until the ticket has left; what is left out stays', async () => {
    const { body } = await patch({
      notes: 'ring twice',
      service: { type: 'dine_in', table: '12' },
      timing: { requested_at: '2026-11-28T19:15:00' },
    });
    expect(body).toMatchObject({
      notes: 'ring twice',
      service: { type: 'dine_in', table: '12', party_size: null },
      timing: { requested_at: '2026-11-28T19:15:00-05:00', placed_at: '2026-11-27T18:00:00Z' },
      customer: { name: 'Ann Lee' },
      pickup_local: 'Sat 28 Nov, 7:15 PM',
    });
    expect((await patch({ notes: null })).body).toMatchObject({ notes: null, service: { table: '12' } });
  });

  it('do not change after that: 409 points to /changes', async () => {
    await patch({ status: 'sent' });
    const { status, body } = await patch({ notes: 'no onions please' });
    expect(status).toBe(409);
    expect(body.detail).toContain('/changes');
    expect((await patch({ status: 'accepted' })).status).toBe(200);
  });

  it('are refused by name where they are wrong', async () => {
    const { status, body } = await patch({
      timing: { requested_at: 'soon' },
      service: { type: 'airdrop' },
      itms: [],
    });
    expect(status).toBe(400);
    expect(body.errors.map((error: { path: string }) => error.path).sort()).toEqual([
      'itms',
      'service.type',
      'timing.requested_at',
    ]);
  });

  it('change by a form too', async () => {
    const { body } = await api.call('PATCH', `/v1/orders/${id}`, {
      body: 'notes=ring&service[table]=4&service[party_size]=2',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(body).toMatchObject({ notes: 'ring', service: { table: '4', party_size: 2 } });
  });
});

it.each([undefined, 'application/json', 'application/x-www-form-urlencoded', 'text/plain'])(
  'acknowledges with an empty body of type %s',
  async (type) => {
    const headers: Record<string, string> = type ? { 'content-type': type } : {};
    const first = await api.call('POST', `/v1/orders/${id}/ack`, { headers, body: '' });
    expect(first.status).toBe(200);
    expect((await api.call('POST', `/v1/orders/${id}/ack`)).body).toEqual(first.body);
  },
);
