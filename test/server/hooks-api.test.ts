import { readFileSync } from 'node:fs';
import { newKey, OrderApi } from '../support/order-api';

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

  it('makes a hook of its own of each subscription, though address and events are the same', async () => {
    const [one, other] = [
      await api.call('POST', '/v1/hooks', { body: hook }),
      await api.call('POST', '/v1/hooks', { body: hook }),
    ];
    expect(one.body.id).not.toBe(other.body.id);
    await api.call('DELETE', `/v1/hooks/${one.body.id}`);
    expect((await api.call('GET', `/v1/hooks/${other.body.id}`)).body).toMatchObject({ active: true });
  });

  it('gives a new secret once, and switches off and on', async () => {
    const { body } = await api.call('POST', '/v1/hooks', { body: hook });
    const rotated = await api.call('POST', `/v1/hooks/${body.id}/rotate`);
    expect(rotated.body.secret).toMatch(/^whsec_/);
    expect(rotated.body.secret).not.toBe(body.secret);
    const off = await api.call('PATCH', `/v1/hooks/${body.id}`, { body: { active: false } });
    expect(off.body).toMatchObject({ active: false, disabled_reason: 'Switched off.' });
    const on = await api.call('PATCH', `/v1/hooks/${body.id}`, { body: { active: true } });
    expect(on.body).toMatchObject({ active: true, disabled_reason: null });
  });

  it('leaves no secret in the database in the clear', async () => {
    const { body } = await api.call('POST', '/v1/hooks', { body: hook });
    const bytes = [api.file, `${api.file}-wal`].map((file) => readFileSync(file, 'latin1')).join('');
    expect(bytes).toContain(body.id);
    expect(bytes).not.toContain(body.secret.slice('whsec_'.length));
  });

  it('is shown to a key of one shop only where it is of that shop', async () => {
    const scope = { restaurant_id: 'rst_1', location_ids: null };
    const act = { key_id: null, at: api.clock.now() };
    await api.store.createKey(scope, newKey('mario-one-shop', 'write', ['loc_1']), act);
    const everyShop = (await api.call('POST', '/v1/hooks', { body: hook })).body.id;
    const key = 'mario-one-shop';
    const oneShop = (await api.call('POST', '/v1/hooks', { key, body: hook })).body.id;
    const seen = async (id: string) => (await api.call('GET', `/v1/hooks/${id}`, { key })).status;
    expect([await seen(everyShop), await seen(oneShop)]).toEqual([404, 200]);
  });

  it('takes fifty for a restaurant, whatever its keys may see, and says what to do then', async () => {
    const key = 'luigi-admin';
    const scope = { restaurant_id: 'rst_2', location_ids: null };
    await api.store.createKey(scope, newKey('luigi-one-shop', 'write', ['loc_1']), {
      key_id: null,
      at: api.clock.now(),
    });
    for (let n = 0; n < 50; n++) await api.call('POST', '/v1/hooks', { key, body: hook });
    for (const one of [key, 'luigi-one-shop']) {
      const { status, body } = await api.call('POST', '/v1/hooks', { key: one, body: hook });
      expect([status, body.detail]).toEqual([409, expect.stringContaining('50 hooks already; delete')]);
    }
    const [first] = (await api.call('GET', '/v1/hooks', { key })).body.data;
    await api.call('DELETE', `/v1/hooks/${first.id}`, { key });
    expect((await api.call('POST', '/v1/hooks', { key, body: hook })).status).toBe(201);
  });
});
