import { seedMenu } from '../support/menus';
import { OrderApi } from '../support/order-api';

let api: OrderApi;
beforeEach(async () => {
  api = await OrderApi.start();
});
afterEach(() => api.stop());

const put = (menu: object) => api.call('PUT', '/v1/menu', { body: menu });
const items = async () => (await api.call('GET', '/v1/menu')).body.items;

describe('a menu', () => {
  it('is empty at first', async () => {
    const { body, headers } = await api.call('GET', '/v1/menu');
    expect(body).toEqual({ currency: 'USD', items: [], option_groups: [] });
    expect(headers.etag).toBeUndefined();
  });

  it('is read as it was put, complete, and can be put back as it was read', async () => {
    expect((await put(seedMenu)).body).toMatchObject({ items: 2, option_groups: 1 });
    const read = await api.call('GET', '/v1/menu');
    expect(read.body).toMatchObject(seedMenu);
    expect(read.headers.etag).toMatch(/^"[0-9a-f]{12}"$/);
    expect((await put(read.body)).body).toEqual({ items: 2, option_groups: 1, changed: [] });
  });

  it('says what a new one changes', async () => {
    await put(seedMenu);
    const [pizza] = seedMenu.items;
    const { body } = await put({
      items: [
        { ...pizza, price: 1300 },
        { id: 'fries', name: 'Fries' },
      ],
      option_groups: seedMenu.option_groups,
    });
    const noHits = { aliases: [], orders: [] };
    expect(body.changed).toEqual([
      { kind: 'item', id: 'fries', name: 'Fries', change: 'added', ...noHits },
      { kind: 'item', id: 'pepperoni', name: 'Pepperoni Pizza', change: 'changed', ...noHits },
      { kind: 'item', id: 'coke', name: 'Coke', change: 'removed', ...noHits },
    ]);
  });

  it('is not written over by somebody who read an older one and says so', async () => {
    await put(seedMenu);
    const read = await api.call('GET', '/v1/menu');
    const ifMatch = { 'if-match': String(read.headers.etag) };
    await put({ ...seedMenu, items: seedMenu.items.slice(0, 1) });
    const late = await api.call('PUT', '/v1/menu', { body: read.body, headers: ifMatch });
    expect([late.status, late.body.detail]).toEqual([
      409,
      expect.stringMatching(/is no longer the one that you read .*GET \/v1\/menu/),
    ]);
    expect(await items()).toHaveLength(1);
    const { headers } = await api.call('GET', '/v1/menu');
    const again = { 'if-match': String(headers.etag) };
    expect((await api.call('PUT', '/v1/menu', { body: seedMenu, headers: again })).status).toBe(200);
  });

  it('that is wrong is refused with paths, and the old one stays', async () => {
    await put(seedMenu);
    const { status, body } = await put({ items: [{ id: 'a', name: 'A', option_groups: ['nope'] }] });
    expect(status).toBe(400);
    expect(body.errors[0].path).toBe('items[0].option_groups');
    expect(await items()).toHaveLength(2);
  });

  it('may be as large as a real one: 2,000 dishes', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => ({ ...seedMenu.items[0], id: `dish-${index}` }));
    expect((await put({ ...seedMenu, items: many })).body.items).toBe(2_000);
  });

  it('belongs to one shop', async () => {
    await api.call('POST', '/v1/locations', { body: { name: 'Airport' } });
    await api.call('PUT', '/v1/menu?location_id=loc_3', { body: seedMenu });
    expect((await api.call('GET', '/v1/menu?location_id=loc_1')).body.items).toEqual([]);
    expect((await api.call('GET', '/v1/menu')).status).toBe(400);
  });
});

describe('a sold-out dish', () => {
  const mark = (body: unknown, id = 'coke') => api.call('PATCH', `/v1/menu/items/${id}`, { body });
  const coke = async () => (await items()).find((item: { id: string }) => item.id === 'coke');
  beforeEach(() => put(seedMenu));

  it('is marked, stays so when a new menu comes, and is back when told', async () => {
    expect((await mark({ available: false })).body).toMatchObject({
      id: 'coke',
      available: false,
      until: null,
    });
    await put(seedMenu);
    expect(await coke()).toMatchObject({ available: false });
    await mark({ available: true });
    expect(await coke()).toMatchObject({ available: true });
  });

  it('is back by itself at the time that was said, which is on the clock of the shop', async () => {
    const { body } = await mark({ available: false, until: '2026-11-27 17:00' });
    expect(body).toMatchObject({ available: false, until: '2026-11-27T22:00:00.000Z' });
    api.clock.at = Date.parse('2026-11-27T22:00:01Z');
    expect(await coke()).toMatchObject({ available: true, until: null });
  });

  it('is back at the time that the menu itself says', async () => {
    const until = new Date(api.clock.at + 60_000).toISOString();
    await put({ ...seedMenu, items: [{ id: 'coke', name: 'Coke', available: false, until }] });
    expect(await coke()).toMatchObject({ available: false });
    api.clock.at += 60_001;
    expect(await coke()).toMatchObject({ available: true, until: null });
  });

  it('must be on the menu, and the mark must say what it means', async () => {
    expect((await mark({ available: false }, 'unicorn')).status).toBe(404);
    const { body } = await mark({});
    expect(body.errors).toEqual([{ path: 'available', message: expect.any(String) }]);
  });
});
