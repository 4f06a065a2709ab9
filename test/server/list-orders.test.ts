import { ORDER_STATUSES } from '../../src/order/status';
import { OrderApi } from '../support/order-api';

let api: OrderApi;
beforeEach(async () => {
  api = await OrderApi.start();
});
afterEach(() => api.stop());

const list = async (query = '', key = 'mario-admin') => {
  const { status, body } = await api.call('GET', `/v1/orders${query}`, { key });
  expect(status).toBe(200);
  return body as {
    data: { id: string; external_ref: string }[];
    has_more: boolean;
    next_cursor: string | null;
  };
};
const refs = async (query: string) => (await list(query)).data.map((order) => order.external_ref);
const sendMany = async (...names: string[]) => {
  for (const external_ref of names) await api.send({ external_ref });
};

describe('a list of orders', () => {
  it('is newest first', async () => {
    await sendMany('a', 'b', 'c');
    expect(await refs('')).toEqual(['c', 'b', 'a']);
  });

  it('holds 50 unless told otherwise, and says that there are more', async () => {
    await sendMany(...Array.from({ length: 51 }, (_, index) => `r${index}`));
    const page = await list();
    expect(page.data).toHaveLength(50);
    expect(page.has_more).toBe(true);
    expect(await list(`?cursor=${page.next_cursor}`)).toMatchObject({ has_more: false, next_cursor: null });
  });

  it('never skips or repeats an order while others arrive between pages', async () => {
    const old = Array.from({ length: 7 }, (_, index) => `old${index}`);
    await sendMany(...old);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(
        `?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...page.data.map((order) => order.external_ref));
      cursor = page.next_cursor;
      await sendMany(`new${seen.length}`);
    } while (cursor);
    expect(seen).toEqual([...old].reverse());
  });

  it('keeps apart orders of the very same millisecond', async () => {
    api.clock.stands = true;
    await sendMany('a', 'b', 'c');
    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.next_cursor}`);
    expect([...first.data, ...second.data].map((order) => order.external_ref).sort()).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('can be limited to one status, or to several', async () => {
    await sendMany('a', 'b', 'c');
    const [c, b] = (await list()).data;
    await api.call('PATCH', `/v1/orders/${c?.id}`, { body: { status: 'sent' } });
    await api.call('PATCH', `/v1/orders/${b?.id}`, { body: { status: 'cancelled' } });
    expect(await refs('?status=received')).toEqual(['a']);
    expect(await refs('?status=received,sent')).toEqual(['c', 'a']);
    expect(await refs(`?status=${ORDER_STATUSES.join(',')}`)).toEqual(['c', 'b', 'a']);
  });

  it('can be limited to orders that no reader has acknowledged', async () => {
    await sendMany('a', 'b');
    const [b] = (await list()).data;
    const acked = await api.call('POST', `/v1/orders/${b?.id}/ack`);
    expect(acked.body.acked_at).toEqual(expect.any(String));
    expect(await refs('?acked=false')).toEqual(['a']);
    expect(await refs('?acked=true')).toEqual(['b']);
    expect(await refs('?acked=false&status=sent')).toEqual([]);
  });

  it('since a time has what changed at or after it, the latest change first', async () => {
    await sendMany('a', 'b', 'c');
    const { data } = await list();
    const changed = await api.call('PATCH', `/v1/orders/${data[2]?.id}`, { body: { status: 'sent' } });
    const since = encodeURIComponent(changed.body.updated_at);
    expect(await refs(`?since=${since}`)).toEqual(['a']);
    const all = await list('?since=2026-11-27T00:00:00Z&limit=2');
    expect(all.data.map((order) => order.external_ref)).toEqual(['a', 'c']);
    expect(await refs(`?since=2026-11-27T00:00:00Z&limit=2&cursor=${all.next_cursor}`)).toEqual(['b']);
  });

  it('since a time understands an offset whose plus sign was not encoded', async () => {
    await sendMany('a');
    expect(await refs('?since=2026-11-27T00:00:00+05:00')).toEqual(['a']);
  });

  it('finds an order by its reference', async () => {
    await sendMany('a', 'b');
    expect(await refs('?external_ref=a')).toEqual(['a']);
    expect(await refs('?external_ref=nothing')).toEqual([]);
  });

  it('finds orders by the phone number of the guest, whole or its last four digits', async () => {
    await sendMany('a');
    await api.send({ external_ref: 'b', customer: { phone: '617 555 9999' } });
    await api.send({ external_ref: 'c', customer: {} });
    for (const phone of ['0123', '+16175550123', '%2B16175550123', '(617) 555-0123']) {
      expect(await refs(`?phone=${phone}`)).toEqual(['a']);
    }
  });

  it('takes an empty filter for none, as no-code tools send them', async () => {
    await sendMany('a');
    expect(await refs('?status=&location_id=&since=&acked=&cursor=')).toEqual(['a']);
  });

  it('has the orders of every shop, or of one', async () => {
    await api.call('POST', '/v1/locations', { body: { name: 'Airport' } });
    await api.send({ external_ref: 'a', location_id: 'loc_1' });
    await api.send({ external_ref: 'b', location_id: 'loc_3' });
    await api.send({ external_ref: 'c', location_id: 'loc_1' });
    expect(await refs('')).toEqual(['c', 'b', 'a']);
    expect(await refs('?location_id=loc_3')).toEqual(['b']);
  });
});

describe('a query that cannot be right', () => {
  it.each([
    ['limit=0', 'limit', '1 to 100'],
    ['limit=101', 'limit', '1 to 100'],
    ['limit=ten', 'limit', 'whole number'],
    ['status=done', 'status', 'write one or more of held,received'],
    ['since=yesterday', 'since', '2026-11-27T19:15:00Z'],
    ['since=2026-11-27', 'since', '2026-11-27T19:15:00Z'],
    ['acked=maybe', 'acked', 'true or false'],
    ['cursor=abc', 'cursor', 'next_cursor'],
    ['phone=abc', 'phone', 'last four'],
    ['ofset=5', 'ofset', 'not a known field'],
    ['status=sent&status=held', 'status', 'is a list'],
  ])('%s is refused by name', async (query, path, hint) => {
    const { status, body } = await api.call('GET', `/v1/orders?${query}`);
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ path, message: expect.stringContaining(hint) }]);
  });

  it('is also a cursor of a list that sorts otherwise', async () => {
    await sendMany('a', 'b');
    const { next_cursor } = await list('?limit=1');
    const { status, body } = await api.call(
      'GET',
      `/v1/orders?since=2026-01-01T00:00:00Z&cursor=${next_cursor}`,
    );
    expect(status).toBe(400);
    expect(body.detail).toContain('same filters');
  });
});
