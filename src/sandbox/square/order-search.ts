import type { Call } from './call';
import { SquareRefusal } from './errors';
import type { StoredOrder } from './ledger';
import { requireLocation } from './locations';
import { toOrderReply } from './order-view';
import { toPage } from './paging';
import { flag, list, object, oneOf, type Parsed, required, text, whole } from './shape';
import { parseTime } from './times';

const STATES = ['OPEN', 'COMPLETED', 'CANCELED', 'DRAFT'] as const;
const timeRange = object({ start_at: text(), end_at: text() });

// Every documented filter and no other: there is none for reference_id.
// https://developer.squareup.com/reference/square/orders-api/search-orders, read 2026-11-24.
const searchRequest = object({
  location_ids: list(text()),
  cursor: text(),
  limit: whole,
  return_entries: flag,
  query: object({
    filter: object({
      state_filter: object({ states: required(list(oneOf('OrderState', STATES))) }),
      date_time_filter: object({ created_at: timeRange, updated_at: timeRange, closed_at: timeRange }),
      fulfillment_filter: object({
        fulfillment_types: list(oneOf('FulfillmentType', ['PICKUP', 'SHIPMENT', 'DELIVERY'])),
        fulfillment_states: list(text()),
      }),
      source_filter: object({ source_names: list(text(), 10) }),
      customer_filter: object({ customer_ids: list(text(), 10) }),
    }),
    sort: object({
      sort_field: required(oneOf('SearchOrdersSortField', ['CREATED_AT', 'UPDATED_AT', 'CLOSED_AT'])),
      sort_order: oneOf('SortOrder', ['DESC', 'ASC']),
    }),
  }),
});
type Query = NonNullable<Parsed<typeof searchRequest>['query']>;
type Filter = NonNullable<Query['filter']>;
type TimeField = 'created_at' | 'updated_at' | 'closed_at';

const timeOf = (order: StoredOrder, field: TimeField): number | undefined =>
  ({ created_at: order.createdAt, updated_at: order.updatedAt, closed_at: order.closedAt })[field]?.getTime();

function checkLocations(ids: string[] = []): void {
  if (ids.length === 0)
    throw new SquareRefusal('BAD_REQUEST', 'Must provide at least 1 location_id.', 'location_ids');
  if (ids.length > 10)
    throw new SquareRefusal('BAD_REQUEST', 'Cannot provide more than 10 location_ids.', 'location_ids');
  for (const id of ids) requireLocation(id, 'location_ids');
}

function toSortField({ filter, sort }: Query): TimeField {
  const field = (sort?.sort_field ?? 'CREATED_AT').toLowerCase() as TimeField;
  const ranges = Object.keys(filter?.date_time_filter ?? {});
  if (ranges.length > 1)
    throw new SquareRefusal(
      'BAD_REQUEST',
      'Filter by one time range at a time.',
      'query.filter.date_time_filter',
    );
  // https://developer.squareup.com/docs/orders-api/manage-orders/search-orders, read 2026-11-24: an error, not an empty list.
  if (ranges.length === 1 && (ranges[0] !== field || sort === undefined))
    throw new SquareRefusal(
      'BAD_REQUEST',
      'The sort field must be the field of the time range.',
      'query.sort.sort_field',
    );
  return field;
}

function isWithin(order: StoredOrder, filter: Filter, now: Date): boolean {
  return Object.entries(filter.date_time_filter ?? {}).every(([field, range]) => {
    const time = timeOf(order, field as TimeField);
    const path = `query.filter.date_time_filter.${field}`;
    const start = range.start_at === undefined ? 0 : parseTime(range.start_at, `${path}.start_at`);
    const end = range.end_at === undefined ? now.getTime() : parseTime(range.end_at, `${path}.end_at`);
    if (end < start) throw new SquareRefusal('INVALID_TIME_RANGE', 'The range ends before it starts.', path);
    return time !== undefined && time >= start && time <= end;
  });
}

function isMatch(order: StoredOrder, filter: Filter): boolean {
  const among = (wanted: readonly string[] | undefined, values: (string | undefined)[]): boolean =>
    wanted === undefined ||
    wanted.length === 0 ||
    values.some((value) => value !== undefined && wanted.includes(value));
  const fulfillments = order.draft.fulfillments ?? [];
  return (
    among(filter.state_filter?.states, [order.state]) &&
    among(filter.source_filter?.source_names, [order.draft.source?.name]) &&
    among(filter.customer_filter?.customer_ids, [order.draft.customer_id]) &&
    among(
      filter.fulfillment_filter?.fulfillment_types,
      fulfillments.map(({ type }) => type),
    ) &&
    among(
      filter.fulfillment_filter?.fulfillment_states,
      fulfillments.map(({ state }) => state),
    )
  );
}

function toEntry(order: StoredOrder) {
  return { order_id: order.id, version: order.version, location_id: order.draft.location_id };
}

/** POST /v2/orders/search: newest first unless told otherwise, 500 a page. */
export function searchOrders({ ledger, body, now }: Call): object {
  const request = searchRequest.parse(body, '');
  checkLocations(request.location_ids);
  const { query = {}, limit = 500, cursor } = request;
  if (limit < 1) throw new SquareRefusal('VALUE_TOO_LOW', 'The limit is at least 1.', 'limit');
  if (limit > 1000) throw new SquareRefusal('VALUE_TOO_HIGH', 'The limit is at most 1000.', 'limit');
  const field = toSortField(query);
  const sign = query.sort?.sort_order === 'ASC' ? 1 : -1;
  const filter = query.filter ?? {};
  for (const range of Object.values(filter.date_time_filter ?? {}))
    for (const [end, time] of Object.entries(range)) parseTime(time, `query.filter.date_time_filter.${end}`);
  const found = ledger.orders
    .filter(
      (order) =>
        request.location_ids?.includes(order.draft.location_id) &&
        isMatch(order, filter) &&
        isWithin(order, filter, now),
    )
    .sort(
      (a, b) =>
        sign * ((timeOf(a, field) ?? 0) - (timeOf(b, field) ?? 0) || Number(a.number) - Number(b.number)),
    );
  const { page, cursor: next } = toPage(found, { cursor, size: limit, query });
  const orders = request.return_entries
    ? { order_entries: page.map(toEntry) }
    : { orders: page.map(toOrderReply) };
  return { ...orders, ...(next ? { cursor: next } : {}) };
}
