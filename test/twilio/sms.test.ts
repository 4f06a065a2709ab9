import { readFileSync } from 'node:fs';
import { OrderApi } from '../support/order-api';
import { GUEST, TwilioPhone, twilioConfig } from '../support/twilio-phone';

const menu = JSON.parse(readFileSync('test/corpus/own/menu.json', 'utf8'));
let api: OrderApi;
let phone: TwilioPhone;

beforeEach(async () => {
  api = await OrderApi.start({ config: twilioConfig });
  await api.call('PATCH', '/v1/locations/loc_1', {
    body: { twilio_numbers: ['(617) 555-0100'], phone: '617 555 0199' },
  });
  await api.call('PUT', '/v1/menu', { body: menu });
  phone = new TwilioPhone(api);
});
afterEach(() => api.stop());

const orders = async () => (await api.call('GET', '/v1/orders')).body.data;

it('takes an order by text: reads it back, and has it stored before it says so', async () => {
  expect(await phone.text('two large pepperoni, no onions, and a coke zero, for pickup')).toBe(
    'Your order: 2 × Large Pepperoni Pizza (no Onions); 1 × Coke Zero. Pickup. Reply YES to order, NO to drop it, or tell me what to change.',
  );
  expect(await orders()).toEqual([]);
  expect(await phone.text('YES')).toBe('Thank you! Order #1 is in. Pay when you pick it up.');
  expect(await orders()).toMatchObject([
    {
      number: '1',
      source: { channel: 'sms', app: 'twilio', message_sid: expect.stringMatching(/^SM/) },
      external_ref: expect.stringMatching(/^SM/),
      phone_e164: GUEST,
      service: { type: 'pickup' },
      items: [
        {
          quantity: '2',
          menu_item_id: 'pepperoni',
          variation_id: 'pepperoni-l',
          options: [{ action: 'remove' }],
        },
        { menu_item_id: 'coke-zero' },
      ],
    },
  ]);
});

it('asks what is missing one thing at a time', async () => {
  expect(await phone.text('a pepperoni pizza and a lobster')).toBe(
    'Which Pepperoni Pizza: Small, Medium, Large or Extra Large?',
  );
  expect(await phone.text('the large one please')).toContain('"lobster" is not on our menu.');
  expect(await phone.text('then fries instead')).toBe('Is that for pickup or delivery?');
  expect(await phone.text('delivery')).toContain('Where should we deliver it?');
  expect(await phone.text('12 Oak Street apt 4')).toContain(
    'Your order: 1 × Large Pepperoni Pizza; 1 × French Fries. Delivery to 12 Oak Street apt 4.',
  );
});
