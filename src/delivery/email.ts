import { failpoint } from '../failpoint';
import type { AttemptOutcome } from '../order/delivery';
import type { DeliveryChange, DeliveryRecord, Next } from '../store/delivery-records';
import { mustChange } from './change';
import type { Destination } from './destination';
import type { Mail } from './email/mail';
import { MailError, type MailErrorKind } from './email/mail-error';
import { buildMail, type MailParts } from './mails';
import type { Timing } from './timing';

type EmailParts = MailParts & { sendMail: (mail: Mail) => Promise<void>; timing: Timing };

/** A mail may come twice (its Message-ID is the same), but it may not be lost: all but a plain refusal is tried again. */
const OUTCOMES: Record<MailErrorKind, { event: 'unreachable' | 'rejected'; outcome: AttemptOutcome }> = {
  temporary: { event: 'unreachable', outcome: 'unreachable' },
  credentials: { event: 'unreachable', outcome: 'credentials' },
  unclear: { event: 'unreachable', outcome: 'unclear' },
  permanent: { event: 'rejected', outcome: 'rejected' },
};

/** Sends what is mailed to the shop. */
export function emailDestination(parts: EmailParts): Destination {
  return {
    concurrent: () => 3,
    async send(claim) {
      try {
        const mail = await buildMail(claim, parts);
        failpoint('mail.before_send');
        await parts.sendMail(mail);
        failpoint('mail.after_send');
        return (row) => afterMail(row, mail);
      } catch (error) {
        if (!(error instanceof MailError)) throw error;
        return (row) => afterMailError(row, error, parts.timing);
      }
    },
  };
}

function afterMail(row: DeliveryRecord, { messageId }: Mail): DeliveryChange {
  return mustChange(row, 'delivered', {
    reason: null,
    receipt: { message_id: messageId },
    ends: { outcome: 'ok', http_status: null, vendor_code: null, message: null },
  });
}

function afterMailError(
  row: DeliveryRecord,
  { kind, code, message }: MailError,
  { mail }: Timing,
): DeliveryChange {
  const { event, outcome } = OUTCOMES[kind];
  const next: Next = event === 'unreachable' ? { backoff: { ...mail, at_least_ms: 0 } } : null;
  return mustChange(row, event, {
    next,
    reason: { kind: outcome, vendor_code: code, message },
    ends: { outcome, http_status: null, vendor_code: code, message },
    failed: true,
  });
}
