import { asList, asObject, asText, type Json } from '../json';
import { type PosOrder, referenceOf } from '../pos-order';
import { read, SOURCE_NAME, type SquareSession } from './api';
import { isCanceled } from './placed';

const DAY_MS = 24 * 3_600_000;

/** An order made earlier, by id. */
export async function fetchOrder(session: SquareSession, id: string): Promise<Json> {
  const reply = asObject(await read(session, 'GET', `/v2/orders/${encodeURIComponent(id)}`));
  return asObject(reply.order);
}

/**
 * SearchOrders has no filter for our reference (https://developer.squareup.com/reference/square/orders-api/search-orders, read
 * 2026-11-24): our own orders around this one's time are read and compared. A cancelled one counts only where there is no other.
 */
export async function findByReference(order: PosOrder, session: SquareSession): Promise<Json | undefined> {
  const reference = referenceOf(order, { vendor: 'square', posLocation: session.posLocation });
  let canceled: Json | undefined;
  for await (const page of searchPages(session, toSearch(order, session))) {
    const ours = page.filter((one) => one.reference_id === reference);
    const found = ours.find((one) => !isCanceled(one));
    if (found) return found;
    canceled ??= ours[0];
  }
  return canceled;
}

/** The orders that a search finds, page by page. */
export async function* searchPages(session: SquareSession, search: object): AsyncGenerator<Json[]> {
  let cursor: string | undefined;
  do {
    const body = { ...search, ...(cursor && { cursor }) };
    const page = asObject(await read(session, 'POST', '/v2/orders/search', body));
    yield asList(page.orders);
    cursor = asText(page.cursor);
  } while (cursor);
}

/** Our orders at this location, from a day before the order was taken: clocks differ, and `placed_at` is what somebody wrote. */
export function toSearch(order: PosOrder, { posLocation, now }: Pick<SquareSession, 'posLocation' | 'now'>) {
  const times = [order.timing.placed_at, now].flatMap((time) => (time ? [Date.parse(time)] : []));
  const start_at = times.length > 0 && new Date(Math.min(...times) - DAY_MS).toISOString();
  const filter = {
    source_filter: { source_names: [SOURCE_NAME] },
    ...(start_at && { date_time_filter: { created_at: { start_at } } }),
  };
  const query = { filter, sort: { sort_field: 'CREATED_AT', sort_order: 'DESC' } };
  return { location_ids: [posLocation], query, limit: 500 };
}
