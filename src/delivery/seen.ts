import { hasArrived } from '../order/delivery';
import { differences } from '../order/differences';
import type { SeenOrder } from '../pos/webhook';
import type { DeliveryChange, DeliveryRecord } from '../store/delivery-records';
import { keepGoing, toChange } from './change';
import { alertRow } from './notices';

type News = Pick<SeenOrder, 'status' | 'at'> & { pos_order_id: string | null } & Partial<
    Pick<SeenOrder, 'ticket_number' | 'pos_total' | 'kitchen_confirmed'>
  > & { message?: string | null };
type Context = { now: number; newId: (prefix: string) => string };

const CONFIRMS = new Set<SeenOrder['status']>(['in_preparation', 'ready', 'out_for_delivery', 'completed']);

/**
 * What the POS itself says about a ticket, by a call or when asked. It may come twice, late and out of order: a row only moves
 * forward, and so does the order. Null where it is no news.
 */
export function afterSeen(row: DeliveryRecord, news: News, { now, newId }: Context): DeliveryChange | null {
  const receipt = toReceipt(row, news);
  if (news.status === 'rejected') {
    const message = news.message ?? 'The POS refused the order after it had taken it.';
    const reason = { kind: 'rejected', vendor_code: null, message };
    return toChange(row, 'revoked', { receipt, reason, next: { at: now }, check_at: null });
  }
  const order_status = news.status;
  const clocks = { deadline_at: null, alert_at: null };
  const confirms = news.kitchen_confirmed === true || CONFIRMS.has(news.status);
  // Somebody may have keyed it in meanwhile: then it is there twice, and only a person can tell.
  const isLate = row.state === 'manual_done' || row.state === 'needs_attention';
  const adds = isLate ? [alertRow(row, { newId, kind: 'late' })] : [];
  if (row.state === 'manual_done') {
    return row.receipt ? null : keepGoing(row, 'seen_late', { receipt, order_status, adds });
  }
  if (!hasArrived(row)) {
    // An order that exists is not yet one that the kitchen sees (unpaid, unprinted): the row's own look-up completes it.
    return confirms ? toChange(row, 'seen', { receipt, order_status, adds, ...clocks }) : null;
  }
  const confirmed = confirms ? toChange(row, 'confirmed', { receipt, order_status, check_at: null }) : null;
  if (confirmed) return confirmed;
  return isSame(receipt, row.receipt) ? null : keepGoing(row, 'status', { receipt, order_status });
}

function toReceipt({ receipt }: DeliveryRecord, news: News): Record<string, unknown> {
  return {
    ...receipt,
    // A queued ticket is one no longer, once the POS speaks of it.
    ...(receipt?.state === 'queued' && news.status !== 'rejected' && { state: 'accepted' }),
    pos_order_id: news.pos_order_id ?? receipt?.pos_order_id ?? null,
    pos_status: news.status,
    ...(news.ticket_number && { ticket_number: news.ticket_number }),
    ...(news.pos_total != null && { pos_total: news.pos_total }),
    ...(news.kitchen_confirmed != null && { kitchen_confirmed: news.kitchen_confirmed }),
  };
}

const isSame = (a: object, b: object | null) => b !== null && differences(a, b).length === 0;
