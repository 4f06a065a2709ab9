import { ACCOUNT, API_VERSION } from './account';
import type { Call, Waiting } from './call';
import type { CallPlayer } from './call-player';
import type { Parameters } from './signature';
import { toAddress } from './webhook-request';

/** How another phone takes a call that is dialled to it. */
export const DIAL_OUTCOMES = ['completed', 'busy', 'no-answer', 'failed'] as const;

/** What happens next in a call: the guest speaks, presses keys or stays silent, or the phone that rings is (not) answered. */
export type CallInput =
  | { speech: string; confidence?: number }
  | { digits: string }
  | { silence: true }
  | { other_phone: (typeof DIAL_OUTCOMES)[number] };

/** What is posted to the verb's action; null where the verbs after it go on instead, and 'waits' where it goes on waiting. */
type Result = Parameters | null | 'waits';
type Hearing = { call: Call; waiting: Waiting; input: CallInput; player: CallPlayer };

/** Confidence as the recogniser gives it for clear speech. */
const CLEAR = 0.94;
/** How long the two phones are said to have talked. */
const TALKED_SECONDS = '30';
const LETTERS_A_SECOND = 15;

const RESULTS: Record<string, (hearing: Hearing) => Result> = {
  Gather: gathered,
  Record: recorded,
  Dial: dialled,
};

/** Takes what happened to the verb that waits for it, and plays the call on. */
export async function hear(hearing: Hearing): Promise<void> {
  const { call, player, waiting } = hearing;
  const { verb, rest, url } = waiting;
  call.waiting = null;
  const result = RESULTS[verb.name]?.(hearing) ?? null;
  const { action, method } = verb.attributes;
  if (result === 'waits') call.waiting = waiting;
  else if (result) await player.fetch(call, toAddress(action ?? '', method, url), result);
  else await player.play(call, { verbs: rest, url });
}

/** https://www.twilio.com/docs/voice/twiml/gather, read 2026-11-24. */
function gathered({ call, waiting, input, player }: Hearing): Result {
  const { attributes } = waiting.verb;
  const listens = (attributes.input ?? 'dtmf').split(' ');
  if ('speech' in input && listens.includes('speech')) {
    player.say(call, 'guest', input.speech);
    return { SpeechResult: input.speech, Confidence: String(input.confidence ?? CLEAR) };
  }
  const digits = 'digits' in input && listens.includes('dtmf') ? pressed(input.digits, attributes) : '';
  if (digits !== '') {
    player.say(call, 'guest', `(presses ${digits})`);
    return { Digits: digits };
  }
  player.say(call, 'twilio', unheard(input, attributes.timeout ?? '5'));
  if (attributes.actionOnEmptyResult?.toLowerCase() !== 'true') return null;
  return listens.includes('speech') ? { SpeechResult: '', Confidence: '0.0' } : { Digits: '' };
}

/** The keys up to the one that ends them, as many as are wanted. */
function pressed(digits: string, { finishOnKey = '#', numDigits }: Record<string, string>): string {
  const end = finishOnKey === '' ? -1 : digits.indexOf(finishOnKey);
  return (end < 0 ? digits : digits.slice(0, end)).slice(0, numDigits ? Number(numDigits) : undefined);
}

function unheard(input: CallInput, timeout: string): string {
  if ('speech' in input) return 'The guest speaks, but only keys are listened for.';
  if ('digits' in input) return 'The guest presses keys, but only speech is listened for.';
  return `Nothing was heard within ${timeout} s.`;
}

/** https://www.twilio.com/docs/voice/twiml/record, read 2026-11-24: a recording without a sound is thrown away. */
function recorded({ call, input, player }: Hearing): Result {
  if (!('speech' in input)) return null;
  player.say(call, 'guest', input.speech);
  const recording = `RE${call.sid.slice(2)}`;
  return {
    RecordingSid: recording,
    RecordingUrl: `https://api.twilio.com/${API_VERSION}/Accounts/${ACCOUNT.sid}/Recordings/${recording}`,
    RecordingDuration: String(Math.max(1, Math.round(input.speech.length / LETTERS_A_SECOND))),
    Digits: '',
  };
}

/** https://www.twilio.com/docs/voice/twiml/dial, read 2026-11-24: without an action the call goes on with the next verb. */
function dialled({ call, waiting, input, player }: Hearing): Result {
  if (!('other_phone' in input)) {
    player.say(call, 'guest', 'speech' in input ? input.speech : '(waits)');
    return 'waits';
  }
  const outcome = input.other_phone;
  const isTaken = outcome === 'completed';
  player.say(
    call,
    'twilio',
    isTaken ? 'They spoke; the other phone hung up.' : `The other phone: ${outcome}.`,
  );
  if (waiting.verb.attributes.action === undefined) return null;
  const child = `CA${[...call.sid.slice(2)].reverse().join('')}`;
  const result = { DialCallStatus: outcome, DialCallSid: child };
  return isTaken ? { ...result, DialCallDuration: TALKED_SECONDS } : result;
}
