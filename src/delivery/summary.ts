import { endedDay } from '../order/business-day';
import type { Shop } from '../order/shop';
import type { OrderRecord } from '../store/records';
import type { Store } from '../store/store';
import { mailRow } from './notices';
import { isRehearsal } from './rehearsal/row';
import { scopeOf } from './subject';
import { summaryRow } from './summary-rows';
import type { Timing } from './timing';

type Parts = { store: Store; timing: Timing; newId: (prefix: string) => string };

/**
 * Every shop gets one mail about each day on which orders came, once that day has ended. After a pause of this process only the
 * last day is caught up on; the store knows which have been told already.
 */
export function summaryChore(parts: Parts): (now: number) => Promise<void> {
  const done = new Map<string, string>();
  let last = Number.NEGATIVE_INFINITY;
  return async (now) => {
    if (now - last < parts.timing.dayCheck && now >= last) return;
    last = now;
    for (const { restaurant_id, shop } of await parts.store.everyShop()) {
      const date = endedDay(now, shop);
      if (!shop.email || done.get(shop.id) === date) continue;
      await tell({ restaurant_id, shop, date, now }, parts);
      done.set(shop.id, date);
    }
  };
}

type Ended = { restaurant_id: string; shop: Shop; date: string; now: number };

async function tell({ restaurant_id, shop, date, now }: Ended, { store, newId }: Parts): Promise<void> {
  const scope = scopeOf({ restaurant_id });
  const orders = (await store.ordersOfDay(scope, shop.id, date)).filter(
    ({ order }) => !order.test && order.source.channel !== 'pos',
  );
  if (orders.length === 0) return;
  const deliveries = await store.deliveriesOf(
    scope,
    orders.map(({ id }) => id),
  );
  const ofOrder = Map.groupBy(deliveries, ({ order_id }) => order_id);
  const isTold = ({ id }: OrderRecord) => !(ofOrder.get(id) ?? []).some(isRehearsal);
  // What was rehearsed is told of in a mail of its own.
  const rows = orders.filter(isTold).map((order) => summaryRow(order, ofOrder.get(order.id) ?? []));
  if (rows.length === 0) return;
  const mail = mailRow({
    restaurant_id,
    id: newId('dlv'),
    purpose: 'summary',
    suffix: date,
    payload: { summary: { date, rows } },
  });
  await store.addDelivery(scope, { location_id: shop.id, order_id: null }, mail, { key_id: null, at: now });
}
