import { NoResponse } from '../../../src/http';
import type { Receipt } from '../../../src/pos/receipt';
import { toast } from '../../../src/pos/toast';
import type { SeenStatus, WebhookEvent } from '../../../src/pos/webhook';
import type { StaffAction, StaffedSimulator } from '../../../src/sandbox/notification';
import { failure, openToastDoor, type ToastDoor } from '../../support/toast-door';

const SECRET = 'the-orders-subscription';
const webhook = { url: 'https://orders.example/webhooks/toast/con_1', secret: SECRET };

/** A Toast whose staff act and which tells us of it. */
async function open(options: { autoFire?: boolean } = {}) {
  const door = await openToastDoor(options);
  const simulator = door.target.simulator as StaffedSimulator;
  simulator.subscribe(webhook);
  const now = () => door.clock.now;
  return {
    ...door,
    cancel: (receipt: Receipt, at = door.session()) => toast.cancel(receipt, at),
    seen: ({ pos_order_id }: Receipt) => toast.fetchPosOrder(pos_order_id ?? '', door.session()),
    act: ({ pos_order_id }: Receipt, action: StaffAction) => simulator.act(pos_order_id ?? '', action, now()),
    ringUp: () => simulator.ringUp(now()),
    events: () => simulator.notifications(now()).flatMap((call) => eventsIn(call, now())),
    pass: (minutes: number) => {
      door.clock.now = new Date(now().getTime() + minutes * 60_000);
    },
  };
}

function eventsIn(call: Parameters<typeof toast.readWebhook>[0], now: Date): WebhookEvent[] {
  const secrets = { credentials: { webhook_secret: SECRET }, settings: {}, now: now.toISOString() };
  const reading = toast.readWebhook(call, secrets);
  if (reading.outcome !== 'verified') throw new Error(reading.reason);
  return reading.events;
}
const refusedWith = (code: string) => ({ kind: 'rejected', details: { code } });
const isVoided = (door: ToastDoor) => door.tickets().map((ticket) => ticket.voided);

describe('a cancelled order', () => {
  it.each([
    ['nobody has paid', {}],
    ['was paid elsewhere', { payment: { state: 'paid', method: 'card' } }],
  ])('that %s is voided, once, however often it is asked', async (_name, changes) => {
    const door = await open();
    const receipt = await door.send(changes);
    for (const _attempt of [1, 2]) await door.cancel(receipt);
    expect(isVoided(door)).toEqual([true]);
    expect(await door.seen(receipt)).toMatchObject({ status: 'cancelled', kitchen_confirmed: false });
  });

  it('is voided once where the reply was lost', async () => {
    const door = await open();
    const receipt = await door.send();
    const lost = door.session({
      http: async (request) => {
        const reply = await door.http(request);
        if (request.url.endsWith('/void')) throw new NoResponse('maybe', 'connection reset');
        return reply;
      },
    });
    expect((await failure(door.cancel(receipt, lost))).kind).toBe('unclear');
    await door.cancel(receipt);
    expect(isVoided(door)).toEqual([true]);
  });

  it('leaves the other orders alone', async () => {
    const door = await open();
    await door.send();
    await door.cancel(await door.send({ external_ref: 'two' }));
    expect(isVoided(door)).toEqual([false, true]);
  });

  it.each([
    ['ready', 'TOO_LATE'],
    ['complete', 'TOO_LATE'],
  ] as const)('is not touched where staff have pressed %s', async (action, code) => {
    const door = await open();
    const receipt = await door.send();
    expect(door.act(receipt, action)).toBe(true);
    expect(await failure(door.cancel(receipt))).toMatchObject(refusedWith(code));
    expect(isVoided(door)).toEqual([false]);
  });

  it('is left to staff where Toast gave it a discount', async () => {
    const door = await open();
    const receipt = await door.send({ discounts: [{ name: 'Loyalty', amount: 100 }] });
    const error = await failure(door.cancel(receipt));
    expect(error).toMatchObject(refusedWith('NOT_VOIDED'));
    expect(error.message).toContain('void it on a Toast POS device');
    expect(isVoided(door)).toEqual([false]);
  });

  it('is left to staff where these credentials may not void', async () => {
    const door = await open();
    const receipt = await door.send();
    const token = await door.logIn({
      client_id: door.fact('read_only_client_id'),
      client_secret: door.fact('read_only_client_secret'),
    });
    expect(await failure(door.cancel(receipt, door.session({ token })))).toMatchObject(
      refusedWith('MISSING_SCOPE'),
    );
    expect(isVoided(door)).toEqual([false]);
  });

  it('that staff voided themselves is done', async () => {
    const door = await open();
    const receipt = await door.send();
    door.act(receipt, 'cancel');
    await door.cancel(receipt);
    expect(await door.seen(receipt)).toMatchObject({ status: 'cancelled' });
  });
});

it('hears of each step that staff make, and reads the same', async () => {
  const door = await open({ autoFire: false });
  const receipt = await door.send();
  const steps: [StaffAction, SeenStatus][] = [
    ['start', 'in_preparation'],
    ['ready', 'ready'],
    ['complete', 'completed'],
    ['cancel', 'cancelled'],
  ];
  expect(await door.seen(receipt)).toMatchObject({ status: 'accepted', kitchen_confirmed: null });
  for (const [action, status] of steps) {
    door.pass(1);
    const before = door.events().length;
    expect(door.act(receipt, action)).toBe(true);
    const news = door.events().slice(before);
    expect(news.length).toBeGreaterThan(0);
    for (const event of news) expect(event).toMatchObject({ status, pos_order_id: receipt.pos_order_id });
    expect(await door.seen(receipt)).toMatchObject({ status, reference: receipt.reference });
  }
  expect(new Set(door.events().map(({ id }) => id)).size).toBe(door.events().length);
});

it('refuses calls of Toast that were signed with another secret', async () => {
  const door = await open();
  await door.send();
  const simulator = door.target.simulator as StaffedSimulator;
  for (const call of simulator.notifications(door.clock.now)) {
    const secrets = {
      credentials: { webhook_secret: 'other' },
      settings: {},
      now: door.clock.now.toISOString(),
    };
    expect(toast.readWebhook(call, secrets).outcome).toBe('refused');
  }
});

it('lists what changed since then; an ordering channel sees its own orders only', async () => {
  const door = await open();
  const early = await door.send();
  door.pass(30);
  const late = await door.send({ external_ref: 'late' });
  door.ringUp();
  const since = (time: string) =>
    toast.listPosOrders(time, door.session({ now: door.clock.now.toISOString() }));
  const ids = async (time: string) => (await since(time)).map(({ pos_order_id }) => pos_order_id);
  expect(await ids('2026-11-24T17:00:00Z')).toEqual([early.pos_order_id, late.pos_order_id]);
  expect(await ids('2026-11-24T18:20:00Z')).toEqual([late.pos_order_id]);
  await door.cancel(early);
  expect(await ids('2026-11-24T18:20:00Z')).toEqual([early.pos_order_id, late.pos_order_id]);
});

it('reads an order born at the counter, for credentials that may see it', async () => {
  const door = await open();
  const id = door.ringUp();
  const token = await door.logIn({
    client_id: door.fact('read_only_client_id'),
    client_secret: door.fact('read_only_client_secret'),
  });
  expect(await toast.fetchPosOrder(id, door.session({ token }))).toMatchObject({
    pos_order_id: id,
    reference: null,
    status: 'in_preparation',
    items: [expect.objectContaining({ quantity: '1' })],
  });
  expect(await toast.fetchPosOrder(id, door.session())).toBeUndefined();
});
