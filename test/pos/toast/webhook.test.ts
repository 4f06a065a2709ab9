import { createHmac } from 'node:crypto';
import { toast } from '../../../src/pos/toast';

const SECRET = 'the-orders-subscription';
const OTHER = 'the-fulfilment-subscription';
const NOW = '2026-11-24T18:05:00Z';
const REFERENCE = 'ow0123456789abcdef01';

const message = (part: object = {}) => ({
  timestamp: '2026-11-24T18:04:58.120Z',
  eventCategory: 'order_updated',
  eventType: 'order_updated',
  guid: 'event-1',
  details: {
    restaurantGuid: 'R1',
    order: { guid: 'G1', externalId: `MARIOS:${REFERENCE}`, guestOrderStatus: 'IN_PREPARATION' },
  },
  ...part,
});
/** As Toast's own page computes it: base64 of the HMAC over the text and the timestamp in it. */
const sign = (body: string, timestamp: string, secret = SECRET) =>
  createHmac('sha256', secret)
    .update(body + timestamp)
    .digest('base64');
type Sent = { body?: string; signature?: string; secret?: string; now?: string };
function call(sent: { timestamp: string }, { secret = SECRET, now = NOW, ...part }: Sent = {}) {
  const body = part.body ?? JSON.stringify(sent);
  const signature = part.signature ?? sign(body, sent.timestamp);
  return toast.readWebhook(
    { url: 'https://orders.example/webhooks/toast/con_1', headers: { 'toast-signature': signature }, body },
    { credentials: { webhook_secret: secret }, settings: {}, now },
  );
}

describe('a call that is not proved to be of Toast', () => {
  const good = message();
  const body = JSON.stringify(good);
  it.each<[string, Sent]>([
    ['has no secret to be held against', { secret: '' }],
    [
      'was signed with nothing, where nothing is set',
      { secret: ' ', signature: sign(body, good.timestamp, '') },
    ],
    ['was signed with another secret', { secret: OTHER }],
    ['has no signature', { signature: '' }],
    ['has a signature cut short', { signature: sign(body, good.timestamp).slice(0, 20) }],
    [
      'was changed on its way',
      { body: body.replace('IN_PREPARATION', 'VOIDED'), signature: sign(body, good.timestamp) },
    ],
    ['was signed without its time', { signature: sign(body, '') }],
    ['is a recording, played an hour later', { now: '2026-11-24T19:05:00Z' }],
    ['is dated in the future', { now: '2026-11-24T17:59:00Z' }],
    ['cannot be read', { body: '{"timestamp', signature: sign('{"timestamp', good.timestamp) }],
  ])('is refused where it %s', (_name, sent) => {
    const reading = call(good, sent);
    expect(reading).toEqual({ outcome: 'refused', reason: expect.stringContaining('Toast webhook: ') });
    expect(JSON.stringify(reading)).not.toContain(SECRET);
  });
  it('is refused where it bears no time at all, however it is signed', () => {
    const { timestamp: _timestamp, ...timeless } = good;
    const text = JSON.stringify(timeless);
    expect(call(good, { body: text, signature: sign(text, '') }).outcome).toBe('refused');
  });
});

it('says that the secret is missing', () => {
  expect(call(message(), { secret: '' })).toMatchObject({
    reason: expect.stringContaining('no Webhook Secret is set'),
  });
});
it('takes what Toast sends again a quarter of an hour later', () => {
  expect(call(message(), { now: '2026-11-24T18:21:00Z' }).outcome).toBe('verified');
});
it('knows each subscription by its own secret', () => {
  expect(call(message(), { secret: `${OTHER} ${SECRET}` }).outcome).toBe('verified');
});

const eventsOf = (sent: { timestamp: string }) => {
  const reading = call(sent);
  return reading.outcome === 'verified' ? reading.events : reading;
};

it.each(['order_updated', 'channel_order_updated'])('tells of the whole order in %s', (type) => {
  expect(eventsOf(message({ eventCategory: type, eventType: type }))).toEqual([
    {
      id: 'event-1',
      reference: REFERENCE,
      pos_order_id: 'G1',
      status: 'in_preparation',
      at: '2026-11-24T18:04:58.120Z',
      message: null,
    },
  ]);
});

it.each([
  [{ voided: true, approvalStatus: 'APPROVED' }, 'cancelled', null],
  [{ approvalStatus: 'NOT_APPROVED' }, 'rejected', 'The restaurant did not approve the order in Toast.'],
  [{ approvalStatus: 'NEEDS_APPROVAL', guestOrderStatus: 'RECEIVED' }, 'accepted', null],
  [{ guestOrderStatus: 'A_NEW_WORD' }, null, null],
])('reads %j as %s', (order, status, words) => {
  const details = { order: { guid: 'G1', externalId: REFERENCE, ...order } };
  expect(eventsOf(message({ details }))).toMatchObject([{ status, message: words, reference: REFERENCE }]);
});

it.each([
  ['IN_PREPARATION', 'in_preparation'],
  ['READY_FOR_PICKUP', 'ready'],
  ['CLOSED', 'completed'],
  ['VOIDED', 'cancelled'],
  ['SOMETHING_NEW', null],
])('reads the fulfilment status %s as %s, at the time it changed', (word, status) => {
  const details = { orderGuid: 'G1', guestOrderStatus: word, lastUpdated: '2026-11-24T18:01:00.000+0000' };
  const sent = message({ eventCategory: 'guest_order_status', eventType: 'guest_order_status', details });
  expect(eventsOf(sent)).toEqual([
    {
      id: 'event-1',
      reference: null,
      pos_order_id: 'G1',
      status,
      at: '2026-11-24T18:01:00.000Z',
      message: null,
    },
  ]);
});

it.each([
  [
    'an order of another program',
    { order: { guid: 'G1', externalId: 'OTHER:web-12' } },
    [{ reference: null, pos_order_id: 'G1' }],
  ],
  ['an order without an id', { order: {} }, []],
  ['nothing', null, []],
])('makes of %s what it is', (_name, details, events) => {
  expect(eventsOf(message({ details }))).toMatchObject(events);
});

it.each(['menus_updated', 'partner_added', 'never_heard_of'])('hears %s and does nothing', (type) => {
  expect(call(message({ eventCategory: type, eventType: type }))).toEqual({
    outcome: 'verified',
    events: [],
  });
});
