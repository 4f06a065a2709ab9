import type { Database } from 'better-sqlite3';
import type { OrderStatus } from '../../order/status';
import { ORDER_STATUSES } from '../../order/status';
import type { OrderPage, OrderQuery, Position, Scope } from '../records';
import { inShops } from './events';
import { ORDER_FIELDS, type OrderRow, toRecord } from './order-rows';

/** Filters that no index serves in a given list; each is skipped where its value is null. */
const REST = `
  AND restaurant_id = @restaurant_id
  AND (@statuses IS NULL OR instr(@statuses, ',' || status || ',') > 0)
  AND (@acked IS NULL OR acked = @acked)
  AND (@since IS NULL OR updated_at >= @since)
  AND (@external_ref IS NULL OR external_ref = @external_ref)
  AND (@phone_e164 IS NULL OR phone_e164 = @phone_e164)
  AND (@phone_last4 IS NULL OR phone_last4 = @phone_last4)`;
const BY_CREATED = 'AND (created_at, id) < (@at, @id) ORDER BY created_at DESC, id DESC LIMIT @limit';

const list = (index: string, where: string, by: 'created_at' | 'updated_at' = 'created_at') => `
  SELECT ${by} AS at, id FROM orders INDEXED BY ${index} WHERE location_id = @location_id ${where} ${REST}
  ${BY_CREATED.replaceAll('created_at', by)}`;

/**
 * One statement for each way to walk a shop's orders. Each walks one index in the order of the answer, so that a page costs
 * the same however many orders there are. Several shops or statuses are several walks, merged.
 */
export const ORDER_LISTS = {
  newest: list('orders_by_created', ''),
  state: list('orders_by_state', 'AND acked = @is_acked AND status = @status'),
  changed: list('orders_by_updated', 'AND updated_at >= @since', 'updated_at'),
  reference: list('orders_by_ref', 'AND external_ref = @external_ref').replace(/ORDER BY.*LIMIT/, 'LIMIT'),
  phone: list('orders_by_phone', 'AND phone_last4 = @phone_last4'),
};
type Walk = keyof typeof ORDER_LISTS;

const FIRST: Position = { at: Number.MAX_SAFE_INTEGER, id: '' };

/** Pages of orders, newest first. */
export function orderLister(db: Database): (scope: Scope, query: OrderQuery) => OrderPage {
  const prepared = Object.entries(ORDER_LISTS).map(([walk, sql]) => [walk, db.prepare(sql)] as const);
  const walks = new Map(prepared);
  const fetch = db.prepare(`SELECT ${ORDER_FIELDS} FROM orders WHERE id = ?`);
  // In one transaction: else each look-up of an order takes its own locks, and a page could mix two moments.
  return db.transaction((scope: Scope, query: OrderQuery): OrderPage => {
    const shops = query.location_ids.filter((id) => inShops(scope.location_ids, id));
    const walk = chooseWalk(query);
    const found = shops.flatMap((location_id) =>
      branches(walk, query).flatMap(
        (branch) =>
          walks.get(walk)?.all({ ...parameters(scope, query), ...branch, location_id }) as Position[],
      ),
    );
    const page = found.sort(newestFirst).slice(0, query.limit + 1);
    const shown = page.slice(0, query.limit);
    const records = shown.map(({ id }) => toRecord(fetch.get(id) as OrderRow));
    return { records, next: page.length > query.limit ? (shown.at(-1) ?? null) : null };
  });
}

/** The walk that sees fewest orders. */
function chooseWalk(query: OrderQuery): Walk {
  if (query.external_ref !== undefined) return 'reference';
  if (query.phone !== undefined) return 'phone';
  if (query.since !== undefined) return 'changed';
  return query.acked !== undefined || query.statuses !== undefined ? 'state' : 'newest';
}

function branches(walk: Walk, query: OrderQuery): { status?: OrderStatus; is_acked?: number }[] {
  if (walk !== 'state') return [{}];
  const acked = query.acked === undefined ? [0, 1] : [Number(query.acked)];
  return (query.statuses ?? ORDER_STATUSES).flatMap((status) =>
    acked.map((is_acked) => ({ status, is_acked })),
  );
}

function parameters(scope: Scope, query: OrderQuery) {
  const { phone } = query;
  const e164 = phone && 'e164' in phone ? phone.e164 : null;
  return {
    ...(query.after ?? FIRST),
    restaurant_id: scope.restaurant_id,
    limit: query.limit + 1,
    statuses: query.statuses ? `,${query.statuses.join(',')},` : null,
    acked: query.acked === undefined ? null : Number(query.acked),
    since: query.since ?? null,
    external_ref: query.external_ref ?? null,
    phone_e164: e164,
    phone_last4: e164 ? e164.slice(-4) : phone && 'last4' in phone ? phone.last4 : null,
  };
}

function newestFirst(a: Position, b: Position): number {
  return b.at - a.at || (a.id < b.id ? 1 : -1);
}
