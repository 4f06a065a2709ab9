import { clover } from '../../../src/pos/clover';
import type { WebhookReading } from '../../../src/pos/webhook';
import { openClover } from '../../support/clover-door';

const URL = 'https://orders.example/webhooks/clover/con_1';
const CODE = '0307e264-b33a-4913-88aa-37b10014a0b8';
const TS = 1_795_543_200_000;
const AT = new Date(TS).toISOString();

type Sent = { body?: string; given?: string | null; secret?: string };
function call(sent: unknown, part: Sent = {}): WebhookReading {
  const given = part.given === undefined ? CODE : part.given;
  const headers: Record<string, string> = given === null ? {} : { 'x-clover-auth': given };
  return clover.readWebhook(
    { url: URL, headers, body: part.body ?? JSON.stringify(sent) },
    { credentials: { webhook_secret: part.secret ?? CODE }, settings: {}, now: '2026-11-24T18:05:00Z' },
  );
}
const told = (...updates: object[]) => ({ appId: 'APP', merchants: { M1: updates } });
const update = (part: object = {}) => ({ objectId: 'O:ORDER1', type: 'UPDATE', ts: TS, ...part });
const eventsOf = (sent: unknown) => {
  const reading = call(sent);
  return reading.outcome === 'verified' ? reading.events : reading;
};

describe('a call that is not proved to be of Clover', () => {
  it.each<[string, Sent]>([
    ['has no code to be held against', { secret: '' }],
    ['brings nothing, where nothing is set', { secret: '', given: '' }],
    ['brings another code', { given: CODE.replace('0307', '0308') }],
    ['brings the start of the code', { given: CODE.slice(0, 8) }],
    ['brings the code and more', { given: `${CODE}0` }],
    ['brings the code twice', { given: `${CODE}, ${CODE}` }],
    ['brings none', { given: null }],
    ['cannot be read and brings none', { body: '{"merchants"', given: null }],
  ])('is refused where it %s', (_name, sent) => {
    const reading = call(told(update({ type: 'DELETE' })), sent);
    expect(reading).toEqual({ outcome: 'refused', reason: expect.stringContaining('Clover webhook: ') });
    expect(JSON.stringify(reading)).not.toContain(CODE);
  });
  it('says that the code is missing', () => {
    expect(call(told(update()), { secret: '' })).toMatchObject({
      reason: expect.stringContaining('no Clover Auth Code is set'),
    });
  });
});

describe('the first call, which brings the code to copy back', () => {
  const verificationCode = 'ce7643c1-83ea-4218-abe6-da876c9c7a0a';
  it.each<[string, Sent]>([
    ['before there is an auth code', { secret: '', given: null }],
    ['again, when there is one', { given: null }],
  ])('is answered with it %s, and tells of nothing', (_when, part) => {
    const reading = call({ verificationCode, merchants: { M1: [update({ type: 'DELETE' })] } }, part);
    if (reading.outcome === 'refused') throw new Error(reading.reason);
    expect(reading).toMatchObject({ events: [], answer: { status: 200 } });
    expect(JSON.parse(reading.answer?.body ?? '')).toEqual({
      verificationCode,
      next: expect.stringContaining('Paste this code into Verification Code'),
    });
  });
  it.each(['<script>', 'two words', 'x'.repeat(65), '', 7.5, { nested: 1 }, 'a\nb'])(
    'gives back no %j',
    (code) => {
      expect(call({ verificationCode: code }, { secret: '', given: null }).outcome).toBe('refused');
    },
  );
});

it.each([
  ['CREATE', null],
  ['UPDATE', null],
  ['DELETE', 'cancelled'],
  ['NEW_WORD', null],
  ['constructor', null],
])('hears that an order has had a %s', (type, status) => {
  expect(eventsOf(told(update({ type })))).toEqual([
    { id: `M1:ORDER1:${type}:${TS}`, reference: null, pos_order_id: 'ORDER1', status, at: AT, message: null },
  ]);
});

it('takes a repeat for what it is, and a later change for another', () => {
  expect(eventsOf(told(update()))).toEqual(eventsOf(told(update())));
  const ids = [told(update()), told(update({ ts: TS + 1 }))].map((sent) => JSON.stringify(eventsOf(sent)));
  expect(new Set(ids).size).toBe(2);
});

it('hears of several orders of several merchants in one call, and of nothing else in it', () => {
  const sent = {
    appId: 'APP',
    merchants: {
      M1: [
        update(),
        update({ objectId: 'P:PAY1' }),
        update({ objectId: 'I:ITEM1' }),
        update({ objectId: 'O:' }),
      ],
      M2: [update({ objectId: 'O:ORDER2', type: 'DELETE' })],
    },
  };
  expect(eventsOf(sent)).toMatchObject([
    { pos_order_id: 'ORDER1', status: null },
    { pos_order_id: 'ORDER2', status: 'cancelled' },
  ]);
});

it.each<[string, unknown, Sent?]>([
  ['that is empty', null],
  ['about an app', { appId: 'APP', merchants: { M1: [update({ objectId: 'A:APP' })] } }],
  ['without merchants', { appId: 'APP' }],
  ['with merchants of another shape', { merchants: ['M1'] }],
  ['with an order that is no id', told(update({ objectId: 'O:../ORDER' }), update({ objectId: 7 }))],
  ['that is no JSON', null, { body: '{"merchants":' }],
  ['that is nothing', null, { body: '' }],
])('hears a genuine call %s, and does nothing', (_name, sent, part = {}) => {
  expect(call(sent, part)).toEqual({ outcome: 'verified', events: [] });
});

it('leaves the time open where the call tells none', () => {
  expect(eventsOf(told(update({ ts: undefined })))).toMatchObject([{ at: null }]);
});

it('understands every call of the sandbox, from the code to the deletion', async () => {
  const { clock, send, staff } = openClover();
  const secret = staff.facts.webhook_auth_code ?? '';
  staff.subscribe({ url: URL, secret });
  const { pos_order_id } = await send();
  staff.act(pos_order_id ?? '', 'cancel', clock.now);
  const [first, ...readings] = staff
    .notifications(new Date(clock.now.getTime() + 60_000))
    .map((sent) =>
      clover.readWebhook(sent, { credentials: { webhook_secret: secret }, settings: {}, now: '' }),
    );
  expect(first).toMatchObject({
    events: [],
    answer: { body: expect.stringContaining(staff.facts.webhook_verification_code ?? '') },
  });
  const events = readings.flatMap((one) => (one.outcome === 'verified' ? one.events : []));
  expect(readings.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
  expect(new Set(events.map((one) => one.pos_order_id))).toEqual(new Set([pos_order_id]));
  expect(events.filter(({ status }) => status === 'cancelled')).toHaveLength(1);
});
