import Database from 'better-sqlite3';
import { openSqliteStore } from '../../src/store/sqlite/open';
import type { Store } from '../../src/store/store';
import { newKey } from '../support/order-api';
import { act, addRestaurant, freshFile, mario } from '../support/sqlite-file';

let place: ReturnType<typeof freshFile>;
let store: Store;
beforeEach(async () => {
  place = freshFile();
  store = openSqliteStore(place.file);
  await addRestaurant(store);
});
afterEach(async () => {
  await store.close();
  place.remove();
});

const { hash } = newKey('rst_1-admin', 'admin');

it('knows at once what a shop has changed', async () => {
  expect(await store.shop(mario, 'loc_1')).toMatchObject({ name: 'Downtown' });
  expect(await store.shops(mario)).toMatchObject([{ name: 'Downtown' }]);
  await store.updateShop(mario, 'loc_1', (shop) => ({ ...shop, name: 'Uptown' }), act);
  expect(await store.shop(mario, 'loc_1')).toMatchObject({ name: 'Uptown' });
  expect(await store.shops(mario)).toMatchObject([{ name: 'Uptown' }]);
});

it('lets a deleted key in no more', async () => {
  const key = await store.findKey(hash);
  await store.revokeKey(mario, key?.id ?? '', { ...act, at: 2_000 });
  expect(await store.findKey(hash)).toMatchObject({ revoked_at: 2_000 });
});

it('finds a key that was asked for before it was made', async () => {
  const made = newKey('made later', 'read');
  expect(await store.findKey(made.hash)).toBeUndefined();
  await store.createKey(mario, made, act);
  expect(await store.findKey(made.hash)).toMatchObject({ id: made.id });
});

it('sends orders to a connection as soon as there is one, and to its menu as soon as that is stored', async () => {
  expect(await store.connections(mario)).toEqual([]);
  expect(await store.menuVersion(mario, 'loc_1')).toBeUndefined();
  await store.adoptConnections(
    mario,
    [
      {
        ...{ id: 'con_1', location_id: 'loc_1', vendor: 'square', name: 'Square', pos_location: 'L1' },
        ...{ environment: 'sandbox', api_url: null, is_default: true, settings: {} },
      },
    ],
    act,
  );
  await store.saveMenu(mario, 'loc_1', { body: {}, version: 'v1' }, act);
  expect(await store.connections(mario)).toMatchObject([{ id: 'con_1' }]);
  expect(await store.menuVersion(mario, 'loc_1')).toBe('v1');
});

it('sees what another program writes', async () => {
  expect(await store.findKey(hash)).toMatchObject({ revoked_at: null });
  const other = new Database(place.file);
  other.prepare('UPDATE keys SET revoked_at = 3000').run();
  other.close();
  await new Promise(setImmediate);
  expect(await store.findKey(hash)).toMatchObject({ revoked_at: 3_000 });
});

it('keeps the shops of one scope from another', async () => {
  expect(await store.shops(mario)).toHaveLength(1);
  expect(await store.shops({ ...mario, location_ids: [] })).toEqual([]);
  expect(await store.shop({ ...mario, location_ids: [] }, 'loc_1')).toBeUndefined();
});
