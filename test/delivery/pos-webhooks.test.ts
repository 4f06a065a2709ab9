import { createHmac } from 'node:crypto';
import { DeliveryHouse } from '../support/delivery-house';
import { openReceiver } from '../support/hook-receiver';

jest.setTimeout(60_000);

const SECRET = 'square-signature-key-of-the-tests';
const ADDRESS = '/webhooks/square/con_square';

let house: DeliveryHouse;
beforeEach(async () => {
  house = await DeliveryHouse.open('square', {}, {}, { webhook_secret: SECRET });
});
afterEach(() => house.close());

/** Sends a call as Square would, signed over our address and the text. */
async function call(body: object, secret = SECRET) {
  const text = JSON.stringify(body);
  const url = `${house.address}${ADDRESS}`;
  const signature = createHmac('sha256', secret)
    .update(url + text)
    .digest('base64');
  const headers = { 'content-type': 'application/json', 'x-square-hmacsha256-signature': signature };
  return fetch(url, { method: 'POST', headers, body: text });
}

const toEvent = (event_id: string, order: { pos_order_id: string; state: string }, at = new Date()) => ({
  merchant_id: 'M',
  type: 'order.updated',
  event_id,
  created_at: at.toISOString(),
  data: {
    type: 'order_updated',
    id: order.pos_order_id,
    object: {
      order_updated: {
        order_id: order.pos_order_id,
        state: order.state,
        version: 2,
        location_id: 'LSANDBOX1',
      },
    },
  },
});

async function statusOf(id: string, status: string) {
  for (let tries = 0; tries < 200; tries++) {
    const { body } = await house.api.call('GET', `/v1/orders/${id}`);
    if (body.status === status) return body;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`The order never became ${status}.`);
}

describe('what the POS tells', () => {
  it('reaches the order and its subscribers', async () => {
    const receiver = await openReceiver();
    await house.api.call('POST', '/v1/hooks', { body: { target_url: receiver.url, event: 'order.updated' } });
    const id = await house.order();
    const { receipt } = await house.reached(id, 'delivered', 'delivered_degraded');
    const pos_order_id = String((receipt as { pos_order_id?: string } | null)?.pos_order_id);
    house.staff('square', pos_order_id, 'start');
    expect((await call(toEvent('e1', { pos_order_id, state: 'OPEN' }))).status).toBe(200);
    await statusOf(id, 'in_preparation');
    await receiver.called(2);
    await receiver.close();
  });

  it('is believed only when it is signed', async () => {
    const id = await house.order();
    const { receipt } = await house.reached(id, 'delivered', 'delivered_degraded');
    const pos_order_id = String((receipt as { pos_order_id?: string } | null)?.pos_order_id);
    house.staff('square', pos_order_id, 'start');
    expect((await call(toEvent('e1', { pos_order_id, state: 'OPEN' }), 'guessed')).status).toBe(401);
    expect((await house.api.call('GET', `/v1/orders/${id}`)).body.status).toBe('accepted');
  });

  it('may come twice and late: nothing moves backwards', async () => {
    const id = await house.order();
    const { receipt } = await house.reached(id, 'delivered', 'delivered_degraded');
    const pos_order_id = String((receipt as { pos_order_id?: string } | null)?.pos_order_id);
    house.staff('square', pos_order_id, 'start');
    house.staff('square', pos_order_id, 'ready');
    await call(toEvent('e2', { pos_order_id, state: 'OPEN' }));
    await statusOf(id, 'ready');
    for (const event of ['e2', 'e1', 'e0'])
      await call(toEvent(event, { pos_order_id, state: 'OPEN' }, new Date(0)));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await house.api.call('GET', `/v1/orders/${id}`)).body.status).toBe('ready');
  });

  it('is kept and told when the order was born at the counter, and is sent nowhere', async () => {
    const receiver = await openReceiver();
    await house.api.call('POST', '/v1/hooks', {
      body: { target_url: receiver.url, event: 'pos_order.seen' },
    });
    const pos_order_id = house.ringUp('square');
    await call(toEvent('e1', { pos_order_id, state: 'OPEN' }));
    const [told] = await receiver.called(1);
    const { type, data } = JSON.parse(told?.body ?? '{}');
    expect([type, data.source.channel]).toEqual(['pos_order.seen', 'pos']);
    expect(data.items.length).toBeGreaterThan(0);
    expect(data.deliveries).toMatchObject([{ state: 'confirmed_by_pos' }]);
    await call(toEvent('e9', { pos_order_id, state: 'OPEN' }));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(receiver.calls).toHaveLength(1);
    expect(house.tickets('square')).toHaveLength(1);
    await receiver.close();
  });
});
