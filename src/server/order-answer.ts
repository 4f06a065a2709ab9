import { matchLines } from '../menu/match-lines';
import type { MenuIndex } from '../menu/menu-index';
import { flatFields } from '../order/flat';
import type { Shop } from '../order/shop';
import { ticketText } from '../order/ticket-text';
import { computedTotal } from '../order/totals';
import type { OrderRecord, Scope } from '../store/records';
import type { MenuIndexes } from './menu-indexes';
import { shopIn } from './shop-of';

/** An order as the API answers it everywhere: nested, with flat helpers beside. */
export function toOrderAnswer(record: OrderRecord, shop: Shop, menu: MenuIndex | null) {
  const { order, number } = record;
  return {
    ...order,
    id: record.id,
    number,
    status: record.status,
    totals: { quoted: order.quoted_total, computed: computedTotal(order), pos: null },
    items_match: menu ? matchLines(order, menu) : [],
    deliveries: [],
    acked_at: record.acked_at === null ? null : toRfc3339(record.acked_at),
    created_at: toRfc3339(record.created_at),
    updated_at: toRfc3339(record.updated_at),
    ...flatFields(order, shop),
    ticket_text: ticketText(order, { timezone: shop.timezone, number, width: shop.ticket_width }),
  };
}

export function toRfc3339(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

type Answering = { scope: Scope; menus: MenuIndexes };

/** The answer for a stored order, its lines held against the shop's menu. */
export async function answerOrder(record: OrderRecord, shop: Shop, { scope, menus }: Answering) {
  return toOrderAnswer(record, shop, await menus.of(scope, shop));
}

/** The same for a page of orders: each shop's menu is asked for once. */
export async function answerOrders(records: OrderRecord[], shops: Shop[], { scope, menus }: Answering) {
  const indexes = new Map<string, MenuIndex | null>();
  for (const id of new Set(records.map((record) => record.location_id))) {
    indexes.set(id, await menus.of(scope, { id }));
  }
  return records.map((record) =>
    toOrderAnswer(record, shopIn(shops, record), indexes.get(record.location_id) ?? null),
  );
}
