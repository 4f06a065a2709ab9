import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { ACCOUNT } from '../../src/sandbox/twilio/account';
import { DeliveryHouse } from '../support/delivery-house';
import { TOKEN } from '../support/twilio-phone';

jest.setTimeout(60_000);

/** A number of the sandbox's account, and phones that it can reach. */
const LINE = '+16175550142';
const GUEST = '+16175550123';
const STAFF = '+16175550111';
const NOWHERE = { api_url: 'http://127.0.0.1:9' };

const sender = { accountSid: ACCOUNT.sid, user: ACCOUNT.sid, password: ACCOUNT.authToken };
const open = (connection = {}, fallback = {}, change = {}) =>
  DeliveryHouse.open('square', connection, fallback, {}, (sandbox) => ({
    publicBaseUrl: 'http://orders.example',
    twilio: { authTokens: [TOKEN], sender, from: LINE, apiUrl: `${sandbox}/twilio`, ...change },
  }));
const byPhone = { source: { channel: 'phone', app: 'twilio' }, customer: { phone: GUEST } };

let house: DeliveryHouse;
afterEach(() => house.close());

type Texted = { to: string; body: string };
const texts = (): Texted[] => house.sandbox.twilio.world().messages.map(({ to, body }) => ({ to, body }));
/** What was texted once this has been among it. */
async function texted(says: RegExp): Promise<Texted[]> {
  for (let tries = 0; tries < 400; tries++) {
    if (texts().some(({ body }) => says.test(body))) return texts();
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Nobody was texted ${says}: ${JSON.stringify(texts())} ${house.logged.join('\n')}`);
}
/** The text message of an order once it stands so. */
async function settled(order_id: string, ...states: string[]) {
  for (let tries = 0; tries < 400; tries++) {
    const found = (await house.deliveries(order_id)).find(({ destination }) => destination.kind === 'sms');
    if (found && states.includes(found.state)) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(
    `Never ${states}: ${JSON.stringify(await house.deliveries(order_id))} ${house.logged.join('\n')}`,
  );
}
const ready = (id: string) => house.api.call('PATCH', `/v1/orders/${id}`, { body: { status: 'ready' } });

it('texts a guest of the line once that the order is ready', async () => {
  house = await open();
  const id = await house.order(byPhone);
  await house.reached(id, 'delivered', 'confirmed_by_pos');
  await ready(id);
  expect(await texted(/is ready/)).toEqual([{ to: GUEST, body: "mario's: your order #1 is ready." }]);
});

it('texts nobody who did not order over the line', async () => {
  house = await open();
  const other = await house.order({ source: { channel: 'zapier' } });
  const ours = await house.order({ ...byPhone, external_ref: 'CA-2' });
  await ready(other);
  await ready(ours);
  await texted(/#2 is ready/);
  expect(texts()).toHaveLength(1);
});

it('sends a message once although its first answer was lost', async () => {
  house = await open();
  const id = await house.order(byPhone);
  house.fault('twilio', 'lose_reply');
  await ready(id);
  const row = await settled(id, 'delivered');
  expect(row.attempts.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
    'submit unclear',
    'verify ok',
  ]);
  expect(texts()).toHaveLength(1);
});

it('sends it again where Twilio surely never took it', async () => {
  house = await open();
  const id = await house.order(byPhone);
  house.fault('twilio', 'error_before');
  await ready(id);
  await settled(id, 'delivered');
  expect(texts()).toHaveLength(1);
});

it('waits while Twilio is asked too fast, and goes on while the token is wrong', async () => {
  house = await open();
  const id = await house.order(byPhone);
  house.fault('twilio', 'throttle', 1, 1);
  await ready(id);
  await settled(id, 'delivered');
  const next = await house.order({ ...byPhone, external_ref: 'CA-2' });
  house.fault('twilio', 'expired_token');
  await ready(next);
  const row = await settled(next, 'delivered');
  expect(row.attempts.map(({ outcome }) => outcome)).toEqual(['credentials', 'ok']);
  expect(texts()).toHaveLength(2);
});

it('does not trouble a guest who has texted STOP, and says why', async () => {
  house = await open();
  house.sandbox.twilio.world().optedOut.add(`${GUEST}>${LINE}`);
  const id = await house.order(byPhone);
  await ready(id);
  const { reason } = await settled(id, 'refused');
  expect(reason?.message).toContain('opted out');
  expect(JSON.stringify(reason)).not.toContain(GUEST);
});

it('says what to set where no account is', async () => {
  house = await open({}, {}, { sender: null });
  const id = await house.order(byPhone);
  await ready(id);
  expect((await settled(id, 'refused')).reason?.message).toContain('set TWILIO_ACCOUNT_SID');
});

it('learns from Twilio’s signed call that a message did not arrive', async () => {
  house = await open();
  const id = await house.order(byPhone);
  await ready(id);
  const row = await settled(id, 'delivered');
  const query = new URLSearchParams({ restaurant: 'rst_1', delivery: row.id });
  const fields = {
    MessageSid: house.sandbox.twilio.world().messages[0]?.sid ?? '',
    MessageStatus: 'undelivered',
    ErrorCode: '30003',
  };
  const path = `/twilio/status?${query}`;
  const call = (signature: string) =>
    house.api.call('POST', path, {
      key: null,
      raw: true,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
      body: new URLSearchParams(fields).toString(),
    });
  expect((await call('forged')).status).toBe(401);
  expect((await call(getExpectedTwilioSignature(TOKEN, `http://orders.example${path}`, fields))).status).toBe(
    204,
  );
  expect((await settled(id, 'refused')).reason?.message).toContain('errors/30003');
});

describe('when the POS cannot be reached', () => {
  it('texts the staff a while after the mail, and the ticket to key in at the end, with a page that decides', async () => {
    house = await open(NOWHERE, {
      email_after_seconds: 10,
      sms_after_seconds: 20,
      ticket_after_seconds: 60,
      sms_to: [STAFF],
    });
    const id = await house.order(byPhone);
    const all = await texted(/KEY IN order #1/);
    expect(new Set(all.map(({ to }) => to))).toEqual(new Set([STAFF]));
    expect(all[0]?.body).toMatch(/order #1 is not in Square yet .* http:\/\/orders\.example\/a\//);
    const fallback = all.find(({ body }) => body.includes('KEY IN'))?.body ?? '';
    expect(fallback).toContain('2 × large pepperoni (no onions)');
    expect(fallback).not.toContain('Ann Lee');
    const [, page = ''] = /http:\/\/orders\.example(\/a\/\S+)/.exec(fallback) ?? [];
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    await house.api.call('POST', page, { key: null, headers: form, body: 'action=resolve', raw: true });
    await house.reached(id, 'manual_done');
  });

  it('texts nobody where somebody has seen the mail', async () => {
    house = await open(NOWHERE, {
      email_after_seconds: 1,
      sms_after_seconds: 40,
      ticket_after_seconds: 6_000,
      sms_to: [STAFF],
    });
    const id = await house.order(byPhone);
    await house.mail(/not (yet )?in|cannot|still/i, 'alert');
    const row = (await house.deliveries(id)).find(({ destination }) => destination.kind === 'pos');
    const path =
      house.mailbox
        .list()
        .map(({ text }) => /http:\/\/orders\.example(\/a\/\S+)/.exec(text)?.[1])
        .find(Boolean) ?? '';
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    await house.api.call('POST', path, { key: null, headers: form, body: 'action=acknowledge', raw: true });
    await settled(id, 'refused');
    expect([row?.state, texts()]).toEqual([expect.any(String), []]);
  });
});
