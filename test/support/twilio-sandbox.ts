import { createTwilioSimulator } from '../../src/sandbox/twilio';
import { Phone } from '../../src/sandbox/twilio/phone';
import { createHttpClient } from '../../src/server/http-client';
import { type CallOptions, call } from '../sandbox/call';

/** One simulator for a whole test file: reset it before each test. */
export const twilio = createTwilioSimulator();
export const fact = (name: string) => twilio.facts[name] ?? '';
export const clock = { now: new Date('2026-11-27T18:00:00Z') };
export const wait = (seconds: number) => {
  clock.now = new Date(clock.now.getTime() + seconds * 1000);
};

export const ACCOUNT = fact('account_sid');
export const NUMBER = fact('phone_number');
export const ANN = fact('guest_ann');
export const BEN = fact('guest_ben');

export const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
const FORM = 'application/x-www-form-urlencoded';

/** A request to the REST API below the account, its fields as a form. */
export function rest(target: string, fields: Record<string, string> = {}, options: CallOptions = {}) {
  const [method, path] = target.split(' ');
  return call(twilio, `${method} /2010-04-01/Accounts/${ACCOUNT}${path}`, {
    body: new URLSearchParams(fields).toString(),
    now: clock.now,
    headers: { authorization: basic(ACCOUNT, fact('auth_token')), 'content-type': FORM },
    ...options,
  });
}

/** Sends a text through the REST API. */
export const send = (fields: Record<string, string> = {}, options: CallOptions = {}) =>
  rest('POST /Messages.json', { From: NUMBER, To: ANN, Body: 'Your pizza is ready.', ...fields }, options);

/** Guests' phones that call real sockets. */
export const phone = new Phone({ twilio, http: createHttpClient(), now: () => clock.now });

/** Lets the first number call this server: `/sms`, `/voice` and `/status`, or as given. */
export const wire = (url: string, fields: Record<string, string> = {}) =>
  rest(`POST /IncomingPhoneNumbers/${fact('phone_number_sid')}.json`, {
    SmsUrl: `${url}/sms`,
    VoiceUrl: `${url}/voice`,
    StatusCallback: `${url}/status`,
    ...fields,
  });

/** What lies on a guest's phone from the first number, oldest first. */
export const inbox = (guest = ANN) =>
  twilio
    .world()
    .messages.filter(({ to }) => to === guest)
    .map(({ body }) => body);
/** The codes that Twilio's debugger would show. */
export const codes = () =>
  twilio
    .world()
    .notices.map(({ code }) => code)
    .filter((code) => code !== 0);
