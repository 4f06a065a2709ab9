import { ACCOUNT } from '../../src/sandbox/twilio/account';
import { DeliveryHouse } from '../support/delivery-house';

jest.setTimeout(60_000);

const STAFF = '+16175550111';
const sender = { accountSid: ACCOUNT.sid, user: ACCOUNT.sid, password: ACCOUNT.authToken };
const spoken = (n: number) => ({
  external_ref: `CA-${n}`,
  source: { channel: 'phone', call_sid: `CA-${n}` },
});

let house: DeliveryHouse;
beforeEach(async () => {
  house = await DeliveryHouse.open('square', {}, { sms_to: [STAFF] }, {}, (sandbox) => ({
    twilio: { authTokens: [], sender, from: '+16175550142', apiUrl: `${sandbox}/twilio` },
  }));
});
afterEach(() => house.close());

const status = async (id: string) => (await house.api.call('GET', `/v1/orders/${id}`)).body.status;
/** The page that the mail about an order leads to. */
async function page(number: number): Promise<string> {
  for (let tries = 0; tries < 400; tries++) {
    const mail = house.mailbox
      .list()
      .find(({ message_id, subject }) => message_id?.startsWith('<twin') && subject.includes(`#${number}`));
    const path = /http:\/\/orders\.example(\/same\/\S+)/.exec(mail?.text ?? '')?.[1];
    if (path) return path;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`No mail asks about #${number}: ${house.logged.join('\n')}`);
}
const press = (path: string, answer: string) =>
  house.api.call('POST', path, {
    key: null,
    raw: true,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `answer=${answer}`,
  });
const titles = () => house.tickets('square').length;

it('holds a second call for the same within five minutes, asks by mail and text, and drops it at one tap', async () => {
  const first = await house.order(spoken(1));
  const second = await house.order(spoken(2));
  await house.reached(first, 'delivered', 'confirmed_by_pos');
  expect([await status(second), titles()]).toEqual(['held', 1]);
  const path = await page(2);
  for (let opened = 0; opened < 2; opened++) {
    const shown = await house.api.call('GET', path, { key: null, raw: true });
    expect(shown.text).toContain('Is this the same order, or a new one?');
  }
  expect(await status(second)).toBe('held');
  expect((await press(path, 'same')).text).toContain('Done: The same order: drop this one.');
  await house.reached(second, 'abandoned');
  expect([await status(second), titles()]).toEqual(['cancelled', 1]);
  expect((await press(path, 'new')).text).toContain('Nothing was changed');
  const texts = house.sandbox.twilio.world().messages.map(({ to, body }) => [to, body]);
  expect(texts).toEqual([
    [STAFF, expect.stringMatching(/#2 looks like one .* http:\/\/orders\.example\/same\//)],
  ]);
});

it('makes both where they were two real orders', async () => {
  const first = await house.order(spoken(1));
  const second = await house.order(spoken(2));
  await house.reached(first, 'delivered', 'confirmed_by_pos');
  await press(await page(2), 'new');
  await house.reached(second, 'delivered', 'confirmed_by_pos');
  expect(titles()).toBe(2);
});

it('holds the second of two that arrive at once', async () => {
  const ids = await Promise.all([house.order(spoken(1)), house.order(spoken(2))]);
  expect((await Promise.all(ids.map(status))).filter((one) => one === 'held')).toHaveLength(1);
});

it('sees the same dishes in other words and another order of lines', async () => {
  const coke = { name: 'Coke', quantity: '1' };
  const pie = { name: 'large pepperoni!', quantity: '2', options: [{ name: 'no Onions' }] };
  await house.order({ ...spoken(1), items: [coke, { ...pie, name: 'Large  Pepperoni' }] });
  expect(await status(await house.order({ ...spoken(2), items: [pie, coke] }))).toBe('held');
});

it.each([
  ['other dishes', { items: [{ name: 'a salad', quantity: '1' }] }],
  [
    'another number of them',
    { items: [{ name: 'large pepperoni', quantity: '3', options: [{ name: 'no onions' }] }] },
  ],
  [
    'other options',
    { items: [{ name: 'large pepperoni', quantity: '2', options: [{ name: 'extra onions' }] }] },
  ],
  ['another phone', { customer: { phone: '+1 617 555 9123' } }],
  ['no phone', { customer: {} }],
])('lets %s go its way', async (_what, change) => {
  await house.order(spoken(1));
  expect(await status(await house.order({ ...spoken(2), ...change }))).not.toBe('held');
});

it('lets the same order go its way after five minutes, after a cancelled one, and from a website', async () => {
  const first = await house.order(spoken(1));
  expect(await status(await house.order({ external_ref: 'W-1', source: { channel: 'web' } }))).not.toBe(
    'held',
  );
  await house.api.call('POST', `/v1/orders/${first}/cancel`, { body: {} });
  const [web] = (await house.api.call('GET', '/v1/orders?external_ref=W-1')).body.data;
  await house.api.call('POST', `/v1/orders/${web.id}/cancel`, { body: {} });
  const again = await house.order(spoken(3));
  expect(await status(again)).not.toBe('held');
  house.clock.move(6 * 60_000);
  expect(await status(await house.order(spoken(4)))).not.toBe('held');
});

it('holds nothing where nobody can be asked', async () => {
  await house.api.call('PATCH', '/v1/locations/loc_1', { body: { email: null, fallback: { sms_to: [] } } });
  await house.order(spoken(1));
  expect(await status(await house.order(spoken(2)))).not.toBe('held');
});

it('knows only links that it has made', async () => {
  const id = await house.order(spoken(1));
  expect((await house.api.call('GET', `/same/rst_1.${id}.guessed`, { key: null, raw: true })).status).toBe(
    404,
  );
});
