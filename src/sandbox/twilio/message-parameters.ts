import { ACCOUNT, API_VERSION } from './account';
import { placeOf } from './place';
import { countSegments } from './segments';
import type { Parameters } from './signature';
import type { Message } from './world';

/** What Twilio tells of a guest's message: https://www.twilio.com/docs/messaging/guides/webhook-request, read 2026-11-24. */
export function messageParameters({ sid, from, to, body, media }: Message): Parameters {
  return {
    ...placeOf('To', to),
    ...placeOf('From', from),
    SmsMessageSid: sid,
    SmsSid: sid,
    MessageSid: sid,
    SmsStatus: 'received',
    NumMedia: String(media.length),
    NumSegments: String(countSegments(body)),
    ...Object.assign({}, ...media.map((type, index) => mediaParameters(sid, type, index))),
    Body: body,
    From: from,
    To: to,
    AccountSid: ACCOUNT.sid,
    ApiVersion: API_VERSION,
  };
}

/** Media lie at Twilio's own address, which here leads nowhere. */
function mediaParameters(sid: string, type: string, index: number): Parameters {
  const media = `ME${sid.slice(3)}${index}`;
  return {
    [`MediaContentType${index}`]: type,
    [`MediaUrl${index}`]: `https://api.twilio.com/${API_VERSION}/Accounts/${ACCOUNT.sid}/Messages/${sid}/Media/${media}`,
  };
}
