import { type Degraded, isTicket } from '../order/delivery';
import type { PosError, PosErrorKind } from '../pos/errors';
import type { Receipt } from '../pos/receipt';
import type { DeliveryChange, DeliveryRecord, NewDelivery, Next, Subject } from '../store/delivery-records';
import { mustChange } from './change';
import { cancelRow } from './notice-rows';
import { alertRow, blockedRow, fallbackRow } from './notices';
import type { Timing } from './timing';

export type OutcomeContext = {
  now: number;
  timing: Timing;
  newId: (prefix: string) => string;
  /** Milliseconds after which this vendor's silence proves something; 0 where asking again is always safe. */
  answerTime: number;
  /** Whether the POS can be asked what became of the ticket. */
  canCheck: boolean;
};

/** When the row is looked at next after each kind of failure. */
const NEXT: Record<PosErrorKind, (row: DeliveryRecord, error: PosError, context: OutcomeContext) => Next> = {
  credentials: () => null,
  rejected: (_row, _error, { now }) => ({ at: now }),
  throttled: (_row, error, { timing }) => waiting(timing, (error.details.retryAfterSeconds ?? 0) * 1000),
  unreachable: (_row, _error, { timing }) => waiting(timing, 0),
  unclear: (row, _error, { now, timing, answerTime }) =>
    answerTime === 0
      ? waiting({ ...timing, retry: { ...timing.retry, base_ms: timing.verifySoon } }, 0)
      : { at: Math.max(now + timing.verifySoon, (row.attempts.at(-1)?.at ?? now) + answerTime) },
};

const waiting = ({ retry }: Timing, at_least_ms: number): Next => ({ backoff: { ...retry, at_least_ms } });

/** What a failed attempt does to its row: each kind of failure is an event of its own (the other doors decide in tables of theirs). */
export function afterError(row: DeliveryRecord, error: PosError, context: OutcomeContext): DeliveryChange {
  const { kind } = error;
  const { progress, httpStatus, code } = error.details;
  const failure = { vendor_code: code ?? null, message: error.message };
  const { now, timing } = context;
  return mustChange(row, kind, {
    next: NEXT[kind](row, error, context),
    reason: { kind, ...failure },
    ends: { outcome: kind, http_status: httpStatus ?? null, ...failure },
    failed: true,
    ...(progress && { receipt: { vendor: error.vendor, ...progress } }),
    ...(kind === 'unclear' && { order_status: 'sent' }),
    ...(kind === 'credentials' && {
      blocks: {
        reason: error.message,
        check_at: now + timing.laneCheck,
        notice: blockedRow(row, { newId: context.newId, now, reason: error.message }),
      },
    }),
  });
}

/** A question that a person must answer before anything is sent: nothing has left. */
export function afterHold(
  row: DeliveryRecord,
  error: PosError,
  { newId, now }: OutcomeContext,
): DeliveryChange {
  const failure = { vendor_code: error.details.code ?? null, message: error.message };
  return mustChange(row, 'held', {
    reason: { kind: 'held', ...failure },
    ends: { outcome: 'rejected', http_status: null, ...failure },
    alert_at: null,
    adds: [alertRow(row, { newId, kind: 'held', n: now })],
  });
}

/** The vendor was asked and surely has no such ticket. */
export function afterAbsence(row: DeliveryRecord, { now }: OutcomeContext): DeliveryChange {
  const ends = { outcome: 'ok', http_status: null, vendor_code: null, message: 'No such ticket.' } as const;
  return mustChange(row, 'absent', { ends, next: { at: now } });
}

type Delivered = { receipt: Receipt; degraded: Degraded[] };

/** The ticket is there. What is not surely seen by the kitchen is watched on. */
export function afterReceipt(
  row: DeliveryRecord,
  { receipt, degraded }: Delivered,
  subject: Subject,
  context: OutcomeContext,
): DeliveryChange {
  const { now, timing } = context;
  const lesser = degraded.length > 0 || receipt.unmatched.length > 0;
  const watched = receipt.kitchen_confirmed !== true && receipt.state !== 'not_sent';
  return mustChange(row, lesser ? 'delivered_degraded' : 'delivered', {
    receipt: { ...receipt },
    degraded,
    reason: null,
    ends: { outcome: 'ok', http_status: null, vendor_code: null, message: receipt.status_text },
    deadline_at: null,
    alert_at: null,
    check_at: watched && (context.canCheck || receipt.state === 'queued') ? now + timing.posCheck : null,
    ...(isTicket(row) && {
      order_status: receipt.state === 'accepted' ? 'accepted' : 'sent',
      adds: followUps({ ...row, receipt: { ...receipt } }, receipt, subject, context),
    }),
  });
}

/** An order that was cancelled while it was on its way is taken back at once; a price that differs is told. */
function followUps(
  row: DeliveryRecord,
  receipt: Receipt,
  subject: Subject,
  context: OutcomeContext,
): NewDelivery[] {
  const { newId } = context;
  if (receipt.state === 'not_sent') return [fallbackRow(row, newId)];
  if (subject.order?.status === 'cancelled') return [cancelRow(row, subject, null, context)];
  return hasPriceGap(receipt, subject) ? [alertRow(row, { newId, kind: 'price_gap' })] : [];
}

/** Whether the POS charges something else than the guest was told, by more than the shop tolerates. */
function hasPriceGap({ pos_total }: Receipt, { order, shop }: Subject): boolean {
  const told = order?.order.quoted_total ?? null;
  return told !== null && pos_total !== null && Math.abs(pos_total - told) > shop.price_gap;
}
