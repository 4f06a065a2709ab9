import { createLightspeedSimulator, type LightspeedSimulator } from '../../src/sandbox/lightspeed';
import { SECONDS_UNTIL_DECIDED } from '../../src/sandbox/lightspeed/order-book';
import { type Answer, type CallOptions, call } from './call';

const NOW = new Date('2026-11-27T18:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const DECIDED = later(SECONDS_UNTIL_DECIDED);
const V2_TOKEN = '/realms/k-series/protocol/openid-connect/token';
const LOCATION = 100_000_000_421_001;
const AT = `businessLocationId=${LOCATION}`;

let lightspeed: LightspeedSimulator;
beforeEach(() => {
  lightspeed = createLightspeedSimulator();
});
const fact = (name: string) => lightspeed.facts[name] ?? '';
const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

function refresh(refreshToken: string, options: CallOptions & { path?: string } = {}): Answer {
  return call(lightspeed, `POST ${options.path ?? V2_TOKEN}`, {
    headers: {
      authorization: basic(fact('client_id'), fact('client_secret')),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }).toString(),
    ...options,
  });
}

function connect(options: CallOptions = {}) {
  const { access_token } = refresh(fact('refresh_token'), options).json as { access_token: string };
  return (target: `${string} ${string}`, more: CallOptions = {}) =>
    call(lightspeed, target, { headers: { authorization: `Bearer ${access_token}` }, ...more });
}

const order = (part: Record<string, unknown> = {}) => ({
  businessLocationId: LOCATION,
  thirdPartyReference: 'ow0123456789abcdef01',
  endpointId: 'ORDERWIRE',
  customerInfo: { firstName: 'Ann', lastName: 'Lee' },
  items: [{ sku: 'PEPPERONI-L', quantity: 2 }],
  ...part,
});
const send = (body: unknown, path = 'toGo') => connect()(`POST /o/op/1/order/${path}`, { body });
const statuses = (now: Date) =>
  lightspeed.notifications(now).map(({ body }) => JSON.parse(body) as { status: string; reason?: string });
const fields = (answer: Answer) =>
  (answer.json as { errors: { field: string; code: string }[] }).errors.map(
    ({ field, code }) => `${field} ${code}`,
  );

describe('connecting', () => {
  it('gives a new pair of tokens for a refresh token, which then is dead', () => {
    const first = refresh('lightspeed-refresh-1');
    expect(first.json).toMatchObject({ token_type: 'Bearer', expires_in: 1800 });
    expect((first.json as { scope: string }).scope).toContain('orders-api');
    expect(refresh('lightspeed-refresh-1')).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
    expect(refresh((first.json as { refresh_token: string }).refresh_token).status).toBe(200);
  });
  it('serves older clients at the first address, with another lifetime', () => {
    expect(refresh('lightspeed-refresh-1', { path: '/oauth/token' }).json).toMatchObject({
      expires_in: 3600,
    });
  });
  it('refuses a wrong client secret', () => {
    const headers = { authorization: basic(fact('client_id'), 'wrong') };
    expect(refresh('lightspeed-refresh-1', { headers }).status).toBe(401);
  });
  it('refuses an unknown, an expired and a limited token, each in its own way', () => {
    const api = connect();
    const path = `GET /o/op/1/onlineOrderReadiness?${AT}` as const;
    expect(call(lightspeed, path).status).toBe(401);
    expect(api(path, { expiredToken: true }).status).toBe(401);
    expect(api(path, { now: later(1801) }).status).toBe(401);
    expect(api(path, { readOnly: true })).toMatchObject({
      status: 403,
      json: { error: 'insufficient_scope' },
    });
    expect(api(path).status).toBe(200);
  });
  it('logs a restricted user in without the right to order', () => {
    const api = connect({ readOnly: true });
    expect(api('POST /o/op/1/order/toGo', { body: order() }).status).toBe(403);
    expect(api('GET /f/data/businesses').status).toBe(200);
  });
});

describe('looking around', () => {
  it('tells the location, its currency, its order profiles and that it is ready', () => {
    const api = connect();
    expect(api('GET /o/op/data/businesses').json).toEqual([
      expect.objectContaining({ businessLocations: [{ id: LOCATION, name: "Mario's Downtown" }] }),
    ]);
    expect(api('GET /f/data/businesses').body).toContain('America/New_York');
    expect(api(`GET /o/op/data/account-profiles?${AT}`).body).toContain('TAKE_AWAY');
    expect(api(`GET /o/op/data/${LOCATION}/floorplans`).body).toContain('Table 6');
    expect(api(`GET /o/op/1/onlineOrderReadiness?${AT}`).json).toMatchObject({ status: 'READY' });
    lightspeed.setPosRunning(false);
    expect(api(`GET /o/op/1/onlineOrderReadiness?${AT}`).json).toMatchObject({ status: 'NOT_READY' });
  });
  it('asks for the business location, and refuses one that is not yours', () => {
    const api = connect();
    expect(api('GET /o/op/1/menu/list')).toMatchObject({ status: 400, json: { path: '/o/op/1/menu/list' } });
    expect(api('GET /o/op/1/menu/list?businessLocationId=7').status).toBe(403);
  });
  it('shows each size as an item of its own, with its modifiers and production instructions', () => {
    const api = connect();
    const menu = api(`GET /o/op/2/menu/load/${fact('menu_id')}?${AT}`).json as {
      menuEntryGroups: { name: string; menuEntry: Record<string, unknown>[] }[];
    };
    const pizza = menu.menuEntryGroups.find(({ name }) => name === 'Pizza')?.menuEntry ?? [];
    expect(pizza.map(({ sku, productPrice }) => `${sku} ${productPrice}`)).toEqual([
      'PEPPERONI-S 11.99',
      'PEPPERONI-L 15.99',
      'SUPREME-S 13.99',
      'SUPREME-L 18.99',
      'LARGE-PIZZA 12.99',
      'CALZONE 11.49',
    ]);
    expect(JSON.stringify(pizza[4])).toContain('"minimumSelection":1');
    expect(api(`GET /o/op/1/menu/modifiers?${AT}`).body).toContain('NO Onions');
    expect(api(`GET /o/op/1/menu/list?${AT}`).json).toEqual([
      { menuName: 'Online Menu', ikentooMenuId: Number(fact('menu_id')) },
    ]);
  });
  it('tells what is sold out', () => {
    const reply = connect()(`GET /o/op/1/itemAvailability?${AT}&skus=TIRAMISU,COKE`);
    const { data } = reply.json as { data: { sku: string; count: number | null }[] };
    expect(data.map(({ sku, count }) => [sku, count])).toEqual([
      ['TIRAMISU', 0],
      ['COKE', null],
    ]);
  });
});

describe('sending an order', () => {
  it('answers ok at once, keeps it from staff until the POS has decided, then shows it', () => {
    expect(send(order()).json).toEqual({ status: 'ok' });
    expect(lightspeed.tickets(NOW)).toMatchObject([
      {
        visible: false,
        hidden_because: expect.stringContaining('Queued: Lightspeed answered ok'),
        printed: 0,
      },
    ]);
    expect(lightspeed.notifications(NOW)).toEqual([]);
    expect(lightspeed.tickets(DECIDED)).toMatchObject([
      { visible: true, hidden_because: null, printed: 1, total: 3198, payment: 'unpaid', service: 'pickup' },
    ]);
  });
  it('tells the decision to the endpoint that the order named, with its user name and password', () => {
    send(order());
    const [notification] = lightspeed.notifications(DECIDED);
    expect(notification).toMatchObject({
      url: fact('webhook_url'),
      at: DECIDED,
      headers: { authorization: basic('orderwire', 'lightspeed-hook-password') },
    });
    expect(JSON.parse(notification?.body ?? '')).toMatchObject({
      status: 'SUCCESS',
      type: 'ORDER',
      thirdPartyReference: 'ow0123456789abcdef01',
      ikentooAccountIdentifier: 'A78094.1',
      account: { currentAmount: '31.98' },
    });
    expect(lightspeed.notifications(later(60))).toHaveLength(1);
  });
  it('makes one ticket when the same reference comes twice', () => {
    const api = connect();
    api('POST /o/op/1/order/toGo', { body: order() });
    const again = api('POST /o/op/1/order/toGo', { body: order() });
    expect(again).toMatchObject({
      status: 409,
      json: { status: 'fail', msg: 'reference has already been used ow0123456789abcdef01' },
    });
    expect(lightspeed.tickets(DECIDED)).toHaveLength(1);
  });
  it('prints everything that the guest asked for', () => {
    const instruction = fact('no_onions_instruction_id');
    send(
      order({
        orderNote: 'ALLERGY: nuts 🥜',
        accountProfileCode: 'DELIVERY',
        collectionCode: 'AB-12',
        orderCollectionTimeAsIso8601: '2026-11-27T19:15:00-05:00',
        deliveryAddress: { addressLine1: '12 Oak St', addressLine2: 'Apt 4', zip: '02215', city: 'Boston' },
        items: [
          {
            sku: 'SUPREME-L',
            quantity: 2,
            modifiers: [{ modifierId: instruction }],
            subItems: [{ sku: 'TOPPINGS-EXTRA-CHEESE', quantity: 2 }],
          },
          { sku: 'OPEN-ITEM', quantity: 1, customItemName: 'CHECK: birthday candle', customItemPrice: 1.5 },
          { sku: 'DELIVERY-FEE', quantity: 1, customItemPrice: 4 },
          { sku: 'DISCOUNT', quantity: 1, customItemName: 'Loyalty', customItemPrice: 5 },
        ],
        payment: { paymentMethod: 'OOPAYMENT', paymentAmount: 51.48, tipAmount: 5 },
      }),
    );
    expect(lightspeed.tickets(DECIDED)).toMatchObject([
      {
        ticket_number: 'AB-12',
        service: 'delivery',
        requested_at: '2026-11-27T19:15:00-05:00',
        customer: 'Ann Lee',
        lines: [
          {
            quantity: '2',
            name: 'Supreme Pizza Large',
            options: ['Extra Cheese ×2', 'NO Onions'],
            total: 4598,
          },
          { name: 'CHECK: birthday candle', total: 150 },
        ],
        notes: ['ALLERGY: nuts 🥜', 'Deliver to: 12 Oak St, Apt 4, 02215 Boston'],
        charges: [{ name: 'Delivery Fee', amount: 400 }],
        discounts: [{ name: 'Loyalty', amount: 500 }],
        tip: 500,
        total: 4648,
        payment: 'paid',
      },
    ]);
  });
  it('counts the tip as part of the payment, so a payment without it leaves the check open', () => {
    send(order({ payment: { paymentAmount: 31.98, tipAmount: 2 } }));
    expect(lightspeed.tickets(DECIDED)).toMatchObject([{ payment: 'unpaid', tip: 200 }]);
  });
  it('holds a scheduled order back until its time', () => {
    const scheduledTimeForOrderAsIso8601 = later(3600).toISOString();
    send(order({ scheduledTimeForOrderAsIso8601 }));
    expect(lightspeed.tickets(later(3599))).toMatchObject([{ visible: false }]);
    expect(lightspeed.tickets(later(3603))).toMatchObject([{ visible: true }]);
  });
  it('gives up on an order that no iPad took in time', () => {
    lightspeed.setPosRunning(false);
    send(order({ maxTimeToAttemptOrderDeliverToPos: 60_000 }));
    expect(lightspeed.tickets(later(59))).toMatchObject([{ visible: false }]);
    expect(statuses(later(60))).toMatchObject([
      { status: 'FAILURE', reason: 'Not processed before validity ended' },
    ]);
  });
  it.each([
    ['an unknown SKU', { items: [{ sku: 'NOPE', quantity: 1 }] }, /NOPE/],
    ['a sold-out item', { items: [{ sku: 'TIRAMISU', quantity: 1 }] }, /not available/],
    [
      'another price where none is allowed',
      { items: [{ sku: 'COKE', quantity: 1, customItemPrice: 1 }] },
      /price/,
    ],
    [
      'another name where none is allowed',
      { items: [{ sku: 'COKE', quantity: 1, customItemName: 'x' }] },
      /name/,
    ],
    [
      'an unknown instruction',
      { items: [{ sku: 'COKE', quantity: 1, modifiers: [{ modifierId: '1' }] }] },
      /instruction 1/,
    ],
    ['a missing crust', { items: [{ sku: 'LARGE-PIZZA', quantity: 1 }] }, /at least 1 of Crust/],
    [
      'two crusts',
      { items: [{ sku: 'LARGE-PIZZA', quantity: 1, subItems: [{ sku: 'CRUST-THIN', quantity: 2 }] }] },
      /at most 1/,
    ],
    [
      "another item's modifier",
      { items: [{ sku: 'COKE', quantity: 1, subItems: [{ sku: 'CRUST-PAN', quantity: 1 }] }] },
      /CRUST-PAN/,
    ],
    ['an unknown payment method', { payment: { paymentMethod: 'GOLD', paymentAmount: 1 } }, /GOLD/],
    ['too high a payment', { payment: { paymentAmount: 99 } }, /greater than the amount due/],
    ['an unknown order profile', { accountProfileCode: 'TABLE9' }, /TABLE9/],
    ['an unknown discount', { items: [{ sku: 'COKE', quantity: 1, discountCode: 'LUCKY' }] }, /LUCKY/],
    [
      'a discount that is not manual',
      { items: [{ sku: 'COKE', quantity: 1, discountCode: 'TEN', discountAmountOverride: 1 }] },
      /manual/,
    ],
  ])('says ok to %s, and only later that the POS refused', (_, part, reason) => {
    expect(send(order(part)).status).toBe(200);
    expect(statuses(DECIDED)).toMatchObject([{ status: 'FAILURE', reason: expect.stringMatching(reason) }]);
    expect(lightspeed.tickets(DECIDED)).toMatchObject([
      { visible: false, hidden_because: expect.stringMatching(reason) },
    ]);
  });
});

describe('refusing a badly made order', () => {
  it.each([
    ['no reference', { thirdPartyReference: undefined }, 'thirdPartyReference NotNull'],
    ['a long reference', { thirdPartyReference: 'x'.repeat(49) }, 'thirdPartyReference Size'],
    ['a location as text', { businessLocationId: String(LOCATION) }, 'businessLocationId typeMismatch'],
    ['no guest name', { customerInfo: {} }, 'customerInfo.firstName NotNull'],
    ['a long guest name', { customerInfo: { firstName: 'x'.repeat(129) } }, 'customerInfo.firstName Size'],
    [
      'a national phone number',
      { customerInfo: { firstName: 'A', contactNumberAsE164: '6175550100' } },
      'customerInfo.contactNumberAsE164 Pattern',
    ],
    [
      'a customer reference without an e-mail',
      { customerInfo: { firstName: 'A', thirdPartyReference: 'c1' } },
      'customerInfo.thirdPartyReference Min',
    ],
    ['a long SKU', { items: [{ sku: 'x'.repeat(26), quantity: 1 }] }, 'items[0].sku Size'],
    ['half a pizza', { items: [{ sku: 'COKE', quantity: 0.5 }] }, 'items[0].quantity typeMismatch'],
    [
      'an instruction id as a number',
      { items: [{ sku: 'COKE', quantity: 1, modifiers: [{ modifierId: 5 }] }] },
      'items[0].modifiers[0].modifierId typeMismatch',
    ],
    [
      'a note on a line',
      { items: [{ sku: 'COKE', quantity: 1, note: 'cold' }] },
      'items[0].note UnrecognizedField',
    ],
    ['a long collection code', { collectionCode: '123456789' }, 'collectionCode Size'],
    [
      'a time without its offset',
      { orderCollectionTimeAsIso8601: '2026-11-27T19:00:00' },
      'orderCollectionTimeAsIso8601 Pattern',
    ],
    [
      'a time that has passed',
      { orderCollectionTimeAsIso8601: '2026-11-27T17:59:00Z' },
      'orderCollectionTimeAsIso8601 Min',
    ],
    [
      'too little patience',
      { maxTimeToAttemptOrderDeliverToPos: 59_999 },
      'maxTimeToAttemptOrderDeliverToPos Min',
    ],
    [
      'two kinds of discount',
      { items: [{ sku: 'COKE', quantity: 1, discountAmountOverride: 1, discountPercentOverride: 1 }] },
      'items[0].discountPercentOverride Min',
    ],
    ['a payment without an amount', { payment: {} }, 'payment.paymentAmount NotNull'],
    ['a table on a takeaway', { tableNumber: '1' }, 'tableNumber UnrecognizedField'],
  ])('refuses %s at once and names the field', (_, part, problem) => {
    const reply = send(order(part));
    expect(reply.status).toBe(400);
    expect(fields(reply)).toContain(problem);
    expect(lightspeed.tickets(DECIDED)).toEqual([]);
  });
  it('refuses text that is not JSON', () => {
    expect(send('{"order":')).toMatchObject({ status: 400, json: { error: 'Bad Request' } });
  });
  it('knows only registered endpoints, in their exact case', () => {
    expect(send(order({ endpointId: 'orderwire' }))).toMatchObject({
      status: 400,
      json: { message: 'endpoint ID not found for orderwire' },
    });
  });
  it('gives a collection code to one order only', () => {
    const api = connect();
    const place = (reference: string) =>
      api('POST /o/op/1/order/toGo', {
        body: order({ thirdPartyReference: reference, collectionCode: 'A1' }),
      });
    expect(place('one').status).toBe(200);
    expect(place('two').status).toBe(400);
  });
});

describe('after the order', () => {
  it('reads the check back by account, by table and among the open ones', () => {
    const api = connect();
    api('POST /o/op/1/order/local', { body: order({ tableNumber: '4', clientCount: 2 }) });
    expect(api(`GET /o/op/1/order/accounts/A78094.1?${AT}`).status).toBe(404);
    const check = { ikaccountId: 'A78094.1', tableNumber: 4, currentAmount: 31.98, paidAmount: 0 };
    expect(api(`GET /o/op/1/order/accounts/A78094.1?${AT}`, { now: DECIDED }).json).toMatchObject(check);
    expect(api(`GET /o/op/1/order/table/4/getCheck?${AT}`, { now: DECIDED }).json).toMatchObject(check);
    expect(api(`GET /o/op/1/order/table/getCheck?${AT}`, { now: DECIDED }).json).toMatchObject([check]);
    expect(api(`GET /o/op/1/order/accounts/nonsense?${AT}`).status).toBe(400);
  });
  it('adds to a check that is already there', () => {
    const api = connect();
    api('POST /o/op/1/order/local', { body: order({ tableNumber: '4' }) });
    api('POST /o/op/1/order/local', {
      body: order({
        thirdPartyReference: 'more',
        accountIdentifier: 'A78094.1',
        items: [{ sku: 'COKE', quantity: 1 }],
      }),
      now: DECIDED,
    });
    expect(lightspeed.tickets(later(10))).toMatchObject([{ total: 3497, printed: 2, service: 'dine_in' }]);
  });
  it('takes a later payment whose amount leaves the tip out', () => {
    const api = connect();
    api('POST /o/op/1/order/toGo', { body: order() });
    const body = {
      businessLocationId: LOCATION,
      endpointId: 'ORDERWIRE',
      thirdPartyPaymentReference: 'pay-1',
      iKaccountIdentifier: 'A78094.1',
      paymentAmount: 31.98,
      tipAmount: 2,
    };
    expect(api('POST /o/op/1/pay', { body, now: later(10) }).json).toEqual({ status: 'ok' });
    expect(lightspeed.tickets(later(10))).toMatchObject([{ payment: 'paid', tip: 200 }]);
    expect(api('POST /o/op/1/pay', { body, now: later(11) })).toMatchObject({
      status: 400,
      json: { message: 'reference has already been used pay-1' },
    });
    const more = { ...body, thirdPartyPaymentReference: 'pay-2' };
    api('POST /o/op/1/pay', { body: more, now: later(12) });
    expect(statuses(later(12)).at(-1)).toMatchObject({
      status: 'FAILURE',
      errors: { account: { type: 'OVERPAID' } },
    });
  });
  it('shows a printed message to staff', () => {
    const api = connect();
    expect(
      api(`POST /o/op/1/printMsg?${AT}`, { body: { message: 'CANCEL LS-1001', alsoToPrinter: true } }).status,
    ).toBe(200);
    expect(lightspeed.messages()).toEqual(['CANCEL LS-1001']);
  });
  it('sends to an endpoint that the caller registered, and forgets it when told', () => {
    const api = connect();
    const body = { endpointId: 'MINE', url: 'https://example.test/hook' };
    expect(api('PUT /o/wh/1/webhook', { body }).json).toMatchObject({ ...body, withBasicAuth: false });
    api('POST /o/op/1/order/toGo', { body: order({ endpointId: 'MINE' }) });
    const [notification] = lightspeed.notifications(DECIDED);
    expect(notification).toMatchObject({
      url: 'https://example.test/hook',
      headers: { 'content-type': 'application/json' },
    });
    expect(notification?.headers.authorization).toBeUndefined();
    expect(
      api('POST /o/wh/1/webhook', { body: { ...body, withBasicAuth: true, username: 'a', password: 'b' } })
        .body,
    ).not.toContain('password');
    expect(api('DELETE /o/wh/1/webhook/MINE').status).toBe(200);
    expect(api('GET /o/wh/1/webhook/MINE').status).toBe(404);
    expect(api('PUT /o/wh/1/webhook', { body: { url: 'ftp://x' } }).status).toBe(400);
  });
  it('starts clean when reset', () => {
    send(order());
    lightspeed.reset();
    expect(lightspeed.tickets(DECIDED)).toEqual([]);
    expect(refresh('lightspeed-refresh-1').status).toBe(200);
  });
});
