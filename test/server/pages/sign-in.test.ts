import { OrderApi } from '../../support/order-api';
import { Visitor } from '../../support/visitor';

let api: OrderApi;
beforeEach(async () => {
  api = await OrderApi.start();
  // Without any order the first page helps to set things up.
  await api.send();
});
afterEach(() => api.stop());

const SESSION = 'orderwire';

it('leads whoever is not signed in to where that is done, and back to where they wanted to go', async () => {
  const visitor = new Visitor(api);
  const turned = await visitor.get('/orders?q=0123');
  expect([turned.status, turned.location]).toEqual([303, '/sign-in?next=%2Forders%3Fq%3D0123']);
  await visitor.get(String(turned.location));
  const { location } = await visitor.post('/sign-in', { key: 'mario-admin', next: '/orders?q=0123' });
  expect(location).toBe('/orders?q=0123');
  expect((await visitor.get('/')).text).toContain('mario&#39;s');
});

it('tells somebody with a wrong or a deleted key so, and lets nobody in', async () => {
  const visitor = new Visitor(api);
  const wrong = await visitor.signIn('mario-nobody');
  expect(wrong.status).toBe(401);
  expect(wrong.text).toContain('This key is wrong or was deleted');
  await api.call('DELETE', '/v1/keys/key_mario-write');
  expect((await visitor.signIn('mario-write')).status).toBe(401);
  expect((await visitor.get('/')).status).toBe(303);
});

it('keeps the session in a cookie that no script reads and no other site sends along', async () => {
  const visitor = new Visitor(api);
  const { headers } = await visitor.signIn('mario-admin');
  const cookie = [headers['set-cookie']].flat().find((one) => one?.startsWith(`${SESSION}=`));
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Lax/);
  expect(cookie).toMatch(/Path=\//);
});

it('asks for HTTPS with the cookie where the pages are reached by it', async () => {
  const secure = await OrderApi.start({ config: { publicBaseUrl: 'https://orders.example.com' } });
  const { headers } = await new Visitor(secure).signIn('mario-admin');
  const cookie = [headers['set-cookie']].flat().find((one) => one?.startsWith('__Host-orderwire='));
  expect(cookie).toMatch(/Secure/);
  await secure.stop();
});

it('gives a new session at each sign-in: one that somebody else has planted opens nothing', async () => {
  const attacker = await Visitor.signedIn(api, 'luigi-read');
  const planted = attacker.cookies.get(SESSION) ?? '';
  const victim = new Visitor(api);
  victim.cookies.set(SESSION, planted);
  await victim.get('/sign-in?next=/');
  await victim.get('/');
  await victim.post('/sign-in', { key: 'mario-admin' });
  expect(victim.cookies.get(SESSION)).not.toBe(planted);
  // The planted one has ended with that sign-in, and never became Mario's.
  expect((await attacker.get('/')).status).toBe(303);
});

it('opens nothing with a cookie that was made up or altered', async () => {
  const visitor = await Visitor.signedIn(api);
  const good = visitor.cookies.get(SESSION) ?? '';
  for (const forged of ['anything', good.slice(0, -3), `x${good}`]) {
    visitor.cookies.set(SESSION, forged);
    expect((await visitor.get('/')).status).toBe(303);
  }
});

it.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  'http:evil.example',
  '/%09/evil.example',
  '/..//evil.example',
])('leads to no other site after signing in: %j', async (next) => {
  const visitor = new Visitor(api);
  const { location } = await visitor.signIn('mario-admin', { next });
  const landed = new URL(String(location), 'https://orders.example.com');
  expect(landed.origin).toBe('https://orders.example.com');
  expect(String(location)).not.toMatch(/^(\/\/|\/\\)/);
});

it('lets nobody guess keys: after ten tries within a minute it says to wait', async () => {
  const visitor = new Visitor(api);
  for (let n = 0; n < 10; n++) expect((await visitor.signIn(`guess-${n}`)).status).toBe(401);
  const stopped = await visitor.signIn('mario-admin');
  expect(stopped.status).toBe(429);
  expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
  expect(stopped.text).toContain('Too many tries');
  expect((await visitor.get('/')).status).toBe(303);
});

it('keeps that limit also where the API has none', async () => {
  const open = await OrderApi.start({ config: { requestsPerMinute: 0 } });
  const visitor = new Visitor(open);
  for (let n = 0; n < 10; n++) await visitor.signIn(`guess-${n}`);
  expect((await visitor.signIn('mario-admin')).status).toBe(429);
  await open.stop();
});

it('signs out here, or wherever somebody came in with the same key', async () => {
  const [kitchen, office, other] = await Promise.all([
    Visitor.signedIn(api),
    Visitor.signedIn(api),
    Visitor.signedIn(api, 'mario-write'),
  ]);
  await kitchen.get('/');
  await kitchen.post('/sign-out');
  expect((await kitchen.get('/')).status).toBe(303);
  expect((await office.get('/')).status).toBe(200);
  await kitchen.signIn('mario-admin');
  await office.get('/');
  await office.post('/sign-out', { everywhere: 'yes' });
  expect((await kitchen.get('/')).status).toBe(303);
  expect((await other.get('/')).status).toBe(200);
});

it('ends a session with its key, and by itself after a month', async () => {
  const [writer, admin] = [await Visitor.signedIn(api, 'mario-write'), await Visitor.signedIn(api)];
  await api.call('DELETE', '/v1/keys/key_mario-write');
  expect((await writer.get('/')).status).toBe(303);
  api.clock.at += 29 * 24 * 3_600_000;
  expect((await admin.get('/')).status).toBe(200);
  api.clock.at += 2 * 24 * 3_600_000;
  expect((await admin.get('/')).status).toBe(303);
});
