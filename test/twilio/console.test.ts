import { readFileSync } from 'node:fs';
import { readCommand } from '../../src/intake/twilio/command';
import { OrderApi, pizza } from '../support/order-api';
import { LINE, TwilioPhone, twilioConfig } from '../support/twilio-phone';

const menu = JSON.parse(readFileSync('test/corpus/own/menu.json', 'utf8'));
const MANAGER = '+16175550111';
let api: OrderApi;
let phone: TwilioPhone;
beforeEach(async () => {
  api = await OrderApi.start({ config: twilioConfig });
  await api.call('PATCH', '/v1/locations/loc_1', {
    body: { twilio_numbers: [LINE], manager_phones: ['617-555-0111'] },
  });
  await api.call('PUT', '/v1/menu', { body: menu });
  phone = new TwilioPhone(api);
});
afterEach(() => api.stop());
const manager = (text: string, sent = {}) => phone.text(text, { from: MANAGER, ...sent });
const shop = async () => (await api.call('GET', '/v1/locations/loc_1')).body;

it('pauses for so long, or until it is told to go on', async () => {
  expect(await manager('PAUSE 30')).toBe("mario's is paused until 1:31 PM. Text RESUME to go on.");
  expect(await phone.text('a coke')).toContain('pickup or delivery');
  expect(await phone.text('pickup')).toContain('not taking orders right now');
  expect(await manager('resume')).toBe("mario's takes orders again.");
  expect(await manager('Pause.')).toBe("mario's is paused. Text RESUME to go on.");
  expect((await shop()).paused_until).toContain('9999');
});

it('marks dishes as sold out and back by the words that staff use', async () => {
  expect(await manager('86 calzone')).toMatch(/Calzone is sold out until you text BACK/);
  expect(await phone.text('a calzone for pickup')).toContain('is sold out');
  expect(await manager('BACK CALZONE')).toMatch(/Calzone is back/);
  expect(await manager('86 salad')).toContain('Did you mean');
  expect(await manager('86 3')).toContain('Nothing was changed');
  expect(await manager('86 zzz')).toContain('Nothing was changed');
});

it('shows an order, says it is ready, then handed over', async () => {
  await api.send();
  expect(await manager('OPEN 1')).toBe(
    '#1 received. pickup, ASAP: 2 × large pepperoni (no onions). Ann Lee +1 617 555 0123',
  );
  expect(await manager('done #1')).toContain('#1 is ready');
  expect(await manager('DONE 1')).toBe('#1 is completed.');
  expect(await manager('DONE 1')).toContain('completed');
  expect(await manager('OPEN 9')).toBe('There is no #9 today.');
});

it('cancels an order, and says what that means in the kitchen', async () => {
  const { body } = await api.send();
  expect(await manager('CANCEL 1')).toBe('#1: cancelled. It had not gone to the kitchen.');
  expect((await api.call('GET', `/v1/orders/${body.id}`)).body.status).toBe('cancelled');
});

it('says how the shop stands', async () => {
  await api.send();
  await api.call('POST', '/v1/orders?hold=Ask', { body: { ...pizza, external_ref: 'CA-2' } });
  await manager('86 calzone');
  expect(await manager('STATUS')).toMatch(
    /^mario's takes orders\. Today 2, open 2\. Needs you: #2\. Sold out: .*Calzone/,
  );
});

it('does a command once, however often Twilio brings it', async () => {
  await api.send();
  const sid = `SM${'7'.repeat(32)}`;
  const first = await manager('DONE 1', { sid });
  expect(await manager('DONE 1', { sid })).toBe(first);
});

it('obeys nobody else, and takes a manager’s own order like a guest’s', async () => {
  await api.send();
  await phone.text('PAUSE 30');
  await phone.text('CANCEL 1');
  expect([(await shop()).paused_until, (await api.call('GET', '/v1/orders')).body.data[0].status]).toEqual([
    null,
    'received',
  ]);
  expect(await manager('a coke for pickup')).toContain('Your order: 1 × Coke');
  expect(await manager('STATUS')).toContain('takes orders');
  expect(await manager('yes')).toContain('is in');
});

it.each(['pause for a moment', 'open the door', 'done', 'cancel', '86', 'a status report', ''])(
  'takes "%s" for no command',
  (text) => {
    expect(readCommand(text)).toBeNull();
  },
);
