import type { HttpClient } from '../../http';
import type { TwilioNumber } from './account';
import { type Call, hasEnded } from './call';
import { type CallInput, hear } from './call-input';
import { CallPlayer } from './call-player';
import type { TwilioSimulator } from './index';
import { addMessage, MOST_CHARACTERS } from './messages';
import { PhoneProblem } from './phone-problem';
import { playWidget, type StudioRequest, type StudioResult } from './studio';
import { receiveText } from './text-in';
import type { Wire } from './webhook';
import { toIdempotencyToken } from './webhook-request';
import type { Message } from './world';

type Parts = { twilio: TwilioSimulator; http: HttpClient; now: () => Date };
export type OutgoingText = { from: string; to: string; body: string; media?: string[] };

const GUEST = /^\+[1-9]\d{6,14}$/;
const MOST_MEDIA = 10;

/** The phones of all guests: they text and call the account's numbers, and Twilio calls the restaurant's server as it does. */
export class Phone {
  private readonly wire: Wire;

  constructor(private readonly parts: Parts) {
    const { twilio, http, now } = parts;
    const makeToken = () => toIdempotencyToken(twilio.world().makeSid('', now().getTime()));
    this.wire = { http, now, makeToken };
  }

  /** Sends a text and waits until the restaurant's server has answered it. */
  async text({ from, to, body, media = [] }: OutgoingText): Promise<Message> {
    const own = this.reach(from, to);
    if (!own.sms)
      throw new PhoneProblem(400, `${to} takes no texts; its sms capability is off. Text another number.`);
    if (body === '' && media.length === 0)
      throw new PhoneProblem(400, 'Write something in body, or send media.');
    if (body.length > MOST_CHARACTERS)
      throw new PhoneProblem(
        400,
        `The text has ${body.length} characters. Twilio puts at most ${MOST_CHARACTERS} together again.`,
      );
    if (media.length > MOST_MEDIA)
      throw new PhoneProblem(400, `At most ${MOST_MEDIA} media go with one text.`);
    const world = this.parts.twilio.world();
    const draft = {
      direction: 'inbound' as const,
      from,
      to,
      body,
      media,
      messagingServiceSid: null,
      statusCallback: null,
    };
    const message = addMessage(world, draft, this.parts.now().getTime());
    await receiveText({ wire: this.wire, world, message }, own);
    return message;
  }

  /** Calls a number; answered once the restaurant's server has said its first words. */
  async call({ from, to }: { from: string; to: string }): Promise<Call> {
    const own = this.reach(from, to);
    const world = this.parts.twilio.world();
    const startedAt = this.parts.now().getTime();
    const call: Call = {
      sid: world.makeSid('CA', startedAt),
      from,
      to,
      status: 'ringing',
      startedAt,
      endedAt: null,
      waiting: null,
      lines: [],
      statusCallback: own.statusCallback,
    };
    world.calls.push(call);
    const player = new CallPlayer(this.wire, own);
    if (own.voiceUrl === '') {
      player.say(call, 'twilio', `${to} has no VoiceUrl: nobody answers.`);
      player.end(call, 'no-answer');
    } else await player.fetch(call, { url: own.voiceUrl, method: own.voiceMethod });
    return call;
  }

  /** The guest speaks, presses keys or waits; answered once the restaurant's server has reacted. */
  async input(sid: string, input: CallInput): Promise<Call> {
    const call = this.find(sid);
    const { waiting } = call;
    if (hasEnded(call)) throw new PhoneProblem(409, 'This call has ended. Call again.');
    if ('other_phone' in input && waiting?.verb.name !== 'Dial')
      throw new PhoneProblem(409, 'No other phone rings in this call. Speak, press keys or wait.');
    if (!waiting) throw new PhoneProblem(409, 'The restaurant is still speaking. Wait for it to ask.');
    await hear({ call, waiting, input, player: this.player(call) });
    return call;
  }

  /** The guest hangs up, whatever is being said. */
  hangUp(sid: string): Call {
    const call = this.find(sid);
    const player = this.player(call);
    if (!hasEnded(call)) {
      player.say(call, 'guest', '(hangs up)');
      player.end(call, 'completed');
    }
    return call;
  }

  /** Plays Studio's widget, which stands in a flow that a guest is led through. */
  studio(request: StudioRequest): Promise<StudioResult> {
    return playWidget(this.wire, request);
  }

  find(sid: string): Call {
    const call = this.parts.twilio.world().calls.find((one) => one.sid === sid);
    if (!call) throw new PhoneProblem(404, `There is no call ${sid}. Call first.`);
    return call;
  }

  private player({ to }: Call): CallPlayer {
    return new CallPlayer(this.wire, this.own(to));
  }

  private own(to: string): TwilioNumber {
    const { numbers } = this.parts.twilio.world();
    const own = numbers.find(({ number }) => number === to);
    const known = numbers.map(({ number }) => number).join(', ');
    if (!own) throw new PhoneProblem(400, `to: ${to} is not one of the account's numbers: ${known}.`);
    return own;
  }

  private reach(from: string, to: string): TwilioNumber {
    if (!GUEST.test(from))
      throw new PhoneProblem(400, `from: give the guest's number as +16175550123, not "${from}".`);
    return this.own(to);
  }
}
