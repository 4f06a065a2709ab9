import { businessDayEnd, endedDay } from '../../order/business-day';
import type { Shop } from '../../order/shop';
import { PosError } from '../../pos/errors';
import type { SeenOrder } from '../../pos/webhook';
import type { ConnectionRecord } from '../../store/records';
import { type AskingParts, openToAsk } from '../asking';
import { mailRow } from '../notices';
import { scopeOf } from '../subject';
import { nightOf, rehearsedOrders } from './night';

/** What staff rang up just before the first order belongs to the night too. */
const BEFORE_MS = 3_600_000;
/** A POS that cannot be read is asked again for so long after closing. */
const PATIENCE_MS = 3_600_000;

/** Once a shop's day has ended, what was rehearsed on it is counted, compared, kept and mailed: once, as the store knows it. */
export function rehearsalChore(parts: AskingParts): (now: number) => Promise<void> {
  const done = new Map<string, string>();
  let last = Number.NEGATIVE_INFINITY;
  return async (now) => {
    if (now - last < parts.timing.dayCheck && now >= last) return;
    last = now;
    const shops = new Map((await parts.store.everyShop()).map(({ shop }) => [shop.id, shop]));
    for (const connection of await parts.store.everyConnection()) {
      const shop = shops.get(connection.location_id);
      const date = shop && endedDay(now, shop);
      if (!shop || !date || done.get(connection.id) === date) continue;
      parts.background.run(`rehearsal:${connection.id}`, async () => {
        if (await close({ connection, shop, date, now }, parts)) done.set(connection.id, date);
      });
    }
  };
}

type Ended = { connection: ConnectionRecord; shop: Shop; date: string; now: number };

/** Whether the night is done with. */
async function close({ connection, shop, date, now }: Ended, parts: AskingParts): Promise<boolean> {
  const { store, newId } = parts;
  const [latest] = await store.nightsOf(connection.id, 1);
  if (latest && latest.business_day >= date) return true;
  const scope = scopeOf(connection);
  const orders = await store.ordersOfDay(scope, shop.id, date);
  const ids = orders.map(({ id }) => id);
  const rehearsed = rehearsedOrders(orders, await store.deliveriesOf(scope, ids), connection.id);
  const first = rehearsed[0]?.record.created_at;
  if (first === undefined) return true;
  const seen = await rungUp(connection, first - BEFORE_MS, parts);
  if (seen === 'later' && now < businessDayEnd(first, shop) + PATIENCE_MS) return false;
  const night = nightOf(rehearsed, seen === 'later' ? null : seen);
  const { id, restaurant_id } = connection;
  const mail = mailRow({
    restaurant_id,
    id: newId('dlv'),
    purpose: 'rehearsal',
    suffix: `${id}:${date}`,
    payload: { connection_id: id, date, night },
  });
  const kept = { connection, business_day: date, body: night, mail: shop.email === null ? null : mail };
  await store.keepNight(kept, { key_id: null, at: now });
  return true;
}

/** The POS's own orders; null where it has no way to list them, `later` where it does not answer now. */
async function rungUp(
  { id: connection_id, restaurant_id }: ConnectionRecord,
  since: number,
  parts: AskingParts,
): Promise<SeenOrder[] | null | 'later'> {
  try {
    const { vendor, session } = await openToAsk({ restaurant_id, connection_id }, parts);
    return (await vendor.listPosOrders?.(new Date(since).toISOString(), session)) ?? null;
  } catch (error) {
    if (!(error instanceof PosError)) throw error;
    return error.kind === 'rejected' ? null : 'later';
  }
}
