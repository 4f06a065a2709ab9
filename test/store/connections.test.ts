import type { AdoptedConnection, NewConnection } from '../../src/store/records';
import { openSqliteStore } from '../../src/store/sqlite/open';
import type { Store } from '../../src/store/store';
import { act, addRestaurant, freshFile, mario } from '../support/sqlite-file';

const luigi = { restaurant_id: 'rst_2', location_ids: null };
const onlyDowntown = { restaurant_id: 'rst_1', location_ids: ['loc_1'] };
const sealed = Buffer.from('sealed credentials');

const square: NewConnection = {
  id: 'con_1',
  location_id: 'loc_1',
  vendor: 'square',
  name: 'Main St',
  pos_location: 'L1',
  environment: 'production',
  api_url: null,
  is_default: true,
  credentials: sealed,
  settings: { unpaid_orders: 'external_tender' },
  mode: 'live',
};
const configured: AdoptedConnection = {
  id: 'con_env',
  location_id: 'loc_1',
  vendor: 'toast',
  name: 'Toast',
  pos_location: 'guid',
  environment: 'production',
  api_url: null,
  is_default: true,
  settings: {},
};

const place = freshFile();
let store: Store;
beforeEach(async () => {
  store = openSqliteStore(place.file);
  if (!(await store.firstRestaurant())) {
    await addRestaurant(store);
    await addRestaurant(store, 'rst_2');
    const [shop] = await store.shops(mario);
    const { id: _id, ...settings } = shop as NonNullable<typeof shop>;
    await store.createShop(mario, settings, act);
  }
  for (const scope of [mario, luigi]) {
    await store.adoptConnections(scope, [], act);
    for (const { id } of await store.connections(scope)) await store.deleteConnection(scope, id, act);
  }
});
afterEach(() => store.close());
afterAll(() => place.remove());

let count = 0;
const fresh = (changes: Partial<NewConnection> = {}) => ({ ...square, id: `con_${++count}x`, ...changes });
const defaults = async (scope = mario) =>
  (await store.connections(scope)).filter((one) => one.is_default).map(({ id }) => id);

it('keeps a connection as it was made', async () => {
  const wanted = fresh();
  const made = await store.createConnection(mario, wanted, act);
  expect(made).toEqual({
    ...wanted,
    restaurant_id: 'rst_1',
    source: 'api',
    status: 'untested',
    status_reason: null,
    checked_at: null,
    created_at: act.at,
    updated_at: act.at,
  });
  expect(await store.connection(mario, made.id)).toEqual(made);
});

it('shows a connection to nobody but its restaurant and keys of its shop', async () => {
  const { id } = await store.createConnection(mario, fresh({ location_id: 'loc_3' }), act);
  for (const scope of [luigi, onlyDowntown]) {
    expect(await store.connection(scope, id)).toBeUndefined();
    expect(await store.connections(scope)).toEqual([]);
    expect(await store.updateConnection(scope, id, () => ({ name: 'mine' }), act)).toBeUndefined();
    expect(await store.deleteConnection(scope, id, act)).toBe(false);
    await store.setConnectionStatus(scope, id, { status: 'ok', status_reason: null, checked_at: 5 }, act);
  }
  expect(await store.connection(mario, id)).toMatchObject({ name: 'Main St', status: 'untested' });
  await expect(store.createConnection(luigi, fresh(), act)).rejects.toThrow('outside its scope');
});

it('has at most one default a shop: the latest that was asked for', async () => {
  const first = await store.createConnection(mario, fresh(), act);
  const second = await store.createConnection(mario, fresh(), act);
  const elsewhere = await store.createConnection(mario, fresh({ location_id: 'loc_3' }), act);
  expect((await defaults()).sort()).toEqual([second.id, elsewhere.id].sort());
  await store.updateConnection(mario, first.id, () => ({ is_default: true }), act);
  expect((await defaults()).sort()).toEqual([first.id, elsewhere.id].sort());
});

it('forgets credentials, settings and token of what is deleted', async () => {
  const { id } = await store.createConnection(mario, fresh(), act);
  await store.saveToken(id, { sealed: Buffer.from('t'), expires_at: 9 }, 1);
  expect(await store.deleteConnection(mario, id, act)).toBe(true);
  expect(await store.connection(mario, id)).toBeUndefined();
  expect(await store.token(id)).toBeUndefined();
  expect(await store.deleteConnection(mario, id, act)).toBe(false);
});

it('keeps the newest token', async () => {
  const { id } = await store.createConnection(mario, fresh(), act);
  expect(await store.token(id)).toBeUndefined();
  for (const expires_at of [10, 20]) {
    await store.saveToken(id, { sealed: Buffer.from(`token ${expires_at}`), expires_at }, 1);
  }
  expect(await store.token(id)).toEqual({ sealed: Buffer.from('token 20'), expires_at: 20 });
});

it('writes the history in names only', async () => {
  const { id } = await store.createConnection(mario, fresh(), act);
  const change = () => ({
    name: 'Back door',
    credentials: Buffer.from('s3cret'),
    settings: { region: 'eu' },
  });
  await store.updateConnection(mario, id, change, act);
  const blocked = { status: 'blocked', status_reason: 'Token s3cret is wrong.', checked_at: 5 } as const;
  await store.setConnectionStatus(mario, id, blocked, act);
  await store.deleteConnection(mario, id, act);
  const events = await store.events(mario, id);
  expect(events.map(({ type, data }) => [type, data])).toEqual([
    ['connection.created', { vendor: 'square' }],
    ['connection.updated', { changed: ['name', 'settings.unpaid_orders', 'settings.region', 'credentials'] }],
    ['connection.status', { from: 'untested', to: 'blocked' }],
    ['connection.deleted', {}],
  ]);
  expect(JSON.stringify(events)).not.toMatch(/s3cret|Back door/);
});

describe('the connections of configuration', () => {
  const adopt = (...list: AdoptedConnection[]) => store.adoptConnections(mario, list, act);

  it('are mirrored, keep what was found out about them, and go when configuration drops them', async () => {
    await adopt(configured);
    expect(await store.connection(mario, 'con_env')).toMatchObject({
      source: 'configuration',
      credentials: null,
      is_default: true,
      status: 'untested',
    });
    const ok = { status: 'ok', status_reason: null, checked_at: 7 } as const;
    await store.setConnectionStatus(mario, 'con_env', ok, act);
    await adopt({ ...configured, name: 'Renamed' });
    expect(await store.connection(mario, 'con_env')).toMatchObject({ name: 'Renamed', ...ok });
    await adopt({ ...configured, pos_location: 'other' });
    expect(await store.connection(mario, 'con_env')).toMatchObject({ status: 'untested', checked_at: null });
    await adopt();
    expect(await store.connections(mario)).toEqual([]);
    await adopt(configured);
    expect(await defaults()).toEqual(['con_env']);
  });

  it('write no history at a start that changes nothing', async () => {
    const list = [configured, { ...configured, id: 'con_file' }];
    await adopt(...list);
    const before = await store.events(mario, 'con_env');
    await adopt(...list);
    expect(await store.events(mario, 'con_env')).toEqual(before);
    expect(await defaults()).toEqual(['con_env']);
    await adopt({ ...configured, id: 'con_file' }, configured);
    expect(await defaults()).toEqual(['con_file']);
  });

  it('never take the place of a default that was chosen through the API', async () => {
    await adopt(configured);
    const { id } = await store.createConnection(mario, fresh(), act);
    await adopt(configured);
    expect(await defaults()).toEqual([id]);
  });

  it('leave connections that were made through the API alone', async () => {
    const made = await store.createConnection(mario, fresh(), act);
    await adopt();
    expect(await store.connections(mario)).toEqual([made]);
    await expect(adopt({ ...configured, id: made.id })).rejects.toThrow('write another');
  });
});
