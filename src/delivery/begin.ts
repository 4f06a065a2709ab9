import { type DeliveryState, isTicket } from '../order/delivery';
import { sendRefusals } from '../quote/check-order';
import type { DeliveryChange, DeliveryRecord, NewDelivery, Subject } from '../store/delivery-records';
import { keepGoing, mustChange } from './change';
import { ALERT_OF, alertRow, fallbackRow } from './notices';
import { isRehearsal } from './rehearsal/row';
import { nextRung } from './rungs';
import { staffRows } from './sms/rows';
import { shopClock, type Timing } from './timing';

export type BeginContext = {
  now: number;
  timing: Timing;
  newId: (prefix: string) => string;
  /** Whether this process is still at work on the row. */
  isOurs: (id: string) => boolean;
  /** Milliseconds after which silence of this row's vendor proves something; 0 where asking again is always safe. */
  answerTime: (row: DeliveryRecord) => number;
};
type Begin = (row: DeliveryRecord, context: BeginContext, subject: Subject) => DeliveryChange;

/** What happens to a row whose time has come. */
const BEGIN: Partial<Record<DeliveryState, Begin>> = {
  pending: start,
  retry_wait: start,
  held: release,
  unknown: (row, { now, timing }) =>
    mustChange(row, 'verify', { starts: 'verify', next: { at: now + timing.lease } }),
  sending: interrupted,
  verifying: interrupted,
  refused: degradeOrGiveUp,
};

/** Decides on a due row; null where nothing is to be done. */
export function begin(row: DeliveryRecord, context: BeginContext, subject: Subject): DeliveryChange | null {
  if (context.isOurs(row.id)) {
    // What is settled but not yet let go of is taken in the next turn.
    const isUnderWay = row.state === 'sending' || row.state === 'verifying';
    const next = { at: context.now + context.timing.lease };
    return isUnderWay ? keepGoing(row, 'lease_renewed', { next }) : null;
  }
  return BEGIN[row.state]?.(row, context, subject) ?? null;
}

/** Its hour has come; a rule of the shop that it breaks by now is a question first. */
function release(
  row: DeliveryRecord,
  { now, newId }: BeginContext,
  { order, shop }: Subject,
): DeliveryChange {
  const isWanted = isTicket(row) && order !== null && order.status !== 'cancelled';
  const context = { shop, index: null, now, takenAt: order?.created_at ?? now };
  const refusals = isWanted ? sendRefusals(order.order, context) : [];
  if (refusals.length === 0) return mustChange(row, 'release', { next: { at: now }, reason: null });
  return mustChange(row, 'held', {
    reason: { kind: 'held', vendor_code: null, message: refusals.join(' ') },
    alert_at: null,
    adds: [alertRow(row, { newId, kind: 'held', n: now })],
  });
}

function start(row: DeliveryRecord, { now, timing }: BeginContext, { order }: Subject): DeliveryChange {
  const isVoid = isTicket(row) && order?.status === 'cancelled';
  // A reminder of a question that somebody has answered meanwhile.
  const isAnswered = row.payload.while_held === true && order?.status !== 'held';
  if (isVoid || isAnswered) return mustChange(row, 'abandon', { deadline_at: null, alert_at: null });
  const starts = isRehearsal(row) ? 'verify' : 'submit';
  return mustChange(row, 'start', { starts, next: { at: now + timing.lease } });
}

/** What may come twice: its receiver knows the second by its id. So may a rehearsal, which sends nothing. */
const REPEATABLE = new Set<DeliveryRecord['kind']>(['email', 'webhook']);

/** The process died while it was sending. A mail and a hook may come twice; a ticket and a text message may not, so they are looked for first. */
export function interrupted(row: DeliveryRecord, { now, answerTime, timing }: BeginContext): DeliveryChange {
  const message = 'OrderWire stopped while it was sending; what came of it is looked up.';
  const ends = { outcome: 'unclear', http_status: null, vendor_code: null, message } as const;
  const again = { backoff: { ...timing.retry, at_least_ms: 0 } };
  // Not counted: a subscriber is given up after so many failures of its own, not of ours.
  if (REPEATABLE.has(row.kind) || isRehearsal(row))
    return mustChange(row, 'unreachable', { ends, next: again });
  const startedAt = row.attempts.at(-1)?.at ?? now;
  const reason = { kind: 'unclear', vendor_code: null, message };
  const next = { at: Math.max(now, startedAt + answerTime(row)) };
  return mustChange(row, 'interrupted', { ends, reason, next, failed: true });
}

/** The POS said no: the next rung of the shop's ladder, else a person. */
function degradeOrGiveUp(row: DeliveryRecord, context: BeginContext, subject: Subject): DeliveryChange {
  const rung = nextRung(row, subject);
  if (rung !== null) return mustChange(row, 'degrade', { rung, next: { at: context.now } });
  return giveUp(row, context, subject);
}

/** The fallback ticket goes to a person and automation ends for this row. */
export function giveUp(
  row: DeliveryRecord,
  { now, newId, timing }: Pick<BeginContext, 'now' | 'newId' | 'timing'>,
  { shop }: Subject,
): DeliveryChange {
  const repeat = shopClock(shop.fallback.repeat_every_seconds, timing);
  return mustChange(row, 'out_of_time', {
    deadline_at: null,
    alert_at: row.order_id === null ? null : now + repeat,
    adds: row.kind === 'pos' ? [lastWord(row, newId), ...lastTexts(row, shop, { now, newId })] : [],
  });
}

/** The same in short on the phones of the staff. */
function lastTexts(
  row: DeliveryRecord,
  shop: Subject['shop'],
  { now: at, newId }: Pick<BeginContext, 'now' | 'newId'>,
): NewDelivery[] {
  if (ALERT_OF[row.purpose]) return [];
  return staffRows(row, { shop, purpose: 'fallback', newId, about: String(row.fence), at });
}

/** What a person gets when automation ends: the ticket to key in, or the word that the kitchen does not know of a change. */
function lastWord(row: DeliveryRecord, newId: BeginContext['newId']): NewDelivery {
  const kind = ALERT_OF[row.purpose];
  return kind ? alertRow(row, { newId, kind, n: row.fence }) : fallbackRow(row, newId);
}
