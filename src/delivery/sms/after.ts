import type { DeliveryChange, DeliveryRecord, Next } from '../../store/delivery-records';
import { mustChange } from '../change';
import type { DeliveryEvent } from '../next-step';
import type { Timing } from '../timing';
import type { SmsFailure } from './outcome';
import type { SentMessage } from './twilio-message';

/** Twilio has it. Whether the phone gets it is told later. */
export function afterSent(row: DeliveryRecord, { sid, status }: SentMessage): DeliveryChange {
  return mustChange(row, 'delivered', {
    reason: null,
    receipt: { message_sid: sid, status },
    ends: { outcome: 'ok', http_status: null, vendor_code: null, message: null },
  });
}

/** A wrong token is no reason to give up: messages wait until it is set right, or nobody needs them any more. */
const EVENTS: Record<SmsFailure['kind'], DeliveryEvent> = {
  rejected: 'rejected',
  throttled: 'throttled',
  unreachable: 'unreachable',
  credentials: 'unreachable',
  unclear: 'unclear',
};

/** A refusal is final; what is unclear is looked up, all else is tried again. */
export function afterFailure(row: DeliveryRecord, failure: SmsFailure, timing: Timing): DeliveryChange {
  const { kind, code, status, message, retryAfterSeconds } = failure;
  const { base_ms, cap_ms } =
    kind === 'unclear' ? { ...timing.mail, base_ms: timing.verifySoon } : timing.mail;
  const next: Next = { backoff: { base_ms, cap_ms, at_least_ms: retryAfterSeconds * 1_000 } };
  return mustChange(row, EVENTS[kind], {
    next: kind === 'rejected' ? null : next,
    reason: { kind, vendor_code: code, message },
    ends: { outcome: kind, http_status: status, vendor_code: code, message },
    failed: true,
  });
}

/** Twilio was asked and has no such message: it may be sent. */
export function afterAbsence(row: DeliveryRecord, { verifySoon }: Timing): DeliveryChange {
  const ends = { outcome: 'ok', http_status: null, vendor_code: null, message: 'No such message.' } as const;
  return mustChange(row, 'absent', {
    ends,
    next: { backoff: { base_ms: verifySoon, cap_ms: verifySoon, at_least_ms: 0 } },
  });
}
