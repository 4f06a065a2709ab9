import { openRestaurant } from '../support/restaurant-server';
import { AppHouse, burger, connected, failure, orderForm } from './support/app-house';

jest.setTimeout(60_000);

describe('a module that cannot do it', () => {
  let open: AppHouse;
  beforeAll(async () => {
    open = await AppHouse.open();
  });
  afterAll(() => open.close());

  it('says in the API’s own words what is wrong, and is not tried again', async () => {
    const { app } = open;
    await app.run('createOrder', orderForm('CA-1'));
    const bad = orderForm('CA-2', { items: [{ name: 'pizza', quantity: 'many' }] });
    expect(await failure(app.run('createOrder', bad))).toMatch(/^DataError: \[400\] items\[0\]\.quantity: /);
    expect(await failure(app.run('createOrder', orderForm('CA-1', { items: [burger] })))).toMatch(
      /^DataError: \[409\] /,
    );
    expect(await failure(app.run('getOrder', { id: 'ord_1' }))).toBe(
      'DataError: [404] There is no such order.',
    );
    expect(await failure(open.as('mario-read').run('createOrder', orderForm('CA-3')))).toMatch(
      /^InvalidConfigurationError: \[403\] .*write/,
    );
  });

  it('stops where the kitchen does not get the order, or goes on with the reason if that was chosen', async () => {
    const { app, house } = open;
    house.fault('square', 'read_only', 5);
    const form = orderForm('CA-4', { connection_id: 'con_square' });
    expect(await failure(app.run('createSquareOrder', form))).toMatch(
      /^DataError: The kitchen does not have it \(blocked\): Square/,
    );
    const [told] = await app.run('createSquareOrder', { ...form, when_refused: 'continue' });
    expect(told).toMatchObject({ state: 'blocked', reason: { kind: 'credentials' } });
  });
});

it.each([
  [429, 'RateLimitError'],
  [502, 'ConnectionError'],
  [503, 'ConnectionError'],
  [504, 'ConnectionError'],
  [500, 'RuntimeError'],
])('fails on a %s so that Make knows whether to try again', async (status, type) => {
  const server = await openRestaurant();
  server.answer(
    '/v1/orders/ord_1',
    (response) => void response.writeHead(status).end(status > 500 ? '<html>' : '{"detail":"x"}'),
  );
  expect(await failure(connected('k', server.url).run('getOrder', { id: 'ord_1' }))).toBe(
    `${type}: [${status}] ${status > 500 ? '<html>' : 'x'}`,
  );
  await server.close();
});

it('writes the key to no log of Make', () => {
  const app = connected('k', 'https://orders.example.com');
  for (const kind of ['connection', 'webhook'] as const)
    for (const id of app.ids(kind)) {
      const file = app.file(kind, id, kind === 'webhook' ? 'attach' : 'communication');
      expect(JSON.parse(file).log.sanitize).toContain('request.headers.authorization');
    }
  expect(JSON.parse(app.file('webhook', 'new-orders', 'attach')).log.sanitize).toContain(
    'response.body.secret',
  );
});
