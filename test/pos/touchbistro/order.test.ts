import type { PosOrder } from '../../../src/pos/pos-order';
import { touchbistro } from '../../../src/pos/touchbistro';
import type { PreviewContext } from '../../../src/pos/vendor';
import { sample } from '../../support/vendor-doors';

const AT: PreviewContext = {
  credentials: { access_token: 'partner-secret-key', webhook_secret: `whsec_${btoa('x'.repeat(24))}` },
  settings: {},
  posLocation: 'L1',
  environment: 'production',
  baseUrl: 'https://pos.example.com',
  now: '2030-11-29T22:00:00Z',
};
type Json = Record<string, unknown>;
const preview = (
  order: PosOrder,
  settings: Record<string, string> = {},
  part: Partial<PreviewContext> = {},
) => touchbistro.preview(order, { ...AT, ...part, settings });
const request = (...given: Parameters<typeof preview>) => {
  const [only] = preview(...given).requests;
  if (!only) throw new Error('there is no request');
  return only;
};
const body = (...given: Parameters<typeof preview>) => request(...given).body as Json;
const line = (part: Json = {}) => ({ name: 'coke', quantity: '1', unit_price: 299, ...part });
const order = (part: Json = {}) =>
  sample({
    charges: [],
    delivery: null,
    service: { type: 'pickup' },
    items: [line()],
    quoted_total: null,
    ...part,
  });

describe("the partner's endpoint", () => {
  it('gets exactly this for the sample order', () => {
    expect(request(sample())).toEqual({
      step: 'submit',
      method: 'POST',
      url: 'https://pos.example.com/orders',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'idempotency-key': expect.stringMatching(/^ow[0-9a-f]{18}$/),
        'x-api-key': '…-key',
      },
      body: {
        order_ref: expect.stringMatching(/^ow[0-9a-f]{18}$/),
        type: 'delivery',
        requested_time: '2030-11-29T19:15:00-05:00',
        customer: { name: 'Ann Lee', phone: '+16175550123', email: 'ann_lee@example.com' },
        items: [
          {
            name: 'large pepperoni pizza',
            qty: 2,
            price: 1599,
            modifiers: [
              { name: 'extra cheese', price: 200, qty: 1 },
              { name: 'LEFT HALF: mushrooms', price: 150, qty: 1 },
            ],
          },
          {
            name: 'cheeseburger',
            qty: 1,
            price: 1095,
            modifiers: [{ name: 'NO onions', qty: 1 }],
            note: 'well done',
          },
          { name: 'coke zero', qty: 3, price: 299 },
        ],
        note: expect.stringContaining('Please send napkins'),
        delivery_address: '12 Oak Street Apt 4, Boston, MA 02215',
        currency: 'USD',
        subtotal: 5890,
        delivery_fee: 300,
        tip: 0,
        discount: 0,
        total: 6190,
        paid: false,
      },
    });
  });
  it('gets one flat object where that is asked for', () => {
    const flat = body(sample(), { field_map: 'flat', money_unit: 'text' });
    expect(Object.values(flat).every((value) => typeof value !== 'object')).toBe(true);
    expect(flat).toMatchObject({
      order_type: 'delivery',
      customer_name: 'Ann Lee',
      items: expect.stringContaining('1 × cheeseburger (no onions, well done)'),
      total: '61.90',
    });
  });
  it('gets what a field map of its own says: facts as they are, text around them, lists, plain values', () => {
    const field_map = JSON.stringify({
      v: 2,
      id: '{reference}',
      title: 'Phone order for {guest_name} ({service})',
      table: '{table}',
      lines: ['{items}', { what: '{name}', n: '{quantity}', each: '{price}', with: ['{options}', '{name}'] }],
      tags: ['phone', '{currency}'],
    });
    expect(body(sample(), { field_map, money_unit: 'major' })).toEqual({
      v: 2,
      id: expect.stringMatching(/^ow/),
      title: 'Phone order for Ann Lee (delivery)',
      lines: [
        { what: 'large pepperoni pizza', n: 2, each: 15.99, with: ['extra cheese', 'LEFT HALF: mushrooms'] },
        { what: 'cheeseburger', n: 1, each: 10.95, with: ['NO onions'] },
        { what: 'coke zero', n: 3, each: 2.99 },
      ],
      tags: ['phone', 'USD'],
    });
  });
  it.each([
    ['no JSON', { field_map: '{' }, 'Field Map is no JSON object'],
    ['an unknown fact', { field_map: '{"a":"{nope}"}' }, 'names {nope}'],
    ['an unknown authentication', { auth_type: 'magic' }, 'header, bearer, basic, none'],
    ['a mode that is none', { mode: 'fax' }, 'partner, deliverect, webhook, email'],
  ])('refuses %s in words', (_, settings, text) => {
    expect(() => preview(sample(), settings)).toThrow(text);
  });
  it('says that TouchBistro publishes no API where no address is given', () => {
    expect(() => preview(sample(), {}, { baseUrl: undefined })).toThrow('TouchBistro publishes no API');
  });
  it.each([
    ['https://pos.example.com/orders', {}, 'https://pos.example.com/orders'],
    ['https://pos.example.com/api', { create_path: '/v2/tickets' }, 'https://pos.example.com/api/v2/tickets'],
    ['https://pos.example.com/hook', { create_path: '/' }, 'https://pos.example.com/hook'],
  ])('sends to %s with %j at %s', (baseUrl, settings, url) => {
    expect(request(order(), settings as Record<string, string>, { baseUrl }).url).toBe(url);
  });
  it.each([
    [{ auth_header: 'X-Partner' }, { 'x-partner': '…-key' }],
    [{ auth_type: 'bearer' }, { authorization: 'Bearer …-key' }],
    [{ auth_type: 'none', idempotency_header: 'X-Once' }, { 'x-once': expect.stringMatching(/^ow/) }],
  ])('takes %j', (settings, headers) => {
    expect(request(order(), settings as Record<string, string>).headers).toMatchObject(headers);
  });
  it.each([
    [
      'half a portion',
      [line({ quantity: '0.5', unit_price: 1001 })],
      { name: '0.5 × coke', qty: 1, price: 501 },
    ],
    ['an unknown price', [line({ unit_price: null })], { name: 'coke', qty: 1 }],
    ['the menu id', [line({ menu_item_id: 'COKE' })], { plu: 'COKE', name: 'coke', qty: 1, price: 299 }],
    ['the dearest dish', [line({ unit_price: 99_999_999 })], { name: 'coke', qty: 1, price: 99_999_999 }],
    [
      'emoji and the longest name',
      [line({ name: '🍕'.repeat(100) })],
      { name: '🍕'.repeat(100), qty: 1, price: 299 },
    ],
  ])('writes %s', (_, items, expected) => {
    expect(body(order({ items })).items).toEqual([expected]);
  });
  it('sends charges that are no delivery fee as lines, with name and amount', () => {
    const charges = [{ type: 'bag', name: 'Bag', amount: 10 }];
    expect(body(order({ charges }))).toMatchObject({
      items: [{ name: 'coke' }, { name: 'Bag', price: 10 }],
      total: 309,
    });
  });
});

describe('Deliverect', () => {
  const settings = { mode: 'deliverect', channel_name: 'orderwire', open_item_plu: 'OPEN' };
  const send = (given: PosOrder, more: Record<string, string> = {}) =>
    body(given, { ...settings, ...more }, { baseUrl: undefined });

  it('gets exactly this for the sample order', () => {
    expect(request(sample(), settings, { baseUrl: undefined })).toEqual({
      step: 'submit',
      method: 'POST',
      url: 'https://api.deliverect.com/orderwire/order/L1',
      headers: { accept: 'application/json', 'content-type': 'application/json', authorization: 'Bearer …' },
      body: {
        channelOrderId: expect.stringMatching(/^ow[0-9a-f]{18}$/),
        channelOrderDisplayId: expect.stringMatching(/^[0-9A-F]{6}$/),
        orderType: 2,
        deliveryIsAsap: false,
        pickupTime: '2030-11-30T00:15:00Z',
        deliveryTime: '2030-11-30T00:15:00Z',
        courier: 'restaurant',
        decimalDigits: 2,
        payment: { amount: 6190, type: 1 },
        orderIsAlreadyPaid: false,
        items: [
          {
            plu: 'OPEN',
            name: 'large pepperoni pizza',
            price: 1949,
            quantity: 2,
            remark: 'extra cheese; LEFT HALF: mushrooms',
          },
          { plu: 'OPEN', name: 'cheeseburger', price: 1095, quantity: 1, remark: 'NO onions; well done' },
          { plu: 'OPEN', name: 'coke zero', price: 299, quantity: 3 },
        ],
        note: expect.stringContaining('Please send napkins'),
        deliveryCost: 300,
        serviceCharge: 0,
        bagFee: 0,
        tip: 0,
        discountTotal: 0,
        customer: { name: 'Ann Lee', phoneNumber: '+16175550123', email: 'ann_lee@example.com' },
        deliveryAddress: {
          street: 'Oak Street',
          streetNumber: '12',
          postalCode: '02215',
          city: 'Boston',
          country: 'US',
          extraAddressInfo: 'Apt 4, Ring twice',
        },
      },
    });
  });
  it('takes PLUs of the menu, the options they have, and words for the rest', () => {
    const options = [
      { name: 'onions', action: 'add', unit_price: 150, option_id: 'ONION', quantity: 2 },
      { name: 'cheese', action: 'extra', unit_price: 200, option_id: 'CHEESE' },
      { name: 'olives', action: 'remove', option_id: 'OLIVE' },
      { name: 'sauce', action: 'add', unit_price: 50 },
    ];
    const sent = send(order({ items: [line({ menu_item_id: 'COKE', options })] }));
    expect(sent.items).toEqual([
      {
        plu: 'COKE',
        name: 'coke',
        price: 349,
        quantity: 1,
        remark: 'NO olives; sauce; EXTRA cheese',
        subItems: [
          { plu: 'ONION', name: 'onions', price: 150, quantity: 2 },
          { plu: 'CHEESE', name: 'cheese', price: 200, quantity: 1 },
        ],
      },
    ]);
    expect(sent.payment).toEqual({ amount: 849, type: 1 });
  });
  it('counts tip, charges and discounts into what is paid, as its own example does', () => {
    const sent = send(
      order({
        tip: 200,
        charges: [
          { type: 'service', name: 'Service', amount: 40 },
          { type: 'bag', name: 'Bag', amount: 10 },
        ],
        discounts: [{ name: 'Loyalty', amount: 100 }],
        payment: { state: 'paid', method: 'card' },
      }),
    );
    expect(sent).toMatchObject({
      orderIsAlreadyPaid: true,
      payment: { amount: 449, type: 0 },
      tip: 200,
      serviceCharge: 40,
      bagFee: 10,
      discountTotal: -100,
      discounts: [
        {
          type: 'order_flat_off',
          provider: 'restaurant',
          name: 'Loyalty',
          referenceId: 1,
          value: 100,
          amount: 100,
        },
      ],
    });
  });
  it.each([
    ['JPY', 500, 2, 50_000],
    ['KWD', 1005, 3, 1005],
    ['USD', 1, 2, 1],
  ])('writes %s %i with %i decimals as %i', (currency, unit_price, decimalDigits, price) => {
    expect(send(order({ currency, items: [line({ unit_price })] }))).toMatchObject({
      decimalDigits,
      items: [{ price }],
    });
  });
  it.each([
    [
      '12 Oak St Apt 4, Boston, MA 02215',
      { street: 'Oak St Apt 4', streetNumber: '12', city: 'Boston', postalCode: '02215' },
    ],
    [
      'Rose Cottage, Boston, MA 02215, USA',
      { street: 'Rose Cottage', streetNumber: '-', city: 'Boston', postalCode: '02215' },
    ],
  ])('reads the address "%s"', (text, address) => {
    expect(send(order({ service: { type: 'delivery' }, delivery: { text } })).deliveryAddress).toMatchObject(
      address,
    );
  });
  it('asks for an address it can use, and for a PLU', () => {
    expect(() => send(order({ service: { type: 'delivery' }, delivery: { text: 'the red house' } }))).toThrow(
      'street, city and postal code',
    );
    expect(() => send(order(), { open_item_plu: '' })).toThrow('set Open Item PLU');
    expect(() => send(order(), { channel_name: '' })).toThrow('Channel Name');
  });
  it.each([
    ['pickup', 1],
    ['dine_in', 3],
    ['curbside', 4],
  ])('calls %s %i', (type, orderType) => {
    expect(send(order({ service: { type, table: '7', party_size: 3 } }))).toMatchObject({
      orderType,
      table: '7',
      numberOfCustomers: 3,
    });
  });
});

describe('the signed webhook', () => {
  const settings = { mode: 'webhook', webhook_url: 'https://relay.example.com/orders' };
  it('carries the whole order, and shows no signature in a preview', () => {
    const shown = request(sample({ allergy_note: 'nuts 🥜' }), settings);
    expect(shown).toMatchObject({
      url: 'https://relay.example.com/orders',
      headers: {
        'webhook-id': expect.stringMatching(/^msg_ow[0-9a-f]{18}$/),
        'webhook-timestamp': '1922220000',
        'webhook-signature': 'v1,…',
      },
      body: {
        type: 'order.created',
        timestamp: AT.now,
        data: {
          ...sample({ allergy_note: 'nuts 🥜' }),
          reference: expect.stringMatching(/^ow/),
          phone_e164: '+16175550123',
          allergy_text: 'ALLERGY: NUTS 🥜',
          ticket_text: expect.stringContaining('DELIVERY'),
        },
      },
    });
  });
  it.each([undefined, '', 'whsec_', `whsec_${btoa('short')}`])(
    'sends nothing unsigned: secret %s',
    (webhook_secret) => {
      expect(() => preview(sample(), settings, { credentials: { webhook_secret } })).toThrow(
        'Nothing unsigned is sent',
      );
    },
  );
});
