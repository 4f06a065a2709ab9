import type { DeliveryChange, DeliveryRecord } from '../store/delivery-records';
import { type DeliveryEvent, nextStep } from './next-step';

type Rest = Partial<Omit<DeliveryChange, 'event' | 'state' | 'unproved'>>;

/** What an event does to a row; null where it cannot happen to it in its state. */
export function toChange(row: DeliveryRecord, event: DeliveryEvent, rest: Rest = {}): DeliveryChange | null {
  const step = nextStep(row, event);
  return step && { event, ...step, next: null, ...rest };
}

/** The same for an event that the caller knows to be possible. */
export function mustChange(row: DeliveryRecord, event: DeliveryEvent, rest: Rest = {}): DeliveryChange {
  const change = toChange(row, event, rest);
  if (!change) throw new Error(`A delivery that is ${row.state} cannot be ${event}.`);
  return change;
}

/** Nobody waits for this row any more. */
export function endOf(row: DeliveryRecord, message: string): DeliveryChange | null {
  const why = { vendor_code: null, message };
  return toChange(row, 'rejected', {
    reason: { kind: 'rejected', ...why },
    ends: { outcome: 'rejected', http_status: null, ...why },
  });
}

/** A note in the history of a row that stays as it is and goes on when it was to. */
export function keepGoing(
  row: DeliveryRecord,
  event: string,
  rest: Partial<DeliveryChange> = {},
): DeliveryChange {
  const { state, unproved, next_attempt_at } = row;
  return { event, state, unproved, next: next_attempt_at === null ? null : { at: next_attempt_at }, ...rest };
}
