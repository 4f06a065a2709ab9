import {
  bearer,
  DECIDED,
  deliverect,
  later,
  logIn,
  NOW,
  order,
  send,
  updates,
} from '../support/deliverect-sandbox';
import { call } from './call';

beforeEach(() => deliverect.reset());

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

describe('sending an order that the POS cannot take', () => {
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
