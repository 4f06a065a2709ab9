import { isTicket } from '../order/delivery';
import type { DeliveryChange, DeliveryRecord, Reason, Subject } from '../store/delivery-records';
import { mustChange } from './change';
import { alertRow } from './notices';
import { type PlanContext, replan, reschedule } from './plan';

export type AnswerContext = Pick<PlanContext, 'now' | 'newId' | 'timing'> & {
  /** What the shop's own rules and menu ask about the order as it is now; null: nothing. */
  open: string | null;
  /** What whoever changed it says that is still to be settled; '': nothing any more; undefined: they do not say. */
  said: string | undefined;
};

/** What a change means for a ticket that has not left: its question is answered, there is one now, or its time is another. */
export function afterChange(
  row: DeliveryRecord,
  subject: Subject,
  context: AnswerContext,
): DeliveryChange | null {
  if (!isTicket(row) || !(row.state === 'held' || row.state === 'pending')) return null;
  const question = row.state === 'held' && row.reason?.kind === 'held' ? row.reason : null;
  const open = stillOpen(question, context);
  if (open !== null) return open.message === question?.message ? null : ask(row, open, context);
  if (question === null) return reschedule(row, subject, context);
  const fresh = replan(row, subject, context);
  return fresh && { ...fresh, event: 'answered', order_status: fresh.reason ? 'scheduled' : 'received' };
}

/** A question that came from outside is answered when whoever changed the order says so; whether it is a twin only a person says. */
function stillOpen(question: Reason | null, { open, said }: AnswerContext): Reason | null {
  const asked_by = question?.asked_by;
  if (asked_by === 'twin' || (asked_by && said === undefined)) return question;
  const message = [said, open].filter(Boolean).join(' ');
  return message === ''
    ? null
    : { kind: 'held', vendor_code: null, message, asked_by: said ? 'caller' : undefined };
}

function ask(row: DeliveryRecord, reason: Reason, { now, newId }: AnswerContext): DeliveryChange {
  const adds = [alertRow(row, { newId, kind: 'held', n: now })];
  return mustChange(row, 'held', { reason, alert_at: null, adds });
}
