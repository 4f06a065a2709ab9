import { ACCOUNT } from '../../src/sandbox/twilio/account';
import { DeliveryHouse } from '../support/delivery-house';

jest.setTimeout(60_000);

const STAFF = '+16175550111';
const sender = { accountSid: ACCOUNT.sid, user: ACCOUNT.sid, password: ACCOUNT.authToken };
const fallback = { sms_to: [STAFF], email_after_seconds: 20, ticket_after_seconds: 60 };
const spoken = (n: number) => ({
  external_ref: `CA-${n}`,
  source: { channel: 'phone', call_sid: `CA-${n}` },
});

let house: DeliveryHouse;
beforeEach(async () => {
  // Its orders go to no POS by themselves.
  house = await DeliveryHouse.open('square', { default: false }, fallback, {}, (sandbox) => ({
    twilio: { authTokens: [], sender, from: '+16175550142', apiUrl: `${sandbox}/twilio` },
  }));
  await house.order(spoken(1));
  second = await house.order(spoken(2));
});
afterEach(() => house.close());
let second = '';

const texts = () => house.sandbox.twilio.world().messages.map(({ body }) => body);
const mails = (purpose: string) =>
  house.mailbox.list().filter(({ message_id }) => message_id?.startsWith(`<${purpose}`));

it('asks again about a second call that nobody decides about, and mails its ticket in the end', async () => {
  expect((await house.api.call('GET', `/v1/orders/${second}`)).body.status).toBe('held');
  const ticket = await house.mail(/KEY IN BY HAND: #2/, 'fallback');
  expect(ticket.text).toMatch(/as #1: is it the same order,\s+or a new one\?/);
  expect(ticket.text).toMatch(/http:\/\/orders\.example\/same\//);
  expect(mails('twin')).toHaveLength(2);
  expect(texts()).toEqual([
    expect.stringContaining('#2 looks like one'),
    expect.stringContaining('#2 looks like one'),
    expect.stringContaining('KEY IN order #2'),
  ]);
});

it('sends nothing more once somebody has decided', async () => {
  const asked = await house.mail(/The same order, or a new one/, 'twin');
  const path = /http:\/\/orders\.example(\/same\/\S+)/.exec(asked.text ?? '')?.[1] ?? '';
  const pressed = await house.api.call('POST', path, {
    key: null,
    raw: true,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'answer=new',
  });
  expect(pressed.text).toContain('Done');
  const before = [mails('twin').length, texts().length];
  house.clock.move(120_000);
  for (let tries = 0; tries < 200; tries++) {
    const rows = await house.deliveries(second);
    if (rows.every(({ state }) => state !== 'pending')) break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const states = (await house.deliveries(second)).map(({ state }) => state);
  expect(states.filter((state) => state === 'abandoned').length).toBeGreaterThan(0);
  expect(states).not.toContain('pending');
  expect([mails('twin').length, texts().length]).toEqual(before);
  expect(mails('fallback')).toEqual([]);
});
