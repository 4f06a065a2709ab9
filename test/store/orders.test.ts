import Database from 'better-sqlite3';
import { openSqliteStore } from '../../src/store/sqlite/open';
import type { Store } from '../../src/store/store';
import { act, addRestaurant, freshFile, mario, newOrder } from '../support/sqlite-file';

let place: ReturnType<typeof freshFile>;
let store: Store;
beforeEach(async () => {
  place = freshFile();
  store = openSqliteStore(place.file);
  await addRestaurant(store);
  await addRestaurant(store, 'rst_2');
});
afterEach(async () => {
  await store.close();
  place.remove();
});

const luigi = { restaurant_id: 'rst_2', location_ids: null };

it('stores the other orders of a batch when one of them is a duplicate', async () => {
  const orders = [
    newOrder('ord_1'),
    newOrder('ord_2', { external_ref: 'ord_1', notes: 'other' }),
    newOrder('ord_3'),
  ];
  const outcomes = await Promise.all(orders.map((order) => store.createOrder(mario, order, act)));
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['created', 'conflict', 'created']);
});

it('gives consecutive ticket numbers to orders that arrive at once', async () => {
  const ids = Array.from({ length: 50 }, (_, index) => `ord_${index}`);
  const outcomes = await Promise.all(ids.map((id) => store.createOrder(mario, newOrder(id), act)));
  const numbers = outcomes.map(({ record }) => Number(record.number));
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
});

it('hides everything from another restaurant', async () => {
  await store.createOrder(mario, newOrder('ord_1'), act);
  expect(await store.order(luigi, 'ord_1')).toBeUndefined();
  expect(await store.ackOrder(luigi, 'ord_1', act)).toBeUndefined();
  expect(await store.updateOrder(luigi, 'ord_1', () => ({ status: 'sent' }), act)).toBeUndefined();
  expect((await store.orders(luigi, { limit: 10, location_ids: ['loc_1'] })).records).toEqual([]);
  expect(await store.events(luigi, 'ord_1')).toEqual([]);
  expect(await store.shop(luigi, 'loc_1')).toBeUndefined();
  expect(await store.revokeKey(luigi, 'key_rst_1-admin', act)).toBe(false);
  await expect(store.createOrder(luigi, newOrder('ord_2'), act)).rejects.toThrow('outside its scope');
  const menu = { body: {}, version: '1' };
  await expect(store.saveMenu(luigi, 'loc_1', menu, act)).rejects.toThrow('outside its scope');
});

it('hides the other shops from a limited scope', async () => {
  await store.createOrder(mario, newOrder('ord_1'), act);
  const elsewhere = { restaurant_id: 'rst_1', location_ids: ['loc_9'] };
  expect(await store.order(elsewhere, 'ord_1')).toBeUndefined();
  expect(await store.shops(elsewhere)).toEqual([]);
  expect((await store.orders(elsewhere, { limit: 10, location_ids: ['loc_1'] })).records).toEqual([]);
});

it('writes nothing where a change is refused', async () => {
  await store.createOrder(mario, newOrder('ord_1'), act);
  const refuse = () => {
    throw new Error('refused');
  };
  await expect(store.updateOrder(mario, 'ord_1', refuse, act)).rejects.toThrow('refused');
  expect((await store.events(mario, 'ord_1')).map(({ type }) => type)).toEqual(['order.created']);
});

it('remembers what happened by names, without any of the guest’s data', async () => {
  await store.createOrder(mario, newOrder('ord_1'), act);
  await store.updateOrder(
    mario,
    'ord_1',
    ({ order }) => ({ status: 'scheduled', order: { ...order, notes: 'gate 4711' } }),
    {
      key_id: 'key_1',
      at: 2_000,
    },
  );
  await store.ackOrder(mario, 'ord_1', act);
  const events = await store.events(mario, 'ord_1');
  expect(events.map(({ type, data }) => [type, data])).toEqual([
    ['order.created', {}],
    ['order.updated', { changed: ['notes'], status: { from: 'received', to: 'scheduled' } }],
    ['order.acked', {}],
  ]);
  expect(events[1]).toMatchObject({ key_id: 'key_1', at: 2_000 });
});

it('keeps the history: it cannot be changed or deleted', async () => {
  await store.createOrder(mario, newOrder('ord_1'), act);
  const db = new Database(place.file);
  expect(() => db.exec('DELETE FROM events')).toThrow('append-only');
  expect(() => db.exec("UPDATE events SET type = 'x'")).toThrow('append-only');
  db.close();
});

it('counts an acknowledgement as no change: it does not come back to a reader who asks for changes', async () => {
  await store.createOrder(mario, newOrder('ord_1'), act);
  const acked = await store.ackOrder(mario, 'ord_1', { key_id: null, at: 5_000 });
  expect(acked).toMatchObject({ acked_at: 5_000, updated_at: 1_000 });
  expect((await store.ackOrder(mario, 'ord_1', { key_id: null, at: 9_000 }))?.acked_at).toBe(5_000);
});
