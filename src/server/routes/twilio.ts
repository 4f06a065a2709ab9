import { hintsOf, toVerbs } from '../../intake/twilio/call';
import { readCall, readSms } from '../../intake/twilio/inbound';
import { type Channel, languageOf, PHRASES } from '../../intake/twilio/phrases';
import { toTwiml, type Verb } from '../../intake/twilio/twiml';
import { toE164 } from '../../order/phone';
import type { Shop } from '../../order/shop';
import { ApiProblem } from '../problem';
import type { App, Services } from '../services';
import { readTwilioCall, retryToken } from '../twilio-call';
import { type ToAnswer, TwilioLine } from '../twilio-line';
import { tellUnknownNumber } from '../twilio-unknown';

/** Where Twilio brings the messages and the calls of guests. Without a token nothing is believed. */
export function twilioRoutes(app: App, services: Services): void {
  const line = new TwilioLine(app, services);
  const nobodys = async (channel: Channel, number: string) => {
    await tellUnknownNumber(number, { ...services, app });
    const say = PHRASES.en[channel].unknownNumber;
    const words: Verb[] = [{ name: 'Say', inside: say }, { name: 'Hangup' }];
    return channel === 'sms' ? message(say) : toTwiml(words);
  };
  const route = { schema: { hide: true }, config: { public: true } } as const;
  app.register(async (raw) => {
    // Signatures are made over the very bytes.
    raw.removeAllContentTypeParsers();
    raw.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    raw.post('/twilio/sms', route, async (request, reply) => {
      const inbound = readSms(readTwilioCall(request, app, services), retryToken(request));
      if (!inbound) throw new ApiProblem('malformed-request', 'This is no text message of Twilio’s.');
      const place = await line.shopOf(inbound.to);
      reply.type('text/xml');
      if (!place) return nobodys('sms', inbound.to);
      return line.answer({ inbound, channel: 'sms', ...place }, toMessage).catch((error: unknown) => {
        request.log.error(error, 'A text message could not be answered.');
        return message(apology(place.shop));
      });
    });
    raw.post<{ Querystring: { turn?: string } }>('/twilio/voice', route, async (request, reply) => {
      const turn = Number(/^\d{1,3}$/.exec(request.query.turn ?? '')?.[0] ?? 0);
      const inbound = readCall(readTwilioCall(request, app, services), { token: retryToken(request), turn });
      if (!inbound) throw new ApiProblem('malformed-request', 'This is no call of Twilio’s.');
      const place = await line.shopOf(inbound.to);
      reply.type('text/xml');
      if (!place) return nobodys('voice', inbound.to);
      const spoken = spokenOn(place.shop, inbound.to, turn);
      const toAnswer: ToAnswer = (said, { menu }) =>
        toTwiml(toVerbs(said, { ...spoken, hints: hintsOf(menu) }));
      return line.answer({ inbound, channel: 'voice', ...place }, toAnswer).catch((error: unknown) => {
        request.log.error(error, 'A call could not be answered.');
        return toTwiml(
          toVerbs({ say: wordsOf(place.shop).voice.human(null), next: 'dial' }, { ...spoken, hints: '' }),
        );
      });
    });
  });
}

/** Twilio cuts longer ones off (https://www.twilio.com/docs/messaging/twiml/message, read 2026-11-24). */
const LONGEST_MESSAGE = 1_600;

const message = (say: string): string =>
  toTwiml(say === '' ? [] : [{ name: 'Message', inside: say.slice(0, LONGEST_MESSAGE) }]);
const toMessage: ToAnswer = ({ say }) => message(say);

const wordsOf = ({ language }: Shop) => PHRASES[languageOf(language)];

function apology(shop: Shop): string {
  const { nobody, callUs } = wordsOf(shop).sms;
  return `${nobody} ${callUs(shop.phone)}`.trim();
}

/** The restaurant's own phone, unless that is the very line: it would ring for ever. */
function spokenOn(shop: Shop, line: string, turn: number) {
  const { phone, country } = shop;
  const number = phone === null ? null : toE164(phone, country);
  return { shop, next: `voice?turn=${turn + 1}`, phone: number === toE164(line, country) ? null : number };
}
