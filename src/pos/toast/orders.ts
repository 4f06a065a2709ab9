import { PosError } from '../errors';
import { asList, type Json } from '../json';
import type { SeenOrder } from '../webhook';
import { read, type ToastSession, toToastDate } from './api';
import { isJoined, orderOf } from './placed';
import { toSeenOrder } from './seen';

const PAGE_SIZE = 100;
const HOUR_MS = 3_600_000;
/** `ordersBulk` answers for at most a month (https://doc.toasttab.com/doc/devguide/apiRateLimiting.html). */
export const PERIOD_MS = 28 * 24 * HOUR_MS;

/** One order, by its GUID or its externalId; undefined where Toast has none by it, or takes no such id. */
export async function fetchOrder(id: string, session: ToastSession): Promise<Json | undefined> {
  try {
    return orderOf(await read(session, `/orders/v2/orders/${encodeURIComponent(id)}`));
  } catch (error) {
    if (error instanceof PosError && [400, 404].includes(error.details.httpStatus ?? 0)) return undefined;
    throw error;
  }
}

/** The orders that changed between two moments, page by page; a client of the ordering channel sees its own only. */
export async function* ordersChanged(
  session: ToastSession,
  { start, end }: { start: Date; end: Date },
): AsyncGenerator<Json[]> {
  const [startDate, endDate] = [start, end].map((date) => encodeURIComponent(toToastDate(date)));
  for (let page = 1; ; page++) {
    const path = `/orders/v2/ordersBulk?startDate=${startDate}&endDate=${endDate}&pageSize=${PAGE_SIZE}&page=${page}`;
    const orders = asList(await read(session, path));
    yield orders;
    if (orders.length < PAGE_SIZE) return;
  }
}

/** An order as Toast has it now; undefined for one that staff have joined to another. */
export async function fetchPosOrder(id: string, session: ToastSession): Promise<SeenOrder | undefined> {
  const placed = await fetchOrder(id, session);
  if (!placed || isJoined(placed)) return undefined;
  const seen = toSeenOrder(placed);
  if (seen) return seen;
  const message = 'Toast has this order in a state that OrderWire does not know. Look at it in Toast.';
  throw new PosError('unclear', 'toast', message, { code: 'UNKNOWN_STATE' });
}

/** Every order that changed since then; what is in no state we know is left out. */
export async function listPosOrders(since: string, session: ToastSession): Promise<SeenOrder[]> {
  const seen: SeenOrder[] = [];
  const last = session.now ? Date.parse(session.now) + HOUR_MS : Date.parse(since) + PERIOD_MS;
  for (let start = Date.parse(since); start < last; start += PERIOD_MS) {
    const period = { start: new Date(start), end: new Date(Math.min(start + PERIOD_MS, last)) };
    for await (const page of ordersChanged(session, period)) {
      seen.push(...page.flatMap((placed) => toSeenOrder(placed) ?? []));
    }
  }
  return seen;
}
