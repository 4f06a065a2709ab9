import { recorded } from '../../src/delivery/exchange-record';
import type { HttpRequest, HttpResponse } from '../../src/http';
import type { Session } from '../../src/pos/vendor';
import { findVendor } from '../../src/pos/vendors';
import type { Exchange } from '../../src/store/delivery-records';
import { openSqliteStore } from '../../src/store/sqlite/open';
import { addRestaurant, freshFile, mario, newOrder } from '../support/sqlite-file';

const square = findVendor('square') ?? fail();
function fail(): never {
  throw new Error('Square is missing.');
}

/** What is written down of these requests. */
async function writtenDown(
  requests: Partial<HttpRequest>[],
  answer: Partial<HttpResponse> | Error = {},
  session: Partial<Session> = {},
): Promise<Exchange[]> {
  const record: Exchange[] = [];
  const http: Session['http'] = async () => {
    if (answer instanceof Error) throw answer;
    return { status: 200, headers: {}, body: '', ...answer };
  };
  const base = {
    http,
    credentials: { access_token: 'sq0-secret-token-9876' },
    settings: {},
    posLocation: 'L1',
  };
  const outlet = { vendor: square, session: { ...base, environment: 'sandbox', ...session } as Session };
  const { http: send } = recorded(outlet, record, () => 7).session;
  for (const one of requests) {
    await send({ method: 'POST', url: 'https://pos.example/orders', headers: {}, ...one }).catch(() => {});
  }
  return record;
}

it('shows what was sent and what came back, word for word', async () => {
  const [one] = await writtenDown([{ headers: { 'x-version': '1' }, body: '{"a":1}' }], {
    status: 422,
    headers: { 'content-type': 'application/json', 'x-request-id': 'r1', 'set-cookie': 'session=1' },
    body: '{"b":2}',
  });
  expect(one).toEqual({
    at: 7,
    request: 'POST https://pos.example/orders\nx-version: 1\n\n{"a":1}',
    reply: '422\ncontent-type: application/json\nx-request-id: r1\n\n{"b":2}',
  });
});

it('shows no credential and no token, wherever it stands', async () => {
  const secrets = ['sq0-secret-token-9876', 'fresh-token-of-today', 'refresh-token-of-today'];
  const [token = '', fresh = '', refresh = ''] = secrets;
  const written = await writtenDown(
    [
      { url: `https://pos.example/orders?key=${token}`, body: `{"again":"${fresh}"}` },
      { headers: { authorization: `Basic ${Buffer.from('client:of-another-secret').toString('base64')}` } },
      { headers: { 'X-Api-Key': 'a-key-that-nobody-told-us-of' } },
    ],
    { body: `{"new":"${refresh}"}` },
    { token: { access_token: fresh, refresh_token: refresh } },
  );
  const text = JSON.stringify(written);
  for (const secret of [...secrets, Buffer.from('client:of-another').toString('base64'), 'a-key-that']) {
    expect(text).not.toContain(secret);
  }
  expect(written[0]?.request).toContain('key=…9876');
});

it('keeps what was sent where nothing came back', async () => {
  const [one] = await writtenDown([{ body: 'words' }], new Error('the line went dead'));
  expect(one).toMatchObject({ request: expect.stringContaining('words'), reply: null });
});

it('cuts what is long, and stops after a dozen', async () => {
  const many = Array.from({ length: 30 }, () => ({ body: 'x'.repeat(20_000) }));
  const written = await writtenDown(many, { body: 'y'.repeat(9_000) });
  expect(written).toHaveLength(12);
  expect(written[0]?.request).toMatch(/x{8000}… \(12000 more\)$/);
  expect(written[0]?.reply).toMatch(/y{8000}… \(1000 more\)$/);
});

it('is forgotten after thirty days', async () => {
  const { file, remove } = freshFile();
  const store = openSqliteStore(file);
  await addRestaurant(store);
  const deliveries = ['dlv_1', 'dlv_2'].map((id) => ({
    ...{ id, kind: 'pos' as const, lane: 'pos:square:con_1', target: id, purpose: 'order', vendor: 'square' },
  }));
  await store.createOrder(mario, { ...newOrder('ord_1'), deliveries }, { key_id: null, at: 0 });
  const keep = (id: string, at: number) =>
    store.changeDelivery(
      mario,
      id,
      () => ({
        ...{ event: 'delivered', state: 'delivered', unproved: false, next: null },
        exchanges: [{ at, request: `sent at ${at}`, reply: null }],
      }),
      { key_id: null, at },
    );
  const kept = async () => (await store.exchangesOf(mario, ['dlv_1', 'dlv_2'])).map(({ request }) => request);
  const day = 24 * 3_600_000;
  await keep('dlv_1', day);
  await keep('dlv_2', 30 * day);
  expect(await kept()).toEqual([`sent at ${day}`, `sent at ${30 * day}`]);
  await keep('dlv_2', 32 * day);
  expect((await kept())[0]).toBe(`sent at ${30 * day}`);
  expect(await store.exchangesOf({ restaurant_id: 'rst_2', location_ids: null }, ['dlv_2'])).toEqual([]);
  await store.close();
  remove();
});
