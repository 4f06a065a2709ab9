import { Sandbox } from '../../src/sandbox/sandbox';
import { buildSandboxApp } from '../../src/server/sandbox-app';

const open = () => buildSandboxApp(new Sandbox(), () => new Date('2026-11-24T18:00:00Z'));
const square = { authorization: 'Bearer sandbox-square-token', 'content-type': 'application/json' };
const order = {
  idempotency_key: 'key-1',
  order: {
    location_id: 'LSANDBOX1',
    line_items: [{ name: '<b>pie</b>', quantity: '1', base_price_money: { amount: 1500, currency: 'USD' } }],
  },
};
const create = (app: ReturnType<typeof open>) =>
  app.inject({ method: 'POST', url: '/square/v2/orders', headers: square, payload: JSON.stringify(order) });

it('serves each POS under its name, and shows an order that staff would not see in the drawer, escaped', async () => {
  const app = open();
  expect((await create(app)).statusCode).toBe(200);
  const page = (await app.inject('/')).body;
  expect(page).toContain('Not shown to staff (1)');
  expect(page).toContain('&lt;b&gt;pie&lt;/b&gt;');
  const { data } = (await app.inject('/_sandbox/square/tickets')).json();
  expect(data).toEqual([
    expect.objectContaining({ visible: false, hidden_because: expect.stringMatching(/fulfil|paid/i) }),
  ]);
  await app.close();
});

it('fails once as told, then works again', async () => {
  const app = open();
  const armed = await app.inject({
    method: 'POST',
    url: '/_sandbox/square/faults',
    payload: '{"fault":"error_before"}',
  });
  expect([armed.statusCode, armed.json()]).toEqual([201, { fault: 'error_before', times: 1, seconds: 29 }]);
  expect((await create(app)).statusCode).toBe(500);
  expect((await create(app)).statusCode).toBe(200);
  await app.close();
});

it('starts clean when told', async () => {
  const app = open();
  await create(app);
  expect((await app.inject({ method: 'DELETE', url: '/_sandbox' })).statusCode).toBe(204);
  expect((await app.inject('/_sandbox/square/tickets')).json()).toEqual({ data: [] });
  await app.close();
});

it.each([
  ['POST', '/_sandbox/square/faults', '{"fault":"explode"}', 400],
  ['POST', '/_sandbox/square/faults', '{"fault"', 400],
  ['POST', '/_sandbox/micros/faults', '{"fault":"hang"}', 404],
  ['GET', '/micros/v2/orders', undefined, 404],
] as const)('refuses %s %s %s', async (method, url, payload, status) => {
  const app = open();
  expect((await app.inject({ method, url, payload })).statusCode).toBe(status);
  await app.close();
});

it('gives every vendor a working connection in its facts', async () => {
  const app = open();
  const { vendors } = (await app.inject('/_sandbox')).json();
  expect(Object.keys(vendors)).toEqual([
    'square',
    'toast',
    'clover',
    'lightspeed',
    'touchbistro',
    'deliverect',
    'twilio',
  ]);
  await app.close();
});
