import { createHmac } from 'node:crypto';
import type { StaffAction } from '../../src/sandbox/notification';
import { DECIDED, deliverect, fact, later, order, send, updates } from '../support/deliverect-sandbox';

beforeEach(() => deliverect.reset());

const URL = 'https://shop.example/webhooks/touchbistro/con_1';
const act = (id: string, action: StaffAction, seconds = 60) => deliverect.act(id, action, later(seconds));
const ordered = (part: Record<string, unknown> = {}) => {
  send(order(part));
  return deliverect.tickets(DECIDED).at(-1)?.id ?? '';
};
const statuses = () => updates(later(3600)).map(({ status }) => status);
const cancel = { channelOrderId: 'ow0123456789abcdef01', channelOrderDisplayId: 'OW-14', status: 100 };

describe('staff of the POS behind the gateway', () => {
  it('cook, say that it is ready and finish; each step is told', () => {
    const id = ordered();
    expect([act(id, 'start'), act(id, 'ready'), act(id, 'complete')]).toEqual([true, true, true]);
    expect(statuses()).toEqual([20, 50, 70, 90]);
    expect(updates(later(3600)).at(-1)).toEqual({
      orderId: id,
      status: 90,
      timeStamp: '2026-11-27T18:01:00.000000Z',
      receiptId: id,
      reason: '',
      channelOrderId: 'ow0123456789abcdef01',
      location: '606d8489fcd8eddf13b121b7',
      channelLink: fact('channel_link_id'),
    });
  });

  it.each<StaffAction>(['start', 'ready'])('cancel an order after %s', (step) => {
    const id = ordered();
    act(id, step);
    expect([act(id, 'cancel'), act(id, 'cancel')]).toEqual([true, false]);
    expect(updates(later(3600)).at(-1)).toMatchObject({ status: 110, reason: 'Cancelled by staff' });
    expect(deliverect.tickets(later(60))).toMatchObject([{ visible: false, voided: true, printed: 1 }]);
  });

  it('move no order that the POS has not taken yet', () => {
    send(order());
    const [queued] = deliverect.tickets(later(1));
    expect(act(queued?.id ?? '', 'start', 1)).toBe(false);
  });

  it('never go back, and move no order that is failed or not there', () => {
    const id = ordered();
    act(id, 'ready');
    send(order({ channelOrderId: 'wrong', items: [{ plu: 'NOPE', name: 'x', price: 1, quantity: 1 }] }));
    const failed = deliverect.tickets(DECIDED).at(-1)?.id ?? '';
    expect([act(id, 'start'), act(failed, 'cancel'), act('606d8489fcd8eddf99999999', 'start')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('a cancellation by the channel', () => {
  it('is taken at once and confirmed by the POS some seconds later, once', () => {
    const id = ordered();
    expect(send(cancel, { now: later(60) }).status).toBe(201);
    expect(send(cancel, { now: later(61) }).status).toBe(201);
    expect(deliverect.tickets(later(62))).toMatchObject([{ id, visible: true, voided: false }]);
    expect(deliverect.tickets(later(63))).toMatchObject([{ id, visible: false, voided: true, printed: 1 }]);
    expect(statuses()).toEqual([20, 110]);
  });

  it('that overtakes the order is confirmed once the POS has taken the order', () => {
    send(order());
    send(cancel);
    expect(deliverect.tickets(later(10))).toMatchObject([{ visible: false, voided: true }]);
    expect(statuses()).toEqual([20, 110]);
  });

  it('comes too late for an order that is finished: nothing is confirmed', () => {
    const id = ordered();
    act(id, 'complete');
    expect(send(cancel, { now: later(120) }).status).toBe(201);
    expect(statuses()).toEqual([20, 90]);
    expect(deliverect.tickets(later(300))).toMatchObject([{ voided: false }]);
  });

  it.each([
    ['an order that there is not', { ...cancel, channelOrderId: 'other' }, 'channelOrderId'],
    [
      'one without its short number',
      { ...cancel, channelOrderDisplayId: undefined },
      'channelOrderDisplayId',
    ],
  ])('of %s is refused', (_, body, field) => {
    ordered();
    expect(send(body)).toMatchObject({
      status: 400,
      json: { orderFieldsErrors: { [field]: expect.any(String) } },
    });
  });

  it('is refused without a token', () => {
    ordered();
    expect(send(cancel, { headers: {} }).status).toBe(401);
  });
});

it('signs each call with the secret that was set, that of the known facts before, and sends it nowhere until an address is set', () => {
  const id = ordered();
  deliverect.subscribe({ url: URL, secret: 'another' });
  act(id, 'start');
  deliverect.subscribe(null);
  act(id, 'ready');
  const calls = deliverect.notifications(later(60));
  expect(calls.map(({ url }) => url)).toEqual(['', URL, '']);
  const secrets = [fact('webhook_secret'), 'another', fact('webhook_secret')];
  for (const [index, { headers, body }] of calls.entries())
    expect(headers['x-server-authorization-hmac-sha256']).toBe(
      createHmac('sha256', secrets[index] ?? '')
        .update(body)
        .digest('hex'),
    );
});

it('keeps an order rung up at the counter to the POS: no channel hears of it', () => {
  const id = deliverect.ringUp(later(0));
  expect(deliverect.tickets(later(0))).toMatchObject([
    { id, reference: null, visible: true, printed: 1, total: 299, payment: 'unpaid' },
  ]);
  expect([act(id, 'start'), act(id, 'cancel')]).toEqual([true, true]);
  expect(statuses()).toEqual([]);
  const { ticket_number = '' } = deliverect.tickets(later(60))[0] ?? {};
  expect(send({ ...cancel, channelOrderId: ticket_number }).status).toBe(400);
});
