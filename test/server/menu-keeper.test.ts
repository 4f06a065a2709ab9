import { SpeedLimits } from '../../src/delivery/pos-outlet';
import type { Menu } from '../../src/menu/schema';
import { createIds } from '../../src/server/ids';
import { MenuIndexes } from '../../src/server/menu-indexes';
import { MenuKeeper } from '../../src/server/menu-keeper';
import { DeliveryHouse } from '../support/delivery-house';

jest.setTimeout(60_000);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let house: DeliveryHouse;
let keeper: MenuKeeper;
let limits: SpeedLimits;
let passed = 0;
const logged: string[] = [];
beforeEach(async () => {
  house = await DeliveryHouse.open('square');
  passed = 0;
  logged.length = 0;
  const { store, directory } = house.api;
  const { now } = house.clock;
  const steady = () => performance.now() + passed;
  limits = new SpeedLimits(steady);
  keeper = new MenuKeeper({
    ...{ store, directory, now, steady, newId: createIds(now), menus: new MenuIndexes(store) },
    everyMinutes: 60,
    limits,
    log: (level, message) => void logged.push(`${level}: ${message}`),
    random: () => 0.5,
  });
});
afterEach(() => house.close());

const menu = async (): Promise<Menu> => (await house.api.call('GET', '/v1/menu')).body;
const named = async (name: string) => (await menu()).items.find((item) => item.name === name);
/** The menu with a dish changed, as it was before the POS changed it. */
async function putWith(name: string, changes: object) {
  const { items, ...rest } = await menu();
  const body = { ...rest, items: items.map((item) => (item.name === name ? { ...item, ...changes } : item)) };
  expect((await house.api.call('PUT', '/v1/menu', { body })).status).toBe(200);
}
const mark = async (name: string, available: boolean) =>
  house.api.call('PATCH', `/v1/menu/items/${(await named(name))?.id}`, { body: { available } });
async function later(milliseconds = HOUR * 1.1) {
  passed += milliseconds;
  await keeper.look();
}

it('gives a shop without a menu the one of its POS at once, and nobody has to ask for it', async () => {
  await keeper.look();
  expect((await named('Pepperoni Pizza'))?.pos).toBeDefined();
  expect(logged).toEqual([
    expect.stringMatching(/^info: The menu of .* \(con_square\) was read: \d+ changes/),
  ]);
});

it('learns within the hour what is sold out at the POS', async () => {
  await keeper.look();
  await putWith('Tiramisu', { available: true });
  await later(HOUR / 2);
  expect(await named('Tiramisu')).toMatchObject({ available: true });
  await later();
  expect(await named('Tiramisu')).toMatchObject({ available: false });
});

it('leaves what staff said: sold out stays so, and back too where the POS says nothing new', async () => {
  await keeper.look();
  await mark('Coke', false);
  await mark('Tiramisu', true);
  await later();
  expect([(await named('Coke'))?.available, (await named('Tiramisu'))?.available]).toEqual([false, true]);
  await putWith('Tiramisu', { available: true });
  await mark('Tiramisu', true);
  await later();
  expect(await named('Tiramisu')).toMatchObject({ available: false });
});

it('tells the shop of orders that a change hits', async () => {
  await keeper.look();
  await putWith('Garlic Knots', { price: 100 });
  const requested_at = new Date(house.clock.now() + 24 * HOUR).toISOString();
  await house.order({ items: [{ name: 'Garlic Knots', quantity: '1' }], timing: { requested_at } });
  await later();
  expect((await house.mail(/Garlic Knots costs/, 'menu-changed')).subject).toBeDefined();
});

it('tries again a while after the POS asked to slow down', async () => {
  house.fault('square', 'throttle');
  await keeper.look();
  expect(logged).toEqual([expect.stringMatching(/^warn: A menu could not be read \(con_square\)/)]);
  await later(4 * MINUTE);
  expect((await menu()).items).toEqual([]);
  await later(2 * MINUTE);
  expect((await menu()).items.length).toBeGreaterThan(5);
});

it('leaves a POS alone that has asked for it when an order came', async () => {
  const record = await house.api.store.connection(
    { restaurant_id: 'rst_1', location_ids: null },
    'con_square',
  );
  if (!record) throw new Error('No connection.');
  const { vendor, session } = await house.api.directory.open(record);
  const http = async () => ({ status: 429, headers: { 'retry-after': '900' }, body: '' });
  const outlet = limits.of({ vendor, session: { ...session, http } }, 'con_square', 'order');
  await outlet.session.http({ method: 'POST', url: 'https://pos.example/orders', headers: {} });
  await later(890_000);
  expect((await menu()).items).toEqual([]);
  await later(20_000);
  expect((await menu()).items.length).toBeGreaterThan(5);
});
