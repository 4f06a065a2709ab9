import { touchbistro } from '../../../src/pos/touchbistro';
import type { NotifyingSimulator } from '../../../src/sandbox/notification';
import { fakeHttp } from '../../support/fake-http';
import { openWay, type Way } from '../../support/touchbistro-doors';
import { sample } from '../../support/vendor-doors';

const WAYS: Way[] = ['partner', 'webhook', 'deliverect'];

describe.each(WAYS)('an order on its way by %s', (way) => {
  it('arrives with every word', async () => {
    const { send, tickets } = await openWay(way);
    const receipt = await send(sample({ allergy_note: 'nuts' }));
    expect(receipt).toMatchObject({
      state: way === 'partner' ? 'accepted' : 'queued',
      sent_to_kitchen: true,
      kitchen_confirmed: way === 'deliverect' ? false : null,
      completed: ['order'],
    });
    const text = JSON.stringify(tickets()).toLowerCase();
    for (const word of [
      'pepperoni',
      'extra cheese',
      'left half',
      'no onions',
      'well done',
      'nuts',
      'oak street',
      'napkins',
    ])
      expect(text).toContain(word);
  });
  it.each(['lose_reply', 'error_after', 'error_before', 'reset', 'garbage'] as const)(
    'makes one ticket when the first try ends in %s and is repeated',
    async (fault) => {
      const { send, tickets, target } = await openWay(way);
      target.arm({ fault, times: 1, seconds: 0 });
      await expect(send()).rejects.toMatchObject({ kind: 'unclear' });
      expect((await send()).sent_to_kitchen).toBe(true);
      expect(tickets()).toHaveLength(1);
    },
  );
  it('makes one ticket when two doors send it at once', async () => {
    const { send, tickets } = await openWay(way);
    const [one, two] = await Promise.all([send(), send()]);
    expect(one.reference).toBe(two.reference);
    expect(tickets()).toHaveLength(1);
  });
  it.each([
    ['throttle', 'throttled'],
    ['expired_token', 'credentials'],
    ['read_only', 'credentials'],
    ['hang', 'unclear'],
  ] as const)('calls %s %s', async (fault, kind) => {
    const { send, target } = await openWay(way);
    target.arm({ fault, times: 9, seconds: 31 });
    await expect(send()).rejects.toMatchObject({ kind });
  });
  it('says before anything is sent that the host cannot be reached', async () => {
    const { send, tickets } = await openWay(way);
    const nowhere = {
      baseUrl: 'http://127.0.0.1:9',
      settings: { mode: way, channel_name: 'orderwire', open_item_plu: 'X' },
    };
    await expect(send(sample(), nowhere)).rejects.toMatchObject({ kind: 'unreachable' });
    expect(tickets()).toEqual([]);
  });
});

describe("the partner's endpoint", () => {
  it('answers a repeat with the first ticket', async () => {
    const { send } = await openWay('partner');
    const first = await send();
    expect(first).toMatchObject({ pos_order_id: 'tbp_1001', ticket_number: '1', replayed: false });
    expect(await send()).toMatchObject({ pos_order_id: 'tbp_1001', ticket_number: '1', replayed: true });
  });
  it('is asked before a second try where it has a look-up, and only our own order counts', async () => {
    const way = await openWay('partner', { settings: { find_path: '/orders?ref={reference}' } });
    expect(await touchbistro.findOrder(sample(), way.session)).toBeUndefined();
    await way.send();
    expect(await touchbistro.findOrder(sample(), way.session)).toMatchObject({
      pos_order_id: 'tbp_1001',
      replayed: true,
    });
    expect(await touchbistro.findOrder({ ...sample(), external_ref: 'other' }, way.session)).toBeUndefined();
    const { http } = fakeHttp({ '/orders': { body: { orders: [{ id: '9', order_ref: 'somebody else' }] } } });
    expect(await touchbistro.findOrder(sample(), { ...way.session, http })).toBeUndefined();
  });
  it('is called unverified, and fails the check where the key takes no orders', async () => {
    const { session, target } = await openWay('partner');
    expect((await touchbistro.checkConnection(session)).name).toBe(
      'partner.sandbox (unverified partner endpoint)',
    );
    target.arm({ fault: 'read_only', times: 1, seconds: 0 });
    await expect(touchbistro.checkConnection(session)).rejects.toMatchObject({ kind: 'credentials' });
  });
  it.each([
    ['/ping is not there', { '/orders': {} }, {}, undefined],
    ['the chosen page is not there', {}, { check_path: '/health' }, 'rejected'],
    ['the key is wrong', { '/ping': { status: 401 } }, {}, 'credentials'],
    ['it fails', { '/ping': { status: 500 } }, {}, 'unreachable'],
  ] as const)('checks an endpoint of which %s', async (_, replies, settings, kind) => {
    const { session } = await openWay('partner');
    const check = touchbistro.checkConnection({ ...session, settings, http: fakeHttp(replies).http });
    if (kind) await expect(check).rejects.toMatchObject({ kind });
    else expect((await check).name).toContain('unverified');
  });
  it.each([
    ['a plain reply', { status: 201, body: { order_id: 77 } }, {}, { pos_order_id: '77' }],
    ['an empty reply', { status: 204, body: '' }, {}, { pos_order_id: null, state: 'accepted' }],
    [
      'paths of its own',
      { body: { data: { nr: 'A-1' } } },
      { response_map: '{"number":"data.nr"}' },
      { ticket_number: 'A-1' },
    ],
    [
      'a duplicate code of its own',
      { status: 422, body: { id: 'x' } },
      { duplicate_codes: '409, 422' },
      { replayed: true },
    ],
  ])('reads %s', async (_, reply, settings, expected) => {
    const { session } = await openWay('partner');
    const { http } = fakeHttp({ '/orders': reply });
    const given = { ...session, http, settings: settings as Record<string, string> };
    expect(await touchbistro.submitOrder(sample(), given)).toMatchObject(expected);
  });
  it.each([
    [
      { status: 400, body: { error: { code: 'bad', message: 'qty must be 1 for ann_lee@example.com' } } },
      'rejected',
      'qty must be 1 for …',
    ],
    [{ status: 200, body: { success: false, message: 'closed' } }, 'rejected', 'closed'],
    [{ status: 301, body: '' }, 'rejected', 'has moved'],
    [{ status: 503, body: '<html>' }, 'unclear', '503'],
  ])('turns %j into %s', async (reply, kind, text) => {
    const { session } = await openWay('partner');
    const sent = touchbistro.submitOrder(sample(), { ...session, http: fakeHttp({ '/orders': reply }).http });
    await expect(sent).rejects.toMatchObject({ kind, message: expect.stringContaining(text) });
  });
});

/** What the gateway reports once it has decided. */
function statusOf({ simulator, clock }: Awaited<ReturnType<typeof openWay>>): unknown {
  const later = new Date(clock.now.getTime() + 60_000);
  return JSON.parse((simulator as NotifyingSimulator).notifications(later)[0]?.body ?? '');
}

describe('Deliverect', () => {
  it('decides later: SUCCESS by its status webhook', async () => {
    const way = await openWay('deliverect');
    await way.send();
    expect(statusOf(way)).toMatchObject({
      status: 20,
      channelOrderId: expect.stringMatching(/^ow/),
    });
  });
  it('takes an unknown PLU and fails it later: 201 is no promise', async () => {
    const way = await openWay('deliverect');
    const items = sample().items.map((item) => ({ ...item, menu_item_id: 'GONE' }));
    expect((await way.send({ ...sample(), items })).state).toBe('queued');
    expect(statusOf(way)).toMatchObject({ status: 120, reason: expect.stringContaining('GONE') });
    expect(way.tickets().filter(({ visible }) => visible)).toEqual([]);
  });
  it('logs in with JSON and an audience, whatever address is called', async () => {
    const { session, asked } = await openWay('deliverect');
    const token = await touchbistro.authenticate(session.credentials, undefined, session);
    expect(token).toEqual({
      access_token: expect.stringContaining('deliverect-access'),
      expires_in_seconds: 3600,
    });
    expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({
      grant_type: 'client_credentials',
      audience: 'https://api.staging.deliverect.com',
    });
  });
  it('passes the check with the scope of its channel only', async () => {
    const { session, target } = await openWay('deliverect');
    expect((await touchbistro.checkConnection(session)).name).toContain('an order is the only proof');
    const other = { ...session, settings: { ...session.settings, channel_name: 'OrderWire' } };
    await expect(touchbistro.checkConnection(other)).rejects.toMatchObject({
      kind: 'credentials',
      message: expect.stringContaining('genericChannel:orderwire'),
    });
    target.arm({ fault: 'read_only', times: 1, seconds: 0 });
    await expect(touchbistro.checkConnection(session)).rejects.toMatchObject({ kind: 'credentials' });
    const wrong = { ...session, credentials: { client_id: 'a', client_secret: 'b' } };
    await expect(touchbistro.checkConnection(wrong)).rejects.toMatchObject({ kind: 'credentials' });
  });
  it('names the fields that it refuses', async () => {
    const { session } = await openWay('deliverect');
    const reply = { status: 400, body: { orderFieldsErrors: { items: 'Missing from the payload.' } } };
    const { http } = fakeHttp({ [session.posLocation]: reply });
    await expect(touchbistro.submitOrder(sample(), { ...session, http })).rejects.toThrow(
      'items Missing from the payload',
    );
  });
});

describe('the signed webhook', () => {
  it('is taken by a receiver that checks it, and refused with another secret', async () => {
    const { send, session } = await openWay('webhook');
    expect(await send()).toMatchObject({
      pos_order_id: expect.stringMatching(/^tbp_/),
      kitchen_confirmed: null,
    });
    const webhook_secret = `whsec_${btoa('another secret of this length')}`;
    await expect(send(sample(), { credentials: { webhook_secret } })).rejects.toMatchObject({
      kind: 'credentials',
    });
    expect((await touchbistro.checkConnection(session)).name).toContain('signed webhook, not tried');
  });
  it('needs the time of the call, which an adapter never reads from the clock', async () => {
    const { send } = await openWay('webhook');
    await expect(send(sample(), { now: undefined })).rejects.toMatchObject({ details: { code: 'NO_TIME' } });
  });
});

describe('the e-mail ticket', () => {
  it('sends nothing and never calls itself accepted', async () => {
    const { http, asked } = fakeHttp({});
    const session = {
      http,
      credentials: {},
      settings: { mode: 'email' },
      posLocation: '',
      environment: 'production' as const,
    };
    expect(await touchbistro.submitOrder(sample(), session)).toMatchObject({
      state: 'not_sent',
      sent_to_kitchen: false,
      completed: [],
      status_text: expect.stringContaining('Nothing was sent to TouchBistro'),
      staff_text: expect.stringContaining('large pepperoni pizza'),
      warnings: [expect.stringContaining('publishes no API')],
    });
    expect((await touchbistro.checkConnection(session)).name).toContain('nothing reaches the POS by itself');
    expect(touchbistro.preview(sample(), session).requests).toEqual([]);
    expect(asked).toEqual([]);
  });
});

it('says why TouchBistro has no menu, no locations and no prices', () => {
  expect(Object.keys(touchbistro.noSuchApi)).toEqual(['menu', 'locations', 'quote']);
  for (const reason of Object.values(touchbistro.noSuchApi)) expect(reason).toContain('publishes no API');
});
