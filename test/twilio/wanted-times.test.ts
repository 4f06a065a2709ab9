import { daily } from '../support/call-time';
import { DeliveryHouse } from '../support/delivery-house';
import type { OrderApi } from '../support/order-api';
import { LINE, menu, openLine, TwilioCall, TwilioPhone, twilioConfig } from '../support/twilio-phone';

jest.setTimeout(60_000);

let api: OrderApi;
let phone: TwilioPhone;
/** It is one o'clock on Friday the 27th in New York; the shop is open from eleven to ten. */
beforeEach(async () => {
  ({ api, phone } = await openLine());
  await open('11:00', '22:00');
});
afterEach(() => api.stop());
const open = (from: string, to: string, last: string | null = null) =>
  api.call('PATCH', '/v1/locations/loc_1', { body: { hours: daily(from, to, last) } });
const timing = async () => (await api.call('GET', '/v1/orders')).body.data[0].timing;

it('reads a time back as a moment, and orders for it', async () => {
  expect(await phone.text('a coke for pickup at half past seven')).toContain(
    'Your order: 1 × Coke. Pickup. For 7:30 PM. That is',
  );
  await phone.text('yes');
  expect(await timing()).toMatchObject({
    requested_at: '2026-11-27T19:30:00-05:00',
    requested_text: 'at half past seven',
  });
});

it.each(['pickup at half past seven', 'I will pick it up at 7:30 pm'])(
  'hears a time that comes with an answer: "%s"',
  async (answer) => {
    await api.call('PATCH', '/v1/locations/loc_1', { body: { hours: [] } });
    expect(await phone.text('a coke')).toBe('Is that for pickup or delivery?');
    expect(await phone.text(answer)).toContain('For 7:30 PM.');
  },
);

it('hears an allergy that comes with an answer', async () => {
  await phone.text('a pepperoni pizza for pickup');
  expect(await phone.text("large, and I'm allergic to nuts")).toMatch(/Allergy: .*allergic to nuts/);
});

it('says the day where it is another one', async () => {
  expect(await phone.text('a coke for pickup tomorrow at noon')).toContain('For 12:00 PM tomorrow.');
});

it('counts "in an hour" from when it was said, whatever is asked in between', async () => {
  expect(await phone.text('a pepperoni pizza in an hour')).toContain('Which size');
  api.clock.at += 4 * 60_000;
  await phone.text('large');
  expect(await phone.text('pickup')).toContain('For 2:00 PM.');
});

it('leaves an order for as soon as possible one', async () => {
  await phone.text('a coke for pickup as soon as possible');
  await phone.text('yes');
  expect(await timing()).toMatchObject({ requested_at: null, requested_text: 'as soon as possible' });
});

describe('a time that can be meant in two ways', () => {
  beforeEach(async () => {
    await open('06:00', '23:00');
    api.clock.at = Date.parse('2026-11-27T05:00:00-05:00');
  });

  it.each(['in the evening', '7 pm', 'the second', 'PM'])('is asked; "%s" answers it', async (answer) => {
    expect(await phone.text('a coke for pickup at seven')).toBe('Do you mean 7:00 AM or 7:00 PM?');
    expect(await phone.text(answer)).toContain('For 7:00 PM.');
  });

  it('is asked again where the answer is none, and another time may come instead', async () => {
    await phone.text('a coke for pickup at seven');
    expect(await phone.text('hmm')).toBe('Sorry, I did not get that. Do you mean 7:00 AM or 7:00 PM?');
    expect(await phone.text('eight pm')).toContain('For 8:00 PM.');
  });
});

it('asks whether tomorrow is meant where the time of today is over', async () => {
  api.clock.at = Date.parse('2026-11-27T20:00:00-05:00');
  expect(await phone.text('a coke for pickup at seven')).toBe('Do you mean 7:00 PM tomorrow?');
  expect(await phone.text('no')).toBe('For what time would you like it?');
  expect(await phone.text('at nine')).toContain('For 9:00 PM.');
  await phone.text('change');
  await phone.text('a coke for pickup at seven');
  expect(await phone.text('yes')).toContain('For 7:00 PM tomorrow.');
});

it('asks what a word for a time means that it does not understand', async () => {
  expect(await phone.text('a coke for pickup before eight')).toBe('For what time would you like it?');
  expect(await phone.text('quarter to eight')).toContain('For 7:45 PM.');
});

it('keeps the day where only the hour is changed', async () => {
  await phone.text('a coke for pickup tomorrow at seven');
  expect(await phone.text('make it at eight')).toContain('For 8:00 PM tomorrow.');
});

describe('the rules of the shop are spoken, and another time can be said', () => {
  it('outside its hours', async () => {
    expect(await phone.text('a coke for pickup at 11 pm')).toBe(
      "mario's cannot take an order for that time. We are open today from 11:00 AM to 10:00 PM. For what time would you like it?",
    );
    expect(await phone.text('at nine then')).toContain('For 9:00 PM.');
  });

  it('after its last order', async () => {
    await open('11:00', '22:00', '21:00');
    expect(await phone.text('a coke for pickup at ten to ten')).toContain('with last orders at 9:00 PM');
  });

  it('sooner than its kitchen can', async () => {
    expect(await phone.text('a coke for pickup in five minutes')).toContain(
      'That is too soon. The earliest it can be ready is 1:25 PM.',
    );
    expect(await phone.text('at half past one')).toContain('For 1:30 PM.');
  });

  it('while it is closed, for later', async () => {
    api.clock.at = Date.parse('2026-11-27T23:00:00-05:00');
    expect(await phone.text('a coke for pickup')).toContain('is closed right now. We are open tomorrow');
    expect(await phone.text('noon')).toContain('For 12:00 PM tomorrow.');
  });
});

it('is heard on the phone too', async () => {
  const call = new TwilioCall(phone);
  await call.say();
  expect((await call.say('a coke for pickup at seven thirty')).said).toContain('Pickup. For 7:30 PM.');
});

it('reaches the kitchen when it is time to cook, not before', async () => {
  const house = await DeliveryHouse.open('square', {}, {}, {}, () => twilioConfig);
  try {
    await house.api.call('PATCH', '/v1/locations/loc_1', { body: { twilio_numbers: [LINE] } });
    await house.api.call('PUT', '/v1/menu', { body: menu });
    const guest = new TwilioPhone(house.api);
    await guest.text('a coke for pickup in three hours');
    await guest.text('yes');
    const [{ id, status }] = (await house.api.call('GET', '/v1/orders')).body.data;
    const held = await house.reached(id, 'held');
    expect([status, held.reason?.kind]).toEqual(['scheduled', 'scheduled']);
    expect(house.tickets('square')).toEqual([]);
    house.clock.move(Date.parse(held.next_attempt_at ?? '') - house.clock.now());
    await house.reached(id, 'delivered', 'delivered_degraded');
    expect(house.tickets('square')).toHaveLength(1);
  } finally {
    await house.close();
  }
});
