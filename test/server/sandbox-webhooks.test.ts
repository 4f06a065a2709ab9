import { createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Sandbox, STAFFED_VENDORS } from '../../src/sandbox/sandbox';
import { buildSandboxApp } from '../../src/server/sandbox-app';
import type { WebhookCall } from '../../src/server/sandbox-lane';
import { openReceiver } from '../support/hook-receiver';

const clock = { now: new Date('2026-11-24T18:00:00Z') };
const wait = (seconds: number) => {
  clock.now = new Date(clock.now.getTime() + seconds * 1000);
};
let app: FastifyInstance;
let receiver: Awaited<ReturnType<typeof openReceiver>>;
let answer: Parameters<typeof openReceiver>[0];

beforeEach(async () => {
  answer = () => 200;
  app = buildSandboxApp(new Sandbox(), () => clock.now);
  receiver = await openReceiver((nth) => answer?.(nth) ?? 200);
});
afterEach(async () => {
  await app.close();
  await receiver.close();
});

const post = (path: string, body?: unknown) =>
  app.inject({
    method: 'POST',
    url: `/_sandbox/${path}`,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify(body),
    }),
  });
const subscribe = (vendor: string, secret = 'anna:secret') =>
  post(`${vendor}/webhook`, { url: receiver.url, secret });
const ringUp = async (vendor: string): Promise<string> => (await post(`${vendor}/ring-up`)).json().id;
const act = (vendor: string, id: string, action: string) => post(`${vendor}/tickets/${id}/${action}`);
const calls = async (vendor: string): Promise<WebhookCall[]> =>
  (await app.inject(`/_sandbox/${vendor}/webhook-calls`)).json().data;
/** The calls of a vendor once all of them have this status. */
async function settled(vendor: string, status: number | null, attempts = 1): Promise<WebhookCall[]> {
  for (let tries = 0; tries < 400; tries++) {
    const all = await calls(vendor);
    if (all.length > 0 && all.every((one) => one.status === status && one.attempts === attempts)) return all;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(JSON.stringify(await calls(vendor)));
}
const bodies = () => receiver.calls.map(({ body }) => JSON.parse(body));
const toastStatus = () => bodies().map(({ details }) => details?.order?.guestOrderStatus);

describe('the calls of a simulated vendor', () => {
  it('reach the address that was set, each once and in order', async () => {
    expect((await subscribe('toast')).json()).toEqual({ url: receiver.url });
    const id = await ringUp('toast');
    await act('toast', id, 'ready');
    await act('toast', id, 'complete');
    await receiver.called(4);
    expect(toastStatus()).toEqual(['IN_PREPARATION', 'IN_PREPARATION', 'READY_FOR_PICKUP', 'CLOSED']);
    const all = await settled('toast', 200);
    expect(all.map((one) => one.id)).toEqual(bodies().map(({ guid }) => guid));
    expect(all[0]).toEqual({
      id: expect.any(String),
      at: clock.now.toISOString(),
      url: receiver.url,
      status: 200,
      attempts: 1,
    });
  });

  it('carry the signature over what really went over the wire', async () => {
    await subscribe('toast', 'toast secret');
    await subscribe('square', 'square key');
    await ringUp('toast');
    const [toast] = await receiver.called(1);
    const signed = `${toast?.body}${JSON.parse(toast?.body ?? '').timestamp}`;
    expect(toast?.headers['toast-signature']).toBe(
      createHmac('sha256', 'toast secret').update(signed).digest('base64'),
    );
    await settled('toast', 200);
    const before = receiver.calls.length;
    await ringUp('square');
    const square = (await receiver.called(before + 1))[before];
    expect(square?.headers['x-square-hmacsha256-signature']).toBe(
      createHmac('sha256', 'square key').update(`${receiver.url}${square?.body}`).digest('base64'),
    );
  });

  it('are repeated after a 500 when that vendor repeats them, and counted', async () => {
    answer = (nth) => (nth === 1 ? 500 : 200);
    await subscribe('toast');
    const id = await ringUp('toast');
    await receiver.called(2);
    wait(299);
    await act('toast', id, 'ready');
    await receiver.called(3);
    expect((await calls('toast'))[0]).toMatchObject({ status: 500, attempts: 1 });
    wait(1);
    const [first, , , again] = await receiver.called(4);
    expect(again?.body).toBe(first?.body);
    expect([first, again].map((one) => one?.headers['toast-attempt-number'])).toEqual(['1', '2']);
    expect(again?.headers['toast-signature']).toBe(first?.headers['toast-signature']);
  });

  it('are given up after the last repeat', async () => {
    answer = () => 500;
    await subscribe('toast');
    const id = await ringUp('toast');
    await settled('toast', 500);
    wait(300);
    await settled('toast', 500, 2);
    wait(600);
    await settled('toast', 500, 3);
    wait(86_400);
    await act('toast', id, 'ready');
    const seen = await receiver.called(7);
    expect(JSON.parse(seen[6]?.body ?? '').details.order.guestOrderStatus).toBe('READY_FOR_PICKUP');
  });

  it.each(['lightspeed', 'deliverect'] as const)('of %s are lost where nobody takes them', async (vendor) => {
    answer = () => 500;
    await subscribe(vendor);
    const id = await sendOrder(vendor);
    await settled(vendor, 500);
    wait(86_400);
    await act(vendor, id, 'ready');
    const [first, second] = await receiver.called(2);
    expect(second?.body).not.toBe(first?.body);
    expect(await settled(vendor, 500)).toHaveLength(2);
  });

  it('of Clover begin with its code, for which nobody needs the auth header', async () => {
    await subscribe('clover', 'the auth code');
    await ringUp('clover');
    const [code, order] = await receiver.called(2);
    expect(JSON.parse(code?.body ?? '')).toEqual({ verificationCode: expect.any(String) });
    expect([code, order].map((one) => one?.headers['x-clover-auth'])).toEqual([undefined, 'the auth code']);
  });

  it('count an address where nobody listens as no answer', async () => {
    await receiver.close();
    await subscribe('toast');
    await ringUp('toast');
    await settled('toast', null);
  });

  it('go nowhere until an address is set, and stop when it is taken away', async () => {
    await ringUp('lightspeed');
    await ringUp('toast');
    await subscribe('toast');
    const id = await ringUp('toast');
    await settled('toast', 200);
    expect((await post('toast/webhook', { url: null })).json()).toEqual({ url: null });
    await act('toast', id, 'ready');
    await subscribe('toast');
    await act('toast', id, 'complete');
    await receiver.called(3);
    expect(toastStatus()).toEqual(['IN_PREPARATION', 'IN_PREPARATION', 'CLOSED']);
  });
});

describe('the faults of webhooks', () => {
  it('send everything twice', async () => {
    await subscribe('toast');
    const armed = await post('toast/webhook-faults', { duplicate: true });
    expect([armed.statusCode, armed.json()]).toEqual([201, { duplicate: true, shuffle: false }]);
    await ringUp('toast');
    await receiver.called(4);
    const guids = bodies().map(({ guid }) => guid);
    expect(guids[0]).toBe(guids[1]);
    expect(guids[2]).toBe(guids[3]);
    expect(receiver.calls[0]).toEqual(receiver.calls[1]);
  });

  it('let a later call overtake an earlier one, and a lone one wait no longer than some seconds', async () => {
    await subscribe('toast');
    await post('toast/webhook-faults', { shuffle: true });
    const id = await ringUp('toast');
    await receiver.called(2);
    await act('toast', id, 'ready');
    await act('toast', id, 'complete');
    await receiver.called(4);
    expect(toastStatus().slice(2)).toEqual(['CLOSED', 'READY_FOR_PICKUP']);
    await act('toast', id, 'cancel');
    wait(4);
    await subscribe('square');
    await ringUp('square');
    await receiver.called(5);
    expect(toastStatus().at(-1)).not.toBe('VOIDED');
    wait(1);
    expect(JSON.parse((await receiver.called(6)).at(-1)?.body ?? '').details.order.voided).toBe(true);
  });

  it('are taken back by an empty body', async () => {
    await subscribe('toast');
    await post('toast/webhook-faults', { duplicate: true, shuffle: true });
    await post('toast/webhook-faults', {});
    await ringUp('toast');
    expect(await settled('toast', 200)).toHaveLength(2);
  });
});

it('forgets calls, faults and addresses when told to start clean', async () => {
  answer = () => 500;
  await subscribe('toast');
  await post('toast/webhook-faults', { duplicate: true });
  await ringUp('toast');
  await settled('toast', 500);
  const before = receiver.calls.length;
  await app.inject({ method: 'DELETE', url: '/_sandbox' });
  expect(await calls('toast')).toEqual([]);
  wait(300);
  await ringUp('toast');
  answer = () => 200;
  await subscribe('toast');
  await ringUp('toast');
  expect(await settled('toast', 200)).toHaveLength(2);
  expect(receiver.calls).toHaveLength(before + 2);
});

it('holds nothing up while an address hangs, not even the end', async () => {
  answer = () => 'hang';
  await subscribe('square');
  await subscribe('toast');
  const id = await ringUp('square');
  await receiver.called(1);
  await act('square', id, 'start');
  expect((await calls('square'))[0]).toMatchObject({ status: null, attempts: 1 });
  const before = receiver.calls.length;
  await ringUp('toast');
  await receiver.called(before + 1);
  await app.close();
});

/** An order through the API of a vendor that tells of no others, once its POS has taken it; gives the ticket's id. */
async function sendOrder(vendor: 'lightspeed' | 'deliverect'): Promise<string> {
  const { vendors } = (await app.inject('/_sandbox')).json();
  const facts = vendors[vendor];
  const send = (path: string, authorization: string, payload: string, type = 'application/json') =>
    app.inject({
      method: 'POST',
      url: `/${vendor}${path}`,
      headers: { authorization, 'content-type': type },
      payload,
    });
  const logIn = {
    lightspeed: () =>
      send(
        '/oauth/token',
        `Basic ${Buffer.from(`${facts.client_id}:${facts.client_secret}`).toString('base64')}`,
        `grant_type=refresh_token&refresh_token=${facts.refresh_token}`,
        'application/x-www-form-urlencoded',
      ),
    deliverect: () => {
      const { client_id, client_secret } = facts;
      const grant = { audience: 'https://api.deliverect.com', grant_type: 'client_credentials' };
      return send('/oauth/token', '', JSON.stringify({ client_id, client_secret, ...grant }));
    },
  };
  const orders = {
    lightspeed: {
      path: '/o/op/1/order/toGo',
      body: {
        businessLocationId: Number(facts.business_location_id),
        thirdPartyReference: 'ow1',
        endpointId: facts.endpoint_id,
        customerInfo: { firstName: 'Ann' },
        items: [{ sku: 'COKE', quantity: 1 }],
      },
    },
    deliverect: {
      path: `/${facts.channel_name}/order/${facts.channel_link_id}`,
      body: {
        ...{ channelOrderId: 'ow1', channelOrderDisplayId: 'OW-1', orderType: 1, deliveryIsAsap: true },
        ...{ courier: 'restaurant', decimalDigits: 2, payment: { amount: 299, type: 1 } },
        items: [{ plu: 'COKE', name: 'Coke', price: 299, quantity: 1 }],
      },
    },
  };
  const { access_token } = (await logIn[vendor]()).json();
  const { path, body } = orders[vendor];
  await send(path, `Bearer ${access_token}`, JSON.stringify(body));
  wait(3);
  return (await app.inject(`/_sandbox/${vendor}/tickets`)).json().data[0].id;
}

describe('what the switches refuse', () => {
  it.each([
    ['micros/webhook', { url: null }, 404, /Vendors: square/],
    ['touchbistro/webhook', { url: null }, 409, /neither staff nor webhooks here.*deliverect/],
    ['touchbistro/webhook-faults', {}, 409, /neither staff nor webhooks/],
    ['touchbistro/ring-up', undefined, 409, /neither staff nor webhooks/],
    ['square/webhook', { url: 'ftp://x' }, 400, /url/],
    ['square/webhook', { url: 'https://x.example' }, 400, /secret/],
    ['square/webhook', { url: null, more: 1 }, 400, /additional properties/],
    ['square/webhook-faults', { duplicate: 'very' }, 400, /duplicate/],
    ['square/tickets/none/start', undefined, 404, /square has no ticket none/],
    ['square/tickets/none/fry', undefined, 404, /Nothing is at/],
  ] as const)('%s %j: %i', async (path, body, status, message) => {
    const reply = await post(path, body);
    expect([reply.statusCode, reply.json().message]).toEqual([status, expect.stringMatching(message)]);
  });

  it('a list of calls of a vendor that makes none', async () => {
    expect((await app.inject('/_sandbox/touchbistro/webhook-calls')).statusCode).toBe(409);
    expect((await app.inject('/_sandbox/micros/webhook-calls')).statusCode).toBe(404);
  });
});

describe('staff at each POS', () => {
  it.each(STAFFED_VENDORS)('of %s ring up an order, and cancel it once', async (vendor) => {
    const rung = await post(`${vendor}/ring-up`);
    expect(rung.statusCode).toBe(201);
    const { id } = rung.json();
    const cancelled = await act(vendor, id, 'cancel');
    expect([cancelled.statusCode, cancelled.json()]).toEqual([200, { id, action: 'cancel' }]);
    const again = await act(vendor, id, 'cancel');
    expect(again.statusCode).toBeGreaterThanOrEqual(404);
    expect(again.json().message).toContain(id);
  });

  it('are told in words when a POS has no such step', async () => {
    const id = await ringUp('clover');
    const reply = await act('clover', id, 'ready');
    expect([reply.statusCode, reply.json().message]).toEqual([409, expect.stringContaining('no such step')]);
  });

  it('who press a button in a browser without JavaScript get their screen back', async () => {
    const headers = {
      accept: 'text/html,application/xhtml+xml',
      'content-type': 'application/x-www-form-urlencoded',
    };
    const form = (path: string) => app.inject({ method: 'POST', url: path, headers, payload: '' });
    const rung = await form('/_sandbox/toast/ring-up');
    expect([rung.statusCode, rung.headers.location]).toEqual([303, '/']);
    const page = (await app.inject('/')).body;
    const [, address = ''] = /formaction="([^"]+\/ready)"/.exec(page) ?? [];
    expect((await form(address)).statusCode).toBe(303);
    expect(page).not.toMatch(/<script>|onclick/);
  });
});
