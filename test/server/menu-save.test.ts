import { type Menu, parseMenu } from '../../src/menu/schema';
import { createIds } from '../../src/server/ids';
import { MenuIndexes } from '../../src/server/menu-indexes';
import { saveMenu } from '../../src/server/menu-save';
import { OrderApi } from '../support/order-api';

const scope = { restaurant_id: 'rst_1', location_ids: null };

let api: OrderApi;
beforeEach(async () => {
  api = await OrderApi.start();
});
afterEach(() => api.stop());

const names = async () =>
  (await api.call('GET', '/v1/menu')).body.items.map(({ name }: { name: string }) => name);
const withDish = (menu: Menu, id: string): Menu => {
  const shop = { currency: 'USD', country: 'US', timezone: 'UTC' };
  return parseMenu({ ...menu, items: [...menu.items, { id, name: id }] }, shop);
};

/** Adds a dish to the shop's menu; between its reading and its writing somebody else adds one too, so often. */
async function addCoke(interruptions: number) {
  const { store, clock } = api;
  const [shop] = await store.shops(scope);
  if (!shop) throw new Error('No shop.');
  const services = { store, menus: new MenuIndexes(store), now: clock.now, newId: createIds(clock.now) };
  let left = interruptions;
  const make = (before: Menu) => {
    if (left > 0) {
      left -= 1;
      const body = withDish(before, `Fries ${left}`);
      void store.saveMenu(scope, 'loc_1', { body, version: `fries ${left}` }, { key_id: null, at: 1 });
    }
    return withDish(before, 'Coke');
  };
  return saveMenu(make, { scope, key_id: null, shop, preview: false }, services);
}

it('keeps both of two menus that are made of the same one at the same moment', async () => {
  const { changed } = await addCoke(1);
  expect(await names()).toEqual(['Fries 0', 'Coke']);
  expect(changed).toMatchObject([{ id: 'Coke', change: 'added' }]);
});

it('says so where others go on writing, and undoes nothing of theirs', async () => {
  await expect(addCoke(99)).rejects.toThrow("Others go on writing the menu of mario's. Send it again.");
  expect(await names()).not.toContain('Coke');
  expect((await names()).length).toBeGreaterThan(2);
});
