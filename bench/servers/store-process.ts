import type { OrderQuery } from '../../src/store/records';
import { openSqliteStore } from '../../src/store/sqlite/open';
import type { Store } from '../../src/store/store';
import { answerCalls } from '../child';
import { oldPositions, PAGE, type Reading, type Times, timed } from '../reading';

export type StoreCalls = {
  open(of: { database: string; orders: number }): Promise<void>;
  read(what: { reading: Reading; seconds: number }): Promise<Times>;
};

const scope = { restaurant_id: 'rst_1', location_ids: null };
const shop = { location_ids: ['loc_1'] };
let opened: { store: Store; orders: number };

/** What a page needs of the store: its orders, and what became of them. */
async function page(query: OrderQuery): Promise<number> {
  const { records } = await opened.store.orders(scope, query);
  await opened.store.deliveriesOf(
    scope,
    records.map(({ id }) => id),
  );
  return records.length;
}

answerCalls({
  async open({ database, orders }) {
    opened = { store: openSqliteStore(database), orders };
  },
  async read({ reading, seconds }) {
    const positions = oldPositions(opened.orders);
    const queries: Record<Reading, (n: number) => OrderQuery> = {
      newest: () => ({ ...shop, limit: PAGE }),
      empty: () => ({ ...shop, limit: PAGE, since: Date.now() }),
      old: (n) => ({ ...shop, limit: PAGE, after: positions[n % positions.length] }),
    };
    const found = await page(queries[reading](0));
    if (found !== (reading === 'empty' ? 0 : PAGE))
      throw new Error(`The ${reading} page has ${found} orders.`);
    return timed(seconds, (n) => page(queries[reading](n)));
  },
} satisfies StoreCalls);
