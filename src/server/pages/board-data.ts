import { pauseOf } from '../../order/pause';
import type { Shop } from '../../order/shop';
import { ORDER_STATUSES, type OrderStatus } from '../../order/status';
import type { OrderRecord, Scope } from '../../store/records';
import type { Board } from '../../web/board';
import { type BoardOrder, toBoardOrder } from '../../web/board-order';
import type { Tonight } from '../../web/tonight-page';
import type { PageServices } from './page-services';

const CLOSED: OrderStatus[] = ['completed', 'rejected', 'cancelled', 'expired'];
const OPEN = ORDER_STATUSES.filter((status) => !CLOSED.includes(status));
/** A board is looked at, not read: more orders than these are for the search. */
const MOST = { open: 120, closed: 20 };
/** Not every POS says when an order is done: what was promised so long ago is no longer coming, and what was taken then is no longer of this evening. */
const EVENING_MS = 8 * 3_600_000;

type Seen = Pick<Tonight, 'shop' | 'health' | 'pause' | 'board' | 'now'>;

/** All that the page of an evening shows of one shop. */
export async function eveningOf(shop: Shop, scope: Scope, services: PageServices): Promise<Seen> {
  const { store, now, probe } = services;
  const connections = await store.connections(scope);
  const ours = connections.filter(({ location_id }) => location_id === shop.id);
  const health = await probe.of(ours.find(({ is_default }) => is_default) ?? ours[0]);
  const at = now();
  return { shop, health, pause: pauseOf(shop, at), board: await boardOf(shop, scope, services), now: at };
}

async function boardOf(shop: Shop, scope: Scope, { store, now }: PageServices): Promise<Board> {
  const of = { location_ids: [shop.id] };
  const open = await store.orders(scope, { ...of, statuses: OPEN, limit: MOST.open });
  const ended = await store.orders(scope, { ...of, statuses: CLOSED, limit: MOST.closed });
  const records = [...open.records, ...ended.records];
  const all = await store.deliveriesOf(
    scope,
    records.map(({ id }) => id),
  );
  const byOrder = Map.groupBy(all, ({ order_id }) => order_id);
  const toBoard = (record: OrderRecord) => toBoardOrder(record, byOrder.get(record.id) ?? [], shop);
  const orders = records.map(toBoard).filter((order) => isOfTonight(order, now()));
  return {
    orders: orders.filter(({ standing }) => standing !== 'closed').sort(byPromise),
    closed: orders.filter(({ standing }) => standing === 'closed').sort(byPromise),
    isCut: open.next !== null,
  };
}

const byPromise = (a: BoardOrder, b: BoardOrder) => a.promisedAt - b.promisedAt;

/** What still needs somebody stays, however old it is. */
function isOfTonight({ standing, promisedAt }: BoardOrder, now: number): boolean {
  const isOpen = standing === 'needs_you' || standing === 'waiting';
  return isOpen || promisedAt > now - EVENING_MS;
}
