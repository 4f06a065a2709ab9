import type { VendorNotification } from '../notification';
import { ACCOUNT, API_VERSION } from './account';
import { hasEnded, secondsOf } from './call';
import { steps } from './message-view';
import type { Parameters } from './signature';
import { callParameters } from './voice-parameters';
import { toIdempotencyToken, toWebhookRequest } from './webhook-request';
import { hex, rfc2822, type World } from './world';

/** Every status that Twilio has told by now to those who asked for it, oldest first. */
export function callbacks(world: World, now: Date): VendorNotification[] {
  return [...messageCallbacks(world), ...callCallbacks(world)]
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks, read 2026-11-24: the first state is not told. */
function messageCallbacks(world: World): VendorNotification[] {
  return world.messages.flatMap((message) => {
    const { sid, statusCallback, errorCode } = message;
    if (!statusCallback) return [];
    return steps(message).map(({ status, at }) =>
      toCallback(
        { id: `${sid}-${status}`, at, url: statusCallback },
        {
          ...(message.messagingServiceSid ? { MessagingServiceSid: message.messagingServiceSid } : {}),
          ...(status === 'undelivered' ? { ErrorCode: String(errorCode) } : {}),
          SmsSid: sid,
          SmsStatus: status,
          MessageStatus: status,
          To: message.to,
          MessageSid: sid,
          AccountSid: ACCOUNT.sid,
          From: message.from,
          ApiVersion: API_VERSION,
        },
      ),
    );
  });
}

/** A number's StatusCallback hears of a call once, at its end. */
function callCallbacks(world: World): VendorNotification[] {
  return world.calls
    .filter((call) => hasEnded(call) && call.statusCallback !== '')
    .map((call) => {
      const seconds = secondsOf(call);
      const at = call.endedAt ?? 0;
      return toCallback(
        { id: `${call.sid}-${call.status}`, at, url: call.statusCallback },
        {
          ...callParameters(call),
          CallDuration: String(seconds),
          Duration: String(Math.ceil(seconds / 60)),
          Timestamp: rfc2822(at),
          CallbackSource: 'call-progress-events',
          SequenceNumber: '0',
        },
      );
    });
}

function toCallback(
  call: { id: string; at: number; url: string },
  parameters: Parameters,
): VendorNotification {
  const token = toIdempotencyToken(hex(call.id));
  const { url, headers, body = '' } = toWebhookRequest({ url: call.url, method: 'POST' }, parameters, token);
  return { id: `twilio-${call.id}`, at: new Date(call.at), url, headers, body };
}
