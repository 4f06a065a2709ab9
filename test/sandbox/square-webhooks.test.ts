import { createHmac } from 'node:crypto';
import { WebhooksHelper } from 'square';
import { toRetry } from '../../src/sandbox/square/outbound';
import { openSquare } from '../support/square-sandbox';

const TOTAL = 4748;
const URL = 'https://shop.example/webhooks/square/con_1';
const open = () => {
  const square = openSquare();
  const secret = square.simulator.facts.webhook_signature_key ?? '';
  square.simulator.subscribe({ url: URL, secret });
  const calls = (now = square.clock.now) => square.simulator.notifications(now);
  const bodies = () => calls().map(({ body }) => JSON.parse(body));
  return { square, secret, calls, bodies, types: () => bodies().map(({ type }) => type) };
};
const paid = () => {
  const shop = open();
  const { id } = shop.square.order().body.order;
  shop.square.pay(id, TOTAL);
  return { ...shop, id };
};

describe('what Square tells the notification address', () => {
  it('a new order, its payment and what that changed, each with its version', () => {
    const { id, bodies } = paid();
    const summary = { order_id: id, location_id: 'LSANDBOX1', state: 'OPEN' };
    expect(bodies()).toMatchObject([
      {
        merchant_id: 'MLSANDBOXMARIO',
        type: 'order.created',
        created_at: '2026-11-27T18:31:07.000Z',
        data: { type: 'order_created', id, object: { order_created: { ...summary, version: 1 } } },
      },
      {
        type: 'payment.updated',
        data: { type: 'payment', object: { payment: { order_id: id, status: 'COMPLETED' } } },
      },
      {
        type: 'order.updated',
        data: { type: 'order_updated', id, object: { order_updated: { ...summary, version: 2 } } },
      },
    ]);
  });

  it('each step of the staff, with the state before and after', () => {
    const { square, id, bodies } = paid();
    square.simulator.act(id, 'ready', square.clock.now);
    expect(bodies().slice(3)).toMatchObject([
      { type: 'order.updated', data: { object: { order_updated: { version: 3 } } } },
      {
        type: 'order.fulfillment.updated',
        data: {
          type: 'order_fulfillment_updated',
          object: {
            order_fulfillment_updated: {
              order_id: id,
              fulfillment_update: [
                { fulfillment_uid: 'sq-fulfillment-1', old_state: 'PROPOSED', new_state: 'PREPARED' },
              ],
            },
          },
        },
      },
    ]);
  });

  it('a cancelling call, with the state that the order is in now', () => {
    const { square, bodies } = open();
    const { id, fulfillments } = square.order().body.order;
    const order = {
      version: 1,
      state: 'CANCELED',
      fulfillments: fulfillments.map(({ uid }) => ({ uid, state: 'CANCELED' })),
    };
    square.call(`/v2/orders/${id}`, { idempotency_key: 'a', order }, { method: 'PUT' });
    expect(bodies().slice(1)).toMatchObject([
      { type: 'order.updated', data: { object: { order_updated: { state: 'CANCELED' } } } },
      {
        type: 'order.fulfillment.updated',
        data: { object: { order_fulfillment_updated: { fulfillment_update: [{ new_state: 'CANCELED' }] } } },
      },
    ]);
  });

  it('a refund, in the whole payment', () => {
    const { square, bodies } = paid();
    const [, payment] = bodies();
    const amount_money = { amount: TOTAL, currency: 'USD' };
    square.call('/v2/refunds', { idempotency_key: 'r', payment_id: payment.data.id, amount_money });
    expect(bodies().at(-1)).toMatchObject({
      type: 'payment.updated',
      data: { object: { payment: { refunded_money: amount_money, status: 'COMPLETED' } } },
    });
  });

  it('of an order made in the POS app, its payment only', () => {
    const { square, types } = open();
    const id = square.simulator.ringUp(square.clock.now);
    square.simulator.act(id, 'complete', square.clock.now);
    expect(types()).toEqual(['payment.updated']);
  });

  it('nothing of a refused call, a replay, or an update without a new key', () => {
    const { square, types } = open();
    const first = square.order({}, 'key');
    square.order({}, 'key');
    square.order({ location_id: 'nope' });
    square.call(
      `/v2/orders/${first.body.order.id}`,
      { order: { version: 1, ticket_name: 'Bob' } },
      { method: 'PUT' },
    );
    expect(types()).toEqual(['order.created']);
  });
});

describe('the calls', () => {
  it('are signed over address and body, as Square’s own helper checks them', async () => {
    const { square, secret, calls } = paid();
    square.simulator.ringUp(square.clock.now);
    for (const { url, body, headers } of calls()) {
      const signature = headers['x-square-hmacsha256-signature'] ?? '';
      expect(url).toBe(URL);
      expect(signature).toBe(
        createHmac('sha256', secret)
          .update(URL + body)
          .digest('base64'),
      );
      expect(
        await WebhooksHelper.verifySignature({
          requestBody: body,
          signatureHeader: signature,
          signatureKey: secret,
          notificationUrl: URL,
        }),
      ).toBe(true);
    }
  });

  it('come due with their event, oldest first, and asking twice gives the same list', () => {
    const { square, calls } = open();
    const first = square.clock.now;
    square.order();
    square.clock.now = new Date(first.getTime() + 60_000);
    square.order({}, 'another');
    expect(calls(first)).toHaveLength(1);
    expect(calls()).toHaveLength(2);
    expect(calls()).toEqual(calls());
    expect(new Set(calls().map(({ id }) => id)).size).toBe(2);
  });

  it('are the same event when repeated: same id, same signature, and the retry is named', () => {
    const { square, calls } = open();
    square.order();
    const [call] = calls();
    if (!call) throw new Error('nothing was told');
    expect(JSON.parse(call.body).event_id).toBe(call.id);
    expect(call.headers).toMatchObject({
      'square-environment': 'Sandbox',
      'square-initial-delivery-timestamp': '2026-11-27T18:31:07.000Z',
    });
    expect(call.headers).not.toHaveProperty('square-retry-number');
    const retry = toRetry(call, { number: 1, reason: 'http_error' });
    expect(retry).toEqual({
      ...call,
      headers: { ...call.headers, 'square-retry-number': '1', 'square-retry-reason': 'http_error' },
    });
  });

  it('are none without a subscription, stop with it, and are forgotten on a reset', () => {
    const square = openSquare();
    square.order();
    expect(square.simulator.notifications(square.clock.now)).toEqual([]);
    square.simulator.subscribe({ url: URL, secret: 'fake' });
    square.order({}, 'second');
    square.simulator.subscribe(null);
    square.order({}, 'third');
    expect(square.simulator.notifications(square.clock.now)).toHaveLength(1);
    square.simulator.reset();
    square.order();
    expect(square.simulator.notifications(square.clock.now)).toEqual([]);
  });
});
