import { createCloverSimulator } from '../../src/sandbox/clover';
import { FaultySimulator } from '../../src/sandbox/faults';

type Body = Record<string, unknown>;
type Shop = 'us' | 'eu';

const START = new Date('2026-11-24T18:00:00.250Z');
const AGENT = { 'user-agent': 'OrderWire-test/1.0' };

function openSandbox() {
  const simulator = createCloverSimulator();
  const faulty = new FaultySimulator(simulator);
  const clock = { now: START };
  const { facts } = simulator;

  const send = (method: string, url: string, body?: unknown, headers: Record<string, string> = AGENT) => {
    const [path = '', query = ''] = url.split('?');
    const outcome = faulty.handle(
      {
        method,
        path,
        query: new URLSearchParams(query),
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        body: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
      },
      clock.now,
    );
    if ('dropped' in outcome) return { status: 0, body: {} as Body };
    return { status: outcome.reply.status, body: JSON.parse(outcome.reply.body) as Body };
  };
  const at = (
    shop: Shop,
    method: string,
    path: string,
    body?: unknown,
    token = facts[`${shop}_access_token`],
  ) =>
    send(method, `/v3/merchants/${facts[`${shop}_merchant_id`]}${path && `/${path}`}`, body, {
      ...AGENT,
      authorization: `Bearer ${token}`,
    });
  const idOf = (shop: Shop, list: string, name: string) => {
    const entry = facts[`${shop}_${list}`]?.split(', ').find((pair) => pair.startsWith(`${name} `));
    return entry?.slice(name.length + 1) ?? '';
  };
  const order = (cart: Body, shop: Shop = 'us') =>
    at(shop, 'POST', 'atomic_order/orders', { orderCart: cart });
  const print = (id: unknown, shop: Shop = 'us') => at(shop, 'POST', 'print_event', { orderRef: { id } });
  const wait = (milliseconds: number) => {
    clock.now = new Date(clock.now.getTime() + milliseconds);
  };
  const tickets = () => simulator.tickets(clock.now);
  return { simulator, faulty, facts, send, at, idOf, order, print, wait, tickets };
}

let sandbox = openSandbox();
beforeEach(() => {
  sandbox = openSandbox();
});

const coke = (shop: Shop = 'us') => ({ item: { id: sandbox.idOf(shop, 'items', 'Coke') } });
const modifier = (group: string, name: string, shop: Shop = 'us') => {
  const { elements } = sandbox.at(shop, 'GET', 'modifier_groups?expand=modifiers').body as {
    elements: { name: string; modifiers: { elements: { id: string; name: string }[] } }[];
  };
  const found = elements.find((entry) => entry.name === group)?.modifiers.elements;
  return { id: found?.find((entry) => entry.name === name)?.id ?? '' };
};
const elements = (body: Body, name = 'elements') => {
  const nested = name === 'elements' ? body : (body[name] as Body);
  return nested.elements as Body[];
};

describe('an order for the restaurant in Boston', () => {
  it('stays silent until it is printed', () => {
    const { body } = sandbox.order({ lineItems: [coke()], title: 'Ann 6:30 PM' });
    expect(sandbox.tickets()[0]).toMatchObject({ visible: false, printed: 0, title: 'Ann 6:30 PM' });
    expect(sandbox.tickets()[0]?.hidden_because).toContain('No print_event was sent');
    expect(sandbox.print(body.id).status).toBe(200);
    expect(sandbox.tickets()[0]).toMatchObject({ visible: true, hidden_because: null, printed: 1 });
    sandbox.print(body.id);
    expect(sandbox.tickets()[0]?.printed).toBe(2);
  });

  it('costs what the menu says, whatever price and name the caller sends', () => {
    const { body } = sandbox.order({ lineItems: [{ ...coke(), price: 1, name: 'Gold' }] });
    expect(body).toMatchObject({ total: 299, currency: 'USD', state: 'OPEN', paymentState: 'OPEN' });
    expect(elements(body, 'lineItems')[0]).toMatchObject({ name: 'Coke', price: 299 });
  });

  it('shows the kitchen sizes, modifiers, notes, service and totals', () => {
    const { body } = sandbox.order({
      orderType: { id: sandbox.idOf('us', 'order_types', 'Delivery') },
      note: 'Ring twice',
      externalReferenceId: 'ow0123456789abcdef01',
      lineItems: [
        {
          item: { id: sandbox.idOf('us', 'items', 'Pepperoni Pizza Large') },
          note: 'NO onions',
          modifications: [
            { modifier: modifier('Toppings', 'Extra Cheese') },
            { modifier: modifier('Toppings', 'Extra Cheese') },
            { modifier: modifier('Toppings', 'Mushrooms'), name: 'LIGHT Mushrooms', amount: 50 },
          ],
        },
        { name: 'Birthday candles', price: 100 },
      ],
      discounts: [{ name: 'Regular', amount: -200 }],
    });
    expect(body.total).toBe(1599 + 200 + 200 + 50 + 100 - 200);
    sandbox.print(body.id);
    expect(sandbox.tickets()).toEqual([
      {
        vendor: 'clover',
        id: body.id,
        ticket_number: body.id,
        reference: 'ow0123456789abcdef01',
        visible: true,
        hidden_because: null,
        title: null,
        service: 'delivery',
        requested_at: null,
        customer: null,
        lines: [
          {
            quantity: '1',
            name: 'Pepperoni Pizza Large',
            options: ['Extra Cheese ×2', 'LIGHT Mushrooms'],
            note: 'NO onions',
            total: 2049,
          },
          { quantity: '1', name: 'Birthday candles', options: [], note: null, total: 100 },
        ],
        notes: ['Ring twice'],
        charges: [],
        discounts: [{ name: 'Regular', amount: 200 }],
        tip: 0,
        total: 1949,
        currency: 'USD',
        payment: 'unpaid',
        printed: 1,
        created_at: '2026-11-24T18:00:00.250Z',
      },
    ]);
  });

  it('reads three colas as three lines, and as one line of three when lines are grouped', () => {
    sandbox.order({ lineItems: [coke(), coke(), coke()] });
    sandbox.order({ lineItems: [coke(), coke(), coke()], groupLineItems: true });
    const [apart, grouped] = sandbox.tickets();
    expect(apart?.lines).toHaveLength(3);
    expect(grouped?.lines).toMatchObject([{ quantity: '3', name: 'Coke', total: 897 }]);
    expect(grouped?.total).toBe(897);
  });

  it('knows no quantity: unitQty counts only for what is sold by weight', () => {
    const olives = { item: { id: sandbox.idOf('us', 'items', 'Marinated Olives') } };
    expect(sandbox.order({ lineItems: [{ ...coke(), unitQty: 3000 }] }).body.total).toBe(299);
    expect(sandbox.order({ lineItems: [{ ...olives, unitQty: 1500 }] }).body.total).toBe(1349);
    expect(sandbox.tickets()[1]?.lines[0]?.name).toBe('Marinated Olives, 1.5 lb');
    expect(sandbox.order({ lineItems: [{ ...coke(), quantity: 3 }] }).status).toBe(400);
  });

  it('drops a modifier that has no id, without a word', () => {
    const extras = [{ name: 'Bacon', amount: 200 }, { id: modifier('Burger Extras', 'Bacon').id }];
    const burger = { item: { id: sandbox.idOf('us', 'items', 'Cheeseburger') }, modifications: extras };
    expect(sandbox.order({ lineItems: [burger] })).toMatchObject({ status: 200, body: { total: 1095 } });
    expect(sandbox.tickets()[0]?.lines[0]?.options).toEqual([]);
  });

  it('takes percentages off before amounts, and half a cent rounds up', () => {
    const { body } = sandbox.order({
      lineItems: [{ name: 'Plate', price: 1001, discounts: [{ name: 'Half', percentage: 50 }] }],
      discounts: [
        { name: 'Dollar', amount: -100 },
        { name: 'Club', percentageDecimal: 125_000 },
      ],
    });
    expect(body.total).toBe(500 - 63 - 100);
  });

  it('adds the service charge of the merchant, and only that one', () => {
    const id = sandbox.idOf('us', 'service_charge', 'Auto Gratuity');
    const cart = { lineItems: [{ name: 'Plate', price: 1000 }] };
    expect(sandbox.order({ ...cart, serviceCharge: { id } }).body.total).toBe(1180);
    expect(sandbox.order({ ...cart, serviceCharge: { id, percentageDecimal: 100_000 } }).body.total).toBe(
      1100,
    );
    expect(sandbox.order({ ...cart, serviceCharge: { id: 'NOSUCHCHARGE0' } })).toEqual({
      status: 400,
      body: { message: 'service_charge_does_not_exist', details: 'NOSUCHCHARGE0' },
    });
    expect(sandbox.tickets()[0]?.charges).toEqual([{ name: 'Auto Gratuity', amount: 180 }]);
  });

  it('can be priced without being made', () => {
    const { status, body } = sandbox.at('us', 'POST', 'atomic_order/checkouts', {
      orderCart: { lineItems: [coke()] },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ subtotal: 299, total: 299, totalTaxAmount: 0, isVat: false });
    expect(sandbox.tickets()).toEqual([]);
  });
});

describe('a cart that Clover refuses', () => {
  const refusals: [string, () => Body, Body][] = [
    ['that is empty', () => ({ lineItems: [] }), { message: 'cart_is_empty_or_missing' }],
    [
      'with an unknown item',
      () => ({ lineItems: [{ item: { id: 'NOSUCHITEM000' } }] }),
      { message: 'item_does_not_exist', details: 'NOSUCHITEM000' },
    ],
    ['with another merchant’s item', () => ({ lineItems: [coke('eu')] }), { message: 'item_does_not_exist' }],
    [
      'with an unknown modifier',
      () => ({ lineItems: [{ ...coke(), modifications: [{ modifier: { id: 'NOSUCHMOD0000' } }] }] }),
      { message: 'invalid_modifier', details: 'NOSUCHMOD0000' },
    ],
    [
      'with a modifier of another dish',
      () => ({ lineItems: [{ ...coke(), modifications: [{ modifier: modifier('Crust', 'Pan') }] }] }),
      { message: 'invalid_modifier' },
    ],
    [
      'with a line that has neither item nor price',
      () => ({ lineItems: [{ name: 'Mystery' }] }),
      { message: 'bad_request' },
    ],
    [
      'with an open-price item and no price',
      () => ({ lineItems: [{ item: { id: sandbox.idOf('us', 'items', 'Open Item') } }] }),
      { message: 'bad_request' },
    ],
    [
      'with a discount that adds money',
      () => ({ lineItems: [coke()], discounts: [{ name: 'Oops', amount: 200 }] }),
      { message: 'invalid_discount_attribute' },
    ],
    [
      'with a nameless discount',
      () => ({ lineItems: [coke()], discounts: [{ amount: -200 }] }),
      { message: 'invalid_discount_attribute' },
    ],
    [
      'with a customer it does not know',
      () => ({ lineItems: [coke()], customers: [{ id: 'NOSUCHCUST000' }] }),
      { message: 'insufficient_customer_info' },
    ],
    [
      'with an order type of another merchant',
      () => ({ lineItems: [coke()], orderType: { id: sandbox.idOf('eu', 'order_types', 'Pickup') } }),
      { message: 'bad_request' },
    ],
    ['in another currency', () => ({ lineItems: [coke()], currency: 'EUR' }), { message: 'bad_request' }],
    [
      'with a title of 128 characters',
      () => ({ lineItems: [coke()], title: 'x'.repeat(128) }),
      { message: 'bad_request' },
    ],
    [
      'with a note of 2048 characters',
      () => ({ lineItems: [coke()], note: 'x'.repeat(2048) }),
      { message: 'bad_request' },
    ],
    [
      'with a line note of 256 characters',
      () => ({ lineItems: [{ ...coke(), note: 'x'.repeat(256) }] }),
      { message: 'bad_request' },
    ],
    [
      'with a field it does not know',
      () => ({ lineItems: [coke()], pickupTime: 1 }),
      { message: 'bad_request' },
    ],
    [
      'with a price in dollars',
      () => ({ lineItems: [{ name: 'Plate', price: 12.5 }] }),
      { message: 'bad_request' },
    ],
    [
      'with flags written as words',
      () => ({ lineItems: [coke()], groupLineItems: 'false' }),
      { message: 'bad_request' },
    ],
  ];
  it.each(refusals)('%s leaves nothing behind', (_, cart, expected) => {
    const { status, body } = sandbox.order(cart());
    expect({ status, body }).toMatchObject({ status: 400, body: expected });
    expect(sandbox.tickets()).toEqual([]);
  });

  it('answers malformed JSON and a missing cart in words', () => {
    expect(sandbox.at('us', 'POST', 'atomic_order/orders', '{"orderCart":').body.message).toBe('bad_request');
    expect(sandbox.at('us', 'POST', 'atomic_order/orders', {}).body.message).toBe('cart_is_empty_or_missing');
  });
});

describe('an order for the restaurant in Dublin', () => {
  const build = () => {
    const made = sandbox.at('eu', 'POST', 'orders', {
      state: null,
      title: 'Ann 18:30',
      externalReferenceId: 'ow-ref',
      orderType: { id: sandbox.idOf('eu', 'order_types', 'Pickup') },
    });
    return String(made.body.id);
  };

  it('cannot be atomic', () => {
    expect(sandbox.order({ lineItems: [coke('eu')] }, 'eu').status).toBe(404);
    expect(sandbox.tickets()).toEqual([]);
  });

  it('is hidden while it is built, and ready once it is open, totalled and printed', () => {
    const id = build();
    const lines = sandbox.at('eu', 'POST', `orders/${id}/bulk_line_items`, {
      items: [
        { item: { id: sandbox.idOf('eu', 'items', 'Cheeseburger') }, price: 1095, note: 'well done' },
        { name: 'Delivery', price: 300 },
      ],
    }).body as unknown as { id: string }[];
    const bacon = { modifier: modifier('Burger Extras', 'Bacon', 'eu') };
    sandbox.at('eu', 'POST', `orders/${id}/line_items/${lines[0]?.id}/modifications`, bacon);
    expect(sandbox.tickets()[0]).toMatchObject({ visible: false, total: 0 });
    expect(sandbox.tickets()[0]?.hidden_because).toContain('no state');
    expect(sandbox.print(id, 'eu').status).toBe(400);

    const opened = sandbox.at('eu', 'POST', `orders/${id}`, { total: 1595, state: 'open' });
    expect(opened.body).toMatchObject({ state: 'open', total: 1595, title: 'Ann 18:30', isVat: true });
    expect(sandbox.print(id, 'eu').status).toBe(200);
    expect(sandbox.tickets()).toMatchObject([
      {
        visible: true,
        service: 'pickup',
        currency: 'EUR',
        total: 1595,
        reference: 'ow-ref',
        lines: [
          { name: 'Cheeseburger', options: ['Bacon'], note: 'well done', total: 1295 },
          { name: 'Delivery', options: [], total: 300 },
        ],
      },
    ]);
  });

  it('is never added up by Clover: without a posted total it comes to nothing', () => {
    const id = build();
    sandbox.at('eu', 'POST', `orders/${id}/line_items`, coke('eu'));
    sandbox.at('eu', 'POST', `orders/${id}/discounts`, { name: 'Regular', percentage: 10 });
    const { body } = sandbox.at('eu', 'GET', `orders/${id}?expand=lineItems,discounts`);
    expect(body.total).toBeUndefined();
    expect(elements(body, 'lineItems')).toMatchObject([{ name: 'Coke', price: 299 }]);
    expect(elements(body, 'discounts')).toMatchObject([{ name: 'Regular', percentage: 10 }]);
  });

  it('takes an overriding price, wants one for every line in bulk, and holds 100 lines a call', () => {
    const id = build();
    const add = (items: Body[]) => sandbox.at('eu', 'POST', `orders/${id}/bulk_line_items`, { items });
    expect(add([{ ...coke('eu'), price: 250, name: 'Coke, no ice' }]).body).toMatchObject([
      { price: 250, name: 'Coke, no ice' },
    ]);
    expect(add([coke('eu')])).toMatchObject({ status: 400, body: { message: 'Invalid line item' } });
    expect(add(Array.from({ length: 101 }, () => ({ name: 'Plate', price: 1 }))).status).toBe(400);
    expect(sandbox.at('eu', 'POST', `orders/${id}/line_items`, { name: 'Custom line item' }).status).toBe(
      400,
    );
  });

  it('refuses a modification without an id instead of dropping it', () => {
    const id = build();
    const line = sandbox.at('eu', 'POST', `orders/${id}/line_items`, coke('eu')).body;
    const path = `orders/${id}/line_items/${line.id}/modifications`;
    expect(sandbox.at('eu', 'POST', path, { name: 'Ice', amount: 0 }).status).toBe(400);
  });

  it('disappears when it is deleted', () => {
    const id = build();
    expect(sandbox.at('eu', 'DELETE', `orders/${id}`).status).toBe(200);
    expect(sandbox.at('eu', 'GET', `orders/${id}`).status).toBe(404);
    expect(sandbox.tickets()).toEqual([]);
  });
});

describe('looking for an order', () => {
  const found = (query: string, shop: Shop = 'us') => {
    const { body } = sandbox.at(shop, 'GET', `orders?${query}`);
    return elements(body).map(({ id }) => id);
  };
  const filter = (condition: string) => `filter=${encodeURIComponent(condition)}`;

  it('finds a new one only after a second, though its id works at once', () => {
    const { id } = sandbox.order({ lineItems: [coke()], externalReferenceId: 'ow-1' }).body;
    sandbox.wait(999);
    expect(found(filter('externalReferenceId=ow-1'))).toEqual([]);
    expect(sandbox.at('us', 'GET', `orders/${id}`).status).toBe(200);
    sandbox.wait(1);
    expect(found(filter('externalReferenceId=ow-1'))).toEqual([id]);
  });

  it('finds a hidden one by its id alone, and counts the second from its opening', () => {
    const { id } = sandbox.at('us', 'POST', 'orders', { title: 'ow-2' }).body;
    sandbox.wait(5000);
    expect(found(filter('title=ow-2'))).toEqual([]);
    sandbox.at('us', 'POST', `orders/${id}`, { state: 'open' });
    expect(found(filter('title=ow-2'))).toEqual([]);
    sandbox.wait(1000);
    expect(found(filter('title=ow-2'))).toEqual([id]);
  });

  it('lists the newest first, from a moment on, whatever the case of the state, and 90 days back', () => {
    const first = sandbox.order({ lineItems: [coke()] }).body;
    sandbox.wait(60_000);
    const second = sandbox.order({ lineItems: [coke()] }).body;
    sandbox.wait(1000);
    expect(found('')).toEqual([second.id, first.id]);
    expect(first.createdTime).toBe(Date.parse('2026-11-24T18:00:00.000Z'));
    expect(found(filter(`createdTime>=${second.createdTime}`))).toEqual([second.id]);
    expect(found('limit=1&offset=1')).toEqual([first.id]);
    sandbox.wait(91 * 24 * 60 * 60 * 1000);
    expect(found(filter('createdTime>=0'))).toEqual([]);
    expect(found('')).toHaveLength(2);
  });

  it('refuses four expansions, an unknown filter and a page of 1001', () => {
    const refused = ['expand=lineItems,discounts,payments,customers', filter('reference=1'), 'limit=1001'];
    for (const query of refused) expect(sandbox.at('us', 'GET', `orders?${query}`).status).toBe(400);
  });

  it('keeps the two restaurants apart', () => {
    const { id } = sandbox.order({ lineItems: [coke()] }).body;
    sandbox.wait(1000);
    expect(found('', 'eu')).toEqual([]);
    expect(sandbox.at('eu', 'GET', `orders/${id}`).status).toBe(404);
    expect(sandbox.print(id, 'eu').status).toBe(404);
  });
});

describe('printing', () => {
  it('answers 404 for an order that does not exist', () => {
    expect(sandbox.print('NOSUCHORDER00')).toMatchObject({ status: 404, body: { message: 'Not Found' } });
  });

  it('forgets a finished job, and then says so on the lines', () => {
    const { id } = sandbox.order({ lineItems: [coke()] }).body;
    const event = sandbox.print(id).body;
    expect(event).toMatchObject({ orderRef: { id }, state: 'CREATED' });
    const printed = () =>
      elements(sandbox.at('us', 'GET', `orders/${id}?expand=lineItems`).body, 'lineItems')[0]?.printed;
    sandbox.wait(1000);
    expect(sandbox.at('us', 'GET', `print_event/${event.id}`).body.state).toBe('PRINTING');
    expect(printed()).toBe(false);
    sandbox.wait(1000);
    expect(sandbox.at('us', 'GET', `print_event/${event.id}`)).toMatchObject({
      status: 404,
      body: { details: 'The print event is missing' },
    });
    expect(printed()).toBe(true);
  });
});

describe('payments', () => {
  const pay = (id: unknown, tender: string, amount: number) =>
    sandbox.at('us', 'POST', `orders/${id}/payments`, {
      tender: { id: sandbox.idOf('us', 'tenders', tender) },
      amount,
      tipAmount: 100,
    });

  it('marks an order paid when outside money covers it', () => {
    const { id } = sandbox.order({ lineItems: [coke()] }).body;
    expect(pay(id, 'External Payment', 200).status).toBe(200);
    expect(sandbox.tickets()[0]).toMatchObject({ payment: 'unpaid', tip: 100 });
    pay(id, 'Cash', 99);
    expect(sandbox.tickets()[0]).toMatchObject({ payment: 'paid', tip: 200 });
    expect(sandbox.at('us', 'GET', `orders/${id}`).body).toMatchObject({
      paymentState: 'PAID',
      state: 'locked',
    });
  });

  it('refuses cards, unknown tenders and nothing at all', () => {
    const { id } = sandbox.order({ lineItems: [coke()] }).body;
    expect(pay(id, 'Credit Card', 299).status).toBe(400);
    expect(pay(id, 'Shells', 299).status).toBe(400);
    expect(pay(id, 'Cash', 0).status).toBe(400);
  });
});

describe('customers', () => {
  it('must exist before an order can name them', () => {
    const made = sandbox.at('us', 'POST', 'customers', {
      firstName: 'Ann',
      phoneNumbers: [{ phoneNumber: '+16175550123' }],
    });
    sandbox.order({ lineItems: [coke()], customers: [{ id: made.body.id }] });
    expect(sandbox.tickets()[0]?.customer).toBe('Ann +16175550123');
    const { body } = sandbox.at(
      'us',
      'GET',
      `customers?filter=${encodeURIComponent('phoneNumber=+16175550123')}`,
    );
    expect(elements(body)).toMatchObject([{ id: made.body.id, firstName: 'Ann' }]);
  });
});

describe('the menu', () => {
  it('lists every dish with its groups, sizes as items of one group, and what is sold out', () => {
    const items = elements(
      sandbox.at('us', 'GET', 'items?expand=categories,modifierGroups,options&limit=1000').body,
    );
    const named = (name: string) => items.find((item) => item.name === name);
    expect(named('Tiramisu')).toMatchObject({ available: false, price: 750, priceType: 'FIXED' });
    expect(named('Open Item')).toMatchObject({ priceType: 'VARIABLE' });
    expect(named('Delivery Fee')).toMatchObject({ price: 300 });
    const small = named('Pepperoni Pizza Small');
    expect(small?.itemGroup).toEqual(named('Pepperoni Pizza Large')?.itemGroup);
    expect(small).toMatchObject({ options: { elements: [{ name: 'Small' }] } });
    expect(small).toMatchObject({ modifierGroups: { elements: [{ name: 'Toppings' }] } });
  });

  it('pages and filters', () => {
    const read = (query: string) => elements(sandbox.at('us', 'GET', `items?${query}`).body);
    expect(read('limit=2&offset=1')).toEqual(read('limit=3').slice(1));
    expect(read('filter=name=Coke')).toHaveLength(1);
  });

  it('answers what else a set-up asks for', () => {
    expect(sandbox.at('eu', 'GET', '').body).toMatchObject({
      defaultCurrency: 'EUR',
      timezone: 'Europe/Dublin',
    });
    for (const path of ['categories', 'order_types', 'tenders', 'tax_rates', 'employees'])
      expect(elements(sandbox.at('us', 'GET', path).body).length).toBeGreaterThan(0);
    expect(sandbox.at('us', 'GET', 'default_service_charge').body).toMatchObject({
      percentageDecimal: 180_000,
    });
    expect(sandbox.at('us', 'GET', 'no_such_thing').status).toBe(404);
  });

  it('gives every thing an id of its own, 13 characters long', () => {
    const ids = (['us', 'eu'] as const).flatMap((shop) => [
      ...['items', 'categories', 'order_types', 'tenders', 'tax_rates', 'employees'].flatMap((path) =>
        elements(sandbox.at(shop, 'GET', path).body).map(({ id }) => String(id)),
      ),
      ...elements(sandbox.at(shop, 'GET', 'modifier_groups?expand=modifiers').body).flatMap((group) => [
        String(group.id),
        ...elements(group, 'modifiers').map(({ id }) => String(id)),
      ]),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Z0-9]{13}$/);
  });
});

describe('credentials', () => {
  const unauthorized = { status: 401, body: { message: '401 Unauthorized' } };

  it('are refused alike when wrong, expired or another restaurant’s, and never with 403', () => {
    expect(sandbox.at('us', 'GET', 'items', undefined, 'wrong')).toEqual(unauthorized);
    expect(sandbox.at('us', 'GET', 'items', undefined, sandbox.facts.eu_access_token)).toEqual(unauthorized);
    expect(sandbox.send('GET', '/v3/merchants/NOSUCHSHOP000/items')).toEqual(unauthorized);
    sandbox.faulty.arm({ fault: 'expired_token', times: 1, seconds: 0 });
    expect(sandbox.at('us', 'GET', 'items')).toEqual(unauthorized);
    expect(sandbox.at('us', 'GET', 'items').status).toBe(200);
  });

  it('that may only read see everything and write nothing', () => {
    sandbox.faulty.arm({ fault: 'read_only', times: 9, seconds: 0 });
    expect(sandbox.at('us', 'GET', '').status).toBe(200);
    expect(sandbox.order({ lineItems: [coke()] })).toEqual(unauthorized);
    expect(sandbox.at('us', 'POST', 'orders', {})).toEqual(unauthorized);
    expect(sandbox.tickets()).toEqual([]);
  });

  it('need a User-Agent beside them', () => {
    const headers = { authorization: `Bearer ${sandbox.facts.us_access_token}` };
    const url = `/v3/merchants/${sandbox.facts.us_merchant_id}/items`;
    expect(sandbox.send('GET', url, undefined, headers).status).toBe(400);
    expect(sandbox.send('POST', '/oauth/v2/refresh', {}, {}).body.details).toContain('User-Agent');
  });

  it('come from a code that works once', () => {
    const { client_id, client_secret, us_authorization_code: code } = sandbox.facts;
    const exchange = (secret = client_secret) =>
      sandbox.send('POST', '/oauth/v2/token', { client_id, client_secret: secret, code });
    expect(exchange('guess').status).toBe(401);
    const { status, body } = exchange();
    expect(status).toBe(200);
    expect(body.access_token_expiration).toBe(Math.floor(START.getTime() / 1000) + 3600);
    expect(sandbox.at('us', 'GET', 'items', undefined, String(body.access_token)).status).toBe(200);
    expect(exchange()).toMatchObject({
      status: 401,
      body: { message: 'Failed to validate authentication code' },
    });
  });

  it('are renewed by a refresh token that works once, and end after an hour', () => {
    const { client_id, us_refresh_token } = sandbox.facts;
    const refresh = (refresh_token: unknown) =>
      sandbox.send('POST', '/oauth/v2/refresh', { client_id, refresh_token });
    const { body } = refresh(us_refresh_token);
    expect(refresh(us_refresh_token)).toEqual(unauthorized);
    expect(refresh(body.refresh_token).status).toBe(200);
    const token = String(body.access_token);
    expect(sandbox.at('us', 'GET', 'items', undefined, token).status).toBe(200);
    expect(sandbox.at('eu', 'GET', 'items', undefined, token)).toEqual(unauthorized);
    sandbox.wait(3_600_000);
    expect(sandbox.at('us', 'GET', 'items', undefined, token)).toEqual(unauthorized);
  });

  it('with the smaller rights stay small after the log-in', () => {
    const { client_id, us_refresh_token: refresh_token } = sandbox.facts;
    sandbox.faulty.arm({ fault: 'read_only', times: 1, seconds: 0 });
    const { access_token } = sandbox.send('POST', '/oauth/v2/refresh', { client_id, refresh_token }).body;
    expect(sandbox.at('us', 'GET', 'items', undefined, String(access_token)).status).toBe(200);
    expect(sandbox.at('us', 'POST', 'orders', {}, String(access_token))).toEqual(unauthorized);
  });
});

describe('when things go wrong', () => {
  it('keeps the order whose reply was lost', () => {
    sandbox.faulty.arm({ fault: 'lose_reply', times: 1, seconds: 0 });
    expect(sandbox.order({ lineItems: [coke()] }).status).toBe(0);
    expect(sandbox.tickets()).toHaveLength(1);
  });

  it('strikes order writes in both regions and leaves printing alone', () => {
    sandbox.faulty.arm({ fault: 'error_before', times: 1, seconds: 0 });
    expect(
      sandbox.at('us', 'POST', 'atomic_order/checkouts', { orderCart: { lineItems: [coke()] } }).status,
    ).toBe(200);
    expect(() => sandbox.at('eu', 'POST', 'orders', {})).toThrow(SyntaxError);
    expect(sandbox.at('eu', 'POST', 'orders', {}).status).toBe(200);
  });

  it('starts clean after a reset, with the same ids', () => {
    const first = sandbox.order({ lineItems: [coke()] }).body.id;
    sandbox.faulty.reset();
    expect(sandbox.tickets()).toEqual([]);
    expect(sandbox.order({ lineItems: [coke()] }).body.id).toBe(first);
  });

  it('refuses a body that is not JSON by its content type', () => {
    const headers = {
      ...AGENT,
      authorization: `Bearer ${sandbox.facts.us_access_token}`,
      'content-type': 'text/plain',
    };
    const url = `/v3/merchants/${sandbox.facts.us_merchant_id}/orders`;
    expect(sandbox.send('POST', url, '{}', headers).status).toBe(415);
  });
});
