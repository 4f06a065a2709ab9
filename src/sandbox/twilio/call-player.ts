import { SEED_RESTAURANT } from '../seed-menu';
import type { TwilioNumber } from './account';
import type { Call, CallStatus } from './call';
import { fetchDocument } from './document';
import { VOICE } from './grammar';
import type { Parameters } from './signature';
import { type Element, isElement, textOf } from './twiml';
import { callParameters } from './voice-parameters';
import type { Wire } from './webhook';
import { type Address, toAddress } from './webhook-request';

/** More documents than these without a word from the guest are a loop. */
const MOST_DOCUMENTS = 50;
const APOLOGY = 'We are sorry, an application error has occurred. Goodbye.';

/** Verbs still to be carried out, and the address of the document they stand in. */
export type Script = { verbs: Element[]; url: string };
/** What a verb leads to, where it is not just the next one: another document, or the end of the call. */
type Next = { goTo: Address } | { ends: CallStatus };
type Stage = { say: (who: 'restaurant' | 'twilio', text: string) => void };

/** Verbs that only speak. */
const SPEAKS: Record<string, (stage: Stage, verb: Element) => void> = {
  Say: ({ say }, verb) => say('restaurant', textOf(verb).replaceAll(/\s+/g, ' ')),
  Play: ({ say }, verb) => say('twilio', `Plays ${textOf(verb)}.`),
  Pause: ({ say }, { attributes }) => say('twilio', `Silence of ${attributes.length ?? 1} s.`),
};

/** Verbs that wait for somebody, and what is heard before. */
const WAITS: Record<string, (stage: Stage, verb: Element) => void> = {
  Gather: (stage, verb) => {
    for (const prompt of verb.children.filter(isElement)) SPEAKS[prompt.name]?.(stage, prompt);
  },
  Record: ({ say }) => say('twilio', 'Beep: recording.'),
  Dial: ({ say }, verb) => {
    const number = textOf(verb);
    say(
      'twilio',
      number === SEED_RESTAURANT.phone ? `Ringing ${number}, the restaurant.` : `Ringing ${number}.`,
    );
  },
};

const TURNS: Record<string, (verb: Element, url: string) => Next> = {
  Redirect: (verb, url) => ({ goTo: toAddress(textOf(verb), verb.attributes.method, url) }),
  Hangup: () => ({ ends: 'completed' }),
  Reject: ({ attributes }) => ({ ends: attributes.reason === 'busy' ? 'busy' : 'no-answer' }),
};

/** Carries out TwiML in a call until somebody has to speak, or the call ends. */
export class CallPlayer {
  constructor(
    private readonly wire: Wire,
    private readonly own: TwilioNumber,
  ) {}

  /** Fetches a document and plays it, and those that it leads to. */
  async fetch(call: Call, address: Address, extra: Parameters = {}): Promise<void> {
    let next: { goTo: Address } | null = { goTo: address };
    let parameters = { ...callParameters(call), ...extra };
    for (let documents = 0; next; documents += 1) {
      if (documents >= MOST_DOCUMENTS)
        return this.apologise(call, `More than ${MOST_DOCUMENTS} documents in a row.`);
      const script = await this.read(call, next.goTo, parameters);
      if (!script || call.endedAt !== null) return;
      if (call.status === 'ringing' && script.verbs[0]?.name !== 'Reject') call.status = 'in-progress';
      next = this.perform(call, script);
      parameters = callParameters(call);
    }
  }

  /** Goes on with verbs that are already here. */
  async play(call: Call, script: Script): Promise<void> {
    const next = this.perform(call, script);
    if (next) await this.fetch(call, next.goTo);
  }

  end(call: Call, status: CallStatus): void {
    call.status = status;
    call.waiting = null;
    call.endedAt = this.wire.now().getTime();
  }

  say(call: Call, who: 'guest' | 'restaurant' | 'twilio', text: string): void {
    call.lines.push({ at: this.wire.now().getTime(), who, text });
  }

  private async read(call: Call, address: Address, parameters: Parameters): Promise<Script | null> {
    const { voiceFallbackUrl, voiceFallbackMethod } = this.own;
    const fallback = { url: voiceFallbackUrl, method: voiceFallbackMethod };
    const { url, verbs, told } = await fetchDocument(this.wire, {
      address,
      fallback,
      parameters,
      grammar: VOICE,
    });
    for (const { code, text } of told) this.say(call, 'twilio', code === 0 ? text : `${code}: ${text}`);
    if (verbs) return { verbs, url };
    if (call.endedAt === null) this.apologise(call);
    return null;
  }

  /** Verb by verb, until one waits, ends the call or leads elsewhere; a document that ends ends the call. */
  private perform(call: Call, { verbs, url }: Script): { goTo: Address } | null {
    const stage: Stage = { say: (who, text) => this.say(call, who, text) };
    for (const [index, verb] of verbs.entries()) {
      SPEAKS[verb.name]?.(stage, verb);
      if (WAITS[verb.name]) {
        WAITS[verb.name]?.(stage, verb);
        call.waiting = { verb, rest: verbs.slice(index + 1), url };
        return null;
      }
      const next = TURNS[verb.name]?.(verb, url);
      if (next && 'goTo' in next) return next;
      if (next) {
        this.end(call, next.ends);
        return null;
      }
    }
    this.end(call, 'completed');
    return null;
  }

  private apologise(call: Call, why?: string): void {
    if (why) this.say(call, 'twilio', why);
    this.say(call, 'twilio', APOLOGY);
    this.end(call, 'completed');
  }
}
