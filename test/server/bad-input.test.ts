import { OrderApi, pizza } from '../support/order-api';

let api: OrderApi;
beforeAll(async () => {
  api = await OrderApi.start();
});
afterAll(() => api.stop());

const json = { 'content-type': 'application/json' };
const [item] = pizza.items;

describe('a refused field', () => {
  it.each([
    [
      { items: [item, { name: 'Coke', quantity: 'two' }] },
      'items[1].quantity',
      '"two" is not a number; write "2".',
    ],
    [{ items: [{ ...item, unit_price: 15.99 }] }, 'items[0].unit_price', 'money is whole minor units'],
    [{ items: [{ ...item, unit_price: '1599' }] }, 'items[0].unit_price', 'is not a number'],
    [{ items: [] }, 'items', 'at least one entry'],
    [{ items: [{ quantity: '1' }] }, 'items[0].name', 'is missing'],
    [{ service: { type: 'airdrop' } }, 'service.type', 'is not one of pickup'],
    [{ timing: { requested_at: 'soon' } }, 'timing.requested_at', 'write one like'],
    [{ notes: 'card 4111 1111 1111 1111' }, 'notes', 'Card numbers are never taken'],
    [{ itmes: [] }, 'itmes', 'did you mean "items"?'],
    [{ location_id: 7 }, 'location_id', 'in quotes'],
  ])('%j is named with its path and the next step', async (change, path, hint) => {
    const { status, headers, body } = await api.send(change);
    expect(status).toBe(400);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ type: 'urn:orderwire:problem:refused-fields', status: 400 });
    expect(body.errors).toContainEqual({ path, message: expect.stringContaining(hint) });
    expect(body.detail).toContain(path);
    expect(body.message).toBe(body.detail);
  });

  it('is named together with all the others', async () => {
    const { body } = await api.send({ items: [{ quantity: '0' }], tip: -1 });
    expect(body.errors.map((error: { path: string }) => error.path)).toEqual([
      'items[0].name',
      'items[0].quantity',
      'tip',
    ]);
    expect(body.detail).toContain('And 2 more, under errors.');
  });
});

describe('a body that cannot be read', () => {
  it.each([
    ['{"items": [', 'malformed-request', 400],
    ['{"items": [}]', 'malformed-request', 400],
    ['no json', 'malformed-request', 400],
    ['"text"', 'refused-fields', 400],
    ['[1]', 'refused-fields', 400],
    ['null', 'refused-fields', 400],
    ['', 'refused-fields', 400],
    [`{"notes":"${'x'.repeat(256 * 1024)}"}`, 'too-large', 413],
    ['['.repeat(100_000), 'malformed-request', 400],
    [`{"items":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'refused-fields', 400],
    ['{"__proto__":{"admin":true},"items":[]}', 'refused-fields', 400],
    ['{"constructor":{"prototype":1},"items":[{"name":"a","quantity":"1"}]}', 'refused-fields', 400],
  ])('%.30s… is refused in words', async (body, kind, status) => {
    const answer = await api.call('POST', '/v1/orders', { body, headers: json });
    expect([answer.status, answer.body.type]).toEqual([status, `urn:orderwire:problem:${kind}`]);
    expect(answer.body.detail).toMatch(/\.$/);
  });

  it('says where the JSON breaks', async () => {
    const detailOf = async (body: string) =>
      (await api.call('POST', '/v1/orders', { body, headers: json })).body.detail;
    expect(await detailOf('{\n  "items": [],\n}')).toBe(
      'The body is not valid JSON: look at line 3, column 1.',
    );
    expect(await detailOf('{"items": [}]}')).toBe('The body is not valid JSON: look near "{"items": [}]}".');
    expect(await detailOf('{"items": [')).toBe('The body is not valid JSON: it ends too early.');
  });

  it('is also one of a type nobody knows', async () => {
    const headers = { 'content-type': 'application/xml' };
    const { status, body } = await api.call('POST', '/v1/orders', { body: '<order/>', headers });
    expect(status).toBe(415);
    expect(body.detail).toContain('send application/json');
  });

  it('never becomes a 500 as a form', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const body of [
      '__proto__[x]=1',
      'a[b][c][d][e][f][g]=1',
      'items=1&items[0]=2',
      '%',
      'items[9999999]=1',
      '=',
    ]) {
      const { status } = await api.call('POST', '/v1/orders', { body, headers });
      expect(status).toBe(400);
    }
  });
});

describe('an address', () => {
  it.each([
    ['/v2/orders', 404],
    ['/v1/orders/ord_1/nothing', 404],
    ['/v1/orders/%', 400],
    [`/v1/orders/${'x'.repeat(300)}`, 404],
  ] as const)('%.40s is answered with a problem', async (url, status) => {
    const answer = await api.call('GET', url);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
  });

  it('with the wrong method says which ones there are', async () => {
    const { status, headers, body } = await api.call('DELETE', '/v1/orders');
    expect(status).toBe(405);
    expect(headers.allow).toBe('POST, GET, HEAD');
    expect(body.detail).toContain('use POST, GET, HEAD');
  });
});

it('a failure of our own says nothing about itself', async () => {
  jest.spyOn(api.store, 'orders').mockRejectedValueOnce(new Error('SELECT secret FROM keys'));
  const { status, text } = await api.call('GET', '/v1/orders');
  expect(status).toBe(500);
  expect(text).not.toContain('SELECT');
});

it('a key that asks too fast is told how long to wait', async () => {
  const slow = await OrderApi.start({ config: { requestsPerMinute: 2 } });
  await slow.call('GET', '/v1/me');
  await slow.call('GET', '/v1/me');
  const { status, headers, body } = await slow.call('GET', '/v1/me');
  expect(status).toBe(429);
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(body.type).toBe('urn:orderwire:problem:too-fast');
  expect((await slow.call('GET', '/v1/me', { key: 'luigi-admin' })).status).toBe(200);
  await slow.stop();
});
