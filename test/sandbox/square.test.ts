import { openSquare, PHONE_ORDER, PICKUP, usd } from '../support/square-sandbox';

const TOTAL = 4748;
const line = (fields: Record<string, unknown> = {}) => ({
  quantity: '1',
  name: 'Cake',
  base_price_money: usd(1000),
  ...fields,
});
const pickup = (details: Record<string, unknown>) => ({
  fulfillments: [{ type: 'PICKUP', pickup_details: { ...PICKUP.pickup_details, ...details } }],
});

describe('what the kitchen sees', () => {
  it('an unpaid order stays in the not-shown drawer, and says how to get it out', () => {
    const square = openSquare();
    square.order();
    expect(square.ticket()).toMatchObject({ visible: false, printed: 0, payment: 'unpaid' });
    expect(square.ticket().hidden_because).toMatch(/unpaid; record a payment/);
  });

  it('a paid pickup order is on the screen, printed once, with every modifier and note', () => {
    const square = openSquare();
    const { id } = square.order().body.order;
    expect(square.pay(id, TOTAL).status).toBe(200);
    expect(square.ticket()).toEqual({
      vendor: 'square',
      id,
      ticket_number: '1001',
      reference: 'ow0123456789abcdef01',
      visible: true,
      hidden_because: null,
      voided: false,
      title: 'Ann Lee',
      service: 'pickup',
      requested_at: '2026-11-27T19:15:00-05:00',
      customer: 'Ann Lee',
      lines: [
        {
          quantity: '2',
          name: 'Pepperoni Pizza (Large)',
          options: ['Extra Cheese ×2', 'NO onions'],
          note: 'well done',
          total: 3998,
        },
        { quantity: '1', name: 'Birthday cake', options: [], note: null, total: 950 },
      ],
      notes: ['ring twice'],
      charges: [{ name: 'Delivery fee', amount: 300 }],
      discounts: [{ name: 'Loyalty', amount: 500 }],
      tip: 0,
      total: TOTAL,
      currency: 'USD',
      payment: 'paid',
      printed: 1,
      created_at: '2026-11-27T18:31:07.000Z',
    });
  });

  it('a paid order without a fulfilment is not shown', () => {
    const square = openSquare();
    const { id } = square.order({ fulfillments: [] }).body.order;
    square.pay(id, TOTAL);
    expect(square.ticket()).toMatchObject({ visible: false, printed: 0, payment: 'paid' });
    expect(square.ticket().hidden_because).toMatch(/no fulfillment; create it with a PICKUP/);
  });

  it('a paid DELIVERY order is not shown, because that needs a partnership', () => {
    const square = openSquare();
    const delivery_details = {
      schedule_type: 'ASAP',
      prep_time_duration: 'PT45M',
      recipient: { ...PICKUP.pickup_details.recipient, address: { address_line_1: '12 Oak St' } },
    };
    const { id } = square.order({ fulfillments: [{ type: 'DELIVERY', delivery_details }] }).body.order;
    square.pay(id, TOTAL);
    expect(square.ticket()).toMatchObject({ visible: false, service: 'delivery', printed: 0 });
    expect(square.ticket().hidden_because).toMatch(/partners; send a PICKUP/);
  });

  it('an order as soon as possible has no time, a curbside one says so, and a modifier of 0 prints as NO', () => {
    const square = openSquare();
    const line_items = [
      {
        quantity: '1',
        catalog_object_id: 'SQVARCHEESEBURGERREGULAR',
        modifiers: [{ catalog_object_id: 'SQMODBURGEREXTRASONIONS', quantity: '0' }],
      },
    ];
    square.order({
      line_items,
      ...pickup({
        schedule_type: 'ASAP',
        pickup_at: undefined,
        prep_time_duration: 'PT20M',
        is_curbside_pickup: true,
      }),
    });
    expect(square.ticket()).toMatchObject({ requested_at: null, service: 'curbside' });
    expect(square.ticket().lines).toEqual([
      { quantity: '1', name: 'Cheeseburger', options: ['NO Onions'], note: null, total: 1095 },
    ]);
  });

  it('starts clean after a reset', () => {
    const square = openSquare();
    square.order();
    square.target.reset();
    expect(square.tickets()).toEqual([]);
  });
});

describe('who may call', () => {
  const codes = (status: number, category: string, code: string) => ({
    status,
    body: { errors: [{ category, code }] },
  });

  it('a missing, wrong or expired token is told apart from one that may only read', () => {
    const square = openSquare();
    const unauthorized = codes(401, 'AUTHENTICATION_ERROR', 'UNAUTHORIZED');
    for (const authorization of [undefined, 'Bearer wrong', 'sandbox-square-token'])
      expect(square.call('/v2/locations', undefined, { headers: { authorization } })).toMatchObject(
        unauthorized,
      );
    square.target.arm({ fault: 'expired_token', times: 1, seconds: 0 });
    expect(square.call('/v2/locations')).toMatchObject(
      codes(401, 'AUTHENTICATION_ERROR', 'ACCESS_TOKEN_EXPIRED'),
    );
    square.target.arm({ fault: 'read_only', times: 4, seconds: 0 });
    expect(square.call('/v2/locations').status).toBe(200);
    expect(square.order()).toMatchObject(codes(403, 'AUTHENTICATION_ERROR', 'INSUFFICIENT_SCOPES'));
    expect(square.pay('x', 1)).toMatchObject(codes(403, 'AUTHENTICATION_ERROR', 'INSUFFICIENT_SCOPES'));
    expect(square.call('/oauth2/token/status', {}).body.scopes).not.toContain('ORDERS_WRITE');
    expect(square.call('/oauth2/token/status', {}).body.scopes).toContain('ORDERS_WRITE');
    expect(square.tickets()).toEqual([]);
  });

  it('a refresh token buys the access token again, a wrong secret does not', () => {
    const square = openSquare();
    const { client_id, client_secret, refresh_token, access_token } = square.target.simulator.facts;
    const request = { grant_type: 'refresh_token', client_id, client_secret, refresh_token };
    const headers = { authorization: undefined };
    expect(square.call('/oauth2/token', request, { headers }).body).toMatchObject({
      access_token,
      refresh_token,
    });
    expect(square.call('/oauth2/token', { ...request, client_secret: 'no' }, { headers }).status).toBe(401);
  });

  it('a malformed version, an unknown path, a wrong method and a body that is no JSON are refused in words', () => {
    const { call } = openSquare();
    expect(call('/v2/locations', undefined, { headers: { 'square-version': '2026-9-1' } })).toMatchObject(
      codes(400, 'INVALID_REQUEST_ERROR', 'INVALID_SQUARE_VERSION_FORMAT'),
    );
    expect(call('/v2/nothing')).toMatchObject(codes(404, 'INVALID_REQUEST_ERROR', 'NOT_FOUND'));
    expect(call('/v2/orders/1', undefined, { method: 'DELETE' }).status).toBe(405);
    expect(call('/v2/orders', undefined, { text: '{"order":' })).toMatchObject(
      codes(400, 'INVALID_REQUEST_ERROR', 'EXPECTED_JSON_BODY'),
    );
    expect(call('/v2/orders', {}, { headers: { 'content-type': undefined } })).toMatchObject(
      codes(400, 'INVALID_REQUEST_ERROR', 'INVALID_CONTENT_TYPE'),
    );
  });
});

describe('placing an order once', () => {
  it('the same key with the same body is the same order, even after its pickup time has passed', () => {
    const square = openSquare();
    const first = square.order({}, 'key-1');
    square.clock.now = new Date('2026-11-28T12:00:00Z');
    expect(square.order({}, 'key-1')).toEqual(first);
    expect(square.tickets()).toHaveLength(1);
  });

  it('the same key with another body is refused and makes no second ticket', () => {
    const square = openSquare();
    square.order({}, 'key-1');
    const again = square.order({ ticket_name: 'Bob' }, 'key-1');
    expect(again).toMatchObject({ status: 400, body: { errors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] } });
    expect(square.tickets()).toHaveLength(1);
  });

  it('a refused request leaves its key free for the corrected one', () => {
    const square = openSquare();
    expect(square.order({ line_items: [line({ quantity: 'two' })] }, 'key-1').status).toBe(400);
    expect(square.order({}, 'key-1').status).toBe(200);
  });

  it('a lost reply and the same request again leave one ticket', () => {
    const square = openSquare();
    square.target.arm({ fault: 'lose_reply', times: 1, seconds: 0 });
    const request = { idempotency_key: 'key-1', order: PHONE_ORDER };
    expect(square.send('/v2/orders', request)).toBeUndefined();
    expect(square.call('/v2/orders', request).status).toBe(200);
    expect(square.tickets()).toHaveLength(1);
  });

  it('two orders without a key are two tickets', () => {
    const square = openSquare();
    square.order();
    square.order();
    expect(square.tickets().map(({ ticket_number }) => ticket_number)).toEqual(['1001', '1002']);
  });
});

describe('what Square refuses in an order', () => {
  const long = (length: number) => 'x'.repeat(length);
  const modifiers = (...entries: Record<string, unknown>[]) => ({
    line_items: [{ quantity: '1', catalog_object_id: 'SQVARCOKEREGULAR', modifiers: entries }],
  });
  it.each([
    ['a field that no page lists', { guest: 'Ann' }, 'UNKNOWN_BODY_PARAMETER', 'order.guest'],
    ['a total of the caller', { total_money: usd(1) }, 'UNKNOWN_BODY_PARAMETER', 'order.total_money'],
    ['no location', { location_id: null }, 'MISSING_REQUIRED_PARAMETER', 'order.location_id'],
    ['another location', { location_id: 'L2' }, 'INVALID_LOCATION', 'order.location_id'],
    ['a closed location', { location_id: 'LSANDBOX2' }, 'INVALID_LOCATION', 'order.location_id'],
    ['a reference of 41', { reference_id: long(41) }, 'VALUE_TOO_LONG', 'order.reference_id'],
    ['a ticket name of 31', { ticket_name: long(31) }, 'VALUE_TOO_LONG', 'order.ticket_name'],
    [
      'a number as quantity',
      { line_items: [line({ quantity: 2 })] },
      'EXPECTED_STRING',
      'order.line_items[0].quantity',
    ],
    [
      'words as quantity',
      { line_items: [line({ quantity: 'two' })] },
      'INVALID_VALUE',
      'order.line_items[0].quantity',
    ],
    [
      'half a cake',
      { line_items: [line({ quantity: '0.5' })] },
      'INVALID_VALUE',
      'order.line_items[0].quantity',
    ],
    [
      'no quantity',
      { line_items: [{ name: 'Cake' }] },
      'MISSING_REQUIRED_PARAMETER',
      'order.line_items[0].quantity',
    ],
    [
      'a price as text',
      { line_items: [line({ base_price_money: { amount: '10', currency: 'USD' } })] },
      'EXPECTED_INTEGER',
      'order.line_items[0].base_price_money.amount',
    ],
    [
      'euros in a dollar shop',
      { line_items: [line({ base_price_money: { amount: 10, currency: 'EUR' } })] },
      'CURRENCY_MISMATCH',
      'order.line_items[0].base_price_money.currency',
    ],
    [
      'an own line without a price',
      { line_items: [line({ base_price_money: null })] },
      'MISSING_REQUIRED_PARAMETER',
      'order.line_items[0].base_price_money',
    ],
    [
      'an own modifier without a price',
      modifiers({ name: 'No ice' }),
      'MISSING_REQUIRED_PARAMETER',
      'order.line_items[0].modifiers[0].base_price_money',
    ],
    [
      'a topping on a Coke',
      modifiers({ catalog_object_id: 'SQMODTOPPINGSONIONS' }),
      'INVALID_VALUE',
      'order.line_items[0].modifiers[0].catalog_object_id',
    ],
    ['a modifier that is not there', modifiers({ catalog_object_id: 'M' }), 'NOT_FOUND', undefined],
    [
      'an item instead of a variation',
      { line_items: [{ quantity: '1', catalog_object_id: 'SQITEMCOKE' }] },
      'NOT_FOUND',
      undefined,
    ],
    ['two fulfilments', { fulfillments: [PICKUP, PICKUP] }, 'BAD_REQUEST', 'order.fulfillments'],
    [
      'a kind of fulfilment that is not there',
      { fulfillments: [{ type: 'DRONE' }] },
      'INVALID_ENUM_VALUE',
      'order.fulfillments[0].type',
    ],
    [
      'a pickup in the past',
      pickup({ pickup_at: '2026-11-27T13:00:00-05:00' }),
      'INVALID_TIME',
      'order.fulfillments[0].pickup_details.pickup_at',
    ],
    [
      'a pickup without a zone',
      pickup({ pickup_at: '2026-11-27T19:15:00' }),
      'INVALID_TIME',
      'order.fulfillments[0].pickup_details.pickup_at',
    ],
    [
      'a pickup without a time',
      pickup({ pickup_at: null }),
      'MISSING_REQUIRED_PARAMETER',
      'order.fulfillments[0].pickup_details.pickup_at',
    ],
    [
      'a guest without a name',
      pickup({ recipient: {} }),
      'MISSING_REQUIRED_PARAMETER',
      'order.fulfillments[0].pickup_details.recipient.display_name',
    ],
    [
      'a pickup note of 501',
      pickup({ note: long(501) }),
      'VALUE_TOO_LONG',
      'order.fulfillments[0].pickup_details.note',
    ],
    [
      'a service charge without a phase',
      { service_charges: [{ name: 'Fee', amount_money: usd(300) }] },
      'MISSING_REQUIRED_PARAMETER',
      'order.service_charges[0].calculation_phase',
    ],
    [
      'a discount both fixed and in per cent',
      { discounts: [{ name: 'Sale', amount_money: usd(1), percentage: '5' }] },
      'BAD_REQUEST',
      'order.discounts[0]',
    ],
    [
      'a rate that is no number',
      { discounts: [{ name: 'Sale', percentage: 'ten' }] },
      'INVALID_VALUE',
      'order.discounts[0].percentage',
    ],
    ['an order that is born done', { state: 'COMPLETED' }, 'INVALID_VALUE', 'order.state'],
    [
      'a metadata key of 61',
      { metadata: { [long(61)]: 'x' } },
      'MAP_KEY_LENGTH_TOO_LONG',
      `order.metadata.${long(61)}`,
    ],
  ])('%s', (_what, fields, code, field) => {
    const square = openSquare();
    const answer = square.order(fields);
    expect(answer.body.errors).toEqual([
      expect.objectContaining({ category: 'INVALID_REQUEST_ERROR', code }),
    ]);
    expect(answer.body.errors[0]?.field).toBe(field);
    expect(answer.status).toBe(code === 'NOT_FOUND' ? 404 : 400);
    expect(square.tickets()).toEqual([]);
  });

  it('counts an emoji as one character', () => {
    expect(openSquare().order({ ticket_name: '🍕'.repeat(30) }).status).toBe(200);
  });
});

describe("Square's own totals", () => {
  const totals = (fields: Record<string, unknown>) =>
    openSquare().call('/v2/orders/calculate', { order: { location_id: 'LSANDBOX1', ...fields } }).body.order;

  it('discounts in per cent compound, fixed ones come after, and taxes last, to the cent of the published example', () => {
    const order = totals({
      line_items: [
        line({ base_price_money: usd(1599) }),
        line({
          quantity: '2',
          base_price_money: usd(2200),
          modifiers: [{ name: 'Well', base_price_money: usd(50) }],
          applied_discounts: [{ discount_uid: 'one' }],
        }),
      ],
      discounts: [
        { uid: 'half', name: 'Member', percentage: '0.5', scope: 'ORDER' },
        { uid: 'one', name: 'Dollar', amount_money: usd(100), scope: 'LINE_ITEM' },
        { uid: 'five', name: 'Sale', percentage: '5', scope: 'ORDER' },
      ],
      taxes: [{ uid: 'tax', name: 'Tax', percentage: '9', scope: 'ORDER' }],
    });
    expect(order).toMatchObject({
      line_items: [
        { total_discount_money: usd(87), total_tax_money: usd(136), total_money: usd(1648) },
        {
          gross_sales_money: usd(4500),
          total_discount_money: usd(346),
          total_tax_money: usd(374),
          total_money: usd(4528),
        },
      ],
      discounts: [{ applied_money: usd(30) }, { applied_money: usd(100) }, { applied_money: usd(303) }],
      total_discount_money: usd(433),
      total_tax_money: usd(510),
      total_money: usd(6176),
      net_amount_due_money: usd(6176),
    });
  });

  it('halves go to the even cent', () => {
    const rounded = (price: number) =>
      totals({
        line_items: [line({ base_price_money: usd(price) })],
        discounts: [{ name: 'Half', percentage: '50' }],
      }).total_money.amount;
    expect([rounded(1), rounded(3), rounded(5)]).toEqual([1, 1, 3]);
  });

  it('a discount is never more than the order, and a charge in per cent is on what is left', () => {
    expect(
      totals({
        line_items: [line()],
        discounts: [{ name: 'Voucher', amount_money: usd(5000) }],
        service_charges: [{ name: 'Fee', percentage: '10', calculation_phase: 'SUBTOTAL_PHASE' }],
      }).total_money,
    ).toEqual(usd(0));
    expect(
      totals({
        line_items: [line()],
        taxes: [{ name: 'Tax', percentage: '7' }],
        service_charges: [
          { name: 'Fee', percentage: '10', calculation_phase: 'TOTAL_PHASE' },
          { name: 'Bag', amount_money: usd(100), calculation_phase: 'SUBTOTAL_PHASE', taxable: true },
        ],
      }).total_money,
    ).toEqual(usd(1000 + 70 + 100 + 7 + 118));
  });

  it('calculating keeps nothing', () => {
    const square = openSquare();
    square.call('/v2/orders/calculate', { order: PHONE_ORDER });
    expect(square.tickets()).toEqual([]);
  });
});

describe('paying', () => {
  it('takes the exact total and nothing else, once', () => {
    const square = openSquare();
    const { id } = square.order().body.order;
    expect(square.pay(id, TOTAL - 1)).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'BAD_REQUEST' }] },
    });
    const paid = square.pay(id, TOTAL);
    expect(paid.body.payment).toMatchObject({ status: 'COMPLETED', source_type: 'EXTERNAL', order_id: id });
    expect(square.pay(id, TOTAL)).toEqual(paid);
    expect(square.pay(id, TOTAL, { idempotency_key: 'another' }).status).toBe(400);
    expect(square.call(`/v2/orders/${id}`).body.order).toMatchObject({
      state: 'OPEN',
      version: 2,
      net_amount_due_money: usd(0),
      tenders: [{ type: 'OTHER', payment_id: paid.body.payment.id }],
    });
    expect(square.call(`/v2/payments/${paid.body.payment.id}`).body.payment).toEqual(paid.body.payment);
  });

  it('an order without a fulfilment is over once it is paid', () => {
    const square = openSquare();
    const { id } = square.order({ fulfillments: [] }).body.order;
    square.pay(id, TOTAL);
    expect(square.call(`/v2/orders/${id}`).body.order).toMatchObject({
      state: 'COMPLETED',
      closed_at: '2026-11-27T18:31:07.000Z',
    });
  });

  it('a cash payment gives change, and a tip goes on top of the total', () => {
    const square = openSquare();
    const { id } = square.order().body.order;
    const payment = square.pay(id, TOTAL, {
      source_id: 'CASH',
      external_details: undefined,
      cash_details: { buyer_supplied_money: usd(6000) },
      tip_money: usd(500),
    });
    expect(payment.body.payment).toMatchObject({
      total_money: usd(TOTAL + 500),
      cash_details: { change_back_money: usd(6000 - TOTAL - 500) },
    });
    expect(square.ticket()).toMatchObject({ tip: 500, total: TOTAL + 500, visible: true });
  });

  it.each([
    ['a key of 46', { idempotency_key: 'k'.repeat(46) }, 'VALUE_TOO_LONG'],
    ['no details', { external_details: null }, 'MISSING_REQUIRED_PARAMETER'],
    [
      'a kind of payment that is not there',
      { external_details: { type: 'BARTER', source: 'x' } },
      'INVALID_ENUM_VALUE',
    ],
    ['a card', { source_id: 'cnon:card-nonce-ok' }, 'UNSUPPORTED_SOURCE_TYPE'],
    ['an order that is not there', { order_id: 'nope' }, 'NOT_FOUND'],
    ['another location', { location_id: 'LSANDBOX2' }, 'LOCATION_MISMATCH'],
    ['another currency', { amount_money: { amount: TOTAL, currency: 'EUR' } }, 'CURRENCY_MISMATCH'],
  ])('refuses %s', (_what, fields, code) => {
    const square = openSquare();
    const { id } = square.order().body.order;
    expect(square.pay(id, TOTAL, fields).body.errors).toMatchObject([{ code }]);
    expect(square.ticket()).toMatchObject({ payment: 'unpaid' });
  });

  it('an order that costs nothing is settled by paying it with no payments', () => {
    const square = openSquare();
    const { id } = square.order({
      discounts: [{ name: 'On the house', percentage: '100' }],
      service_charges: [],
    }).body.order;
    expect(square.pay(id, 0).body.errors).toMatchObject([{ code: 'VALUE_TOO_LOW' }]);
    expect(square.call(`/v2/orders/${id}/pay`, { idempotency_key: 'k', payment_ids: [] }).status).toBe(200);
    expect(square.ticket()).toMatchObject({ visible: true, payment: 'paid', total: 0 });
  });

  it('an order that costs something is not settled that way', () => {
    const square = openSquare();
    const { id } = square.order().body.order;
    expect(square.call(`/v2/orders/${id}/pay`, { idempotency_key: 'k' }).status).toBe(400);
    expect(square.ticket()).toMatchObject({ payment: 'unpaid' });
  });
});

describe('changing and cancelling', () => {
  const put = (square: ReturnType<typeof openSquare>, id: string, order: object, key?: string) =>
    square.call(`/v2/orders/${id}`, { idempotency_key: key, order }, { method: 'PUT' });

  it('a cancelled order leaves the screen, and its fulfilment goes first', () => {
    const square = openSquare();
    const { id, fulfillments } = square.order().body.order;
    expect(put(square, id, { version: 1, state: 'CANCELED' }, 'a').body.errors).toMatchObject([
      { code: 'INVALID_VALUE', field: 'order.state' },
    ]);
    const canceled = fulfillments.map(({ uid }) => ({ uid, state: 'CANCELED' }));
    expect(
      put(square, id, { version: 1, fulfillments: canceled, state: 'CANCELED' }, 'b').body.order,
    ).toMatchObject({
      state: 'CANCELED',
      version: 2,
      fulfillments: [{ state: 'CANCELED', pickup_details: { note: 'ring twice' } }],
    });
    expect(square.ticket()).toMatchObject({ visible: false, printed: 0 });
    expect(square.ticket().hidden_because).toMatch(/canceled/);
    expect(square.pay(id, TOTAL).status).toBe(400);
  });

  it('a paid order cannot be cancelled, only its fulfilment, and it stays open', () => {
    const square = openSquare();
    const { id, fulfillments } = square.order().body.order;
    square.pay(id, TOTAL);
    const canceled = fulfillments.map(({ uid }) => ({ uid, state: 'CANCELED' }));
    expect(put(square, id, { version: 2, fulfillments: canceled, state: 'CANCELED' }, 'a').status).toBe(400);
    expect(square.ticket().visible).toBe(true);
    expect(put(square, id, { version: 2, fulfillments: canceled }, 'b').body.order.state).toBe('OPEN');
    expect(square.ticket()).toMatchObject({ visible: false, voided: true, printed: 1 });
  });

  it('an update without a new key answers 200 and changes nothing', () => {
    const square = openSquare();
    const { id } = square.order().body.order;
    expect(put(square, id, { version: 1, ticket_name: 'Bob' })).toMatchObject({ status: 200 });
    expect(square.ticket().title).toBe('Ann Lee');
    put(square, id, { version: 1, ticket_name: 'Bob' }, 'a');
    put(square, id, { version: 2, ticket_name: 'Eve' }, 'a');
    expect(square.ticket().title).toBe('Bob');
  });

  it('an old version is refused, and so is none', () => {
    const square = openSquare();
    const { id } = square.order().body.order;
    expect(put(square, id, { version: 4, ticket_name: 'Bob' }, 'a').body.errors).toMatchObject([
      { code: 'VERSION_MISMATCH', field: 'order.version' },
    ]);
    expect(put(square, id, { ticket_name: 'Bob' }, 'b').body.errors).toMatchObject([
      { code: 'BAD_REQUEST', field: 'order.version' },
    ]);
    expect(put(square, id, { version: 1, ticket_name: 'Bob' }, 'a').body.order.version).toBe(2);
  });

  it('a line is added by a new uid, changed by its own, and cleared by its path', () => {
    const square = openSquare();
    const { id } = square.order({ line_items: [line({ uid: 'cake', note: 'with candles' })] }).body.order;
    const line_items = [{ uid: 'cake', quantity: '2' }, line({ uid: 'tea', name: 'Tea' })];
    put(square, id, { version: 1, line_items }, 'a');
    expect(square.ticket().lines).toMatchObject([
      { quantity: '2', name: 'Cake', note: 'with candles' },
      { quantity: '1', name: 'Tea' },
    ]);
    square.call(
      `/v2/orders/${id}`,
      {
        idempotency_key: 'b',
        order: { version: 2 },
        fields_to_clear: ['line_items[tea]', 'line_items[cake].note'],
      },
      { method: 'PUT' },
    );
    expect(square.ticket().lines).toMatchObject([{ quantity: '2', name: 'Cake', note: null }]);
  });
});

describe('finding orders', () => {
  const search = (square: ReturnType<typeof openSquare>, request: object) =>
    square.call('/v2/orders/search', { location_ids: ['LSANDBOX1'], ...request });
  const three = () => {
    const square = openSquare();
    for (const minute of [0, 1, 2]) {
      square.clock.now = new Date(Date.parse('2026-11-27T18:00:00Z') + minute * 60_000);
      square.order({ reference_id: `ref-${minute}`, source: { name: minute === 1 ? 'Other' : 'OrderWire' } });
    }
    return square;
  };
  const references = (answer: ReturnType<typeof search>) =>
    answer.body.orders.map(({ reference_id }) => reference_id);

  it('newest first, by source, state and time, both ends of the time included', () => {
    const square = three();
    expect(references(search(square, {}))).toEqual(['ref-2', 'ref-1', 'ref-0']);
    const found = search(square, {
      query: {
        filter: {
          source_filter: { source_names: ['OrderWire'] },
          state_filter: { states: ['OPEN'] },
          date_time_filter: {
            created_at: { start_at: '2026-11-27T18:00:00Z', end_at: '2026-11-27T18:01:00Z' },
          },
        },
        sort: { sort_field: 'CREATED_AT', sort_order: 'ASC' },
      },
    });
    expect(references(found)).toEqual(['ref-0']);
  });

  it('there is no filter for our reference, and a time range needs its own sort field', () => {
    const square = three();
    expect(search(square, { query: { filter: { reference_id: 'ref-1' } } }).body.errors).toMatchObject([
      { code: 'UNKNOWN_BODY_PARAMETER', field: 'query.filter.reference_id' },
    ]);
    const filter = { date_time_filter: { updated_at: { start_at: '2026-11-27T18:00:00Z' } } };
    expect(search(square, { query: { filter, sort: { sort_field: 'CREATED_AT' } } }).status).toBe(400);
    expect(search(square, { query: { filter } }).status).toBe(400);
    expect(square.call('/v2/orders/search', {}).body.errors).toMatchObject([{ field: 'location_ids' }]);
  });

  it('pages by a cursor that belongs to its query, and gives entries when asked', () => {
    const square = three();
    const first = search(square, { limit: 2 });
    expect(references(first)).toEqual(['ref-2', 'ref-1']);
    const { cursor } = first.body;
    expect(references(search(square, { limit: 2, cursor }))).toEqual(['ref-0']);
    const query = { sort: { sort_field: 'UPDATED_AT' } };
    expect(search(square, { limit: 2, cursor, query }).body.errors).toMatchObject([
      { code: 'INVALID_CURSOR' },
    ]);
    expect(search(square, { cursor: 'nonsense' }).body.errors).toMatchObject([{ code: 'INVALID_CURSOR' }]);
    expect(search(square, { limit: 1, return_entries: true }).body).toMatchObject({
      order_entries: [{ order_id: 'SQORDERSANDBOX1003', version: 1, location_id: 'LSANDBOX1' }],
    });
  });

  it('reads one by its id and several at once', () => {
    const square = three();
    expect(square.call('/v2/orders/SQORDERSANDBOX1002').body.order).toMatchObject({ reference_id: 'ref-1' });
    expect(square.call('/v2/orders/nope').status).toBe(404);
    const order_ids = ['SQORDERSANDBOX1001', 'nope', 'SQORDERSANDBOX1003'];
    expect(references(square.call('/v2/orders/batch-retrieve', { order_ids }))).toEqual(['ref-0', 'ref-2']);
  });
});

describe('the menu and the shops', () => {
  it('lists the open shop and the closed one', () => {
    const { call } = openSquare();
    expect(call('/v2/locations').body).toMatchObject({
      locations: [
        { id: 'LSANDBOX1', status: 'ACTIVE', currency: 'USD', country: 'US' },
        { id: 'LSANDBOX2', status: 'INACTIVE' },
      ],
    });
    expect(call('/v2/locations/LSANDBOX1').status).toBe(200);
    expect(call('/v2/locations/nope').status).toBe(404);
  });

  it('needs the cursor followed to read the whole menu', () => {
    const { call } = openSquare();
    const pages: string[][] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const answer: ReturnType<typeof call> = call(
        `/v2/catalog/list?types=item,MODIFIER_LIST${cursor && `&cursor=${cursor}`}`,
      );
      pages.push(answer.body.objects.map(({ id }) => id));
      cursor = answer.body.cursor;
    }
    expect(pages.map((page) => page.length)).toEqual([8, 6]);
    expect(new Set(pages.flat()).size).toBe(14);
    expect(call('/v2/catalog/list?types=PIZZA').body.errors).toMatchObject([{ code: 'INVALID_ENUM_VALUE' }]);
  });

  it('marks what is sold out at the shop, and says which lists an item has', () => {
    const { call } = openSquare();
    expect(call('/v2/catalog/object/SQVARTIRAMISUREGULAR').body).toMatchObject({
      object: { item_variation_data: { location_overrides: [{ location_id: 'LSANDBOX1', sold_out: true }] } },
    });
    expect(call('/v2/catalog/object/SQITEMLARGEPIZZA?include_related_objects=true').body).toMatchObject({
      object: {
        item_data: {
          modifier_list_info: [
            { modifier_list_id: 'SQLISTTOPPINGS', min_selected_modifiers: 0, max_selected_modifiers: 10 },
            { modifier_list_id: 'SQLISTCRUST', min_selected_modifiers: 1, max_selected_modifiers: 1 },
          ],
        },
      },
      related_objects: expect.arrayContaining([expect.objectContaining({ id: 'SQLISTCRUST' })]),
    });
  });

  it('gives only what changed since a time', () => {
    const { call } = openSquare();
    const since = (begin_time: string) =>
      call('/v2/catalog/search', { object_types: ['ITEM'], begin_time, include_related_objects: true }).body;
    expect(since('2025-12-01T00:00:00Z').objects).toHaveLength(8);
    expect(since('2026-11-01T00:00:00Z').objects).toBeUndefined();
  });
});
