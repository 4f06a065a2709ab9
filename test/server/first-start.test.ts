import { hashKey } from '../../src/server/access';
import { type Config, readConfig } from '../../src/server/config';
import { prepareStore } from '../../src/server/first-start';
import { createIds, createSecret } from '../../src/server/ids';
import { openSqliteStore } from '../../src/store/sqlite/open';
import { freshFile } from '../support/sqlite-file';

const places: ReturnType<typeof freshFile>[] = [];
afterAll(() => {
  for (const place of places) place.remove();
});

/** Starts, looks around and stops, on the same file each time. */
function program() {
  const place = freshFile();
  places.push(place);
  return async (config: Partial<Config> = {}) => {
    const store = openSqliteStore(place.file);
    const now = Date.now;
    const parts = {
      store,
      config: { ...readConfig({}), ...config },
      now,
      newId: createIds(now),
      newSecret: createSecret,
    };
    const start = await prepareStore(parts);
    const opens = async (key: string) => {
      const found = await store.findKey(hashKey(key));
      return found !== undefined && found.revoked_at === null;
    };
    return { ...start, store, opens };
  };
}

it('makes a restaurant, its shop and an admin key, which is shown once', async () => {
  const start = program();
  const first = await start({ firstShop: readConfig({ RESTAURANT_NAME: "Mario's" }).firstShop });
  expect(await first.store.firstRestaurant()).toMatchObject({ id: 'rst_1', name: "Mario's" });
  const scope = { restaurant_id: 'rst_1', location_ids: null };
  expect(await first.store.shops(scope)).toMatchObject([{ id: 'loc_1', name: "Mario's" }]);
  expect(await first.opens(first.firstKey ?? '')).toBe(true);
  expect(await first.store.keys(scope)).toMatchObject([{ scope: 'admin' }]);
  await first.store.close();

  const second = await start();
  expect(second.firstKey).toBeNull();
  expect(await second.opens(first.firstKey ?? '')).toBe(true);
  await second.store.close();
});

it('uses ORDERWIRE_API_KEY instead, and shows nothing', async () => {
  const { firstKey, opens, store } = await program()({ apiKey: 'chosen-by-the-owner' });
  expect(firstKey).toBeNull();
  expect(await opens('chosen-by-the-owner')).toBe(true);
  const [key] = await store.keys({ restaurant_id: 'rst_1', location_ids: null });
  expect(key?.prefix).toBe('chos');
  await store.close();
});

it('lets a new ORDERWIRE_API_KEY replace the one before, and says so', async () => {
  const start = program();
  await (await start({ apiKey: 'first' })).store.close();
  const { opens, notices, store } = await start({ apiKey: 'second' });
  expect([await opens('first'), await opens('second')]).toEqual([false, true]);
  expect(notices).toEqual([expect.stringContaining('no longer works')]);
  await store.close();
});

it('does not bring back an ORDERWIRE_API_KEY that was deleted, and says so', async () => {
  const start = program();
  const first = await start({ apiKey: 'chosen' });
  const scope = { restaurant_id: 'rst_1', location_ids: null };
  const [key] = await first.store.keys(scope);
  await first.store.revokeKey(scope, key?.id ?? '', { key_id: null, at: 1 });
  await first.store.close();
  const { opens, notices, store } = await start({ apiKey: 'chosen' });
  expect(await opens('chosen')).toBe(false);
  expect(notices[0]).toContain('stays deleted');
  await store.close();
});
