import { readFileSync } from 'node:fs';
import { createTwilioSimulator } from '../../src/sandbox/twilio';
import { ACCOUNT } from '../../src/sandbox/twilio/account';
import { Phone } from '../../src/sandbox/twilio/phone';
import { createHttpClient } from '../../src/server/http-client';
import { OrderApi } from '../support/order-api';
import { twilioConfig } from '../support/twilio-phone';

const menu = JSON.parse(readFileSync('test/corpus/own/menu.json', 'utf8'));
const LINE = '+16175550142';
const ANN = '+16175550123';
const twilio = createTwilioSimulator();
const guests = new Phone({ twilio, http: createHttpClient(), now: () => new Date() });
let api: OrderApi;

beforeEach(async () => {
  const { authToken } = ACCOUNT;
  const config = { publicBaseUrl: null, twilio: { ...twilioConfig.twilio, authTokens: [authToken] } };
  api = await OrderApi.start({ config });
  await api.call('PATCH', '/v1/locations/loc_1', { body: { twilio_numbers: [LINE], phone: '617 555 0199' } });
  await api.call('PUT', '/v1/menu', { body: menu });
  const address = await api.app.listen({ host: '127.0.0.1', port: 0 });
  twilio.reset();
  const own = twilio.world().numbers.find(({ number }) => number === LINE);
  Object.assign(own ?? {}, {
    smsUrl: `${address}/twilio/sms`,
    voiceUrl: `${address}/twilio/voice`,
    statusCallback: `${address}/twilio/status`,
  });
});
afterEach(() => api.stop());

const orders = async () => (await api.call('GET', '/v1/orders')).body.data;
/** What the guest's phone got last. */
const reply = () => twilio.world().messages.findLast(({ direction }) => direction === 'outbound-reply')?.body;
/** What the debugger warns of; the requests themselves are listed there too, as 0. */
const warned = () =>
  twilio
    .world()
    .notices.map(({ code }) => code)
    .filter((code) => code !== 0);

it('takes a guest’s order by text through Twilio, and has nothing for its debugger', async () => {
  await guests.text({ from: ANN, to: LINE, body: 'two large pepperoni & a coke zero <3, for pickup 🍕' });
  expect(reply()).toContain('Your order: 2 × Large Pepperoni Pizza; 1 × Coke Zero.');
  await guests.text({ from: ANN, to: LINE, body: 'Yes' });
  expect(reply()).toContain('Order #1 is in.');
  expect([await orders(), warned()]).toMatchObject([[{ source: { channel: 'sms' } }], []]);
});

it('takes a picture with words by its words', async () => {
  await guests.text({ from: ANN, to: LINE, body: 'a coke for pickup', media: ['image/jpeg'] });
  expect(reply()).toContain('Your order: 1 × Coke.');
});

it('leaves STOP to Twilio', async () => {
  await guests.text({ from: ANN, to: LINE, body: 'STOP' });
  const answers = twilio.world().messages.filter(({ direction }) => direction === 'outbound-reply');
  expect([answers.length, warned(), await orders()]).toEqual([1, [], []]);
});

it('takes a guest’s order on the phone through Twilio', async () => {
  const { sid } = await guests.call({ from: ANN, to: LINE });
  for (const speech of ['a large veggie pizza and fries', 'pickup', 'yes'])
    await guests.input(sid, { speech });
  const call = twilio.world().calls.find((one) => one.sid === sid);
  expect([call?.status, warned()]).toEqual(['completed', []]);
  expect(await orders()).toMatchObject([{ external_ref: sid, source: { channel: 'phone', call_sid: sid } }]);
});

it('connects a guest whom it does not hear to the restaurant', async () => {
  const { sid } = await guests.call({ from: ANN, to: LINE });
  await guests.input(sid, { silence: true });
  await guests.input(sid, { silence: true });
  const call = twilio.world().calls.find((one) => one.sid === sid);
  expect(call?.lines.map(({ text }) => text).join('\n')).toContain('+16175550199');
});
