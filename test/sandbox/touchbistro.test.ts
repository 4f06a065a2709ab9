import { createHmac } from 'node:crypto';
import type { Simulator } from '../../src/sandbox/simulator';
import { createTouchBistroSimulator } from '../../src/sandbox/touchbistro';
import { type Answer, type CallOptions, call } from './call';

const NOW = new Date('2026-11-27T18:00:00Z');
let partner: Simulator;
beforeEach(() => {
  partner = createTouchBistroSimulator();
});
const fact = (name: string) => partner.facts[name] ?? '';
const api = (target: `${string} ${string}`, options: CallOptions = {}) =>
  call(partner, target, {
    headers: { 'x-api-key': fact('api_key'), 'content-type': 'application/json' },
    ...options,
  });
const order = (part: Record<string, unknown> = {}) => ({
  order_ref: 'ow0123456789abcdef01',
  type: 'pickup',
  customer: { name: 'Ann Lee', phone: '+16175550123' },
  items: [{ name: 'Large Pepperoni', qty: 2, price: 1599 }],
  paid: false,
  ...part,
});
const message = (answer: Answer) => (answer.json as { error: { message: string } }).error.message;

describe('the partner endpoint', () => {
  it('says plainly that nobody has verified it, and whether the key may create orders', () => {
    expect(api('GET /ping').json).toEqual({
      ok: true,
      partner: 'unverified partner endpoint',
      can_create_orders: true,
    });
    expect(api('GET /ping', { readOnly: true }).json).toMatchObject({ can_create_orders: false });
    expect(api('GET /ping', { headers: { 'x-api-key': 'wrong' } }).status).toBe(401);
    expect(api('GET /ping', { expiredToken: true }).status).toBe(401);
  });
  it('shows the kitchen everything in the order at once', () => {
    const reply = api('POST /orders', {
      body: order({
        type: 'delivery',
        requested_time: '2026-11-27T19:15:00-05:00',
        delivery_address: '12 Oak St Apt 4, Boston, MA 02215',
        note: 'ALLERGY: nuts 🥜',
        items: [
          {
            plu: 'SUPREME-L',
            name: 'Supreme Pizza Large',
            qty: 2,
            price: 1899,
            modifiers: [{ name: 'Extra Cheese', price: 200, qty: 2 }, { name: 'NO Onions' }],
            note: 'well done',
          },
        ],
        subtotal: 4598,
        delivery_fee: 300,
        tip: 500,
        discount: 100,
        total: 5298,
        paid: true,
      }),
    });
    expect(reply).toMatchObject({ status: 201, json: { id: 'tbp_1001', number: '1', status: 'received' } });
    expect(partner.tickets(NOW)).toMatchObject([
      {
        visible: true,
        service: 'delivery',
        requested_at: '2026-11-27T19:15:00-05:00',
        customer: 'Ann Lee +16175550123',
        lines: [{ quantity: '2', options: ['Extra Cheese ×2', 'NO Onions'], note: 'well done', total: 4598 }],
        notes: ['ALLERGY: nuts 🥜', 'Deliver to: 12 Oak St Apt 4, Boston, MA 02215'],
        charges: [{ amount: 300 }],
        discounts: [{ amount: 100 }],
        tip: 500,
        total: 5298,
        payment: 'paid',
      },
    ]);
  });
  it('makes one ticket when the same reference comes twice, and says which', () => {
    api('POST /orders', { body: order() });
    expect(api('POST /orders', { body: order() })).toMatchObject({
      status: 409,
      json: { id: 'tbp_1001', number: '1', error: { code: 'duplicate_order_ref' } },
    });
    expect(partner.tickets(NOW)).toHaveLength(1);
  });
  it('finds an order by its reference', () => {
    api('POST /orders', { body: order() });
    expect(api('GET /orders?ref=ow0123456789abcdef01').json).toMatchObject({ orders: [{ id: 'tbp_1001' }] });
    expect(api('GET /orders?ref=other').json).toEqual({ orders: [] });
    expect(api('GET /orders').status).toBe(400);
  });
  it('refuses to write for a key that may only read', () => {
    expect(api('POST /orders', { body: order(), readOnly: true }).status).toBe(403);
    expect(partner.tickets(NOW)).toEqual([]);
  });
  it.each([
    ['no reference', { order_ref: '' }, 'order_ref must have 1 to 64 characters'],
    ['an unknown type', { type: 'takeout' }, 'type must be one of'],
    ['no items', { items: [] }, 'items must have 1 or more entries'],
    ['a quantity as text', { items: [{ name: 'Coke', qty: '2' }] }, 'items[0].qty must be an integer'],
    [
      'a price in dollars',
      { items: [{ name: 'Coke', qty: 1, price: 2.99 }] },
      'items[0].price must be an integer',
    ],
    ['an unknown field', { tips: 5 }, 'tips is not a known field'],
    ['no word on payment', { paid: undefined }, 'paid is required'],
    ['a delivery to nowhere', { type: 'delivery' }, 'delivery_address is required'],
    ['a time without its offset', { requested_time: '2026-11-27T19:15' }, 'requested_time must be a date'],
    ['a wrong total', { total: 1 }, 'total is 1 but the order comes to 3198'],
    ['a wrong subtotal', { subtotal: 1 }, 'subtotal is 1 but the items come to 3198'],
  ])('refuses %s and names the field', (_, part, text) => {
    const reply = api('POST /orders', { body: order(part) });
    expect(reply.status).toBe(400);
    expect(message(reply)).toContain(text);
  });
  it('refuses text that is not JSON, and JSON that does not say so', () => {
    expect(api('POST /orders', { body: '{"a":' })).toMatchObject({
      status: 400,
      json: { error: { code: 'invalid_json' } },
    });
    expect(api('POST /orders', { body: order(), headers: { 'x-api-key': fact('api_key') } }).status).toBe(
      415,
    );
  });
});

describe('the signed webhook', () => {
  const event = {
    type: 'order.created',
    timestamp: NOW.toISOString(),
    data: {
      id: 'ord_1',
      external_ref: 'CA0123',
      service: { type: 'delivery' },
      customer: { name: 'Ann Lee', phone: '+16175550123', email: null },
      delivery: { text: '12 Oak St' },
      allergy_note: 'nuts',
      notes: 'ring twice',
      currency: 'USD',
      items: [
        {
          name: 'large pepperoni',
          quantity: '2',
          unit_price: 1599,
          options: [{ name: 'onions', action: 'remove', portion: 'whole', quantity: 1, unit_price: 0 }],
        },
      ],
      charges: [{ type: 'delivery', name: 'Delivery fee', amount: 300 }],
      payment: { state: 'unpaid' },
    },
  };
  const post = (body: unknown, { id = 'msg_1', at = NOW, secret = fact('webhook_secret') } = {}) => {
    const text = JSON.stringify(body);
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${text}`).digest('base64');
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    };
    return call(partner, 'POST /webhook', { body: text, headers });
  };
  it('takes a forwarded order once, whatever is repeated', () => {
    expect(post(event).json).toEqual({ id: 'tbp_1001' });
    expect(post(event).json).toEqual({ id: 'tbp_1001' });
    expect(post(event, { id: 'msg_2' }).json).toEqual({ id: 'tbp_1001' });
    expect(partner.tickets(NOW)).toMatchObject([
      {
        reference: 'CA0123',
        service: 'delivery',
        lines: [{ name: 'large pepperoni', options: ['NO onions'], total: 3198 }],
        notes: ['NUTS / ring twice', 'Deliver to: 12 Oak St'],
        total: 3498,
      },
    ]);
  });
  it('refuses a wrong secret, an old message and a missing signature', () => {
    expect(post(event, { secret: 'whsec_d3Jvbmc=' }).status).toBe(401);
    expect(post(event, { at: new Date(NOW.getTime() - 301_000) }).status).toBe(401);
    expect(call(partner, 'POST /webhook', { body: event }).status).toBe(401);
    expect(partner.tickets(NOW)).toEqual([]);
  });
  it('makes no ticket for other events, and refuses an order without items', () => {
    expect(post({ ...event, type: 'order.updated' }).json).toEqual({ id: null });
    expect(post({ ...event, data: { id: 'ord_2', items: [] } }, { id: 'msg_3' }).status).toBe(400);
    expect(partner.tickets(NOW)).toEqual([]);
  });
});
