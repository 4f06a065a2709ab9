import type { FastifyRequest } from 'fastify';
import { readSms } from '../../intake/twilio/inbound';
import { phrasesOf } from '../../intake/twilio/phrases';
import { isSignedByTwilio } from '../../intake/twilio/signature';
import { toTwiml, type Verb } from '../../intake/twilio/twiml';
import { ApiProblem } from '../problem';
import { publicUrl } from '../public-url';
import type { App, Services } from '../services';
import { type ToAnswer, TwilioLine } from '../twilio-line';

/** Where Twilio calls: text messages and calls of guests, and what became of messages. Without a token nothing is believed. */
export function twilioRoutes(app: App, services: Services): void {
  const line = new TwilioLine(app, services);
  app.register(async (raw) => {
    // Signatures are made over the very bytes.
    raw.removeAllContentTypeParsers();
    raw.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    const route = { schema: { hide: true }, config: { public: true } } as const;
    raw.post('/twilio/sms', route, async (request, reply) => {
      const form = formOf(request, app, services);
      const inbound = readSms(form, tokenOf(request));
      if (!inbound) throw new ApiProblem('malformed-request', 'This is no text message of Twilio’s.');
      const place = await line.shopOf(inbound.to);
      reply.type('text/xml');
      if (!place) {
        request.log.error('A text message came to a number that no shop has in twilio_numbers.');
        return toTwiml([{ name: 'Message', inside: phrasesOf.sms.unknownNumber }]);
      }
      return line.answer({ inbound, channel: 'sms', ...place, at: { turn: 0 } }, toMessage);
    });
  });
}

/** Twilio cuts longer ones off (https://www.twilio.com/docs/messaging/twiml/message, read 2026-11-24). */
const LONGEST_MESSAGE = 1_600;

const toMessage: ToAnswer = ({ say }) => {
  const message: Verb = { name: 'Message', inside: say.slice(0, LONGEST_MESSAGE) };
  return toTwiml(say === '' ? [] : [message]);
};

const tokenOf = ({ headers }: FastifyRequest) => {
  const token = headers['i-twilio-idempotency-token'];
  return typeof token === 'string' && token !== '' ? token.slice(0, 200) : undefined;
};

/** The fields of a call that Twilio signed. */
function formOf(request: FastifyRequest, app: App, { config }: Services): URLSearchParams {
  const body = typeof request.body === 'string' ? request.body : '';
  const signature = request.headers['x-twilio-signature'];
  const call = {
    url: publicUrl(app, config) + request.url,
    contentType: request.headers['content-type'] ?? '',
    body,
    signature: typeof signature === 'string' ? signature : undefined,
  };
  const { authTokens } = config.twilio;
  if (isSignedByTwilio(call, authTokens)) return new URLSearchParams(body);
  const hint =
    authTokens.length === 0 ? 'TWILIO_AUTH_TOKEN is not set' : 'check PUBLIC_BASE_URL and the token';
  request.log.warn(`A call to ${request.url.split('?')[0]} is not signed by Twilio: ${hint}.`);
  throw new ApiProblem('wrong-signature', 'This call is not signed as Twilio signs.');
}
