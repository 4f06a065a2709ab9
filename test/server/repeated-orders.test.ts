import { OrderApi, pizza } from '../support/order-api';

let api: OrderApi;
beforeEach(async () => {
  api = await OrderApi.start();
});
afterEach(() => api.stop());

const withKey = (key: string) => ({ headers: { 'idempotency-key': key } });

describe('the same order again', () => {
  it('is the first order, with 200 and Idempotent-Replayed', async () => {
    const first = await api.send();
    const again = await api.send();
    expect(first.headers['idempotent-replayed']).toBeUndefined();
    expect(again.status).toBe(200);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(again.body).toEqual(first.body);
  });

  it('is the same in other words: price for unit_price, options in words, a number for a quantity', async () => {
    await api.send();
    const items = [{ name: 'large pepperoni', quantity: 2, price: '15.99', options_text: 'no onions' }];
    expect((await api.send({ items })).status).toBe(200);
  });

  it('is the first order also when it is posted back as it was read', async () => {
    const { body } = await api.send({ external_ref: null });
    const again = await api.call('POST', '/v1/orders', { body });
    expect(again.status).toBe(200);
    expect(again.body).toEqual(body);
  });

  it('is the first order also after that one moved on or was changed', async () => {
    const { body } = await api.send();
    await api.call('PATCH', `/v1/orders/${body.id}`, { body: { notes: 'ring twice', status: 'scheduled' } });
    const again = await api.send();
    expect(again).toMatchObject({ status: 200, body: { notes: 'ring twice', status: 'scheduled' } });
    expect((await api.send({ notes: 'ring twice' })).status).toBe(200);
  });

  it('makes one order of twenty that arrive at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => api.send()));
    expect(answers.map((answer) => answer.status).sort()).toEqual([...Array(19).fill(200), 201]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect((await api.call('GET', '/v1/orders')).body.data).toHaveLength(1);
  });

  it('is found by Idempotency-Key, quoted or not, where there is no reference', async () => {
    const first = await api.send({ external_ref: null }, withKey('abc-1'));
    const again = await api.send({ external_ref: null }, withKey('"abc-1"'));
    expect(again.status).toBe(200);
    expect(again.body.id).toBe(first.body.id);
  });

  it('is two orders where there is neither reference nor key', async () => {
    await api.send({ external_ref: null });
    expect((await api.send({ external_ref: null })).status).toBe(201);
  });

  it('of another restaurant is its own order', async () => {
    await api.send({}, withKey('k'));
    const theirs = await api.send({}, { key: 'luigi-write', ...withKey('k') });
    expect(theirs.status).toBe(201);
  });
});

describe('another order under a reference that is taken', () => {
  it('is refused with 409, naming what differs', async () => {
    const { body: first } = await api.send();
    const [item] = pizza.items;
    const { status, body } = await api.send({ items: [{ ...item, quantity: '3' }], notes: 'hi' });
    expect(status).toBe(409);
    expect(body.detail).toContain(first.id);
    expect(body.errors.map((error: { path: string }) => error.path)).toEqual(['items[0].quantity', 'notes']);
  });

  it('is refused for ever', async () => {
    await api.send();
    api.clock.at += 5 * 365 * 24 * 3600 * 1000;
    expect((await api.send({ notes: 'hi' })).status).toBe(409);
  });

  it('tells nothing of what the first order says', async () => {
    await api.send({ notes: 'gate code 4711' });
    expect((await api.send({ notes: 'hi' })).text).not.toContain('4711');
  });
});

describe('another order under an Idempotency-Key that is taken', () => {
  it('is refused also where only the shop differs', async () => {
    await api.send({ external_ref: null }, withKey('k'));
    await api.call('POST', '/v1/locations', { body: { name: 'Airport' } });
    const { status, body } = await api.send({ external_ref: null, location_id: 'loc_3' }, withKey('k'));
    expect(status).toBe(422);
    expect(body.errors[0].path).toBe('location_id');
  });

  it('is refused with 422, naming what differs', async () => {
    await api.send({}, withKey('k'));
    const { status, body } = await api.send({ external_ref: 'CA-2' }, withKey('k'));
    expect(status).toBe(422);
    expect(body.errors).toEqual([{ path: 'external_ref', message: expect.any(String) }]);
  });

  it('does not burn the key where the order itself is refused', async () => {
    expect((await api.send({ items: [] }, withKey('k'))).status).toBe(400);
    expect((await api.send({}, withKey('k'))).status).toBe(201);
  });

  it('is refused in words where the key is empty or too long', async () => {
    for (const key of ['""', 'x'.repeat(256)]) {
      const { status, body } = await api.send({}, withKey(key));
      expect(status).toBe(400);
      expect(body.errors[0].path).toBe('Idempotency-Key');
    }
  });
});
