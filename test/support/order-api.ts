import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import type { HttpClient } from '../../src/http';
import { readStoredShop } from '../../src/order/shop';
import { hashKey } from '../../src/server/access';
import { adoptConnections } from '../../src/server/adopt-connections';
import { buildApp } from '../../src/server/app';
import { type Config, readConfig } from '../../src/server/config';
import { ConnectionDirectory } from '../../src/server/connection-directory';
import type { Connection } from '../../src/server/connections';
import { createIds } from '../../src/server/ids';
import { SecretBox } from '../../src/server/secret-box';
import type { App, Routes, Services } from '../../src/server/services';
import type { KeyScope, NewKey } from '../../src/store/records';
import { openSqliteStore } from '../../src/store/sqlite/open';
import type { Store } from '../../src/store/store';

/** The one order most tests send: small, complete enough to be cooked. */
export const pizza = {
  external_ref: 'CA-1',
  customer: { name: 'Ann Lee', phone: '+1 617 555 0123' },
  items: [{ name: 'large pepperoni', quantity: '2', unit_price: 1599, options: [{ name: 'no onions' }] }],
};

/** One for all tests: its key takes a moment to make. */
const box = new SecretBox('a secret for tests, long enough to be one');

/** A clock that tests move; it also moves a millisecond at each look, as real ones do. */
export class Clock {
  constructor(public at = Date.parse('2026-11-27T18:00:00Z')) {}
  stands = false;
  now = () => (this.stands ? this.at : this.at++);
}

type Options = {
  routes?: Routes[];
  config?: Partial<Config>;
  clock?: Pick<Clock, 'at' | 'stands' | 'now'>;
  services?: Partial<Services>;
  /** Connections that configuration holds. */
  connections?: Connection[];
  /** What reaches the POS systems. */
  http?: HttpClient;
};

export class OrderApi {
  private constructor(
    readonly app: App,
    readonly store: Store,
    readonly file: string,
    readonly clock: Pick<Clock, 'at' | 'stands' | 'now'>,
    readonly directory: ConnectionDirectory,
  ) {}

  /** The API over a fresh SQLite file with two restaurants: `mario-…` keys open the first, `luigi-…` the second. */
  static async start(options: Options = {}): Promise<OrderApi> {
    const file = join(mkdtempSync(join(tmpdir(), 'orderwire-')), 'orders.db');
    const clock = options.clock ?? new Clock();
    const store = openSqliteStore(file);
    const config = {
      ...readConfig({ RESTAURANT_TIMEZONE: 'America/New_York' }),
      slowestLoopMs: 0,
      ...options.config,
    };
    const newId = createIds(clock.now, (size) => Buffer.alloc(size, 1));
    const { routes, services = {}, connections = [], http } = options;
    const directory = new ConnectionDirectory({
      store,
      box,
      configured: connections,
      now: clock.now,
      addresses: config.addresses,
      http,
    });
    const app = buildApp({ store, config, directory, now: clock.now, newId, routes, ...services });
    const api = new OrderApi(app, store, file, clock, directory);
    await api.addRestaurant('rst_1', 'mario');
    await api.addRestaurant('rst_2', 'luigi');
    await adoptConnections({ store, now: clock.now }, connections);
    return api;
  }

  private async addRestaurant(id: string, owner: string): Promise<void> {
    const settings = { name: `${owner}'s`, timezone: 'America/New_York' };
    const restaurant = { id, name: settings.name, country: 'US', language: 'en', organization_id: null };
    const act = { key_id: null, at: this.clock.now() };
    const key = newKey(`${owner}-admin`, 'admin');
    await this.store.createTenant({ restaurant, shop: readStoredShop(settings), key }, act);
    const scope = { restaurant_id: id, location_ids: null };
    for (const level of ['write', 'read'] as const) {
      await this.store.createKey(scope, newKey(`${owner}-${level}`, level), act);
    }
  }

  /** One request; `key` is sent as a Bearer token unless null. */
  async call(
    method: NonNullable<InjectOptions['method']>,
    url: string,
    { key = 'mario-admin', headers = {}, body, raw = false }: Call = {},
  ) {
    const response = await this.app.inject({
      method,
      url,
      payload: body as InjectOptions['payload'],
      headers: { ...(key !== null && { authorization: `Bearer ${key}` }), ...headers },
    });
    const json = () => (raw || response.body === '' ? null : JSON.parse(response.body));
    return { status: response.statusCode, headers: response.headers, text: response.body, body: json() };
  }

  /** Sends an order, and gives back its answer. */
  async send(order: object = {}, call: Call = {}) {
    return this.call('POST', '/v1/orders', { body: { ...pizza, ...order }, ...call });
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.store.close();
    rmSync(join(this.file, '..'), { recursive: true });
  }
}
/** `raw`: the answer is no JSON. */
type Call = { key?: string | null; headers?: Record<string, string>; body?: unknown; raw?: boolean };

/** A key whose text is its own name, for tests. */
export function newKey(secret: string, scope: KeyScope, location_ids: string[] | null = null): NewKey {
  return {
    id: `key_${secret}`,
    name: secret,
    prefix: secret.slice(0, 4),
    scope,
    location_ids,
    hash: hashKey(secret),
  };
}
