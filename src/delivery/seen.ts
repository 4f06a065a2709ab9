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
  const receipt = {
    ...row.receipt,
    // A queued ticket is one no longer, once the POS speaks of it.
    ...(row.receipt?.state === 'queued' && news.status !== 'rejected' && { state: 'accepted' }),
    pos_order_id: news.pos_order_id ?? row.receipt?.pos_order_id ?? null,
    ...(news.ticket_number && { ticket_number: news.ticket_number }),
    ...(news.pos_total != null && { pos_total: news.pos_total }),
    ...(news.kitchen_confirmed != null && { kitchen_confirmed: news.kitchen_confirmed }),
  };
  if (news.status === 'rejected') {
    const message = news.message ?? 'The POS refused the order after it had taken it.';
    const reason = { kind: 'rejected', vendor_code: null, message };
    return toChange(row, 'revoked', { receipt, reason, next: { at: now }, check_at: null });
  }
  const order_status = news.status;
  // Somebody may have keyed it in meanwhile: then it is there twice, and only a person can tell.
  if (row.state === 'manual_done') {
    const adds = [alertRow(row, { newId, kind: 'late' })];
    return keepGoing(row, 'seen_late', { receipt, order_status, adds });
  }
  const late = row.state === 'needs_attention' ? [alertRow(row, { newId, kind: 'late' })] : [];
  const clocks = { deadline_at: null, alert_at: null };
  const found = toChange(row, 'seen', { receipt, order_status, adds: late, ...clocks });
  if (found) return found;
  const confirms = news.kitchen_confirmed === true || CONFIRMS.has(news.status);
  if (confirms) {
    const confirmed = toChange(row, 'confirmed', { receipt, order_status, check_at: null });
    if (confirmed) return confirmed;
  }
  return keepGoing(row, 'status', { receipt, order_status });
}
