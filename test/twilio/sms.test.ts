import type { OrderApi } from '../support/order-api';
import { GUEST, menu, openLine, type TwilioPhone } from '../support/twilio-phone';

let api: OrderApi;
let phone: TwilioPhone;

beforeEach(async () => {
  ({ api, phone } = await openLine(['(617) 555-0100']));
});
afterEach(() => api.stop());

const orders = async () => (await api.call('GET', '/v1/orders')).body.data;

it('takes an order by text: reads it back, and has it stored before it says so', async () => {
  expect(await phone.text('two large pepperoni, no onions, and a coke zero, for pickup')).toBe(
    'Your order: 2 × Large Pepperoni Pizza (no Onions); 1 × Coke Zero. Pickup. That is $39.50 plus tax. Reply YES to order, NO to drop it, or tell me what to change.',
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

it('says "no" once where the menu names an option with it', async () => {
  const [toppings, ...rest] = menu.option_groups;
  const [onions] = toppings.options;
  const named = { ...toppings, options: [{ ...onions, id: 'no-onions', name: 'NO Onions', aliases: [] }] };
  await api.call('PUT', '/v1/menu', { body: { ...menu, option_groups: [named, ...rest] } });
  expect(await phone.text('two large pepperoni, no onions, for pickup')).toContain('(no onions)');
});

it('asks what is missing one thing at a time', async () => {
  expect(await phone.text('a pepperoni pizza and a lobster')).toBe(
    'Which size of Pepperoni Pizza: Small, Medium, Large or Extra Large?',
  );
  expect(await phone.text('the large one please')).toContain('"lobster" is not on our menu.');
  expect(await phone.text('then fries instead')).toBe('Is that for pickup or delivery?');
  expect(await phone.text('delivery')).toContain('Where should we deliver it?');
  expect(await phone.text('12 Oak Street apt 4')).toContain(
    'Your order: 1 × Large Pepperoni Pizza; 1 × French Fries. Delivery to 12 Oak Street apt 4.',
  );
});

it('asks for the options that a dish demands, and for a postal code where the shop delivers only to some', async () => {
  const [toppings, ...rest] = menu.option_groups;
  const found = rest.find((one: { id: string }) => one.id === 'crust');
  const options = found.options.map((one: object) => ({ ...one, default: false }));
  const crust = { ...found, min: 1, options };
  const others = rest.filter((one: { id: string }) => one.id !== 'crust');
  await api.call('PUT', '/v1/menu', { body: { ...menu, option_groups: [toppings, crust, ...others] } });
  await api.call('PATCH', '/v1/locations/loc_1', { body: { delivery: { postal_codes: ['02215'] } } });
  expect(await phone.text('a large cheese pizza delivered to 12 Oak Street')).toContain(
    'Which crust would you like',
  );
  expect(await phone.text('thin crust please')).toBe('What is the postal code of that address?');
  expect(await phone.text('90210')).toContain('We do not deliver to that postal code');
  expect(await phone.text('yes')).toContain('Pickup.');
  await phone.text('yes');
  expect((await orders())[0]).toMatchObject({
    service: { type: 'pickup' },
    items: [{ menu_item_id: 'cheese', unit_price: expect.any(Number), options: [{ option_id: 'thin' }] }],
    quoted_total: null,
  });
});

it('offers something else for what is sold out, or leaves it out', async () => {
  await api.call('PATCH', '/v1/menu/items/fries', { body: { available: false } });
  expect(await phone.text('fries and a coke for pickup')).toContain('French Fries is sold out.');
  expect(await phone.text('skip')).toContain('Your order: 1 × Coke. Pickup.');
});
