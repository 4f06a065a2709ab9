import { coke, elements, type Shop, sandbox } from '../support/clover-sandbox';

beforeEach(sandbox.restart);

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
    expect(found(filter('state=open'))).toEqual([second.id, first.id]);
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
