import { vendorIds } from '../../src/pos/vendors';
import { AppHouse, burger, coke, failure, orderForm } from './support/app-house';

jest.setTimeout(60_000);

describe.each(vendorIds)('Create an order in %s', (vendor) => {
  it('makes one ticket in the shop that was chosen, however often the scenario runs', async () => {
    const open = await AppHouse.open(vendor);
    const { app, house } = open;
    const [shop] = await app.list('listShops');
    const [connection] = await app.list('listConnections', { vendor, location_id: shop?.value });
    const module = `create${vendor.charAt(0).toUpperCase()}${vendor.slice(1)}Order`;
    const form = orderForm('CA-1', {
      location_id: shop?.value,
      connection_id: connection?.value,
      items: [burger, coke],
    });
    const [first] = await app.run(module, form);
    const [again] = await app.run(module, form);
    expect(first).toMatchObject({ destination: { vendor }, receipt: { vendor } });
    expect(again).toMatchObject({ id: first?.id, order_id: first?.order_id });
    const tickets = house.tickets(vendor);
    expect(tickets).toHaveLength(1);
    expect(JSON.stringify(tickets)).toMatch(/onion/i);
    const [stored] = await app.run('getOrder', { id: first?.order_id });
    expect(stored).toMatchObject({ source: { channel: 'make' }, items: [{ name: 'cheeseburger' }, coke] });
    await open.close();
  });
});

describe('the Make app', () => {
  let open: AppHouse;
  beforeAll(async () => {
    open = await AppHouse.open();
  });
  afterAll(() => open.close());

  it('is connected by an address and a key, and named after the restaurant', async () => {
    const { app, house } = open;
    expect(await app.connect('order-api')).toBe(`mario's (${house.address})`);
    expect(await failure(open.as('wrong').connect('order-api'))).toMatch(
      /^InvalidAccessTokenError: \[401\] /,
    );
  });

  it('stores an order, sends it where the shop’s orders go, and stays at one ticket', async () => {
    const { app, house } = open;
    const [stored] = await app.run('createOrder', orderForm('CA-1'));
    expect(house.tickets('square')).toEqual([]);
    for (const connection_id of [undefined, null, '']) {
      const [sent] = await app.run('sendOrderToPos', { id: stored?.id, connection_id });
      expect(sent).toMatchObject({ order_id: stored?.id, receipt: { state: 'accepted' } });
    }
    expect(house.tickets('square')).toHaveLength(1);
  });

  it('gives what its samples promise, field by field', async () => {
    const { app } = open;
    const sample = (id: string) => JSON.parse(app.file('module', id, 'samples'));
    const [created] = await app.run('createOrder', orderForm('CA-2', { items: [burger] }));
    const [sent] = await app.run('sendOrderToPos', { id: created?.id });
    const [read] = await app.run('readOrderText', { text: 'two cokes and a burger with no onions' });
    const [cancelled] = await app.run('cancelOrder', { id: created?.id, reason: 'Guest called' });
    const [paused] = await app.run('pauseOrders', { location_id: 'loc_1', minutes: 30, reason: 'Oven' });
    const [resumed] = await app.run('resumeOrders', { location_id: 'loc_1' });
    const given = {
      createOrder: created,
      sendOrderToPos: sent,
      readOrderText: read,
      cancelOrder: cancelled,
      pauseOrders: paused,
      resumeOrders: resumed,
    };
    for (const [id, output] of Object.entries(given)) {
      expect([id, Object.keys(output ?? {}).sort()]).toEqual([id, Object.keys(sample(id)).sort()]);
    }
    const receiptOf = ({ receipt = {} }: { receipt?: object }) => Object.keys(receipt).sort();
    expect(receiptOf(sent ?? {})).toEqual(receiptOf(sample('sendOrderToPos')));
    expect(resumed?.paused_until).toBeNull();
  });

  it('orders what it read from words as it was read, and what a trigger gave as it was given', async () => {
    const { app } = open;
    const [read] = await app.run('readOrderText', {
      text: 'two cheeseburgers with no onions and a coke zero',
    });
    const [stored] = await app.run('createOrder', orderForm('CA-3', { items: read?.items }));
    expect(stored?.items).toMatchObject([
      { name: 'cheeseburgers', quantity: '2', options: [{ name: 'onions', action: 'remove' }] },
      { name: 'coke zero', quantity: '1' },
    ]);
    const { items, customer, timing, payment } = stored ?? {};
    const [copied] = await app.run('createOrder', { external_ref: 'CA-4', items, customer, timing, payment });
    expect(copied?.items).toEqual(items);
  });

  it('finds orders page by page, and no more than were asked for', async () => {
    const { app, house } = open;
    const MORE_THAN_A_PAGE = 103;
    for (let n = 1; n <= MORE_THAN_A_PAGE; n++)
      await house.order({ external_ref: `S-${n}`, items: [{ name: `dish ${n}`, quantity: 1 }] });
    const references = async (form: Record<string, unknown>) =>
      (await app.run('searchOrders', form)).map((one) => one.external_ref);
    const all = await references({ limit: 200, status: ['received'] });
    expect(all.filter((one) => String(one).startsWith('S-'))).toHaveLength(MORE_THAN_A_PAGE);
    expect(await references({ limit: 3, location_id: 'loc_1' })).toEqual(['S-103', 'S-102', 'S-101']);
    expect(await references({ external_ref: 'S-2' })).toEqual(['S-2']);
    expect(await references({ status: ['expired'], acked: false })).toEqual([]);
  });

  it('calls any route', async () => {
    const { app } = open;
    const body = '{"text": "a coke"}';
    const [answer] = await app.run('makeApiCall', { url: '/v1/orders/parse', method: 'POST', body });
    expect(answer).toMatchObject({ statusCode: 200, body: { items: [{ name: 'coke' }] } });
    const [listed] = await app.run('makeApiCall', { url: '/v1/orders', qs: [{ key: 'limit', value: '1' }] });
    expect(listed).toMatchObject({ body: { has_more: true } });
  });

  it('lists the dishes of the shop that was chosen, and where its orders can go', async () => {
    const { app } = open;
    const square = { label: expect.stringContaining('(square)'), value: 'con_square' };
    expect(await app.list('listConnections')).toEqual([square]);
    expect(await app.list('listConnections', { vendor: 'square', location_id: 'loc_1' })).toEqual([square]);
    expect(await app.list('listConnections', { vendor: 'toast' })).toEqual([]);
    expect(await app.list('listConnections', { location_id: 'loc_9' })).toEqual([]);
    const dishes = await app.list('listMenuItems', { location_id: 'loc_1' });
    expect(dishes).toContainEqual({ label: 'Coke Zero', value: expect.any(String) });
  });
});
