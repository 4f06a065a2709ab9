import { ACCOUNT, API_VERSION } from './account';
import type { Call } from './call';
import { placeOf } from './place';
import type { Parameters } from './signature';

/** What Twilio tells with every request about a call: https://www.twilio.com/docs/voice/twiml#request-parameters, read 2026-11-24. */
export function callParameters(call: Call): Parameters {
  return {
    CallSid: call.sid,
    AccountSid: ACCOUNT.sid,
    ApiVersion: API_VERSION,
    CallStatus: call.status,
    Direction: 'inbound',
    From: call.from,
    Caller: call.from,
    To: call.to,
    Called: call.to,
    ...placeOf('From', call.from),
    ...placeOf('Caller', call.from),
    ...placeOf('To', call.to),
    ...placeOf('Called', call.to),
    StirVerstat: 'TN-Validation-Passed-A',
  };
}
