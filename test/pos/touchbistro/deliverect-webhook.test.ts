import { createHmac } from 'node:crypto';
import { touchbistro } from '../../../src/pos/touchbistro';

const SECRET = 'the-key-of-the-integration';
const URL = 'https://orders.example/webhooks/touchbistro/con_1';
const REFERENCE = 'ow0123456789abcdef01';
const sign = (body: string, secret = SECRET) => createHmac('sha256', secret).update(body).digest('hex');
const update = (part: object = {}) => ({
  orderId: '61b4',
  status: 20,
  timeStamp: '2026-11-24T18:04:58.120345Z',
  receiptId: 'T3651A85-1',
  reason: '',
  channelOrderId: REFERENCE,
  location: '61l1',
  ...part,
});
type Sent = { signature?: string; secret?: string; mode?: string };
function call(sent: unknown, { secret = SECRET, mode = 'deliverect', ...part }: Sent = {}) {
  const body = typeof sent === 'string' ? sent : JSON.stringify(sent);
  const signature = part.signature ?? sign(body);
  return touchbistro.readWebhook(
    { url: URL, headers: { 'x-server-authorization-hmac-sha256': signature }, body },
    { credentials: { webhook_secret: secret }, settings: { mode }, now: '2026-11-24T18:05:00Z' },
  );
}
const eventsOf = (sent: unknown) => {
  const reading = call(sent);
  return reading.outcome === 'verified' ? reading.events : reading;
};

describe('a call that is not proved to be of Deliverect', () => {
  const body = JSON.stringify(update());
  it.each<[string, unknown, Sent]>([
    ['no secret is set here', update(), { secret: '', signature: sign(body, '') }],
    ['it was signed with another secret', update(), { secret: 'another' }],
    ['it has no signature', update(), { signature: '' }],
    ['its signature is cut short', update(), { signature: sign(body).slice(0, 32) }],
    ['it was changed on its way', update({ status: 110 }), { signature: sign(body) }],
    ['its words were written anew', JSON.stringify(update(), null, 1), { signature: sign(body) }],
  ])('is refused where %s', (_name, sent, how) => {
    const reading = call(sent, how);
    expect(reading).toEqual({ outcome: 'refused', reason: expect.stringContaining('Deliverect webhook: ') });
    expect(JSON.stringify(reading)).not.toContain(SECRET);
  });
});

it.each(['partner', 'webhook', 'email'])('expects no calls where orders go by %s', (mode) => {
  expect(call(update(), { mode })).toEqual({
    outcome: 'refused',
    reason: expect.stringContaining('only Deliverect calls'),
  });
});

it('reads a signature in capitals too', () => {
  const body = JSON.stringify(update());
  expect(call(body, { signature: sign(body).toUpperCase() }).outcome).toBe('verified');
});

it('tells what Deliverect told', () => {
  expect(eventsOf(update())).toEqual([
    {
      id: '61b4:20:2026-11-24T18:04:58.120Z',
      reference: REFERENCE,
      pos_order_id: '61b4',
      status: 'accepted',
      at: '2026-11-24T18:04:58.120Z',
      message: null,
    },
  ]);
});

it.each([
  [10, 'accepted'],
  [20, 'accepted'],
  [35, 'rejected'],
  [40, 'accepted'],
  [50, 'in_preparation'],
  [60, 'ready'],
  [70, 'ready'],
  [80, 'out_for_delivery'],
  [87, 'out_for_delivery'],
  [89, 'out_for_delivery'],
  [90, 'completed'],
  [95, 'accepted'],
  [110, 'cancelled'],
  [120, 'rejected'],
  [121, 'rejected'],
  [124, 'rejected'],
])('reads status %i as %s', (number, status) => {
  expect(eventsOf(update({ status: number }))).toMatchObject([{ status, reference: REFERENCE }]);
});

it.each([1, 2, 3, 4, 5, 6, 7, 25, 30, 81, 83, 84, 85, 100, 115, 999, 'constructor', null])(
  'makes nothing of status %s, which says nothing of the order or is unknown',
  (status) => {
    expect(call(update({ status }))).toEqual({ outcome: 'verified', events: [] });
  },
);

it("tells why an order failed, in the POS's words without the guest's", () => {
  expect(eventsOf(update({ status: 120, reason: 'Invalid PLU for ann@example.com' }))).toMatchObject([
    { status: 'rejected', message: 'Invalid PLU for …' },
  ]);
});

it.each([
  ['what the POS said and Deliverect did not apply', update({ isIgnoredPOSStatus: true })],
  ['a menu', [{ menu: 'Lunch', products: {} }]],
  ['a snooze', { accountId: 'a', operations: [] }],
  ['busy mode', { status: 'PAUSED', channelLinkId: '606d' }],
  ['a body that cannot be read', '{"status":20'],
  ['an empty body', ''],
])('hears %s and does nothing', (_name, body) => {
  expect(call(body)).toEqual({ outcome: 'verified', events: [] });
});

it('reads an order of another channel without a reference of ours', () => {
  expect(eventsOf(update({ channelOrderId: 'TEST4206' }))).toMatchObject([{ reference: null }]);
});

it.each(['register', 'active', 'inactive'])(
  'answers %s with the addresses that Deliverect asks for',
  (status) => {
    const reading = call({ status, channelLinkId: '606d', locationId: '61l1', channelLocationId: 'marios' });
    const answer = reading.outcome === 'verified' ? reading.answer : undefined;
    expect(reading).toMatchObject({ outcome: 'verified', events: [], answer: { status: 200 } });
    expect(JSON.parse(answer?.body ?? '')).toEqual({
      statusUpdateURL: URL,
      menuUpdateURL: URL,
      snoozeUnsnoozeURL: URL,
      busyModeURL: URL,
      updatePrepTimeURL: URL,
      courierUpdateURL: URL,
      paymentUpdateURL: URL,
    });
  },
);
