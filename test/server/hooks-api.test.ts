import { OrderApi } from '../support/order-api';

let api: OrderApi;
beforeAll(async () => {
  api = await OrderApi.start();
});
afterAll(() => api.stop());
const hook = { target_url: 'https://hooks.example.com/x', events: ['order.created'] };

describe('hooks', () => {
  it('shows the secret once', async () => {
    const made = await api.call('POST', '/v1/hooks', { body: hook });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      events: ['order.created'],
      active: true,
      secret: expect.stringMatching(/^whsec_/),
    });
    const read = await api.call('GET', `/v1/hooks/${made.body.id}`);
    expect(JSON.stringify(read.body)).not.toContain('secret');
  });

  it('takes one event as well as a list, and names what it does not know', async () => {
    const one = await api.call('POST', '/v1/hooks', {
      body: { target_url: hook.target_url, event: 'order.updated' },
    });
    expect(one.body.events).toEqual(['order.updated']);
    const none = await api.call('POST', '/v1/hooks', { body: { target_url: hook.target_url } });
    expect(none).toMatchObject({ status: 400, body: { errors: [{ path: 'events' }] } });
  });

  it('answers a delete the same for what is there, what is not and what is another restaurant’s', async () => {
    const { body } = await api.call('POST', '/v1/hooks', { body: hook });
    for (const [id, key] of [
      [body.id, 'luigi-admin'],
      ['hk_nothing', 'mario-admin'],
      [body.id, 'mario-admin'],
      [body.id, 'mario-admin'],
    ]) {
      expect((await api.call('DELETE', `/v1/hooks/${id}`, { key })).status).toBe(204);
      if (key === 'luigi-admin') expect((await api.call('GET', `/v1/hooks/${id}`)).status).toBe(200);
    }
    expect((await api.call('GET', `/v1/hooks/${body.id}`)).status).toBe(404);
  });

  it('keeps the hooks of one restaurant from another', async () => {
    const { body } = await api.call('POST', '/v1/hooks', { body: hook });
    for (const [method, path] of [
      ['GET', ''],
      ['PATCH', ''],
      ['POST', '/rotate'],
      ['POST', '/test'],
    ] as const) {
      const call = { key: 'luigi-admin', body: { active: false } };
      expect((await api.call(method, `/v1/hooks/${body.id}${path}`, call)).status).toBe(404);
    }
  });

  it.each([
    'http://hooks.example.com',
    'https://127.0.0.1/x',
    'https://10.0.0.8',
    'https://user:pw@example.com',
  ])('refuses %s by name of the field', async (target_url) => {
    const { status, body } = await api.call('POST', '/v1/hooks', { body: { ...hook, target_url } });
    expect([status, body.errors?.[0]?.path]).toEqual([400, 'target_url']);
  });
});
