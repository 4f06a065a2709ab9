import { type HttpResponse, NoResponse } from '../../http';
import type { AttemptOutcome } from '../../order/delivery';
import { retryAfterSeconds } from '../../pos/exchange';
import { readCode } from './twilio-message';

/** What went wrong with a message. The sentence names the next step and holds no number and none of its words. */
export type SmsFailure = {
  kind: Exclude<AttemptOutcome, 'ok'>;
  code: string | null;
  status: number | null;
  message: string;
  retryAfterSeconds: number;
};
type Kind = SmsFailure['kind'];

/** https://www.twilio.com/docs/api/errors, read 2026-11-24. */
const CODES: Record<string, string> = {
  '20003':
    'Twilio does not accept the account or its token; set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN, or a key, anew',
  '21211': 'this is no number that can be texted',
  '21266': 'a number cannot text itself; set TWILIO_FROM',
  '21408': 'the account may not text this country; allow it in the Console',
  '21606': 'the sender cannot send texts; set TWILIO_FROM to a number that can',
  '21610': 'the guest has opted out by texting STOP',
  '21614': 'this is no mobile number',
  '21659': 'the sender is not a number of this account; set TWILIO_FROM, or twilio_numbers of the shop',
  '21701': 'there is no such messaging service; set TWILIO_FROM anew',
};
const STATUSES: Record<number, Kind> = {
  401: 'credentials',
  403: 'credentials',
  404: 'credentials',
  429: 'throttled',
};

/** What an answer other than yes means, or that none came. */
export function smsFailure(answer: HttpResponse | NoResponse): SmsFailure {
  if (answer instanceof NoResponse) {
    const kind = answer.sent === 'no' ? 'unreachable' : 'unclear';
    const message = `Twilio gave no answer: ${answer.message}.`;
    return { kind, code: null, status: null, message, retryAfterSeconds: 0 };
  }
  const { status } = answer;
  const code = readCode(answer);
  const kind = STATUSES[status] ?? (status >= 400 && status < 500 ? 'rejected' : 'unclear');
  const why = CODES[code ?? ''] ?? `see https://www.twilio.com/docs/api/errors/${code ?? ''}`;
  const message = `Twilio answered ${status}${code ? ` (${code})` : ''}: ${why}.`;
  return { kind, code, status, message, retryAfterSeconds: retryAfterSeconds(answer) ?? 0 };
}
