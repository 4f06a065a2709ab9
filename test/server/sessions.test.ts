import { randomBytes } from 'node:crypto';
import type { HttpClient } from '../../src/http';
import { PosError } from '../../src/pos/errors';
import type { Connection } from '../../src/server/connections';
import { sealedTokens } from '../../src/server/sealed-tokens';
import { SecretBox } from '../../src/server/secret-box';
import { Sessions, type TokenStore } from '../../src/server/sessions';
import { openSqliteStore } from '../../src/store/sqlite/open';
import type { Store } from '../../src/store/store';
import { act, addRestaurant, freshFile, mario } from '../support/sqlite-file';

const lightspeed: Connection = {
  id: 'con_1',
  vendor: 'lightspeed',
  name: 'Lightspeed',
  location_id: 'loc_1',
  pos_location: '45454565682155',
  environment: 'production',
  api_url: null,
  default: true,
  credentials: { client_id: 'devp-v2-1', client_secret: 's', refresh_token: 'root-0', endpoint_id: 'e' },
  settings: {},
};

/** A vendor whose refresh tokens work once each; it refuses every access token but the newest, where it is told to. */
class Vendor {
  logins = 0;
  asked = 0;
  refused = new Set<string>();
  down = false;
  private readonly good = new Set(['root-0', 'root-1']);

  http: HttpClient = async ({ url, headers, body }) => {
    await new Promise((resolve) => setImmediate(resolve));
    const answer = (status: number, json: object) => ({ status, headers: {}, body: JSON.stringify(json) });
    this.asked += 1;
    if (this.down) return answer(503, {});
    if (!url.endsWith('/token')) return answer(this.refused.has(headers.authorization ?? '') ? 401 : 200, {});
    if (!this.good.delete(new URLSearchParams(body).get('refresh_token') ?? ''))
      return answer(400, { error: 'invalid_grant' });
    this.logins += 1;
    const refresh_token = `refresh-${this.logins}`;
    this.good.add(refresh_token);
    return answer(200, { access_token: `access-${this.logins}`, refresh_token, expires_in: 1800 });
  };
}

let vendor: Vendor;
let clock: Date;
beforeEach(() => {
  vendor = new Vendor();
  clock = new Date('2026-11-27T18:00:00Z');
});
const later = (seconds: number) => {
  clock = new Date(clock.getTime() + seconds * 1000);
};
const start = (tokens?: TokenStore) => new Sessions(vendor.http, () => clock, tokens);
const tokenOf = async (sessions: Sessions, connection = lightspeed) =>
  (await sessions.open(connection)).session.token?.access_token;

it('logs in once for a hundred orders that arrive together', async () => {
  const sessions = start();
  const tokens = await Promise.all(Array.from({ length: 100 }, () => tokenOf(sessions)));
  expect(new Set(tokens)).toEqual(new Set(['access-1']));
  expect(vendor.logins).toBe(1);
});

it('tells all who wait for one log-in that it failed, and tries again for the next', async () => {
  const sessions = start();
  vendor.down = true;
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => tokenOf(sessions)));
  expect(outcomes.map(({ status }) => status)).toEqual(Array(20).fill('rejected'));
  expect(vendor.asked).toBe(1);
  vendor.down = false;
  expect(await tokenOf(sessions)).toBe('access-1');
});

it('renews a minute before a token expires', async () => {
  const sessions = start();
  await tokenOf(sessions);
  later(1739);
  expect(await tokenOf(sessions)).toBe('access-1');
  later(2);
  expect(await tokenOf(sessions)).toBe('access-2');
});

it('gets one new token when the POS refuses the old one before its time, however many orders noticed', async () => {
  const sessions = start();
  const opened = await Promise.all([1, 2, 3].map(() => sessions.open(lightspeed)));
  vendor.refused.add('Bearer access-1');
  for (const { session } of opened) {
    await session.http({
      method: 'GET',
      url: 'https://x/orders',
      headers: { authorization: 'Bearer access-1' },
    });
    expect(await tokenOf(sessions)).toBe('access-2');
  }
  expect(vendor.logins).toBe(2);
});

it('forgets a token when told to, but not one that is younger than it should be', async () => {
  const sessions = start();
  await tokenOf(sessions);
  later(60);
  sessions.forget('con_1', 120_000);
  expect(await tokenOf(sessions)).toBe('access-1');
  sessions.forget('con_1', 30_000);
  expect(await tokenOf(sessions)).toBe('access-2');
});

describe('with tokens kept in the database', () => {
  const place = freshFile();
  const box = new SecretBox(randomBytes(32).toString('hex'));
  let store: Store;
  let kept: TokenStore;
  beforeAll(async () => {
    store = openSqliteStore(place.file);
    await addRestaurant(store);
    kept = sealedTokens(store, box, () => clock.getTime());
  });
  beforeEach(async () => {
    const { default: is_default, credentials: _, ...shown } = lightspeed;
    await store.adoptConnections(mario, [], act);
    await store.adoptConnections(mario, [{ ...shown, is_default }], act);
  });
  afterAll(async () => {
    await store.close();
    place.remove();
  });

  it('has saved the new pair before anybody can use it', async () => {
    const steps: string[] = [];
    const watched: TokenStore = {
      load: (id) => kept.load(id),
      async save(id, token) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        await kept.save(id, token);
        steps.push('saved');
      },
    };
    await tokenOf(start(watched)).then(() => steps.push('used'));
    expect(steps).toEqual(['saved', 'used']);
    expect(await kept.load('con_1')).toMatchObject({ token: { refresh_token: 'refresh-1' } });
  });

  it('goes on with the kept token after a crash, and with its refresh token once that has expired', async () => {
    await tokenOf(start(kept));
    expect(await tokenOf(start(kept))).toBe('access-1');
    expect(vendor.logins).toBe(1);
    later(3600);
    expect(await tokenOf(start(kept))).toBe('access-2');
  });

  it('uses no token that could not be saved, and does not spend another: it saves that one next time', async () => {
    let full = true;
    const sessions = start({
      load: (id) => kept.load(id),
      save: async (id, token) => {
        if (full) throw new Error('disk full');
        await kept.save(id, token);
      },
    });
    const failed = tokenOf(sessions);
    await expect(failed).rejects.toThrow("Lightspeed Restaurant's new token could not be saved");
    await expect(failed).rejects.toMatchObject({ kind: 'unreachable' });
    full = false;
    expect(await tokenOf(sessions)).toBe('access-1');
    expect(vendor.logins).toBe(1);
    expect(await kept.load('con_1')).toMatchObject({ token: { access_token: 'access-1' } });
  });

  it('keeps tokens sealed: nothing in the row can be read', async () => {
    await tokenOf(start(kept));
    const stored = await store.token('con_1');
    expect(stored?.sealed.includes('access-1')).toBe(false);
    expect(stored?.expires_at).toBe(clock.getTime() + 1740_000);
  });

  it('logs in anew where the kept token was sealed under another secret', async () => {
    await tokenOf(start(kept));
    const other = sealedTokens(store, new SecretBox('y'.repeat(32)), () => clock.getTime());
    const reconnected = {
      ...lightspeed,
      credentials: { ...lightspeed.credentials, refresh_token: 'root-1' },
    };
    expect(await tokenOf(start(other), reconnected)).toBe('access-2');
  });

  it('starts from the refresh token of a connection that was connected again', async () => {
    const sessions = start(kept);
    await tokenOf(sessions);
    const reconnected = {
      ...lightspeed,
      credentials: { ...lightspeed.credentials, refresh_token: 'root-1' },
    };
    expect(await tokenOf(sessions, reconnected)).toBe('access-2');
    expect(await tokenOf(start(kept), reconnected)).toBe('access-2');
  });

  it('keeps its tokens when only what has nothing to do with logging in is changed', async () => {
    const sessions = start(kept);
    await tokenOf(sessions);
    const changed = { ...lightspeed.credentials, webhook_password: 'new', client_secret: 'rotated' };
    expect(await tokenOf(sessions, { ...lightspeed, credentials: changed })).toBe('access-1');
    expect(vendor.logins).toBe(1);
  });
});

it('says in words that a vendor is none', async () => {
  await expect(start().open({ ...lightspeed, vendor: 'micros' })).rejects.toThrow(PosError);
});
