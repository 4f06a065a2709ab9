import { createHmac } from 'node:crypto';
import { WebhooksHelper } from 'square';
import { square } from '../../../src/pos/square';
import type { WebhookReading } from '../../../src/pos/webhook';
import { openDoor } from '../../support/square-door';

const URL = 'https://orders.example/webhooks/square/con_1';
const KEY = 'signature-key-of-the-subscription';
const sign = (body: string, { url = URL, key = KEY } = {}) =>
  createHmac('sha256', key).update(`${url}${body}`).digest('base64');

type Sent = { body?: string; signature?: string; url?: string; key?: string };
function call(sent: unknown, part: Sent = {}): WebhookReading {
  const body = part.body ?? JSON.stringify(sent);
  const signature = part.signature ?? sign(body);
  return square.readWebhook(
    { url: part.url ?? URL, headers: { 'x-square-hmacsha256-signature': signature }, body },
    { credentials: { webhook_secret: part.key ?? KEY }, settings: {}, now: '2026-11-24T18:05:00Z' },
  );
}
const about = (type: string, told: object = {}) => {
  const name = type.replaceAll('.', '_');
  const object = {
    [name]: { order_id: 'SQ1', version: 3, state: 'OPEN', updated_at: '2026-11-24T18:01:00Z', ...told },
  };
  const data = { type: name, id: 'SQ1', object };
  return { merchant_id: 'M1', type, event_id: 'event-1', created_at: '2026-11-24T18:01:02Z', data };
};
const eventsOf = (sent: unknown, part?: Sent) => {
  const reading = call(sent, part);
  return reading.outcome === 'verified' ? reading.events : reading;
};
const event = (part: object = {}) => ({
  id: 'event-1',
  reference: null,
  pos_order_id: 'SQ1',
  status: null,
  at: '2026-11-24T18:01:00Z',
  message: null,
  ...part,
});

describe('a call that is not proved to be of Square', () => {
  const good = about('order.updated', { state: 'CANCELED' });
  const body = JSON.stringify(good);
  it.each<[string, Sent]>([
    ['has no key to be held against', { key: '' }],
    ['was signed with nothing, where nothing is set', { key: '', signature: sign(body, { key: '' }) }],
    ['was signed with another key', { signature: sign(body, { key: 'another' }) }],
    [
      'was signed for another address',
      { signature: sign(body, { url: 'https://orders.example/webhooks/square/con_2' }) },
    ],
    ['came to another address than it was signed for', { url: `${URL}/` }],
    ['has no signature', { signature: '' }],
    ['has a signature cut short', { signature: sign(body).slice(0, 20) }],
    ['has a signature with something behind it', { signature: `${sign(body)}=` }],
    ['was changed on its way', { body: body.replace('CANCELED', 'OPEN'), signature: sign(body) }],
    ['was signed over its text alone', { signature: sign(body, { url: '' }) }],
  ])('is refused where it %s', (_name, sent) => {
    const reading = call(good, sent);
    expect(reading).toEqual({ outcome: 'refused', reason: expect.stringContaining('Square webhook: ') });
    expect(JSON.stringify(reading)).not.toContain(KEY);
  });
  it('is refused where the header is missing, and says when the key is', () => {
    const secrets = { settings: {}, now: '2026-11-24T18:05:00Z' };
    const bare = { url: URL, headers: {}, body };
    expect(square.readWebhook(bare, { ...secrets, credentials: { webhook_secret: KEY } }).outcome).toBe(
      'refused',
    );
    expect(square.readWebhook(bare, { ...secrets, credentials: {} })).toMatchObject({
      reason: expect.stringContaining('no Webhook Signature Key is set'),
    });
  });
});

it("signs as Square's own client does", async () => {
  const requestBody = JSON.stringify(about('order.created', { note: 'Crème brûlée 🍮' }));
  const signed = { requestBody, signatureHeader: sign(requestBody), signatureKey: KEY, notificationUrl: URL };
  expect(await WebhooksHelper.verifySignature(signed)).toBe(true);
  expect(call(null, { body: requestBody }).outcome).toBe('verified');
});

it('takes a repeat for what it is: the same event', () => {
  const sent = about('order.updated');
  expect(eventsOf(sent)).toEqual(eventsOf(sent));
});

it.each([
  ['order.created', {}, null],
  ['order.updated', {}, null],
  ['order.updated', { state: 'COMPLETED' }, null],
  ['order.updated', { state: 'CANCELED' }, 'cancelled'],
])('hears %s with %j', (type, told, status) => {
  expect(eventsOf(about(type, told))).toEqual([event({ status })]);
});

it.each([
  [['PROPOSED'], 'accepted'],
  [['RESERVED'], 'in_preparation'],
  [['PREPARED'], 'ready'],
  [['COMPLETED'], 'completed'],
  [['CANCELED'], 'cancelled'],
  [['FAILED'], 'cancelled'],
  [['CANCELED', 'CANCELED'], 'cancelled'],
  [['CANCELED', 'PREPARED'], null],
  [['NEW_WORD'], null],
  [['constructor'], null],
  [[], null],
])('reads the fulfilment %j as %s', (states, status) => {
  const fulfillment_update = states.map((new_state) => ({ fulfillment_uid: 'f', new_state }));
  expect(eventsOf(about('order.fulfillment.updated', { fulfillment_update }))).toEqual([event({ status })]);
});

it('takes the moment of the call where it tells no other', () => {
  const sent = about('order.created', { updated_at: undefined });
  expect(eventsOf(sent)).toEqual([event({ at: '2026-11-24T18:01:02Z' })]);
});

it.each<[string, unknown, Sent?]>([
  ['of another kind', { ...about('order.updated'), type: 'payment.updated' }],
  ['of a kind nobody has heard of', { ...about('order.updated'), type: 'constructor' }],
  ['without an order', about('order.updated', { order_id: '' })],
  ['without an id of its own', { ...about('order.updated'), event_id: null }],
  ['that is empty', null],
  ['that is no JSON', null, { body: '{"type":' }],
  ['that is nothing', null, { body: '' }],
])('hears a genuine call %s, and does nothing', (_name, sent, part = {}) => {
  expect(call(sent, part)).toEqual({ outcome: 'verified', events: [] });
});

it('understands every call of the sandbox, from the order to its cancelling', async () => {
  const door = await openDoor();
  const key = door.staff.facts.webhook_signature_key ?? '';
  door.staff.subscribe({ url: URL, secret: key });
  const { pos_order_id } = await door.place();
  for (const step of ['start', 'ready'] as const)
    door.staff.act(pos_order_id ?? '', step, door.stage.clock.now);
  door.staff.act(pos_order_id ?? '', 'cancel', door.stage.clock.now);
  const readings = door.staff
    .notifications(door.stage.clock.now)
    .map(({ url, headers, body }) =>
      square.readWebhook(
        { url, headers, body },
        { credentials: { webhook_secret: key }, settings: {}, now: '' },
      ),
    );
  const events = readings.flatMap((one) => (one.outcome === 'verified' ? one.events : []));
  expect(readings).toHaveLength(9);
  expect(events.map(({ status }) => status).filter(Boolean)).toEqual([
    'in_preparation',
    'ready',
    'cancelled',
  ]);
  expect(readings.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
  expect(new Set(events.map((one) => one.pos_order_id))).toEqual(new Set([pos_order_id]));
});
