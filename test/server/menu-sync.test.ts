import type { Menu, MenuItem } from '../../src/menu/schema';
import { OrderApi } from '../support/order-api';
import { posRooms } from '../support/pos-rooms';

let api: OrderApi;
afterEach(() => api.stop());

async function open(...vendors: string[]) {
  const rooms = posRooms(...vendors);
  api = await OrderApi.start(rooms);
  return rooms;
}
const sync = (body?: object, key?: string) => api.call('POST', '/v1/menu/sync', { body, key });
const menu = async (): Promise<Menu> => (await api.call('GET', '/v1/menu')).body;
const named = async (name: string) => (await menu()).items.find((item) => item.name === name) as MenuItem;

it.each(['square', 'toast', 'clover', 'lightspeed'])(
  'brings the menu of %s in, with its ids, and a second time changes nothing',
  async (vendor) => {
    await open(vendor);
    const first = await sync();
    expect(first).toMatchObject({ status: 200, body: { connection_id: `con_${vendor}`, vendor } });
    const pizza = await named('Pepperoni Pizza');
    expect(pizza.variations.map(({ name }) => name)).toEqual(expect.arrayContaining(['Small', 'Large']));
    for (const size of pizza.variations) expect(size.pos[vendor]).toEqual(expect.any(String));
    expect(first.body.items).toBe((await menu()).items.length);
    expect(first.body.changed).toHaveLength(first.body.items + first.body.option_groups);
    expect((await sync()).body).toMatchObject({ items: first.body.items, changed: [], not_in_pos: [] });
  },
);

it('keeps the ids, the aliases and the hours of a menu that was there before', async () => {
  await open('square');
  const coke = { id: 'coke', name: 'Coke', price: 100, aliases: ['coca cola'], hours: 'all day' };
  const pizza = {
    id: 'pep',
    name: 'pepperoni pizza',
    variations: [{ id: 'pep-l', name: 'Large', aliases: ['14 inch'] }],
  };
  await api.call('PUT', '/v1/menu', { body: { items: [pizza, coke] } });
  const { body } = await sync();
  expect(body.changed).toContainEqual(expect.objectContaining({ id: 'coke', change: 'changed' }));
  expect(await named('Coke')).toMatchObject({ ...coke, price: 299, pos: { square: 'SQVARCOKEREGULAR' } });
  const large = (await named('Pepperoni Pizza')).variations.find(({ name }) => name === 'Large');
  expect(large).toMatchObject({ id: 'pep-l', aliases: ['14 inch'], price: 1599 });
});

it('leaves a dish as sold out that a person marked so', async () => {
  await open('square');
  await sync();
  const { id } = await named('Coke');
  await api.call('PATCH', `/v1/menu/items/${id}`, { body: { available: false } });
  await sync();
  expect(await named('Coke')).toMatchObject({ available: false });
});

it('takes the POS’s word again for a dish that a person said was back', async () => {
  await open('square');
  await sync();
  const { id, available } = await named('Tiramisu');
  expect(available).toBe(false);
  await api.call('PATCH', `/v1/menu/items/${id}`, { body: { available: true } });
  expect(await named('Tiramisu')).toMatchObject({ available: true });
  await sync();
  expect(await named('Tiramisu')).toMatchObject({ available: false });
});

it('has one dish for two POS: the one that orders go to says the price, the other adds its id', async () => {
  await open('square', 'clover');
  await sync();
  const { items } = (await sync({ connection_id: 'con_clover' })).body;
  expect((await named('Garlic Knots')).pos).toEqual({
    square: 'SQVARKNOTSREGULAR',
    clover: expect.any(String),
  });
  const large = (await named('Supreme Pizza')).variations.find(({ name }) => name === 'Large');
  expect(large?.pos).toEqual({ square: 'SQVARSUPREMELARGE', clover: expect.any(String) });
  const names = (await menu()).items.map(({ name }) => name);
  expect(names.filter((name) => name === 'Supreme Pizza')).toHaveLength(1);
  expect((await sync()).body.items).toBe(items);
});

it('shows what would change and stores nothing where only a preview was asked for', async () => {
  await open('square');
  const { body } = await sync({ preview: true });
  expect(body.changed.length).toBeGreaterThan(5);
  expect((await menu()).items).toEqual([]);
});

it('names the dishes of our own that the POS does not know', async () => {
  await open('square');
  await api.call('PUT', '/v1/menu', { body: { items: [{ id: 'special', name: 'Monday Special' }] } });
  expect((await sync()).body.not_in_pos).toEqual([{ id: 'special', name: 'Monday Special' }]);
});

it('refuses a menu in another currency: every price would be wrong', async () => {
  await open('square');
  await api.call('PUT', '/v1/menu', { body: { currency: 'EUR', items: [{ id: 'a', name: 'A' }] } });
  const { status, body } = await sync();
  expect([status, body.detail]).toEqual([409, expect.stringContaining('Square sells in USD')]);
});

it('says which connection is missing, which does not exist, and which POS has no menu to read', async () => {
  await open('touchbistro');
  expect(await sync()).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('TouchBistro') },
  });
  expect((await sync({ connection_id: 'con_9' })).status).toBe(404);
  await api.stop();
  await open();
  expect((await sync()).body.errors).toEqual([
    { path: 'connection_id', message: expect.stringContaining('no connection') },
  ]);
});

it('is for admins only', async () => {
  await open('square');
  expect((await sync({}, 'mario-write')).status).toBe(403);
});
