import type { OrderApi } from '../support/order-api';
import { GUEST, LINE, openLine, TwilioCall, type TwilioPhone } from '../support/twilio-phone';

let api: OrderApi;
let phone: TwilioPhone;
beforeEach(async () => {
  ({ api, phone } = await openLine());
});
afterEach(() => api.stop());
const orders = async () => (await api.call('GET', '/v1/orders')).body.data;

it('takes an order on the phone: listens, asks, reads back item by item, and hangs up when it is stored', async () => {
  const call = new TwilioCall(phone);
  expect(await call.say()).toMatchObject({
    said: "Hi, this is mario's. What would you like to order?",
    verb: 'Gather',
  });
  expect(await call.say('can I get two pepperoni pizzas no onions and a coke zero')).toMatchObject({
    said: 'Which size of Pepperoni Pizza: Small, Medium, Large or Extra Large?',
    verb: 'Gather',
  });
  expect((await call.say('large please')).said).toBe('Is that for pickup or delivery?');
  expect((await call.say("I'll pick it up")).said).toBe(
    'I have: 2 Large Pepperoni Pizza, no Onions. 1 Coke Zero. Pickup. That is $39.50 plus tax. Shall I place the order?',
  );
  expect(await orders()).toEqual([]);
  expect(await call.say('yes')).toMatchObject({
    said: 'Thank you. Your order number is 1. Pay when you pick it up. Goodbye.',
    verb: 'Hangup',
  });
  expect(await orders()).toMatchObject([
    {
      external_ref: call.sid,
      source: { channel: 'phone', app: 'twilio', call_sid: call.sid },
      phone_e164: GUEST,
    },
  ]);
});

it('listens for the words of the menu, and hears silence too', async () => {
  const { twiml } = await new TwilioCall(phone).say();
  expect(twiml).toContain('actionOnEmptyResult="true"');
  expect(/hints="([^"]*)"/.exec(twiml)?.[1]?.split(',')).toEqual(
    expect.arrayContaining(['Pepperoni Pizza', 'Coke Zero']),
  );
});

it('connects the guest to the restaurant when it has not understood twice', async () => {
  const call = new TwilioCall(phone);
  await call.say();
  expect(await call.say('')).toMatchObject({ said: expect.stringContaining('did not hear'), verb: 'Gather' });
  const { verb, twiml } = await call.say('mumble mumble');
  expect(verb).toBe('Dial');
  expect(twiml).toContain('<Dial>+16175550199</Dial><Hangup/>');
});

it('forgets a failure once it has understood', async () => {
  const call = new TwilioCall(phone);
  await call.say();
  await call.say('');
  await call.say('a coke');
  expect((await call.say('')).verb).toBe('Gather');
});

it.each([
  ['operator please', {}],
  ['', { Digits: '0' }],
])('connects at once who asks for a person: %j %j', async (speech, fields) => {
  const call = new TwilioCall(phone);
  await call.say();
  expect((await call.say(speech, fields)).verb).toBe('Dial');
});

it('never rings its own number, and says so where nobody can be reached', async () => {
  await api.call('PATCH', '/v1/locations/loc_1', { body: { phone: LINE } });
  const call = new TwilioCall(phone);
  await call.say();
  expect(await call.say('operator')).toMatchObject({
    verb: 'Hangup',
    said: expect.stringContaining('call again later'),
  });
});

it('answers a turn that comes again as it did the first time', async () => {
  const call = new TwilioCall(phone);
  await call.say();
  await call.say('a coke for pickup');
  const again = new TwilioCall(phone, {}, call.sid);
  Object.assign(again, { turn: '/twilio/voice?turn=2' });
  expect((await call.say('yes')).twiml).toBe((await again.say('yes')).twiml);
  expect(await orders()).toHaveLength(1);
});

it('takes the order of a guest who hides the number', async () => {
  const call = new TwilioCall(phone, { From: 'anonymous' });
  await call.say();
  await call.say('a coke for pickup');
  expect((await call.say('yes')).said).toContain('Your order number is 1');
  expect((await orders())[0]).toMatchObject({ phone_e164: null, customer: { phone: null } });
});

it('says at once that the shop takes nothing now', async () => {
  await api.call('POST', '/v1/locations/loc_1/pause', { body: { minutes: 30 } });
  expect(await new TwilioCall(phone).say()).toMatchObject({
    verb: 'Hangup',
    said: expect.stringContaining('not taking orders'),
  });
});

it('hangs up politely on a number that no shop has', async () => {
  const { said, verb } = await new TwilioCall(phone, { To: '+16175550999' }).say();
  expect([said, verb]).toEqual(['Sorry, this number takes no orders. Please call the restaurant.', 'Hangup']);
});
