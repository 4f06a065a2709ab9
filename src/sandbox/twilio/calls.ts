import type { HttpResponse } from '../../http';
import { jsonReply } from '../replies';
import { ACCOUNT, API_VERSION } from './account';
import { hasEnded, secondsOf } from './call';
import { TwilioRefusal } from './errors';
import type { RestCall } from './rest-call';
import { rfc2822 } from './world';

/** `GET Calls/{Sid}.json`: https://www.twilio.com/docs/voice/api/call-resource, read 2026-11-24. */
export function getCall({ world, ids: [sid] }: RestCall): HttpResponse {
  const uri = `/${API_VERSION}/Accounts/${ACCOUNT.sid}/Calls/${sid}.json`;
  const call = world.calls.find((one) => one.sid === sid);
  if (!call) throw new TwilioRefusal(20404, uri);
  const started = rfc2822(call.startedAt);
  return jsonReply(200, {
    sid: call.sid,
    account_sid: ACCOUNT.sid,
    api_version: API_VERSION,
    direction: 'inbound',
    from: call.from,
    to: call.to,
    status: call.status,
    date_created: started,
    start_time: started,
    end_time: call.endedAt === null ? null : rfc2822(call.endedAt),
    duration: hasEnded(call) ? String(secondsOf(call)) : null,
    price: null,
    price_unit: 'USD',
    uri,
  });
}
