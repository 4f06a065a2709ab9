import type { DeliveryState } from '../order/delivery';
import type { OrderStatus } from '../order/status';
import type { DeliveryRecord } from '../store/delivery-records';
import type { OrderRecord } from '../store/records';

/** All that a restaurant needs to know of how an order stands, in the order in which it happens. */
export const STANDINGS = ['needs_you', 'waiting', 'sent', 'seen', 'closed'] as const;
export type Standing = (typeof STANDINGS)[number];

/** How far a ticket is on its way to the kitchen: `later` waits for its hour, `taken` went to a reader of the API, `none` goes nowhere by itself. */
export type Way = DeliveryState | 'later' | 'taken' | 'none';

const BY_WAY: Record<Way, Standing> = {
  none: 'waiting',
  taken: 'sent',
  later: 'waiting',
  held: 'needs_you',
  pending: 'waiting',
  sending: 'waiting',
  unknown: 'waiting',
  verifying: 'waiting',
  retry_wait: 'waiting',
  blocked: 'needs_you',
  refused: 'needs_you',
  needs_attention: 'needs_you',
  delivered: 'sent',
  delivered_degraded: 'sent',
  confirmed_by_pos: 'seen',
  manual_done: 'seen',
  abandoned: 'closed',
};

/** What the order's own status says, where that is more than its way does. */
const BY_STATUS: Partial<Record<OrderStatus, Standing>> = {
  held: 'needs_you',
  in_preparation: 'seen',
  ready: 'seen',
  out_for_delivery: 'seen',
  completed: 'closed',
  rejected: 'closed',
  cancelled: 'closed',
  expired: 'closed',
};

/** Whether an order's own status says that nobody has to do anything more. */
export const isClosed = (status: OrderStatus) => BY_STATUS[status] === 'closed';

/** The one table behind the five words. A ticket that somebody must look after needs you, whatever else is known; a closed order does not. */
export function standingOf(status: OrderStatus, way: Way): Standing {
  const told = BY_STATUS[status];
  const gone = BY_WAY[way];
  if (told === 'closed') return 'closed';
  return gone === 'needs_you' ? gone : (told ?? gone);
}

/** How far one row of the outbox is. */
export function wayOf({ state, reason }: Pick<DeliveryRecord, 'state' | 'reason'>): Way {
  return state === 'held' && reason?.kind === 'scheduled' ? 'later' : state;
}

/** How an order stands, its tickets together: the one that needs you most decides. `tickets` are its rows to a POS, notices of changes among them. */
export function standingOfOrder(
  { status, acked_at }: Pick<OrderRecord, 'status' | 'acked_at'>,
  tickets: readonly DeliveryRecord[],
): Standing {
  const untold = tickets.some(({ purpose, state }) => purpose !== 'order' && BY_WAY[state] === 'needs_you');
  if (untold) return 'needs_you';
  const own = tickets.filter(({ purpose }) => purpose === 'order').map(wayOf);
  const ways: Way[] = own.length > 0 ? own : [acked_at === null ? 'none' : 'taken'];
  const standings = ways.map((way) => standingOf(status, way));
  return STANDINGS.find((one) => standings.includes(one)) ?? 'waiting';
}
