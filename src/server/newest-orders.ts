import { setImmediate } from 'node:timers/promises';
import type { OrderRecord, Position, Scope } from '../store/records';
import type { Services } from './services';

const PAGE = 100;

type Walk = {
  scope: Scope;
  location_id: string;
  /** Older ones are left out (milliseconds). */
  since: number;
  /** Not more than these. */
  most: number;
};

/** A shop's orders, newest first. */
export async function* newestOrders(
  { scope, location_id, since, most }: Walk,
  { store }: Pick<Services, 'store'>,
): AsyncGenerator<OrderRecord> {
  let after: Position | undefined;
  for (let seen = 0; seen < most; seen += PAGE) {
    const page = await store.orders(scope, { limit: PAGE, location_ids: [location_id], after });
    for (const record of page.records) {
      if (record.created_at < since) return;
      yield record;
    }
    if (!page.next) return;
    after = page.next;
    // Other requests are answered meanwhile.
    await setImmediate();
  }
}
