import { OrderApi } from '../../support/order-api';
import { Visitor } from '../../support/visitor';

let api: OrderApi;
let order: string;
beforeAll(async () => {
  api = await OrderApi.start();
  order = (await api.send()).body.id;
});
afterAll(() => api.stop());

/** Every form, with what it needs to be sent. */
const forms = (): [path: string, fields: Record<string, string>][] => [
  ['/sign-in', { key: 'mario-admin' }],
  ['/sign-in/link', { email: 'kitchen@marios.example' }],
  ['/sign-in/link/any', {}],
  ['/sign-out', {}],
  ['/language', { language: 'es' }],
  ['/shops/loc_1/pause', { minutes: '15' }],
  ['/shops/loc_1/resume', {}],
  ['/pos/con_1/check', {}],
  ['/sold-out', { shop: 'loc_1', item: 'pepperoni', mark: 'always' }],
  [`/orders/${order}/press`, { delivery: 'dlv_1', press: 'resolve' }],
  [`/orders/${order}/twin`, { answer: 'same' }],
  [`/orders/${order}/cancel`, { reason: 'none' }],
  [`/orders/${order}/text`, { words: 'late', once: '1' }],
  [`/orders/${order}/fix`, { notes: 'changed' }],
  ['/words/fix', { order, path: 'items[0]', item_id: 'pepperoni' }],
  ['/words/forget', { shop: 'loc_1', id: 'als_1' }],
  ['/settings', { shop: 'loc_1', name: 'Changed' }],
];

it('changes nothing for a form that another site has sent along with our cookies', async () => {
  const visitor = await Visitor.signedIn(api);
  await visitor.get('/');
  for (const [path, fields] of forms()) {
    for (const form_token of ['', 'made-up', 'aaaaaaaa-bbbbbbbbbbbbbbbbbbbbbbbbbbb']) {
      const { status, text } = await visitor.post(path, { ...fields, form_token });
      expect([path, status]).toEqual([path, 403]);
      expect(text).toContain('Nothing was changed');
    }
  }
  expect((await api.call('GET', `/v1/orders/${order}`)).body.status).toBe('received');
  expect((await api.call('GET', '/v1/locations/loc_1')).body.paused_until).toBeNull();
  expect((await visitor.get('/')).status).toBe(200);
});

it("takes no token of somebody else's page", async () => {
  const [mario, luigi] = [await Visitor.signedIn(api), await Visitor.signedIn(api, 'luigi-admin')];
  const page = await luigi.get('/');
  const stolen = /name="form_token" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const { status } = await mario.post('/shops/loc_1/pause', { minutes: '15', form_token: stolen });
  expect(status).toBe(403);
});

it('may be shown in no other page, loads nothing of others, and holds no script or style of its own', async () => {
  const visitor = await Visitor.signedIn(api);
  for (const url of [
    '/',
    `/orders/${order}`,
    `/orders/${order}/fix`,
    '/orders',
    '/sold-out',
    '/words',
    '/settings',
    '/orders/none',
  ]) {
    const { headers, text } = await visitor.get(url);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|data:|https?:|\*/);
    expect(headers['x-frame-options']).toBeDefined();
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(text).not.toMatch(/<style|<script(?! src="\/assets\/)|\sstyle=|\son\w+=|javascript:/i);
  }
});

describe('what a key may', () => {
  it('shows somebody who may only read no button, and refuses what he sends all the same', async () => {
    const reader = await Visitor.signedIn(api, 'mario-read');
    const { text } = await reader.get('/');
    expect(text).not.toMatch(/pause|sold-out/);
    expect((await reader.get(`/orders/${order}`)).text).not.toMatch(/action="\/orders|\/fix/);
    for (const [path, fields] of forms().slice(5)) {
      const { status, text: said } = await reader.post(path, fields);
      expect([path, status]).toEqual([path, 403]);
      expect(said).toContain('this needs');
    }
  });

  it('shows what is sold out only to somebody who may change the menu', async () => {
    const writer = await Visitor.signedIn(api, 'mario-write');
    expect((await writer.get('/')).text).toMatch(/pause[\s\S]*15 min/);
    expect((await writer.get('/')).text).not.toContain('/sold-out');
    expect((await writer.get('/sold-out')).status).toBe(403);
    const admin = await Visitor.signedIn(api);
    expect((await admin.get('/')).text).toContain('/sold-out');
  });

  it("finds no order, shop or dish of another restaurant's", async () => {
    const luigi = await Visitor.signedIn(api, 'luigi-admin');
    expect((await luigi.get(`/orders/${order}`)).status).toBe(404);
    expect((await luigi.get(`/live/orders/${order}`)).status).toBe(404);
    expect((await luigi.get('/?shop=loc_1')).status).toBe(404);
    expect((await luigi.get('/orders?q=0123')).text).not.toContain('Ann Lee');
    await luigi.get('/');
    expect((await luigi.post('/shops/loc_1/pause', { minutes: '15' })).status).toBe(404);
    expect((await luigi.post(`/orders/${order}/cancel`)).status).toBe(404);
  });
});
