import { createHmac } from 'node:crypto';
import { createDeliverectSimulator } from '../../src/sandbox/deliverect';
import { SECONDS_UNTIL_DECIDED } from '../../src/sandbox/deliverect/order-desk';
import type { NotifyingSimulator } from '../../src/sandbox/notification';
import { type CallOptions, call } from './call';

const NOW = new Date('2026-11-27T18:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const DECIDED = later(SECONDS_UNTIL_DECIDED);
const CHANNEL = 'POST /orderwire/order/606d8489fcd8eddf13b121a6';

let deliverect: NotifyingSimulator;
beforeEach(() => {
  deliverect = createDeliverectSimulator();
});
const fact = (name: string) => deliverect.facts[name] ?? '';
const logIn = (part: Record<string, unknown> = {}, options: CallOptions = {}) =>
  call(deliverect, 'POST /oauth/token', {
    body: {
      client_id: fact('client_id'),
      client_secret: fact('client_secret'),
      audience: 'https://api.staging.deliverect.com',
      grant_type: 'client_credentials',
      ...part,
    },
    ...options,
  });
const bearer = (options: CallOptions = {}) => {
  const { access_token } = logIn({}, options).json as { access_token: string };
  return { authorization: `Bearer ${access_token}` };
};
const order = (part: Record<string, unknown> = {}) => ({
  channelOrderId: 'ow0123456789abcdef01',
  channelOrderDisplayId: 'OW-14',
  orderType: 1,
  deliveryIsAsap: true,
  courier: 'restaurant',
  decimalDigits: 2,
  payment: { amount: 3198, type: 1 },
  items: [{ plu: 'PEPPERONI-L', name: 'Large Pepperoni', price: 1599, quantity: 2 }],
  ...part,
});
const send = (body: unknown, options: CallOptions = {}) =>
  call(deliverect, CHANNEL, { body, headers: bearer(), ...options });
const updates = (now: Date) =>
  deliverect.notifications(now).map(({ body }) => JSON.parse(body) as { status: number; reason: string });

describe('connecting', () => {
  it('gives an hour’s token for the channel', () => {
    expect(logIn().json).toEqual({
      access_token: 'deliverect-access-1',
      expires_at: NOW.getTime() / 1000 + 3600,
      expires_in: 3600,
      scope: 'genericChannel:orderwire',
      token_type: 'Bearer',
    });
    expect(logIn({ client_secret: 'wrong' }).status).toBe(401);
    expect(logIn({ audience: undefined }).status).toBe(400);
  });
  it('refuses an unknown, an expired and a limited token, each in its own words', () => {
    const headers = bearer();
    expect(send(order(), { headers: {} }).status).toBe(401);
    expect(send(order(), { headers, expiredToken: true })).toMatchObject({
      status: 401,
      json: { code: 'token_expired' },
    });
    expect(send(order(), { headers, now: later(3600) }).json).toMatchObject({ code: 'token_expired' });
    expect(send(order(), { headers, readOnly: true }).json).toMatchObject({ code: 'Authorization error' });
    expect(send(order(), { headers: bearer({ readOnly: true }) }).json).toMatchObject({
      code: 'Authorization error',
    });
    expect(deliverect.tickets(DECIDED)).toEqual([]);
  });
  it('knows one channel name, in its exact case, and one location', () => {
    const headers = bearer();
    expect(
      call(deliverect, 'POST /OrderWire/order/606d8489fcd8eddf13b121a6', { body: order(), headers }).status,
    ).toBe(401);
    expect(call(deliverect, 'POST /orderwire/order/other', { body: order(), headers }).status).toBe(404);
  });
});

describe('sending an order', () => {
  it('answers that the format is right, and shows the order to staff once the POS has it', () => {
    expect(send(order())).toMatchObject({ status: 201, json: {} });
    expect(deliverect.tickets(NOW)).toMatchObject([
      { visible: false, hidden_because: expect.stringContaining('has not taken it yet') },
    ]);
    expect(deliverect.notifications(NOW)).toEqual([]);
    expect(deliverect.tickets(DECIDED)).toMatchObject([
      {
        visible: true,
        ticket_number: 'OW-14',
        total: 3198,
        payment: 'unpaid',
        service: 'pickup',
        printed: 1,
      },
    ]);
  });
  it('reports the decision with a signature over the exact body', () => {
    send(order());
    const [notification] = deliverect.notifications(DECIDED);
    const signature = createHmac('sha256', fact('webhook_secret'))
      .update(notification?.body ?? '')
      .digest('hex');
    expect(notification?.headers['x-server-authorization-hmac-sha256']).toBe(signature);
    expect(JSON.parse(notification?.body ?? '')).toMatchObject({
      status: 20,
      channelOrderId: 'ow0123456789abcdef01',
    });
    expect(createDeliverectSimulator({ webhookUrl: 'http://x.test/' }).notifications(NOW)).toEqual([]);
  });
  it('prints everything that the guest asked for', () => {
    send(
      order({
        orderType: 2,
        deliveryIsAsap: false,
        pickupTime: '2026-11-28T00:00:00Z',
        deliveryTime: '2026-11-28T00:15:00Z',
        customer: { name: 'Ann Lee', phoneNumber: '+16175550123', note: 'ring twice' },
        deliveryAddress: {
          street: 'Oak St',
          streetNumber: '12',
          extraAddressInfo: 'Apt 4',
          postalCode: '02215',
          city: 'Boston',
          country: 'US',
        },
        note: 'ALLERGY: nuts 🥜',
        items: [
          {
            plu: 'SUPREME-L',
            name: 'supreme',
            price: 1899,
            quantity: 2,
            remark: 'NO onions',
            subItems: [{ plu: 'TOPPINGS-EXTRA-CHEESE', name: 'cheese', price: 200, quantity: 2 }],
          },
          { plu: 'OPEN-ITEM', name: 'CHECK: birthday candle', price: 0, quantity: 1 },
        ],
        deliveryCost: 300,
        tip: 500,
        discountTotal: -100,
        orderIsAlreadyPaid: true,
        payment: { amount: 5298, type: 0 },
      }),
    );
    expect(deliverect.tickets(DECIDED)).toMatchObject([
      {
        service: 'delivery',
        requested_at: '2026-11-28T00:15:00Z',
        customer: 'Ann Lee +16175550123',
        lines: [
          {
            quantity: '2',
            name: 'Supreme Pizza Large',
            options: ['Extra Cheese ×2'],
            note: 'NO onions',
            total: 4598,
          },
          { name: 'CHECK: birthday candle' },
        ],
        notes: ['ALLERGY: nuts 🥜', 'ring twice', 'Deliver to: 12 Oak St, Apt 4, 02215 Boston US'],
        charges: [{ name: 'Delivery cost', amount: 300 }],
        discounts: [{ amount: 100 }],
        tip: 500,
        total: 5298,
        payment: 'paid',
      },
    ]);
  });
  it('hides a repeated id as a duplicate without a word, until 48 hours after pickup', () => {
    send(order());
    expect(send(order()).status).toBe(201);
    expect(deliverect.tickets(later(60))).toHaveLength(1);
    expect(deliverect.notifications(later(60))).toHaveLength(1);
    const after = later(48 * 3600);
    send(order(), { now: after, headers: bearer({ now: after }) });
    expect(deliverect.tickets(after)).toHaveLength(2);
  });
  it.each([
    ['an unknown PLU', [{ plu: 'NOPE', name: 'x', price: 1, quantity: 1 }], /NOPE/],
    [
      'an unknown PLU below an item',
      [
        {
          plu: 'COKE',
          name: 'Coke',
          price: 299,
          quantity: 1,
          subItems: [{ plu: 'ICE', name: 'ice', price: 0, quantity: 1 }],
        },
      ],
      /ICE/,
    ],
    ['a sold-out item', [{ plu: 'TIRAMISU', name: 'Tiramisu', price: 750, quantity: 1 }], /snoozed/],
  ])('takes %s, and only later reports that it failed', (_, items, reason) => {
    expect(send(order({ items })).status).toBe(201);
    expect(updates(DECIDED)).toMatchObject([{ status: 120, reason: expect.stringMatching(reason) }]);
    expect(deliverect.tickets(DECIDED)).toMatchObject([
      { visible: false, hidden_because: expect.stringMatching(reason) },
    ]);
  });
  it('keeps an order with a pickup time in the past off today’s page', () => {
    send(order({ pickupTime: '2026-11-27T17:00:00Z' }));
    expect(deliverect.tickets(DECIDED)).toMatchObject([
      { visible: false, hidden_because: expect.stringContaining('pickup time') },
    ]);
  });
  it('notes a payment that differs from the order’s sum', () => {
    send(order({ payment: { amount: 3000, type: 1 } }));
    expect(deliverect.tickets(DECIDED)).toMatchObject([
      { notes: ["Payment of 30 differs from the order's sum"] },
    ]);
  });
  it('cancels an order with status 100, and that is no order of its own', () => {
    send(order());
    const cancel = { channelOrderId: 'ow0123456789abcdef01', channelOrderDisplayId: 'OW-14', status: 100 };
    expect(send(cancel).status).toBe(201);
    expect(deliverect.tickets(DECIDED)).toMatchObject([{ visible: false }]);
    expect(updates(DECIDED).at(-1)).toMatchObject({ status: 110 });
    expect(send({ ...cancel, channelOrderId: 'other' }).status).toBe(400);
    const path = CHANNEL.slice('POST '.length);
    const request = {
      method: 'POST',
      path,
      query: new URLSearchParams(),
      headers: {},
      body: JSON.stringify(cancel),
    };
    expect(deliverect.isOrderWrite(request)).toBe(false);
    expect(deliverect.isOrderWrite({ ...request, body: JSON.stringify(order()) })).toBe(true);
  });
});

describe('refusing a badly made order', () => {
  it.each([
    [
      'no id',
      { channelOrderId: undefined },
      { orderFieldsErrors: { channelOrderId: 'Missing from the payload.' } },
    ],
    ['no items', { items: undefined }, { orderFieldsErrors: { items: 'Missing from the payload.' } }],
    [
      'no payment amount',
      { payment: { type: 0 } },
      { orderPaymentErrors: { amount: 'Missing from the payload.' } },
    ],
    ['no courier', { courier: undefined }, { orderFieldsErrors: { courier: 'Missing from the payload.' } }],
    [
      'an unknown order type',
      { orderType: 6 },
      { orderFieldsErrors: { orderType: 'The value must be one of 1, 2, 3, 4, 5.' } },
    ],
    [
      'dollars',
      { items: [{ plu: 'COKE', name: 'Coke', price: 2.99, quantity: 1 }] },
      { orderFieldsErrors: { 'items[0].price': 'The value must be an integer.' } },
    ],
    [
      'a discount above zero',
      { discountTotal: 100 },
      { orderFieldsErrors: { discountTotal: 'The value must be less than or equal to 0.' } },
    ],
    [
      'a local time',
      { pickupTime: '2026-11-27T19:15:00-05:00' },
      { orderFieldsErrors: { pickupTime: 'The value is not well-formed.' } },
    ],
    [
      'a scheduled order without its time',
      { deliveryIsAsap: false },
      { orderFieldsErrors: { pickupTime: 'Missing from the payload.' } },
    ],
    [
      'a delivery without its address',
      { orderType: 2 },
      { orderFieldsErrors: { 'deliveryAddress.street': 'Missing from the payload.' } },
    ],
    ['an unknown field', { tips: 1 }, { orderFieldsErrors: { tips: 'The value is not a known field.' } }],
  ])('refuses %s at once and names the field', (_, part, errors) => {
    expect(send(order(part))).toMatchObject({ status: 400, json: errors });
    expect(deliverect.tickets(DECIDED)).toEqual([]);
  });
  it('refuses text that is not JSON', () => {
    expect(send('{"a":').status).toBe(400);
  });
  it('starts clean when reset', () => {
    send(order());
    deliverect.reset();
    expect(deliverect.tickets(DECIDED)).toEqual([]);
  });
});
