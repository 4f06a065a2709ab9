import { PosError } from '../errors';
import type { Json } from '../json';
import type { SeenOrder } from '../webhook';
import type { SquareSession } from './api';
import { isGone } from './errors';
import { fetchOrder, searchPages } from './find';
import { ORDER_STATES, toSeenOrder } from './seen';

/** An order as Square has it now; undefined for a draft, and for one of another location. */
export async function fetchPosOrder(id: string, session: SquareSession): Promise<SeenOrder | undefined> {
  const placed = await fetchOrder(session, id).catch((error: unknown): Json => {
    if (isGone(error)) return {};
    throw error;
  });
  if (placed.location_id !== session.posLocation || placed.state === 'DRAFT') return undefined;
  const seen = toSeenOrder(placed);
  if (seen) return seen;
  const message = 'Square has this order in a state that OrderWire does not know. Look at it in Square.';
  throw new PosError('unclear', 'square', message, { code: 'UNKNOWN_STATE' });
}

/** Orders made in Square POS are among them, unlike in its webhooks. What has no state we know is left out. */
export async function listPosOrders(since: string, session: SquareSession): Promise<SeenOrder[]> {
  const all: SeenOrder[] = [];
  for await (const page of searchPages(session, toChangedSince(since, session))) {
    all.push(...page.flatMap((placed) => toSeenOrder(placed) ?? []));
  }
  return all;
}

/** https://developer.squareup.com/docs/orders-api/manage-orders/search-orders, read 2026-11-24: the sort field must be the filtered one. */
export function toChangedSince(since: string, { posLocation }: Pick<SquareSession, 'posLocation'>): object {
  const filter = {
    state_filter: { states: Object.keys(ORDER_STATES) },
    date_time_filter: { updated_at: { start_at: new Date(since).toISOString() } },
  };
  const query = { filter, sort: { sort_field: 'UPDATED_AT', sort_order: 'ASC' } };
  return { location_ids: [posLocation], query, limit: 500 };
}
