import { DeliveryHouse } from '../support/delivery-house';
import { OrderApi } from '../support/order-api';
import { GUEST, LINE, menu, TwilioCall, TwilioPhone, twilioConfig } from '../support/twilio-phone';

jest.setTimeout(60_000);

const ends = (call: TwilioCall, phone: TwilioPhone) =>
  phone.call('/twilio/status', { CallSid: call.sid, CallStatus: 'completed' });
const settings = { twilio_numbers: [LINE], phone: '617 555 0199', email: 'kitchen@marios.example' };

async function openPhone(api: OrderApi): Promise<TwilioPhone> {
  await api.call('PATCH', '/v1/locations/loc_1', { body: settings });
  await api.call('PUT', '/v1/menu', { body: menu });
  return new TwilioPhone(api);
}

it('asks the shop to call back who hung up after the order was read back, and orders nothing', async () => {
  const house = await DeliveryHouse.open('square', {}, {}, {}, () => twilioConfig);
  try {
    const phone = await openPhone(house.api);
    const call = new TwilioCall(phone);
    await call.say();
    await call.say('two cokes delivered to 12 Oak Street in two hours');
    await ends(call, phone);
    const { subject, text } = await house.mail(/hung up/, 'caller-hung-up');
    expect(subject).toContain('A caller hung up before confirming: call back?');
    for (const fact of [GUEST, '2 × coke', '12 Oak Street']) expect(text).toContain(fact);
    expect((await house.api.call('GET', '/v1/orders')).body.data).toEqual([]);
  } finally {
    await house.close();
  }
});

describe('otherwise nobody is told', () => {
  let api: OrderApi;
  let phone: TwilioPhone;
  beforeEach(async () => {
    api = await OrderApi.start({ config: twilioConfig, services: { mails: true } });
    phone = await openPhone(api);
  });
  afterEach(() => api.stop());
  const told = () => api.store.waitingIn('email:rst_1');

  it.each([
    ['of who has ordered', ['two cokes for pickup', 'yes']],
    ['of who has said nothing yet', []],
    ['of who was still being asked', ['a pepperoni pizza']],
    ['of who was connected to the restaurant', ['two cokes for pickup', 'operator']],
    ['of who has dropped the order', ['two cokes for pickup', 'cancel']],
  ])('%s', async (_who, words) => {
    const call = new TwilioCall(phone);
    await call.say();
    for (const one of words) await call.say(one);
    const before = await told();
    expect((await ends(call, phone)).status).toBe(204);
    expect(await told()).toBe(before);
  });

  it('twice of the same call, or of one that is not over', async () => {
    const call = new TwilioCall(phone);
    await call.say();
    await call.say('two cokes for pickup');
    await phone.call('/twilio/status', { CallSid: call.sid, CallStatus: 'in-progress' });
    expect(await told()).toBe(0);
    await ends(call, phone);
    await ends(call, phone);
    expect(await told()).toBe(1);
  });
});
