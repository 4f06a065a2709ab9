import { type Json, pickup, post, price, toastRestaurant } from '../support/toast-sandbox';

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
