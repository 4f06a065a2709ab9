import { type DeliveryState, isTicket } from '../order/delivery';
import type { OrderStatus } from '../order/status';
import type { DeliveryRecord } from '../store/delivery-records';
import type { OrderRecord } from '../store/records';
import type { Outcome, SummaryRow } from './email/daily-summary';

/** What a ticket's state means to whoever looks back on the day. */
const OF_STATE: Record<DeliveryState, Outcome> = {
  pending: 'waiting',
  held: 'waiting',
  sending: 'waiting',
  unknown: 'waiting',
  verifying: 'waiting',
  retry_wait: 'waiting',
  blocked: 'waiting',
  refused: 'waiting',
  delivered: 'in_pos',
  delivered_degraded: 'in_pos',
  confirmed_by_pos: 'in_pos',
  needs_attention: 'failed',
  manual_done: 'by_hand',
  abandoned: 'failed',
};
/** Whoever sends by other means says so by the order's status. */
const OF_STATUS: Partial<Record<OrderStatus, Outcome>> = {
  sent: 'in_pos',
  accepted: 'in_pos',
  in_preparation: 'in_pos',
  ready: 'in_pos',
  out_for_delivery: 'in_pos',
  completed: 'in_pos',
  rejected: 'failed',
  expired: 'failed',
};
/** Of several tickets the one that got furthest counts. */
const FURTHEST: Outcome[] = ['in_pos', 'by_hand', 'scheduled', 'waiting', 'failed'];

/** One order of the day, from what was sent of it. */
export function summaryRow(record: OrderRecord, deliveries: DeliveryRecord[]): SummaryRow {
  const { number, order, created_at } = record;
  const [ticket] = deliveries
    .filter(isTicket)
    .sort((a, b) => FURTHEST.indexOf(ticketOutcome(a)) - FURTHEST.indexOf(ticketOutcome(b)));
  const outcome = outcomeOf(record, ticket, deliveries);
  const isIn = outcome === 'in_pos';
  return {
    number,
    placed_at: created_at,
    kitchen_at: isIn && ticket ? arrivedAt(ticket) : null,
    currency: order.currency,
    told: order.quoted_total,
    pos_total: typeof ticket?.receipt?.pos_total === 'number' ? ticket.receipt.pos_total : null,
    outcome,
    reason: isIn ? null : (ticket?.reason?.message ?? null),
  };
}

function outcomeOf(
  { status, acked_at }: OrderRecord,
  ticket: DeliveryRecord | undefined,
  deliveries: DeliveryRecord[],
): Outcome {
  if (status === 'cancelled') return 'cancelled';
  if (ticket) return ticketOutcome(ticket);
  const byStatus = OF_STATUS[status];
  if (byStatus) return byStatus;
  if (acked_at !== null) return 'in_pos';
  // Without a POS the mail about the new order is the ticket.
  return deliveries.some(({ purpose, state }) => purpose === 'new_order' && OF_STATE[state] === 'in_pos')
    ? 'by_hand'
    : 'waiting';
}

const ticketOutcome = ({ state, reason }: DeliveryRecord): Outcome =>
  state === 'held' && reason?.kind === 'scheduled' ? 'scheduled' : OF_STATE[state];

/** When the attempt that delivered it was answered; null where the POS told of it by itself. */
function arrivedAt({ attempts }: DeliveryRecord): number | null {
  const last = attempts.at(-1);
  return last?.outcome === 'ok' ? last.ended_at : null;
}
