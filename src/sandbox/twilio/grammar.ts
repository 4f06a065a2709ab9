/** What Twilio's pages say an attribute may be: https://www.twilio.com/docs/voice/twiml and /docs/messaging/twiml, read 2026-11-24. */
const ANY = /^/;
const ADDRESS = /^[^\s]*$/;
const METHOD = /^(GET|POST)$/i;
const TRUTH = /^(true|false)$/i;
const WHOLE = /^\d+$/;
const SECONDS = /^[1-9]\d*$/;
const KEYS = /^[\d#*]*$/;

/** A verb or a noun: the attributes it may carry (null: any), and the elements that may stand inside it. */
export type Rule = { attributes: Record<string, RegExp> | null; inside: string[] };
export type Grammar = { verbs: string[]; rules: Record<string, Rule> };

const noun = (attributes: Record<string, RegExp> = {}, inside: string[] = []): Rule => ({
  attributes,
  inside,
});

const SPOKEN = ['break', 'emphasis', 'lang', 'p', 'phoneme', 'prosody', 's', 'say-as', 'sub', 'w'];

/** Programmable Voice. */
export const VOICE: Grammar = {
  verbs: ['Say', 'Play', 'Pause', 'Gather', 'Redirect', 'Dial', 'Record', 'Hangup', 'Reject'],
  rules: {
    ...Object.fromEntries(SPOKEN.map((name) => [name, { attributes: null, inside: SPOKEN }])),
    Say: noun({ voice: ANY, language: ANY, loop: WHOLE }, SPOKEN),
    Play: noun({ loop: WHOLE, digits: ANY }),
    Pause: noun({ length: WHOLE }),
    Gather: noun(
      {
        action: ADDRESS,
        method: METHOD,
        input: /^(dtmf|speech|dtmf speech|speech dtmf)$/,
        timeout: /^(\d+|auto)$/,
        speechTimeout: /^([1-9]\d*|auto)$/,
        maxSpeechTime: SECONDS,
        hints: ANY,
        language: /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
        actionOnEmptyResult: TRUTH,
        finishOnKey: /^[\d#*]?$/,
        numDigits: SECONDS,
        speechModel: ANY,
        enhanced: TRUTH,
        bargeIn: TRUTH,
        debug: TRUTH,
        profanityFilter: TRUTH,
        partialResultCallback: ADDRESS,
        partialResultCallbackMethod: METHOD,
      },
      ['Say', 'Play', 'Pause'],
    ),
    Redirect: noun({ method: METHOD }),
    Dial: noun(
      {
        action: ADDRESS,
        method: METHOD,
        timeout: SECONDS,
        timeLimit: SECONDS,
        callerId: ANY,
        hangupOnStar: TRUTH,
        answerOnBridge: TRUTH,
        ringTone: ANY,
        record: ANY,
        recordingStatusCallback: ADDRESS,
      },
      ['Number'],
    ),
    Number: noun({
      sendDigits: ANY,
      url: ADDRESS,
      method: METHOD,
      statusCallback: ADDRESS,
      statusCallbackEvent: ANY,
      statusCallbackMethod: METHOD,
    }),
    Record: noun({
      action: ADDRESS,
      method: METHOD,
      timeout: SECONDS,
      maxLength: SECONDS,
      finishOnKey: KEYS,
      playBeep: TRUTH,
      trim: /^(trim-silence|do-not-trim)$/,
      transcribe: TRUTH,
      transcribeCallback: ADDRESS,
      recordingStatusCallback: ADDRESS,
      recordingStatusCallbackMethod: METHOD,
      recordingStatusCallbackEvent: ANY,
    }),
    Hangup: noun(),
    Reject: noun({ reason: /^(rejected|busy)$/ }),
  },
};

/** Programmable Messaging. */
export const MESSAGING: Grammar = {
  verbs: ['Message', 'Redirect'],
  rules: {
    Message: noun({ to: ANY, from: ANY, action: ADDRESS, method: METHOD, statusCallback: ADDRESS }, [
      'Body',
      'Media',
    ]),
    Body: noun(),
    Media: noun(),
    Redirect: noun({ method: METHOD }),
  },
};
