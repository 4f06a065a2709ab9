import { lightspeed } from '../../../src/pos/lightspeed';

const REFERENCE = 'ow0123456789abcdef01';
const SECRETS = { webhook_username: 'orderwire', webhook_password: 'p4ss:word' };
const basic = (user: string, password: string, scheme = 'Basic') =>
  `${scheme} ${Buffer.from(`${user}:${password}`).toString('base64')}`;
const call = (
  body: unknown,
  {
    authorization = basic('orderwire', 'p4ss:word'),
    credentials = SECRETS as Record<string, string>,
    key = '',
  } = {},
) =>
  lightspeed.readWebhook(
    {
      url: 'https://orders.example/webhooks/lightspeed/con_1',
      headers: { authorization, ...(key && { 'x-lightspeed-idempotency-key': key }) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    },
    { credentials, settings: {}, now: '2026-11-24T18:05:00Z' },
  );
const eventsOf = (body: unknown, key?: string) => {
  const reading = call(body, { key });
  return reading.outcome === 'verified' ? reading.events : reading;
};
const notice = (part: object = {}) => ({
  status: 'SUCCESS',
  type: 'ORDER',
  thirdPartyReference: REFERENCE,
  businessLocationId: 247158188015618,
  ikentooAccountIdentifier: 'A17700.3',
  ...part,
});

describe('a call that is not proved to be of Lightspeed', () => {
  it.each([
    ['the password is another', { authorization: basic('orderwire', 'p4ss:wore') }],
    ['the user is another', { authorization: basic('someone', 'p4ss:word') }],
    ['user and password are cut elsewhere', { authorization: basic('orderwire:p4ss', 'wor') }],
    ['it gives none', { authorization: '' }],
    ['it gives another kind of proof', { authorization: basic('orderwire', 'p4ss:word', 'Bearer') }],
    [
      'no password is set here',
      { credentials: { webhook_username: 'orderwire' }, authorization: basic('orderwire', 'undefined') },
    ],
    ['no user name is set here', { credentials: { webhook_password: 'p4ss:word' } }],
    ['nothing is set here, and nothing given', { credentials: {}, authorization: basic('', '') }],
    [
      'an empty password is set here',
      {
        credentials: { webhook_username: 'orderwire', webhook_password: '' },
        authorization: basic('orderwire', ''),
      },
    ],
  ])('is refused where %s', (_name, sent) => {
    const reading = call(notice(), sent);
    expect(reading).toEqual({ outcome: 'refused', reason: expect.stringContaining('Lightspeed webhook: ') });
    expect(JSON.stringify(reading)).not.toContain('p4ss');
  });
});

it('takes the name of the scheme in any case', () => {
  expect(call(notice(), { authorization: basic('orderwire', 'p4ss:word', 'basic') }).outcome).toBe(
    'verified',
  );
});

it.each([
  ['SUCCESS', 'accepted'],
  ['FAILURE', 'rejected'],
  ['READY_FOR_PICKUP', 'ready'],
  ['IN_DELIVERY', 'out_for_delivery'],
  ['DELIVERED', 'completed'],
  ['CLOSED', 'completed'],
  ['ABANDONED', 'cancelled'],
  ['CANCELLED', 'cancelled'],
  ['CHECK_WAS_UPDATED', null],
])('reads %s as %s', (word, status) => {
  expect(eventsOf(notice({ status: word }))).toMatchObject([
    { reference: REFERENCE, pos_order_id: 'A17700.3', status },
  ]);
});

it("tells why the POS refused, in Lightspeed's words without the guest's", () => {
  const reason =
    'A consumer already exists for ann_lee@example.com with +1 617 555 0123, with a different reference.';
  expect(eventsOf({ status: 'FAILURE', reason, thirdPartyReference: REFERENCE })).toMatchObject([
    {
      status: 'rejected',
      pos_order_id: null,
      message: 'A consumer already exists for … with …, with a different reference.',
    },
  ]);
});

it('knows a repeat by its key, else by its words', () => {
  const [first, repeat, other] = [notice(), notice(), notice({ status: 'CLOSED' })].map((body) => {
    const events = eventsOf(body);
    return Array.isArray(events) ? events[0]?.id : undefined;
  });
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(repeat).toBe(first);
  expect(other).not.toBe(first);
  expect(eventsOf(notice(), 'key-1')).toMatchObject([{ id: 'key-1' }]);
});

it('has a time where the check has one', () => {
  const account = { ikaccountId: 'A17700.3', closeDate: '2021-12-21T13:40:00.000+0000' };
  expect(eventsOf(notice({ status: 'CLOSED', account }))).toMatchObject([{ at: '2021-12-21T13:40:00.000Z' }]);
  expect(eventsOf(notice())).toMatchObject([{ at: null }]);
});

it('reads an order of another program without a reference of ours', () => {
  expect(eventsOf(notice({ thirdPartyReference: 'order-wFUBVgHN' }))).toMatchObject([{ reference: null }]);
});

it.each([
  ['a payment', notice({ type: 'PAYMENT' })],
  ['an item', { type: 'ITEM', sku: '25', status: 'RESTRICTED' }],
  ['readiness', { type: 'ORDER_API', status: 'READY' }],
  ['a status that we do not know', notice({ status: 'LEVITATING' })],
  ['a word that is none', notice({ status: 'constructor' })],
  ['a body that cannot be read', '{"status":'],
  ['an empty body', ''],
])('hears %s and does nothing', (_name, body) => {
  expect(call(body)).toEqual({ outcome: 'verified', events: [] });
});
