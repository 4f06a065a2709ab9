import { daily } from '../support/call-time';
import { OrderApi } from '../support/order-api';
import { menu } from '../support/twilio-phone';

let api: OrderApi;
/** It is one o'clock on Friday the 27th in New York. */
beforeAll(async () => {
  api = await OrderApi.start();
  await api.call('PUT', '/v1/menu', { body: menu });
  await api.call('PATCH', '/v1/locations/loc_1', { body: { hours: daily('11:00', '22:00') } });
});
afterAll(() => api.stop());
const parse = async (text: string) => (await api.call('POST', '/v1/orders/parse', { body: { text } })).body;

it.each([
  ['a coke for pickup at half past seven', '2026-11-27T19:30:00-05:00', 'at half past seven'],
  ['a coke for tomorrow noon', '2026-11-28T12:00:00-05:00', 'tomorrow noon'],
  ['una coca para las siete y media', '2026-11-27T19:30:00-05:00', 'para las siete y media'],
])('answers "%s" with its moment, and with the words', async (text, requested_at, said) => {
  expect(await parse(text)).toMatchObject({ requested_at, requested_text: said, unsure: [] });
});

it('has no moment for what is wanted as soon as possible, or at no time at all', async () => {
  expect(await parse('a coke as soon as possible')).toMatchObject({ requested_at: null, unsure: [] });
  expect(await parse('a coke')).toMatchObject({ requested_at: null, requested_text: null, unsure: [] });
});

it('asks where it is not sure, and keeps the words', async () => {
  api.clock.at = Date.parse('2026-11-27T20:30:00-05:00');
  expect(await parse('a coke at seven')).toMatchObject({
    requested_at: null,
    requested_text: 'at seven',
    unsure: [
      { path: 'requested_at', said: 'at seven', question: 'Do you mean 7:00 PM tomorrow?', choices: [] },
    ],
  });
});
