import type Database from 'better-sqlite3';
import { SELECT_ALIAS, SELECT_ALIASES } from '../../src/store/sqlite/aliases';
import { SELECT_CONNECTION, SELECT_CONNECTIONS } from '../../src/store/sqlite/connections';
import { SELECT_ANSWER, SELECT_CONVERSATION } from '../../src/store/sqlite/conversations';
import { SELECT_EVENTS } from '../../src/store/sqlite/events';
import { SELECT_EXCHANGES } from '../../src/store/sqlite/exchanges';
import { SELECT_KEY_BY_HASH, SELECT_KEYS } from '../../src/store/sqlite/keys';
import { SELECT_AVAILABILITY, SELECT_MENU, SELECT_TO_SEND } from '../../src/store/sqlite/menus';
import { openDatabase, openSqliteStore } from '../../src/store/sqlite/open';
import { SELECT_BY_KEY, SELECT_BY_REF, SELECT_LATEST_OF_PHONE } from '../../src/store/sqlite/order-create';
import { ORDER_LISTS } from '../../src/store/sqlite/order-list';
import { SELECT_DAY, SELECT_ORDER } from '../../src/store/sqlite/orders';
import { SELECT_CALL, SELECT_CALLS_DUE } from '../../src/store/sqlite/receptionist-ledger';
import { SELECT_NIGHTS } from '../../src/store/sqlite/rehearsal-nights';
import { SELECT_SHOPS_OF_NUMBER } from '../../src/store/sqlite/shop-numbers';
import { SELECT_OWNER, SELECT_SHOP, SELECT_SHOPS } from '../../src/store/sqlite/shops';
import { SELECT_LINK, SELECT_LINK_SINCE, SELECT_SESSION } from '../../src/store/sqlite/sign-in';
import { SELECT_TOKEN } from '../../src/store/sqlite/tokens';
import { act, addRestaurant, freshFile, mario, newOrder } from '../support/sqlite-file';

const place = freshFile();
let db: Database.Database;
beforeAll(() => {
  db = openDatabase(place.file);
});
afterAll(() => {
  db.close();
  place.remove();
});

const QUERIES = {
  ...ORDER_LISTS,
  SELECT_EVENTS,
  SELECT_EXCHANGES,
  SELECT_KEY_BY_HASH,
  SELECT_KEYS,
  SELECT_AVAILABILITY,
  SELECT_MENU,
  SELECT_TO_SEND,
  SELECT_ALIAS,
  SELECT_ALIASES,
  SELECT_BY_KEY,
  SELECT_BY_REF,
  SELECT_LATEST_OF_PHONE,
  SELECT_CONVERSATION,
  SELECT_ANSWER,
  SELECT_DAY,
  SELECT_ORDER,
  SELECT_OWNER,
  SELECT_SHOP,
  SELECT_SHOPS,
  SELECT_SHOPS_OF_NUMBER,
  SELECT_CONNECTION,
  SELECT_CONNECTIONS,
  SELECT_TOKEN,
  SELECT_SESSION,
  SELECT_LINK,
  SELECT_LINK_SINCE,
  SELECT_CALL,
  SELECT_CALLS_DUE,
  SELECT_NIGHTS,
};

it.each(Object.entries(QUERIES))(
  '%s walks an index: it never reads a whole table and never sorts',
  (_name, sql) => {
    const names = [...sql.matchAll(/@(\w+)/g)].map(([, name = '']) => [name, null]);
    const positional = [...sql.matchAll(/\?/g)].map(() => null);
    const statement = db.prepare(`EXPLAIN QUERY PLAN ${sql}`);
    const plan = (
      names.length > 0 ? statement.all(Object.fromEntries(names)) : statement.all(...positional)
    ) as {
      detail: string;
    }[];
    const steps = plan.map(({ detail }) => detail);
    expect(steps.filter((step) => /^SCAN|TEMP B-TREE/.test(step))).toEqual([]);
    expect(steps.some((step) => step.startsWith('SEARCH'))).toBe(true);
  },
);

it('finds the newest page of many orders by looking at that page only', async () => {
  const big = freshFile();
  const store = openSqliteStore(big.file);
  await addRestaurant(store);
  const time = async (run: () => Promise<unknown>) => {
    const rounds: number[] = [];
    for (let round = 0; round < 100; round++) {
      const from = process.hrtime.bigint();
      await run();
      rounds.push(Number(process.hrtime.bigint() - from));
    }
    // The quickest: what the work itself takes, whatever else the machine does.
    return Math.min(...rounds);
  };
  const poll = () => store.orders(mario, { limit: 20, location_ids: ['loc_1'], since: 2_000_000 });
  const newest = () => store.orders(mario, { limit: 20, location_ids: ['loc_1'] });
  const fill = (from: number, to: number) =>
    Promise.all(
      Array.from({ length: to - from }, (_, index) =>
        store.createOrder(mario, newOrder(`ord_${from + index}`), { ...act, at: from + index }),
      ),
    );
  await fill(0, 100);
  await Promise.all([time(poll), time(newest)]);
  const few = { poll: await time(poll), newest: await time(newest) };
  await fill(100, 5_000);
  const many = { poll: await time(poll), newest: await time(newest) };
  // Fifty times the orders; a scan would take fifty times as long.
  expect(many.poll / few.poll).toBeLessThan(5);
  expect(many.newest / few.newest).toBeLessThan(5);
  await store.close();
  big.remove();
}, 30_000);
