import type { HttpResponse } from '../../http';
import { jsonReply } from '../replies';

/** What Twilio says to a request it refuses: https://www.twilio.com/docs/api/errors, read 2026-11-24. */
const REFUSALS = {
  20003: { status: 401, message: 'Authenticate' },
  20004: { status: 405, message: 'Method not allowed' },
  20404: { status: 404, message: 'The requested resource % was not found' },
  20429: { status: 429, message: 'Too Many Requests' },
  21211: { status: 400, message: "The 'To' number % is not a valid phone number." },
  21212: {
    status: 400,
    message: "The 'From' number % is not a valid phone number, shortcode, or alphanumeric sender ID.",
  },
  21266: { status: 400, message: "'To' and 'From' number cannot be the same: %" },
  21402: { status: 400, message: 'Url is not a valid URL: %' },
  21403: { status: 400, message: 'Method is not valid: %' },
  21405: { status: 400, message: 'Cannot set VoiceFallbackUrl without setting Url' },
  21406: { status: 400, message: 'Cannot set SmsFallbackUrl without setting SmsUrl' },
  21408: {
    status: 400,
    message: "Permission to send an SMS has not been enabled for the region indicated by the 'To' number: %.",
  },
  21602: { status: 400, message: 'Message body is required.' },
  21603: { status: 400, message: "A 'From' phone number is required." },
  21604: { status: 400, message: "A 'To' phone number is required." },
  21606: {
    status: 400,
    message:
      "The 'From' phone number provided (%) is not a valid message-capable Twilio phone number for this destination/account.",
  },
  21609: { status: 400, message: "The 'StatusCallback' URL % is not a valid URL." },
  21610: { status: 400, message: 'Attempt to send to unsubscribed recipient' },
  21617: { status: 400, message: 'The concatenated message body exceeds the 1600 character limit' },
  21659: { status: 400, message: "'From' % is not a Twilio phone number or Short Code country mismatch" },
  21701: { status: 400, message: 'The Messaging Service % does not exist' },
  70051: { status: 403, message: 'Authorization Failed' },
} as const;
export type RefusalCode = keyof typeof REFUSALS;

const CHALLENGE = { 'www-authenticate': 'Basic realm="Twilio API"' };

/** Ends a request with Twilio's own error. */
export class TwilioRefusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly subject = '',
  ) {
    super(textOf(code, subject));
  }
}

/** A refusal as Twilio answers it. */
export function refuse(code: RefusalCode, subject = ''): HttpResponse {
  const { status } = REFUSALS[code];
  const body = { code, message: textOf(code, subject), more_info: moreInfo(code), status };
  return jsonReply(status, body, status === 401 ? CHALLENGE : {});
}

/** The page that explains a code. */
export const moreInfo = (code: number): string => `https://www.twilio.com/docs/errors/${code}`;

const textOf = (code: RefusalCode, subject: string): string => REFUSALS[code].message.replace('%', subject);
