import { inProcessClient } from '../../src/sandbox/in-process';
import { knownConnections } from '../../src/sandbox/known-connections';
import { Sandbox } from '../../src/sandbox/sandbox';
import { SecretBox } from '../../src/server/secret-box';
import { OrderApi } from '../support/order-api';

const BASE = 'https://sandbox.example.com';
const [square, toast, clover, lightspeed] = knownConnections(BASE).map(({ id: _, ...one }) => one);
const SECRET = String(square?.credentials.access_token);
const MASKED = `…${SECRET.slice(-4)}`;

let api: OrderApi;
let sandbox: Sandbox;
const reopened: string[] = [];
beforeEach(async () => {
  sandbox = new Sandbox();
  reopened.length = 0;
  const clock = { now: new Date('2026-11-27T18:00:00Z') };
  api = await OrderApi.start({
    http: (request) => {
      const vendor = new URL(request.url).pathname.split('/')[1] ?? '';
      const simulator = sandbox.find(vendor);
      if (!simulator) throw new Error(`Nothing may be sent to ${request.url}`);
      return inProcessClient({ base: `${BASE}/${vendor}`, clock }, simulator)(request);
    },
    connections: [
      {
        ...{ id: 'con_env', vendor: 'toast', name: 'Toast', location_id: 'loc_1', pos_location: 'guid-1' },
        ...{ environment: 'production', api_url: null, default: false, settings: {} },
        credentials: { client_id: 'client-1', client_secret: 'the-secret-of-configuration' },
      },
    ],
    services: { reopen: async ({ id }) => void reopened.push(id) },
  });
});
afterEach(() => api.stop());

const call = (method: Parameters<OrderApi['call']>[0], url: string, body?: unknown, key?: string) =>
  api.call(method, url, { body, key });
const create = async (body: object = {}) => {
  const { status, body: made } = await call('POST', '/v1/connections', { ...square, ...body });
  expect([status, made]).toEqual([201, expect.anything()]);
  return made;
};

it('shows a connection as documented, with the address for the calls of the POS', async () => {
  const made = await create({ name: 'Main St' });
  expect(made).toEqual({
    id: expect.stringMatching(/^con_[0-9A-Z]{26}$/),
    vendor: 'square',
    name: 'Main St',
    location_id: 'loc_1',
    pos_location: square?.pos_location,
    environment: 'sandbox',
    api_url: `${BASE}/square`,
    default: true,
    credentials: { access_token: MASKED },
    settings: { unpaid_orders: 'external_tender' },
    source: 'api',
    status: 'untested',
    status_reason: null,
    checked_at: null,
    mode: 'live',
    webhook_url: `http://127.0.0.1:8080/webhooks/square/${made.id}`,
  });
  expect((await call('GET', `/v1/connections/${made.id}`, undefined, 'mario-read')).body).toEqual(made);
});

it('never shows a secret: not when made, read, listed, changed, checked or refused, and not in the database', async () => {
  const { id } = await create();
  const texts = await Promise.all([
    call('GET', `/v1/connections/${id}`),
    call('GET', '/v1/connections'),
    call('PATCH', `/v1/connections/${id}`, { name: 'New', credentials: { access_token: SECRET } }),
    call('PATCH', `/v1/connections/${id}`, { environment: 'x', credentials: { acces_token: SECRET } }),
    call('POST', '/v1/connections', { vendor: 'square', credentials: { access_token: SECRET } }),
    call('POST', `/v1/connections/${id}/check`),
    call('GET', '/v1/connections/con_env'),
  ]).then((answers) => answers.map(({ text }) => text));
  const events = JSON.stringify(await api.store.events({ restaurant_id: 'rst_1', location_ids: null }, id));
  const record = await api.store.connection({ restaurant_id: 'rst_1', location_ids: null }, id);
  for (const text of [...texts, events, record?.credentials?.toString('latin1') ?? SECRET]) {
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain('the-secret-of-configuration');
  }
});

describe('a change', () => {
  it('keeps secrets that are left out, or that come back as they were shown', async () => {
    const { id, credentials } = await create();
    const changed = await call('PATCH', `/v1/connections/${id}`, {
      name: 'Renamed',
      credentials: { ...credentials, webhook_secret: 'hook-secret-9876' },
    });
    expect(changed.body).toMatchObject({
      name: 'Renamed',
      credentials: { access_token: MASKED, webhook_secret: '…9876' },
      settings: { unpaid_orders: 'external_tender' },
    });
    const scope = { restaurant_id: 'rst_1', location_ids: null };
    expect((await api.directory.connection(scope, id))?.credentials).toEqual({
      access_token: SECRET,
      webhook_secret: 'hook-secret-9876',
    });
  });

  it('removes what is null, but nothing that is needed', async () => {
    const { id } = await create({
      credentials: { access_token: SECRET, webhook_secret: 'hook-secret-9876' },
    });
    const { body } = await call('PATCH', `/v1/connections/${id}`, { credentials: { webhook_secret: null } });
    expect(body.credentials).toEqual({ access_token: MASKED });
    const refused = await call('PATCH', `/v1/connections/${id}`, { credentials: { access_token: null } });
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'credentials.access_token']);
  });

  it('makes a checked connection untested again where it leads elsewhere, and only there', async () => {
    const { id } = await create();
    const checked = await call('POST', `/v1/connections/${id}/check`);
    expect(checked.body).toMatchObject({ status: 'ok', status_reason: null, checked_at: expect.any(String) });
    const renamed = await call('PATCH', `/v1/connections/${id}`, { name: 'Other', default: false });
    expect(renamed.body).toMatchObject({ status: 'ok', default: false });
    const moved = await call('PATCH', `/v1/connections/${id}`, { pos_location: 'L-other' });
    expect(moved.body).toMatchObject({ status: 'untested', checked_at: null });
  });

  it('sends stored secrets to no new address: they must be given again', async () => {
    const { id } = await create();
    const away = { api_url: 'https://elsewhere.example.com' };
    const refused = await call('PATCH', `/v1/connections/${id}`, away);
    expect([refused.status, refused.body.detail]).toEqual([
      400,
      expect.stringContaining('must be sent again in full'),
    ]);
    const given = await call('PATCH', `/v1/connections/${id}`, {
      ...away,
      credentials: { access_token: 'new-token-1234' },
    });
    expect([given.status, given.body.api_url]).toEqual([200, 'https://elsewhere.example.com']);
    expect((await call('PATCH', `/v1/connections/${id}`, { api_url: null })).status).toBe(200);
  });

  it('writes no history where nothing changed', async () => {
    const made = await create();
    const { id, credentials, settings } = made;
    const { body } = await call('PATCH', `/v1/connections/${id}`, { credentials, settings, name: made.name });
    expect(body).toEqual(made);
    const events = await api.store.events({ restaurant_id: 'rst_1', location_ids: null }, id);
    expect(events.map(({ type }) => type)).toEqual(['connection.created']);
  });
});

it.each([
  [{ vendor: 'micros' }, 'vendor', '"micros" is not a POS that OrderWire speaks'],
  [{ vendor: 'lightspeed-l' }, 'vendor', 'K-Series'],
  [{ pos_location: null }, 'pos_location', 'is missing'],
  [{ credentials: { acess_token: 'x' } }, 'credentials.acess_token', 'known: access_token, webhook_secret'],
  [{ credentials: {} }, 'credentials.access_token', 'Access Token'],
  [{ credentials: { access_token: MASKED } }, 'credentials.access_token', 'is masked; send the whole value'],
  [{ credentials: { access_token: 12 } }, 'credentials.access_token', 'write text in quotes'],
  [{ credentials: 'x' }, 'credentials', 'is no object'],
  [{ settings: {} }, 'settings.unpaid_orders', 'external_tender, cash_tender, leave_open'],
  [{ settings: { unpaid_orders: 'card' } }, 'settings.unpaid_orders', '"card" is not one of'],
  [{ settings: { unpaid_orders: 'leave_open', colour: 'x' } }, 'settings.colour', 'unsure_items'],
  [{ environment: 'test' }, 'environment', 'production, sandbox'],
  [{ api_url: 'http://pos.example.com' }, 'api_url', 'https://'],
  [{ api_url: 'https://192.168.1.4' }, 'api_url', 'private network'],
  [{ api_url: 'https://localhost' }, 'api_url', 'private network'],
  [{ status: 'ok' }, 'status', 'not a known field'],
])('refuses %j by name', async (change, path, words) => {
  const { status, body } = await call('POST', '/v1/connections', { ...square, ...change });
  expect(status).toBe(400);
  expect(body.errors).toContainEqual({ path, message: expect.stringContaining(words) });
});

it('refuses private addresses also where a setting holds them', async () => {
  const webhook = {
    ...{ vendor: 'touchbistro', pos_location: 'main', credentials: {} },
    settings: { mode: 'webhook', webhook_url: 'https://10.0.0.1/orders' },
  };
  const { status, body } = await call('POST', '/v1/connections', webhook);
  expect([status, body.errors[0].path]).toEqual([400, 'settings.webhook_url']);
});

describe('the default of a shop', () => {
  const defaults = async () =>
    (await call('GET', '/v1/connections')).body.data
      .filter((one: { default: boolean }) => one.default)
      .map((one: { id: string }) => one.id);

  it('is its first connection, until another is chosen', async () => {
    const first = await create();
    const second = await create({ ...toast, default: undefined });
    expect(second.default).toBe(false);
    expect(await defaults()).toEqual([first.id]);
    await call('PATCH', `/v1/connections/${second.id}`, { default: true });
    expect(await defaults()).toEqual([second.id]);
  });

  it('takes new orders, which are only rehearsed while it is in rehearsal', async () => {
    const { id } = await create();
    const sent = await api.send({ external_ref: 'A' });
    expect(sent.body.deliveries.map((row: { destination: object }) => row.destination)).toEqual([
      expect.objectContaining({ kind: 'pos', connection_id: id }),
    ]);
    await call('PATCH', `/v1/connections/${id}`, { mode: 'rehearsal' });
    const kept = await api.send({ external_ref: 'B' });
    const scope = { restaurant_id: 'rst_1', location_ids: null };
    const [row] = await api.store.deliveriesOf(scope, [kept.body.id]);
    expect(row).toMatchObject({ payload: { rehearsal: true }, deadline_at: null, alert_at: null });
  });
});

describe('a check', () => {
  it.each([square, toast, clover, lightspeed].map((one) => [one?.vendor, one]))(
    'logs in to %s, says that orders may be created, and lets what waits go on',
    async (_vendor, connection) => {
      const { body: made } = await call('POST', '/v1/connections', connection);
      const { status, body } = await call('POST', `/v1/connections/${made.id}/check`);
      expect([status, body.status, body.status_reason]).toEqual([200, 'ok', null]);
      expect(reopened).toEqual([made.id]);
      expect((await call('GET', `/v1/connections/${made.id}`)).body).toEqual(body);
    },
  );

  it('says what is wrong with credentials and the next step', async () => {
    const { id } = await create({ credentials: { access_token: 'a-wrong-token-0000' } });
    const { status, body } = await call('POST', `/v1/connections/${id}/check`);
    expect([status, body.status]).toEqual([200, 'blocked']);
    expect(body.status_reason).toMatch(/^Square /);
    expect(reopened).toEqual([]);
  });

  it('blames no credentials where the POS cannot be had', async () => {
    const { id } = await create();
    await call('POST', `/v1/connections/${id}/check`);
    sandbox.find('square')?.arm({ fault: 'throttle', times: 9, seconds: 2 });
    const { body } = await call('POST', `/v1/connections/${id}/check`);
    expect([body.status, body.status_reason]).toEqual(['ok', expect.stringMatching(/Square/)]);
  });

  it('notices rights that were taken away and given back', async () => {
    const { body: made } = await call('POST', '/v1/connections', toast);
    const check = async () => (await call('POST', `/v1/connections/${made.id}/check`)).body.status;
    sandbox.find('toast')?.arm({ fault: 'read_only', times: 9, seconds: 0 });
    expect(await check()).toBe('blocked');
    sandbox.find('toast')?.reset();
    api.clock.at += 120_000;
    expect(await check()).toBe('ok');
  });
});

describe('a connection of configuration', () => {
  it('is shown like any other, masked', async () => {
    const { body } = await call('GET', '/v1/connections/con_env');
    expect(body).toMatchObject({
      source: 'configuration',
      credentials: { client_id: 'client-1', client_secret: '…tion' },
    });
  });

  it.each([
    ['PATCH', { name: 'x' }],
    ['DELETE', undefined],
  ] as const)('cannot be changed by %s: the answer says where', async (method, change) => {
    const { status, body } = await call(method, '/v1/connections/con_env', change);
    expect([status, body.detail]).toEqual([409, expect.stringContaining('change the POS_… variables')]);
  });
});

it('is gone once deleted, and its id is free of secrets', async () => {
  const { id } = await create();
  expect((await call('DELETE', `/v1/connections/${id}`)).status).toBe(204);
  expect((await call('GET', `/v1/connections/${id}`)).status).toBe(404);
  expect((await call('DELETE', `/v1/connections/${id}`)).status).toBe(404);
  expect((await call('GET', '/v1/connections')).body.data.map((one: { id: string }) => one.id)).toEqual([
    'con_env',
  ]);
});

it('answers 404 to another restaurant, on every route', async () => {
  const { id } = await create();
  const answers = await Promise.all([
    call('GET', `/v1/connections/${id}`, undefined, 'luigi-admin'),
    call('PATCH', `/v1/connections/${id}`, { name: 'mine' }, 'luigi-admin'),
    call('DELETE', `/v1/connections/${id}`, undefined, 'luigi-admin'),
    call('POST', `/v1/connections/${id}/check`, undefined, 'luigi-admin'),
    call('POST', '/v1/connections', { ...square, location_id: 'loc_1' }, 'luigi-admin'),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  expect((await call('GET', '/v1/connections', undefined, 'luigi-admin')).body.data).toEqual([]);
});

it('needs an admin key for anything but reading', async () => {
  const { id } = await create();
  const answers = await Promise.all([
    call('GET', `/v1/connections/${id}`, undefined, 'mario-read'),
    call('POST', '/v1/connections', square, 'mario-write'),
    call('PATCH', `/v1/connections/${id}`, {}, 'mario-write'),
    call('POST', `/v1/connections/${id}/check`, undefined, 'mario-write'),
    call('DELETE', `/v1/connections/${id}`, undefined, 'mario-write'),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 403, 403, 403, 403]);
});

it('says in the list which connection can no longer be opened, and takes its credentials anew', async () => {
  const scope = { restaurant_id: 'rst_1', location_ids: null };
  const { id } = await create();
  const credentials = new SecretBox('another secret, from before').seal('{}', id);
  await api.store.updateConnection(scope, id, () => ({ credentials }), { key_id: null, at: 1 });
  const { body } = await call('GET', '/v1/connections');
  const shown = body.data.find((one: { id: string }) => one.id === id);
  expect(shown).toMatchObject({
    credentials: {},
    status: 'blocked',
    status_reason: expect.stringContaining('ORDERWIRE_SECRET'),
  });
  const again = await call('PATCH', `/v1/connections/${id}`, { credentials: { access_token: SECRET } });
  expect(again.body).toMatchObject({ credentials: { access_token: MASKED }, status: 'untested' });
});
