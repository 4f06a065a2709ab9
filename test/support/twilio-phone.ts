import { readFileSync } from 'node:fs';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { OrderApi } from './order-api';

export const TOKEN = '0123456789abcdef0123456789abcdef';
export const LINE = '+16175550100';
export const GUEST = '+16175550123';
/** How a line is set up in tests. */
export const twilioConfig = {
  publicBaseUrl: 'https://orders.example',
  twilio: { authTokens: [TOKEN], sender: null, from: null, apiUrl: 'https://api.twilio.example' },
};

/** What the restaurant of the line sells. */
export const menu = JSON.parse(readFileSync('test/corpus/own/menu.json', 'utf8'));

/** A shop with a menu that takes orders on its number, and a guest's phone. */
export async function openLine(twilio_numbers = [LINE]): Promise<{ api: OrderApi; phone: TwilioPhone }> {
  const api = await OrderApi.start({ config: twilioConfig });
  await api.call('PATCH', '/v1/locations/loc_1', { body: { twilio_numbers, phone: '617 555 0199' } });
  await api.call('PUT', '/v1/menu', { body: menu });
  return { api, phone: new TwilioPhone(api) };
}

let messages = 0;
const hex = (n: number) => n.toString(16).padStart(32, '0');

type Sent = {
  from?: string;
  to?: string;
  sid?: string;
  headers?: Record<string, string>;
  fields?: Record<string, string>;
};

/** A guest's phone, as Twilio passes its messages on: signed by Twilio's own package. */
export class TwilioPhone {
  constructor(
    private readonly api: OrderApi,
    private readonly token = TOKEN,
  ) {}

  /** Texts the restaurant; gives what it answers, null for nothing. */
  async text(body: string, sent: Sent = {}): Promise<string | null> {
    const { status, text } = await this.post(body, sent);
    if (status !== 200) throw new Error(`${status} ${text}`);
    return messageIn(text);
  }

  post(
    body: string,
    { from = GUEST, to = LINE, sid = `SM${hex(++messages)}`, headers = {}, fields = {} }: Sent = {},
  ) {
    const params = {
      MessageSid: sid,
      AccountSid: `AC${hex(1)}`,
      From: from,
      To: to,
      Body: body,
      NumMedia: '0',
      NumSegments: '1',
      ...fields,
    };
    return this.call('/twilio/sms', params, headers);
  }

  /** One signed call of Twilio's. */
  async call(path: string, params: Record<string, string>, headers: Record<string, string> = {}) {
    const signature = getExpectedTwilioSignature(this.token, `https://orders.example${path}`, params);
    return this.api.call('POST', path, {
      key: null,
      raw: true,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': signature,
        ...headers,
      },
      body: new URLSearchParams(params).toString(),
    });
  }
}

/** A call of a guest, turn by turn. */
export class TwilioCall {
  private turn = '/twilio/voice';
  constructor(
    private readonly phone: TwilioPhone,
    private readonly fields: Record<string, string> = {},
    readonly sid = `CA${hex(++messages)}`,
  ) {}

  /** The guest speaks (absent: the call comes in); gives what is said, and the verb that follows. */
  async say(
    speech?: string,
    fields: Record<string, string> = {},
  ): Promise<{ said: string; verb: string; twiml: string }> {
    const params = {
      CallSid: this.sid,
      AccountSid: `AC${hex(1)}`,
      From: GUEST,
      To: LINE,
      CallStatus: speech === undefined ? 'ringing' : 'in-progress',
      ...(speech === undefined ? {} : { SpeechResult: speech, Confidence: '0.94' }),
      ...this.fields,
      ...fields,
    };
    const { status, text } = await this.phone.call(this.turn, params);
    if (status !== 200) throw new Error(`${status} ${text}`);
    const next = /action="([^"]*)"/.exec(text)?.[1];
    if (next)
      this.turn = new URL(next.replaceAll('&amp;', '&'), `https://orders.example${this.turn}`).href.slice(
        'https://orders.example'.length,
      );
    const said = /<Say[^>]*>([\s\S]*?)<\/Say>/.exec(text)?.[1] ?? '';
    const verb = /<(Gather|Dial|Hangup)/.exec(text)?.[1] ?? '';
    return { said: said.replaceAll('&quot;', '"').replaceAll('&amp;', '&'), verb, twiml: text };
  }
}

/** The words of a TwiML answer. */
function messageIn(twiml: string): string | null {
  const [, message] = /<Message>([\s\S]*)<\/Message>/.exec(twiml) ?? [];
  return message?.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&') ?? null;
}
