import {
  AT,
  basic,
  connect,
  fact,
  LOCATION,
  later,
  lightspeed,
  order,
  refresh,
} from '../support/lightspeed-sandbox';
import { call } from './call';

beforeEach(() => lightspeed.reset());

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
