import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { readStoredShop } from '../../src/order/shop';
import { openSqliteStore } from '../../src/store/sqlite/open';
import { definePhones } from '../../src/store/sqlite/shop-numbers';
import type { Store } from '../../src/store/store';
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
const reached = async (number: string) =>
  (await store.shopsWithNumber(number)).map(({ restaurant_id, shop }) => `${restaurant_id} ${shop.id}`);
const answerOn = (...twilio_numbers: string[]) =>
  store.updateShop(mario, 'loc_1', (shop) => ({ ...shop, twilio_numbers }), act);

it('finds the shop of a number, however that was written down', async () => {
  await answerOn('(617) 555-0100', '+1 617 555 0101', '617.555.0100');
  expect(await reached('+16175550100')).toEqual(['rst_1 loc_1']);
  expect(await reached('+16175550101')).toEqual(['rst_1 loc_1']);
  expect(await reached('+16175550102')).toEqual([]);
});

it('forgets a number that was taken away, and knows one that two shops have', async () => {
  await answerOn('+16175550100');
  expect(await reached('+16175550100')).toHaveLength(1);
  await answerOn('+16175550101');
  expect(await reached('+16175550100')).toEqual([]);
  const settings = readStoredShop({ name: 'Two', twilio_numbers: ['617 555 0101'] });
  await store.createShop(mario, settings, act);
  expect(await reached('+16175550101')).toEqual(['rst_1 loc_1', 'rst_1 loc_2']);
});

it('reads a number in the country of its shop', async () => {
  const settings = readStoredShop({ name: 'London', country: 'GB', twilio_numbers: ['020 7946 0100'] });
  await store.createShop(mario, settings, act);
  expect(await reached('+442079460100')).toEqual(['rst_1 loc_2']);
});

it('finds the numbers of a database from before they were looked up', async () => {
  await answerOn('(617) 555-0100', 'no number');
  await store.close();
  const db = new Database(place.file);
  db.exec('DROP TABLE shop_numbers');
  definePhones(db);
  db.exec(readFileSync('src/store/migrations/sqlite/0011-shop-numbers.sql', 'utf8'));
  db.close();
  store = openSqliteStore(place.file);
  expect(await reached('+16175550100')).toEqual(['rst_1 loc_1']);
});
