import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { buildApp } from '../../src/server/app';
import { readConfig } from '../../src/server/config';
import { OrderApi } from '../support/order-api';
import { GUEST, LINE, TOKEN, TwilioCall, TwilioPhone, twilioConfig } from '../support/twilio-phone';

const menu = JSON.parse(readFileSync('test/corpus/own/menu.json', 'utf8'));

it('writes neither a token nor anything of a guest into the log, whatever happens', async () => {
  const api = await OrderApi.start({ config: twilioConfig });
  await api.call('PATCH', '/v1/locations/loc_1', { body: { twilio_numbers: [LINE] } });
  await api.call('PUT', '/v1/menu', { body: menu });
  const log: string[] = [];
  const stream = new PassThrough().on('data', (line) => log.push(String(line)));
  const config = { ...readConfig({}), ...twilioConfig, slowestLoopMs: 0 };
  const { store, directory, clock } = api;
  const app = buildApp({ store, config, directory, now: clock.now, logger: { level: 'debug', stream } });
  const own = api.app;
  Object.assign(api, { app });
  const phone = new TwilioPhone(api);
  await phone.text('two large pepperoni, my name is Zebulon, delivered to 12 Quince Street');
  await phone.text('yes');
  await phone.text('a coke', { to: '+16175550999' });
  await new TwilioPhone(api, 'forged').post('from Zebulon');
  const call = new TwilioCall(phone);
  await call.say();
  await call.say('Zebulon wants fries');
  store.conversation = () => Promise.reject(new Error('The disk is gone.'));
  await phone.post('Zebulon again');
  expect(log.length).toBeGreaterThan(3);
  const text = log.join('');
  expect(text).toContain('could not be answered');
  for (const secret of [TOKEN, GUEST, GUEST.slice(2), 'Zebulon', 'Quince', 'pepperoni', 'owk_']) {
    expect(text).not.toContain(secret);
  }
  await Promise.all([app.close(), own.close()]);
  await store.close();
});
