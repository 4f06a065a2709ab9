import { flatFields } from '../order/flat';
import type { Order } from '../order/schema';
import type { Shop } from '../order/shop';
import { ticketText } from '../order/ticket-text';
import { computedTotal } from '../order/totals';
import type { OrderRecord } from '../store/records';

/** How one line was matched to the menu; the shape of `match` is the menu's. */
export type ItemMatch = { path: string; match: Record<string, unknown> };
/** The seam for matching: what the menu says to the lines of an order. */
export type ItemMatcher = (order: Order, shop: Shop) => Promise<ItemMatch[]>;

export const noMatches: ItemMatcher = async () => [];

/** An order as the API answers it everywhere: nested, with flat helpers beside. */
export async function toOrderAnswer(record: OrderRecord, shop: Shop, matchItems: ItemMatcher) {
  const { order, number } = record;
  return {
    ...order,
    id: record.id,
    number,
    status: record.status,
    totals: { quoted: order.quoted_total, computed: computedTotal(order), pos: null },
    items_match: await matchItems(order, shop),
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
