import { ACCOUNT, API_VERSION } from './account';
import { countSegments } from './segments';
import { type Message, rfc2822 } from './world';

/** How long after it was made a message leaves, and how long until the phone has it. */
const SENT_AFTER_MS = 300;
const SETTLED_AFTER_MS = 1_000;

const DELIVERY_ERRORS: Record<number, string> = {
  30003: 'Unreachable destination handset',
  30006: 'Landline or unreachable carrier',
};

/** The states a message goes through after its first; each is told to its StatusCallback. */
export function steps({ createdAt, errorCode, messagingServiceSid }: Message) {
  return [
    ...(messagingServiceSid ? [{ status: 'queued', at: createdAt }] : []),
    { status: 'sent', at: createdAt + SENT_AFTER_MS },
    { status: errorCode === null ? 'delivered' : 'undelivered', at: createdAt + SETTLED_AFTER_MS },
  ];
}

/** A message's state at this moment. */
export function statusOf(message: Message, now: number): string {
  if (message.direction === 'inbound') return 'received';
  const first = message.messagingServiceSid ? 'accepted' : 'queued';
  return steps(message).findLast(({ at }) => at < now)?.status ?? first;
}

/** The message resource: https://www.twilio.com/docs/messaging/api/message-resource, read 2026-11-24. */
export function toMessageResource(message: Message, now: number) {
  const { sid, createdAt, messagingServiceSid } = message;
  const status = statusOf(message, now);
  const uri = `/${API_VERSION}/Accounts/${ACCOUNT.sid}/Messages/${sid}`;
  const failed = status === 'undelivered';
  // The service chooses the sender after it has taken the message.
  const unassigned = status === 'accepted';
  return {
    account_sid: ACCOUNT.sid,
    api_version: API_VERSION,
    body: message.body,
    date_created: rfc2822(createdAt),
    date_sent: status === 'queued' || unassigned ? null : rfc2822(createdAt),
    date_updated: rfc2822(Math.min(now, createdAt + SETTLED_AFTER_MS)),
    direction: message.direction,
    error_code: failed ? message.errorCode : null,
    error_message: failed ? (DELIVERY_ERRORS[message.errorCode ?? 0] ?? null) : null,
    from: unassigned ? null : message.from,
    messaging_service_sid: messagingServiceSid,
    num_media: String(message.media.length),
    num_segments: unassigned ? '0' : String(countSegments(message.body)),
    price: null,
    price_unit: 'USD',
    sid,
    status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: message.to,
    uri: `${uri}.json`,
  };
}
