import { buildApp } from '../../src/server/app';
import { readConfig } from '../../src/server/config';
import { openSqliteStore } from '../../src/store/sqlite/open';
import { OrderApi } from '../support/order-api';
import { openLine, TwilioPhone, twilioConfig } from '../support/twilio-phone';

let api: OrderApi;
let phone: TwilioPhone;
beforeEach(async () => {
  ({ api, phone } = await openLine());
});
afterEach(() => api.stop());
const orders = async () => (await api.call('GET', '/v1/orders')).body.data;
const sid = (n: number) => `SM${String(n).padStart(32, '0')}`;

it('gives a message that Twilio sends again its first answer, and orders once', async () => {
  await phone.text('a coke for pickup', { sid: sid(1) });
  const first = await phone.text('yes', { sid: sid(2), headers: { 'i-twilio-idempotency-token': 'one' } });
  expect(await phone.text('yes', { sid: sid(2) })).toBe(first);
  // The fallback address may be called under another message's name, but with the same token.
  expect(await phone.text('yes', { sid: sid(3), headers: { 'i-twilio-idempotency-token': 'one' } })).toBe(
    first,
  );
  expect(await orders()).toHaveLength(1);
});

it('makes one order of a yes that arrives many times at once', async () => {
  await phone.text('a coke for pickup', { sid: sid(1) });
  const answers = await Promise.all(Array.from({ length: 8 }, () => phone.text('yes', { sid: sid(2) })));
  expect(new Set(answers).size).toBe(1);
  expect(await orders()).toHaveLength(1);
});

it('makes one order of two yeses in different words', async () => {
  await phone.text('a coke for pickup');
  await Promise.all([phone.text('yes'), phone.text('yes please')]);
  expect(await orders()).toHaveLength(1);
});

it('takes two messages that come at once, and more of the order instead of an answer', async () => {
  await Promise.all([phone.text('a coke'), phone.text('and fries')]);
  expect(await phone.text('plus a greek salad')).toBe('Is that for pickup or delivery?');
  const read = await phone.text('pickup');
  for (const dish of ['1 × Coke', '1 × French Fries', '1 × Greek Salad']) expect(read).toContain(dish);
});

it('goes on after a restart where the guest and it were', async () => {
  await phone.text('two large pepperoni for pickup');
  await api.app.close();
  await api.store.close();
  const store = openSqliteStore(api.file);
  const config = { ...readConfig({}), ...twilioConfig, slowestLoopMs: 0 };
  const app = buildApp({ store, config, directory: api.directory, now: api.clock.now });
  Object.assign(api, { app, store });
  expect(await phone.text('yes')).toContain('Order #1 is in');
  expect((await orders())[0].items[0]).toMatchObject({ quantity: '2', variation_id: 'pepperoni-l' });
});

it('no longer takes a yes for an order that was read back long ago', async () => {
  await phone.text('a coke for pickup');
  api.clock.at += 61 * 60_000;
  expect(await phone.text('yes')).toContain('was too long ago');
  expect(await orders()).toEqual([]);
});

it('forgets what was said a day after the last word', async () => {
  await phone.text('a coke', { from: '+16175550777' });
  api.clock.at += 25 * 3_600_000;
  await phone.text('a coke');
  expect(await api.store.conversation('sms:loc_1:+16175550777')).toBeUndefined();
});

it('answers politely on a number that no shop has', async () => {
  expect(await phone.text('a coke', { to: '+16175550999' })).toBe(
    'Sorry, this number takes no orders. Please call the restaurant.',
  );
});

it('keeps two guests, and two shops, apart', async () => {
  await api.call('PATCH', '/v1/locations/loc_2', {
    key: 'luigi-admin',
    body: { twilio_numbers: ['+16175550200'] },
  });
  await phone.text('a coke for pickup');
  expect(await phone.text('yes', { from: '+16175550888' })).toContain('no order waiting');
  expect(await phone.text('yes', { to: '+16175550200' })).toContain('no order waiting');
  expect(await orders()).toEqual([]);
});

describe('what is no order', () => {
  it.each(['STOP', 'Unsubscribe', 'START', 'HELP', 'info'])(
    '%s is left to Twilio: no answer, no order',
    async (word) => {
      expect(await phone.text(word)).toBeNull();
      expect(await orders()).toEqual([]);
    },
  );

  it('STOP also drops what was being ordered', async () => {
    await phone.text('a coke for pickup');
    await phone.text('STOP');
    expect(await phone.text('yes')).toContain('no order waiting');
  });

  it('a picture without words is asked for in words', async () => {
    expect(
      await phone.text('', { fields: { NumMedia: '1', MediaUrl0: 'https://api.twilio.com/x' } }),
    ).toContain('I can only read words');
  });

  it('a card number is neither answered nor kept', async () => {
    expect(await phone.text('a coke, card 4111 1111 1111 1111')).toContain('never send card numbers');
    const kept = await api.store.conversation('sms:loc_1:+16175550123');
    expect(JSON.stringify(kept)).not.toContain('4111');
  });
});

it('reads a long message whole', async () => {
  const answer = await phone.text(`${'a coke and '.repeat(60)}a coke for pickup`, {
    fields: { NumSegments: '5' },
  });
  expect(answer).toContain('Your order');
  expect((answer ?? '').length).toBeLessThanOrEqual(1_600);
});

it('drops the order at NO, begins it again at CHANGE, adds and removes lines', async () => {
  await phone.text('a coke for pickup');
  expect(await phone.text('NO')).toBe('All right, nothing was ordered.');
  await phone.text('a coke and fries for pickup');
  expect(await phone.text('and a greek salad')).toContain('1 × Coke; 1 × French Fries; 1 × Greek Salad');
  expect(await phone.text('remove the fries')).toContain('Your order: 1 × Coke; 1 × Greek Salad.');
  expect(await phone.text('two cokes')).toContain('Reply ADD or NEW');
  expect(await phone.text('new')).toContain('Your order: 2 × Coke. Pickup.');
  expect(await phone.text('change')).toContain('Tell me the whole order again');
});

it('says how an order stands, and takes the next one under its own reference', async () => {
  expect(await phone.text('where is my order?', { sid: sid(1) })).toContain('no order from this number');
  await phone.text('a coke for pickup');
  await phone.text('yes');
  expect(await phone.text("where's my order?")).toBe('Order #1 is in, and goes to the kitchen now.');
  expect(await phone.text('NO')).toContain('please call us at 617 555 0199');
  await phone.text('fries for pickup', { sid: sid(7) });
  await phone.text('yes');
  expect((await orders()).map((one: { external_ref: string }) => one.external_ref)).toEqual([sid(7), sid(1)]);
});

it('says why where the shop takes nothing now', async () => {
  await phone.text('a coke for pickup');
  await api.call('POST', '/v1/locations/loc_1/pause', { body: { minutes: 30 } });
  expect(await phone.text('yes')).toContain('not taking orders right now');
  await api.call('POST', '/v1/locations/loc_1/resume', { body: {} });
  expect(await phone.text('yes')).toContain('Order #1 is in');
});

it('tells the shops once a day of a number that takes orders for nobody', async () => {
  await api.stop();
  api = await OrderApi.start({ config: twilioConfig, services: { mails: true } });
  await api.call('PATCH', '/v1/locations/loc_1', { body: { email: 'kitchen@marios.example' } });
  phone = new TwilioPhone(api);
  for (let n = 0; n < 3; n++) await phone.text('a coke', { to: '+16175550999' });
  expect(await api.store.waitingIn('email:rst_1')).toBe(1);
});
