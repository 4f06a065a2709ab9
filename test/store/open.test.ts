import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { openDatabase, openSqliteStore } from '../../src/store/sqlite/open';
import { act, addRestaurant, freshFile, mario, newOrder } from '../support/sqlite-file';

const place = freshFile();
afterAll(() => place.remove());

it('makes the file and its folder, readable by its owner only', async () => {
  const file = `${place.file}-folder/orders.db`;
  const store = openSqliteStore(file);
  await store.ready();
  await store.close();
  expect(statSync(file).mode & 0o077).toBe(0);
});

it('keeps every answered order when the power fails', async () => {
  const store = openSqliteStore(place.file);
  await addRestaurant(store);
  await Promise.all(['ord_1', 'ord_2', 'ord_3'].map((id) => store.createOrder(mario, newOrder(id), act)));
  const copy = `${place.file}-after-power-cut`;
  copyFileSync(place.file, copy);
  copyFileSync(`${place.file}-wal`, `${copy}-wal`);
  await store.close();

  const survivor = openSqliteStore(copy);
  const { records } = await survivor.orders(mario, { limit: 10, location_ids: ['loc_1'] });
  expect(records.map(({ id }) => id)).toEqual(['ord_3', 'ord_2', 'ord_1']);
  await survivor.close();
});

it('needs no files beside the database and its log while it writes', () => {
  const db = openDatabase(place.file);
  const MEMORY = 2;
  expect(db.pragma('temp_store', { simple: true })).toBe(MEMORY);
  db.close();
});

it('refuses a damaged file after an unclean stop, and leaves it alone', async () => {
  const file = `${place.file}-damaged`;
  const bytes = readFileSync(place.file);
  bytes.fill(0xff, 8192, 40_960);
  writeFileSync(file, bytes);
  writeFileSync(`${file}-wal`, 'left behind');
  expect(() => openSqliteStore(file)).toThrow(
    /cannot be used: it is damaged [\s\S]*restore the file from a backup/,
  );
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

it('leaves a damaged file and the log beside it to whoever restores them', async () => {
  const store = openSqliteStore(place.file);
  await store.createOrder(mario, newOrder('ord_4'), act);
  const file = `${place.file}-damaged-with-log`;
  const bytes = readFileSync(place.file).fill(0xa5, 8192);
  writeFileSync(file, bytes);
  copyFileSync(`${place.file}-wal`, `${file}-wal`);
  const log = readFileSync(`${file}-wal`);
  await store.close();
  expect(() => openSqliteStore(file)).toThrow(/it is damaged/);
  expect(readFileSync(file).equals(bytes)).toBe(true);
  expect(readFileSync(`${file}-wal`).equals(log)).toBe(true);
});

it('refuses a file that is no database, in words', () => {
  const file = `${place.file}-text`;
  writeFileSync(file, 'this is no database, but a long enough text to look at'.repeat(10));
  expect(() => openSqliteStore(file)).toThrow(`The database ${file} cannot be used: file is not a database`);
  expect(() => openSqliteStore(file)).toThrow('set ORDERWIRE_DB to another file');
});

it('refuses a file of a newer OrderWire', () => {
  const file = `${place.file}-newer`;
  const db = new Database(file);
  db.pragma('user_version = 999');
  db.close();
  expect(() => openSqliteStore(file)).toThrow(/written by a newer OrderWire/);
});

it('opens a file again with all that is in it', async () => {
  const store = openSqliteStore(place.file);
  expect(await store.firstRestaurant()).toMatchObject({ id: 'rst_1' });
  expect(await store.order(mario, 'ord_2')).toMatchObject({ number: '2' });
  await store.close();
});
