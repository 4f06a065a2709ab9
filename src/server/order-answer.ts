import type { MenuIndex } from '../menu/menu-index';
import { isTicket } from '../order/delivery';
import type { Shop } from '../order/shop';
import type { DeliveryRecord } from '../store/delivery-records';
import type { OrderRecord, Scope } from '../store/records';
import { toDeliveryAnswer } from './delivery-answer';
import { renderOrder } from './rendered-order';
import type { Services } from './services';
import { shopIn } from './shop-of';

/** An order as the API answers it everywhere: nested, with flat helpers beside. */
export function toOrderAnswer(record: OrderRecord, { shop, menu, deliveries }: AnswerParts) {
  const { order } = record;
  const { computed_total, items_match, ticket_text, ...flat } = renderOrder(record, shop, menu);
  return {
    ...order,
    id: record.id,
    number: record.number,
    status: record.status,
    previous_status: record.previous_status,
    totals: { quoted: order.quoted_total, computed: computed_total, pos: posTotal(deliveries) },
    items_match,
    deliveries: deliveries.map(toDeliveryAnswer),
    acked_at: record.acked_at === null ? null : toRfc3339(record.acked_at),
    created_at: toRfc3339(record.created_at),
    updated_at: toRfc3339(record.updated_at),
    ...flat,
    ticket_text,
  };
}

export function toRfc3339(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

type AnswerParts = { shop: Shop; menu: MenuIndex | null; deliveries: DeliveryRecord[] };
type Answering = { scope: Scope } & Pick<Services, 'store' | 'menus'>;

/** What the POS charges, where it has the order and says so. */
function posTotal(deliveries: DeliveryRecord[]): number | null {
  const order = deliveries.filter(isTicket);
  const totals = order.map(({ receipt }) => receipt?.pos_total);
  return (totals.findLast((total) => typeof total === 'number') as number | undefined) ?? null;
}

/** The answer for a stored order, its lines held against the shop's menu. */
export async function answerOrder(record: OrderRecord, shop: Shop, { scope, store, menus }: Answering) {
  const deliveries = await store.deliveriesOf(scope, [record.id]);
  return toOrderAnswer(record, { shop, menu: await menus.of(scope, shop), deliveries });
}

/** The same for a page of orders: each shop's menu is asked for once. */
export async function answerOrders(
  records: OrderRecord[],
  shops: Shop[],
  { scope, store, menus }: Answering,
) {
  const indexes = new Map<string, MenuIndex | null>();
  for (const id of new Set(records.map((record) => record.location_id))) {
    indexes.set(id, await menus.of(scope, { id }));
  }
  const all = await store.deliveriesOf(
    scope,
    records.map(({ id }) => id),
  );
  const byOrder = Map.groupBy(all, ({ order_id }) => order_id);
  return records.map((record) =>
    toOrderAnswer(record, {
      shop: shopIn(shops, record),
      menu: indexes.get(record.location_id) ?? null,
      deliveries: byOrder.get(record.id) ?? [],
    }),
  );
}
