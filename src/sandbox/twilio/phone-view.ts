import type { Call } from './call';
import { statusOf } from './message-view';
import type { Message, Notice, World } from './world';

/** A guest's phone as JSON: what was texted, what went wrong on the way, and the calls, each oldest first. */
export function toPhoneView(world: World, { guest, now }: { guest: string; now: Date }) {
  return {
    guest,
    messages: world.messages
      .filter(({ from, to }) => from === guest || to === guest)
      .map((message) => toTextView(message, now)),
    notices: world.notices.filter((notice) => notice.guest === guest).map(toNoticeView),
    calls: world.calls.filter(({ from }) => from === guest).map(toCallView),
  };
}

export function toTextView(message: Message, now: Date) {
  const { sid, from, to, body, media, direction, createdAt } = message;
  const status = statusOf(message, now.getTime());
  const error_code = status === 'undelivered' ? message.errorCode : null;
  return { sid, at: rfc3339(createdAt), direction, from, to, body, media, status, error_code };
}

export function toNoticeView({ at, number, code, text }: Notice) {
  return { at: rfc3339(at), number, code, text };
}

/** `waiting_for` is what the guest can do now: speak or press keys as the Gather listens, be recorded, or let another phone answer. */
export function toCallView({ sid, from, to, status, startedAt, endedAt, waiting, lines }: Call) {
  return {
    sid,
    from,
    to,
    status,
    started_at: rfc3339(startedAt),
    ended_at: endedAt === null ? null : rfc3339(endedAt),
    waiting_for: waiting ? (waiting.verb.attributes.input ?? WAITING[waiting.verb.name] ?? null) : null,
    hints: waiting?.verb.attributes.hints ?? null,
    lines: lines.map(({ at, who, text }) => ({ at: rfc3339(at), who, text })),
  };
}

const WAITING: Record<string, string> = { Gather: 'dtmf', Record: 'recording', Dial: 'other_phone' };

const rfc3339 = (at: number): string => new Date(at).toISOString();
