/** A text message or a turn of a call, as far as we use it (https://www.twilio.com/docs/messaging/guides/webhook-request and https://www.twilio.com/docs/voice/twiml, read 2026-11-24). */
export type Inbound = {
  /** What a repeat of it is known by. */
  names: string[];
  sid: string;
  /** Whose number it came to, and who sent it; `null` where the caller hides it. */
  to: string;
  from: string | null;
  /** What was written or said; empty where there was nothing to read. */
  text: string;
  /** The call begins: nothing was said yet. */
  opens: boolean;
};

const SID = /^[A-Z]{2}[0-9a-f]{32}$/i;

/** A text message. Undefined where it is none that Twilio would send. */
export function readSms(form: URLSearchParams, token: string | undefined): Inbound | undefined {
  const sid = form.get('MessageSid') ?? '';
  const to = phoneIn(form.get('To'));
  if (!SID.test(sid) || to === null) return undefined;
  return {
    names: namesOf(sid, token),
    sid,
    to,
    from: phoneIn(form.get('From')),
    text: (form.get('Body') ?? '').trim(),
    opens: false,
  };
}

/** One turn of a call. `turn` counts them: a call has one id for all. */
export function readCall(
  form: URLSearchParams,
  { token, turn }: { token: string | undefined; turn: number },
): Inbound | undefined {
  const sid = form.get('CallSid') ?? '';
  const to = phoneIn(form.get('To'));
  if (!SID.test(sid) || to === null) return undefined;
  // Keys that were pressed come without speech, or beside an empty one.
  const text = form.get('SpeechResult') || form.get('Digits') || '';
  return {
    names: namesOf(`${sid}:${turn}`, token),
    sid,
    to,
    from: phoneIn(form.get('From')),
    text: text.trim(),
    opens: turn === 0,
  };
}

/** A retry of Twilio's carries the token of the first call; the fallback address may be called without it. */
function namesOf(message: string, token: string | undefined): string[] {
  return token ? [message, `token:${token}`] : [message];
}

/** `whatsapp:+1617…` is the same guest; "anonymous" is nobody. */
function phoneIn(text: string | null): string | null {
  const number = (text ?? '').replace(/^[a-z]+:/i, '').trim();
  return /^\+?\d{3,15}$/.test(number) ? number : null;
}
