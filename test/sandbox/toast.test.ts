import { ANN, toastRestaurant } from './toast-restaurant';

type Json = Record<string, unknown>;
type Shop = ReturnType<typeof toastRestaurant>;

function pickup(shop: Shop, check: Json = {}, order: Json = {}) {
  return {
    diningOption: { guid: shop.fact('dining_option_take_out') },
    ...order,
    checks: [{ customer: ANN, selections: [shop.line('Garlic Knots')], ...check }],
  };
}
const post = (shop: Shop, body: unknown) => shop.call('POST', '/orders/v2/orders', { body });
const price = (shop: Shop, body: unknown) => shop.call('POST', '/orders/v2/prices', { body });
const firstCheck = (body: Json) => (body.checks as Json[])[0] ?? {};
const claims = (token: unknown) =>
  JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString()) as Json;

describe('logging in to the sandbox Toast', () => {
  it('gives one token a day, the same one however often it is asked for', () => {
    const shop = toastRestaurant();
    const first = shop.logIn().body.token as Json;
    shop.clock.now = new Date('2026-11-25T06:00:00Z');
    const second = shop.logIn().body.token as Json;
    expect(second.accessToken).toBe(first.accessToken);
    expect([first.expiresIn, second.expiresIn]).toEqual([86_400, 43_200]);
    expect(claims(first.accessToken)).toMatchObject({ exp: Date.parse('2026-11-25T18:00:00Z') / 1000 });
    shop.clock.now = new Date('2026-11-25T17:59:30Z');
    expect((shop.logIn().body.token as Json).accessToken).not.toBe(first.accessToken);
  });

  it('says 401 to a wrong secret, a missing token and a token of yesterday', () => {
    const shop = toastRestaurant();
    const body = {
      clientId: shop.fact('client_id'),
      clientSecret: 'guess',
      userAccessType: 'TOAST_MACHINE_CLIENT',
    };
    expect(shop.call('POST', '/authentication/v1/authentication/login', { body }).status).toBe(401);
    expect(shop.call('GET', '/menus/v3/metadata', { headers: { authorization: '' } }).status).toBe(401);
    shop.clock.now = new Date('2026-11-25T18:00:01Z');
    expect(shop.call('GET', '/menus/v3/metadata').status).toBe(401);
  });

  it('ends a token that it calls expired: the next log-in brings another', () => {
    const shop = toastRestaurant();
    const before = (shop.logIn().body.token as Json).accessToken;
    shop.arm('expired_token');
    expect(post(shop, pickup(shop)).status).toBe(401);
    expect(post(shop, pickup(shop)).status).toBe(401);
    expect((shop.logIn().body.token as Json).accessToken).not.toBe(before);
    expect(post(shop, pickup(shop)).status).toBe(200);
  });

  it('lets standard access read the menu and refuses its orders with 403', () => {
    const shop = toastRestaurant();
    const { token } = shop.logIn('read_only_client').body as { token: Json };
    expect((claims(token.accessToken).scope as string[]).every((scope) => scope.endsWith(':read'))).toBe(
      true,
    );
    expect(shop.call('GET', '/menus/v2/menus').status).toBe(200);
    expect(shop.call('GET', '/menus/v3/menus').status).toBe(403);
    expect(price(shop, pickup(shop)).status).toBe(403);
    expect(post(shop, pickup(shop)).status).toBe(403);
    expect(shop.tickets()).toEqual([]);
  });

  it('logs in with reading rights only, and refuses to write, when told to', () => {
    const shop = toastRestaurant();
    shop.arm('read_only');
    expect(post(shop, pickup(shop)).status).toBe(403);
    shop.arm('read_only');
    shop.logIn();
    expect(post(shop, pickup(shop)).status).toBe(403);
  });

  it('counts log-ins, as more than two an hour break the rules', () => {
    const shop = toastRestaurant();
    shop.logIn();
    shop.logIn();
    expect(shop.fact('logins')).toMatch(/^3 in the busiest hour/);
  });

  it('serves its own restaurant only, and JSON only', () => {
    const shop = toastRestaurant();
    const other = { 'toast-restaurant-external-id': '11111111-2222-4333-8444-555555555555' };
    expect(shop.call('GET', '/config/v2/diningOptions', { headers: other }).status).toBe(403);
    const text = { 'content-type': 'text/plain' };
    expect(shop.call('POST', '/orders/v2/orders', { body: pickup(shop), headers: text }).status).toBe(415);
    expect(shop.call('POST', '/orders/v2/orders', { body: '{"checks":' }).status).toBe(400);
    expect(shop.call('GET', '/orders/v1/orders').status).toBe(404);
  });

  it("words every refusal in Toast's flat error, with an id to quote to support", () => {
    const shop = toastRestaurant();
    const { body } = post(shop, {});
    expect(Object.keys(body)).toEqual([
      ...['status', 'code', 'message', 'messageKey', 'fieldName', 'link', 'requestId'],
      ...['developerMessage', 'errors', 'canRetry'],
    ]);
    expect(body).toMatchObject({ status: 400, requestId: expect.any(String), errors: [] });
  });
});

describe('the menu of the sandbox Toast', () => {
  it('sells sizes by a required Size group, of which each option has the price of the whole item', () => {
    const shop = toastRestaurant();
    expect(shop.item('Pepperoni Pizza')).toMatchObject({ price: null, pricingStrategy: 'SIZE_PRICE' });
    const small = price(shop, pickup(shop, { selections: [shop.line('Pepperoni Pizza', ['Size: Small'])] }));
    const large = price(shop, pickup(shop, { selections: [shop.line('Pepperoni Pizza', ['Size: Large'])] }));
    expect([firstCheck(small.body).totalAmount, firstCheck(large.body).totalAmount]).toEqual([11.99, 15.99]);
  });

  it('hides what is for the staff alone from the channel, and marks it in V2', () => {
    const shop = toastRestaurant();
    const names = (version: string) => JSON.stringify(shop.call('GET', `/menus/${version}/menus`).body);
    expect(names('v3')).not.toContain('Employee Meal');
    expect(names('v3')).not.toContain('visibility');
    expect(names('v2')).toMatch(/"Employee Meal".*?"visibility":\["POS"\]/);
  });

  it('says what is sold out in stock only: the order itself is accepted', () => {
    const shop = toastRestaurant();
    const stock = shop.call('GET', '/stock/v1/inventory').body as never as Json[];
    expect(stock).toMatchObject([{ guid: shop.item('Tiramisu').guid, status: 'OUT_OF_STOCK' }]);
    expect(post(shop, pickup(shop, { selections: [shop.line('Tiramisu')] })).status).toBe(200);
  });
});

describe('pricing and placing an order', () => {
  it('shows the kitchen what was ordered, once, with every modifier and note', () => {
    const shop = toastRestaurant();
    const pizza = shop.line(
      'Supreme Pizza',
      ['Size: Large', 'Toppings: NO Onions', 'Toppings: Extra Cheese'],
      2,
    );
    pizza.modifiers.push(shop.modifier('Supreme Pizza', 'Toppings: Extra Cheese', 2));
    pizza.modifiers.push({ selectionType: 'SPECIAL_REQUEST', displayName: 'cut in squares' });
    const reply = post(
      shop,
      pickup(
        shop,
        { selections: [pizza, shop.line('Garlic Knots')], tabName: 'OrderWire - 14' },
        { externalId: 'ORDERWIRE:ow1' },
      ),
    );
    expect(reply.status).toBe(200);
    expect(shop.tickets()).toMatchObject([
      {
        reference: 'ORDERWIRE:ow1',
        visible: true,
        printed: 1,
        title: 'OrderWire - 14',
        service: 'pickup',
        requested_at: null,
        customer: 'Ann Lee',
        payment: 'unpaid',
        total: 2 * (1899 + 400) + 650,
        lines: [
          {
            quantity: '2',
            name: 'Supreme Pizza',
            options: ['Large', 'NO Onions', 'Extra Cheese ×2'],
            note: 'cut in squares',
            total: 4598,
          },
          { name: 'Garlic Knots', options: [], note: null, total: 650 },
        ],
      },
    ]);
  });

  it('keeps nothing when it only prices, and gives no GUIDs', () => {
    const shop = toastRestaurant();
    const { status, body } = price(shop, pickup(shop, {}, { externalId: 'ORDERWIRE:ow1' }));
    expect(status).toBe(200);
    expect([body.guid, firstCheck(body).guid]).toEqual([null, null]);
    expect(shop.tickets()).toEqual([]);
    expect(post(shop, pickup(shop, {}, { externalId: 'ORDERWIRE:ow1' })).status).toBe(200);
  });

  it('puts the tax inside the menu price: the total is what the guest pays, the amount is less', () => {
    const shop = toastRestaurant();
    expect(firstCheck(price(shop, pickup(shop)).body)).toMatchObject({
      amount: 6.07,
      taxAmount: 0.43,
      totalAmount: 6.5,
    });
  });

  it('takes default modifiers that were left out for removed', () => {
    const shop = toastRestaurant();
    post(shop, pickup(shop, { selections: [shop.line('Cheeseburger', ['Burger Extras: Pickles'])] }));
    post(shop, pickup(shop, { selections: [shop.line('Cheeseburger', ['Burger Extras: NO Pickles'])] }));
    expect(shop.tickets().map((ticket) => ticket.lines[0]?.options)).toEqual([
      ['Pickles', 'NO Onions'],
      ['NO Pickles', 'NO Onions'],
    ]);
  });

  it('puts toppings on half a pizza', () => {
    const shop = toastRestaurant();
    const pizza = shop.line('Pepperoni Pizza', ['Size: Small']);
    const [half] = (shop.item('Pepperoni Pizza') as never as { portions: { guid: string }[] }).portions;
    const onHalf = [shop.modifier('Pepperoni Pizza', 'Toppings: Mushrooms', 1)];
    pizza.modifiers.push({
      selectionType: 'PORTION',
      item: { guid: half?.guid },
      quantity: 1,
      modifiers: onHalf,
    });
    expect(post(shop, pickup(shop, { selections: [pizza] })).status).toBe(200);
    expect(shop.tickets()[0]?.lines[0]).toMatchObject({
      options: ['Small', '1st Half: Mushrooms'],
      total: 1349,
    });
  });

  it('sends an unknown dish as the open-price item, with its words and its price', () => {
    const shop = toastRestaurant();
    const [groupGuid, itemGuid] = shop.fact('fallback_item').split('/');
    const line = {
      item: { guid: itemGuid },
      itemGroup: { guid: groupGuid },
      quantity: 1,
      openPriceAmount: 4.5,
      modifiers: [{ selectionType: 'SPECIAL_REQUEST', displayName: 'CHECK: a cannoli' }],
    };
    expect(post(shop, pickup(shop, { selections: [line] })).status).toBe(200);
    expect(shop.tickets()[0]).toMatchObject({
      total: 450,
      lines: [{ name: 'Special Request', note: 'CHECK: a cannoli' }],
    });
  });

  it('delivers, with the fee, the discount, the tip and a payment taken elsewhere', () => {
    const shop = toastRestaurant();
    const body = {
      ...pickup(shop, {
        appliedServiceCharges: [
          { serviceCharge: { guid: shop.fact('service_charge_delivery_fee') }, chargeAmount: 3 },
        ],
        appliedDiscounts: [
          { discount: { guid: shop.fact('discount_open_amount_off') }, discountAmount: 1.5 },
        ],
        payments: [
          {
            type: 'OTHER',
            otherPayment: { guid: shop.fact('payment_type_phone_prepaid') },
            amount: 8,
            tipAmount: 1,
          },
        ],
      }),
      diningOption: { guid: shop.fact('dining_option_delivery') },
      deliveryInfo: {
        address1: '12 Oak St',
        city: 'Boston',
        state: 'MA',
        zipCode: '02215',
        notes: 'ring twice',
      },
    };
    expect(firstCheck(post(shop, body).body)).toMatchObject({ totalAmount: 8, paymentStatus: 'CLOSED' });
    expect(shop.tickets()[0]).toMatchObject({
      service: 'delivery',
      payment: 'paid',
      tip: 100,
      total: 800,
      charges: [{ name: 'Delivery Fee', amount: 300 }],
      discounts: [{ name: 'Open Amount Off', amount: 150 }],
      notes: ['12 Oak St, Boston, MA 02215', 'ring twice'],
    });
  });

  it('leaves a check open, and tells the staff, when the payment is not its total', () => {
    const shop = toastRestaurant();
    const otherPayment = { guid: shop.fact('payment_type_phone_prepaid') };
    const payments = [{ type: 'OTHER', otherPayment, amount: 6, tipAmount: 0 }];
    expect(firstCheck(post(shop, pickup(shop, { payments })).body).paymentStatus).toBe('OPEN');
    expect(shop.tickets()[0]?.notes[0]).toMatch(/settle the difference/);
  });

  it('shows a scheduled order from the start and sends it to the kitchen in time', () => {
    const shop = toastRestaurant();
    const at = '2026-11-24T22:00:00.000+0000';
    const { body } = post(
      shop,
      pickup(shop, {}, { promisedDate: at, openedDate: at, requiredPrepTime: 'PT20M' }),
    );
    expect(body).toMatchObject({ approvalStatus: 'FUTURE', estimatedFulfillmentDate: at });
    expect(shop.tickets()[0]).toMatchObject({
      visible: true,
      printed: 0,
      requested_at: '2026-11-24T22:00:00.000Z',
    });
    shop.clock.now = new Date('2026-11-24T21:40:00Z');
    expect(shop.tickets()[0]).toMatchObject({ visible: true, printed: 1, notes: [] });
  });

  it('leaves orders where no cook sees them in a restaurant without an auto-firing device', () => {
    const shop = toastRestaurant({ autoFire: false });
    post(shop, pickup(shop));
    expect(shop.tickets()[0]).toMatchObject({ visible: false, printed: 0 });
    expect(shop.tickets()[0]?.hidden_because).toMatch(/auto-firing device/);
  });
});

describe('what Toast refuses', () => {
  const shop = toastRestaurant();
  const customer = (changes: Json) => pickup(shop, { customer: { ...ANN, ...changes } });
  const lines = (...selections: Json[]) => pickup(shop, { selections });
  const knots = shop.line('Garlic Knots');
  const wrongGroup = { ...knots, itemGroup: { guid: shop.groupOf('Coke').guid } };
  const strangeItem = { ...knots, item: { guid: '11111111-2222-4333-8444-555555555555' } };
  const dressing = shop.modifier('Caesar Salad', 'Dressing: Ranch', 1);
  const topping = shop.modifier('Pepperoni Pizza', 'Toppings: Onions', 1);
  const charge = (name: string, rest: Json = {}) =>
    pickup(shop, { appliedServiceCharges: [{ serviceCharge: { guid: shop.fact(name) }, ...rest }] });
  const discount = (...names: string[]) =>
    pickup(shop, {
      appliedDiscounts: names.map((name) => ({ discount: { guid: shop.fact(name) }, discountAmount: 1 })),
    });
  const payment = (changes: Json) =>
    pickup(shop, {
      payments: [
        {
          type: 'OTHER',
          amount: 6.5,
          tipAmount: 0,
          otherPayment: { guid: shop.fact('payment_type_cash') },
          ...changes,
        },
      ],
    });
  const delivery = { diningOption: { guid: shop.fact('dining_option_delivery') } };
  const address = { address1: '12 Oak St', city: 'Boston', state: 'MA', zipCode: '02215' };

  it.each<[string, unknown, number, RegExp]>([
    ['an order without a dining option', { checks: [{}] }, 400, /DiningOption.*must contain a GUID/],
    ['an order without checks', { ...pickup(shop), checks: [] }, 400, /checks/],
    ['a check without a dish', lines(), 400, /at least one/],
    ['a field that Toast does not have', { ...pickup(shop), note: 'hello' }, 400, /order\.note/],
    [
      'a dining option of another restaurant',
      { ...pickup(shop), diningOption: { guid: dressing.item.guid } },
      404,
      /DiningOption/,
    ],
    [
      'a dish from a group that does not list it',
      lines(wrongGroup),
      400,
      /^Item \(.+\) does not belong to the group \(.+\)$/,
    ],
    [
      'a dish without its group',
      lines({ ...knots, itemGroup: undefined }),
      400,
      /MenuGroup.*GUID or MultiLocationId/,
    ],
    ['a dish that does not exist', lines(strangeItem), 404, /MenuItem/],
    [
      'an ad-hoc item',
      lines({ selectionType: 'OPEN_ITEM', displayName: 'Cannoli', quantity: 1 }),
      400,
      /OPEN_ITEM/,
    ],
    ['half a dish', lines({ ...knots, quantity: 0.5 }), 400, /whole number/],
    ['a dish without a quantity', lines({ ...knots, quantity: undefined }), 400, /whole number/],
    ['another price for a dish', lines({ ...knots, openPriceAmount: 1 }), 400, /Open Price/],
    ['a pizza without its size', lines(shop.line('Pepperoni Pizza')), 400, /Size .*at least 1/],
    [
      'a pizza in two sizes',
      lines(shop.line('Pepperoni Pizza', ['Size: Small', 'Size: Large'])),
      400,
      /Size .*at most 1/,
    ],
    ['a pizza without its crust', lines(shop.line('Large Pizza')), 400, /Crust .*at least 1/],
    ['a modifier of another dish', lines({ ...knots, modifiers: [dressing] }), 404, /MenuOptionGroup/],
    [
      'a modifier without its group',
      lines({ ...shop.line('Caesar Salad'), modifiers: [{ ...dressing, optionGroup: null }] }),
      400,
      /MenuOptionGroup/,
    ],
    [
      'a modifier from the wrong group',
      lines({ ...shop.line('Caesar Salad'), modifiers: [{ ...dressing, item: topping.item }] }),
      400,
      /does not belong to the group/,
    ],
    [
      'one bacon for two burgers',
      lines({
        ...shop.line('Cheeseburger', [], 2),
        modifiers: [shop.modifier('Cheeseburger', 'Burger Extras: Bacon', 1)],
      }),
      400,
      /must match the quantity/,
    ],
    [
      'a special request without words',
      lines({ ...knots, modifiers: [{ selectionType: 'SPECIAL_REQUEST' }] }),
      400,
      /displayName/,
    ],
    [
      'a special request of a thousand and one characters',
      lines({ ...knots, modifiers: [{ selectionType: 'SPECIAL_REQUEST', displayName: 'x'.repeat(1001) }] }),
      400,
      /1000/,
    ],
    ['takeout for nobody', pickup(shop, { customer: undefined }), 400, /Customer cannot be empty/],
    ['a guest without an e-mail', customer({ email: undefined }), 400, /^Customer email cannot be empty$/],
    [
      'a guest without a first name',
      customer({ firstName: '' }),
      400,
      /^Customer first name cannot be empty$/,
    ],
    ['a guest without a last name', customer({ lastName: null }), 400, /last name/],
    ['a guest without a phone', customer({ phone: ' ' }), 400, /^Customer phone cannot be empty$/],
    ['a phone with its country code', customer({ phone: '+16175550123' }), 400, /10 digits/],
    ['an e-mail with a plus sign', customer({ email: 'ann+x@example.com' }), 400, /email/],
    ['an e-mail of 54 characters', customer({ email: `${'a'.repeat(42)}@example.com` }), 400, /53/],
    ['a delivery without an address', pickup(shop, {}, delivery), 400, /deliveryInfo is required/],
    [
      'an address without a street',
      pickup(shop, {}, { ...delivery, deliveryInfo: { ...address, address1: '' } }),
      400,
      /^Address 1 for delivery address cannot be empty$/,
    ],
    [
      'a state in words',
      pickup(shop, {}, { ...delivery, deliveryInfo: { ...address, state: 'Mass' } }),
      400,
      /two capital letters/,
    ],
    [
      'a promise before the opening',
      pickup(
        shop,
        {},
        { promisedDate: '2026-11-24T20:00:00.000+0000', openedDate: '2026-11-24T21:00:00.000+0000' },
      ),
      400,
      /earlier than openedDate/,
    ],
    [
      'a promise in the past',
      pickup(
        shop,
        {},
        { promisedDate: '2026-11-24T17:00:00.000+0000', openedDate: '2026-11-24T17:00:00.000+0000' },
      ),
      400,
      /future/,
    ],
    ['a time without an offset', pickup(shop, {}, { promisedDate: '2026-11-24T20:00:00' }), 400, /ISO-8601/],
    ['a preparation of seven minutes', pickup(shop, {}, { requiredPrepTime: 'PT7M' }), 400, /five minutes/],
    [
      'an open charge without its amount',
      charge('service_charge_service_fee'),
      400,
      /chargeAmount is required/,
    ],
    [
      'a delivery fee on takeout',
      charge('service_charge_delivery_fee', { chargeAmount: 3 }),
      400,
      /dining behavior/,
    ],
    [
      'two discounts on a check',
      discount('discount_open_amount_off', 'discount_10_off'),
      400,
      /only one discount/,
    ],
    ['an open percent discount', discount('discount_manager_percent_off'), 400, /open percent/],
    ['a discount for items on a check', discount('discount_item_amount_off'), 400, /menu item selection/],
    ['a card payment that was not authorized', payment({ type: 'CREDIT' }), 400, /authorized/],
    ['cash as such', payment({ type: 'CASH' }), 400, /only OTHER and CREDIT/],
    ['a payment without an amount', payment({ amount: null }), 400, /^Payment amount cannot be empty$/],
    ['a payment without a tip amount', payment({ tipAmount: undefined }), 400, /tipAmount/],
    ['a payment of a fraction of a cent', payment({ amount: 6.505 }), 400, /two decimal/],
    [
      'a payment type that nobody set up',
      payment({ otherPayment: { guid: dressing.item.guid } }),
      404,
      /AlternatePaymentType/,
    ],
    ['a tab name of 256 characters', pickup(shop, { tabName: 'x'.repeat(256) }), 400, /255/],
    [
      'an externalId without its naming authority',
      pickup(shop, {}, { externalId: 'ow1' }),
      400,
      /authority:identifier/,
    ],
    ['a table that is not there', pickup(shop, {}, { table: { guid: dressing.item.guid } }), 404, /Table/],
  ])('is %s', (_, body, status, message) => {
    for (const path of ['/orders/v2/prices', '/orders/v2/orders']) {
      const reply = shop.call('POST', path, { body });
      expect(reply).toEqual({
        status,
        body: expect.objectContaining({ status, message: expect.stringMatching(message) }),
      });
    }
    expect(shop.tickets()).toEqual([]);
  });

  it('is not the guest who eats in and gives no name', () => {
    const seated = toastRestaurant();
    const order = pickup(
      seated,
      { customer: undefined },
      { diningOption: { guid: seated.fact('dining_option_dine_in') } },
    );
    expect(post(seated, order).status).toBe(200);
  });

  it('is not the amount of a fixed charge: it is ignored', () => {
    const bagged = toastRestaurant();
    const serviceCharge = { guid: bagged.fact('service_charge_bag_fee') };
    post(bagged, pickup(bagged, { appliedServiceCharges: [{ serviceCharge, chargeAmount: 5 }] }));
    expect(bagged.tickets()[0]?.charges).toEqual([{ name: 'Bag Fee', amount: 10 }]);
  });
});

describe('sending an order again', () => {
  const again = { externalId: 'ORDERWIRE:ow1' };

  it('makes one ticket when the first reply is lost: the repeat is refused and the order can be read back', () => {
    const shop = toastRestaurant();
    shop.arm('lose_reply');
    expect(shop.send('POST', '/orders/v2/orders', { body: pickup(shop, {}, again) })).toBe('dropped');
    const repeat = post(shop, pickup(shop, {}, again));
    expect(repeat).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('already exists') },
    });
    expect(shop.tickets()).toHaveLength(1);
    for (const id of ['ORDERWIRE:ow1', 'ORDERWIRE%3Aow1', shop.tickets()[0]?.id])
      expect(shop.call('GET', `/orders/v2/orders/${id}`)).toMatchObject({
        status: 200,
        body: { externalId: 'ORDERWIRE:ow1', approvalStatus: 'APPROVED' },
      });
  });

  it('never frees an externalId, not after a void and not when its time has passed', () => {
    const shop = toastRestaurant();
    const at = '2026-11-24T20:00:00.000+0000';
    const scheduled = pickup(shop, {}, { ...again, promisedDate: at, openedDate: at });
    const { guid } = post(shop, scheduled).body;
    const all = { selections: { voidAll: true }, payments: { voidAll: true } };
    expect(shop.call('POST', `/orders/v2/orders/${guid}/void`, { body: all }).status).toBe(200);
    shop.clock.now = new Date('2026-11-24T21:00:00Z');
    expect(post(shop, scheduled).body.message).toMatch(/ORDERWIRE:ow1 already exists/);
  });

  it('holds the rule for checks, lines and modifiers too', () => {
    const shop = toastRestaurant();
    const line = { ...shop.line('Garlic Knots'), externalId: 'ORDERWIRE:line' };
    const bacon = {
      ...shop.modifier('Cheeseburger', 'Burger Extras: Bacon', 1),
      externalId: 'ORDERWIRE:line',
    };
    const burger = { ...shop.line('Cheeseburger'), modifiers: [bacon] };
    expect(post(shop, pickup(shop, { externalId: 'ORDERWIRE:c', selections: [line] })).status).toBe(200);
    expect(post(shop, pickup(shop, { externalId: 'ORDERWIRE:c' })).body.message).toMatch(/check/);
    expect(post(shop, pickup(shop, { selections: [burger] })).body.message).toMatch(/selection/);
    expect(post(shop, pickup(shop, { selections: [line, line] })).status).toBe(400);
    expect(shop.tickets()).toHaveLength(1);
  });
});

describe('reading orders back', () => {
  it('lists orders by the time of their last change, a page at a time', () => {
    const shop = toastRestaurant();
    for (const minute of [0, 1, 2]) {
      shop.clock.now = new Date(`2026-11-24T18:0${minute}:00Z`);
      post(shop, pickup(shop, {}, { externalId: `ORDERWIRE:ow${minute}` }));
    }
    const list = (query: string) => shop.call('GET', '/orders/v2/ordersBulk', { query });
    const period = 'startDate=2026-11-24T18:01:00.000%2B0000&endDate=2026-11-24T18:03:00.000%2B0000';
    const ids = (query: string) => (list(query).body as never as Json[]).map((order) => order.externalId);
    expect(ids(period)).toEqual(['ORDERWIRE:ow1', 'ORDERWIRE:ow2']);
    expect(ids(`${period}&pageSize=1&page=2`)).toEqual(['ORDERWIRE:ow2']);
    expect(ids('businessDate=20261124')).toHaveLength(3);
    expect(list('').body.message).toBe('EITHER (startDate and endDate) OR businessDate is required');
    expect(list(period.replaceAll('%2B', '+')).status).toBe(400);
    expect(list(`${period}&pageSize=101`).status).toBe(400);
  });

  it('tells an unknown order from a malformed id', () => {
    const shop = toastRestaurant();
    expect(shop.call('GET', '/orders/v2/orders/ORDERWIRE:none')).toMatchObject({
      status: 404,
      body: { code: 10003 },
    });
    expect(shop.call('GET', '/orders/v2/orders/11111111-2222-4333-8444-555555555555').status).toBe(404);
    expect(shop.call('GET', '/orders/v2/orders/none').status).toBe(400);
    expect(shop.call('GET', '/orders/v2/orders/%E0%A4%A').status).toBe(400);
  });

  it('takes a voided order off the screen, prints that it is void, and will not void it twice', () => {
    const shop = toastRestaurant();
    const { guid } = post(shop, pickup(shop)).body;
    const all = { selections: { voidAll: true }, payments: { voidAll: true } };
    expect(shop.call('POST', `/orders/v2/orders/${guid}/void`, { body: {} }).status).toBe(400);
    expect(shop.call('POST', `/orders/v2/orders/${guid}/void`, { body: all }).body).toMatchObject({
      voided: true,
    });
    expect(shop.call('POST', `/orders/v2/orders/${guid}/void`, { body: all }).status).toBe(400);
    expect(shop.tickets()[0]).toMatchObject({ visible: false, printed: 2 });
    expect(shop.tickets()[0]?.hidden_because).toMatch(/VOIDED/);
  });

  it('starts clean, and gives the same GUIDs again', () => {
    const shop = toastRestaurant();
    const first = post(shop, pickup(shop)).body.guid;
    shop.target.reset();
    expect(shop.tickets()).toEqual([]);
    shop.logIn();
    expect(post(shop, pickup(shop)).body.guid).toBe(first);
  });
});
