import { type Json, pickup, post, toastRestaurant } from '../support/toast-sandbox';

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
