import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStoredShop } from '../../src/order/shop';
import { hashKey } from '../../src/server/access';
import { buildApp } from '../../src/server/app';
import { readConfig } from '../../src/server/config';
import { ConnectionDirectory } from '../../src/server/connection-directory';
import { createIds } from '../../src/server/ids';
import { SecretBox } from '../../src/server/secret-box';
import type { App } from '../../src/server/services';
import { openSqliteStore } from '../../src/store/sqlite/open';
import type { Store } from '../../src/store/store';

/** The moment of every sample: what is made twice is the same twice. */
export const SAMPLE_TIME = Date.parse('2030-11-29T23:31:07Z');

const KEY = 'the-samples-own-key';
const RESTAURANT = {
  id: 'rst_1',
  name: "Mario's",
  country: 'US',
  language: 'en',
  organization_id: null,
};

/** The Order API itself with one restaurant in it, asked for its description and for true answers. */
export class SampleHouse {
  private constructor(
    private readonly app: App,
    private readonly store: Store,
    private readonly folder: string,
  ) {}

  static async open(): Promise<SampleHouse> {
    const folder = mkdtempSync(join(tmpdir(), 'orderwire-samples-'));
    const store = openSqliteStore(join(folder, 'orders.db'));
    const now = () => SAMPLE_TIME;
    const config = { ...readConfig({}), slowestLoopMs: 0, requestsPerMinute: 0 };
    const { addresses } = config;
    const box = new SecretBox('nothing is sealed with it');
    const directory = new ConnectionDirectory({ store, box, configured: [], now, addresses });
    const newId = createIds(now, (size) => Buffer.alloc(size, 1));
    const app = buildApp({ store, config, directory, now, newId });
    const shop = readStoredShop({ name: "Mario's Downtown", timezone: 'America/New_York' });
    const key = {
      id: 'key_1',
      name: 'samples',
      prefix: 'the',
      scope: 'admin' as const,
      location_ids: null,
      hash: hashKey(KEY),
    };
    await store.createTenant({ restaurant: RESTAURANT, shop, key }, { key_id: null, at: SAMPLE_TIME });
    return new SampleHouse(app, store, folder);
  }

  /** What the API answers; anything but a good answer is a mistake here. */
  async ask(route: string, body?: object): Promise<object> {
    const [method = '', url = ''] = route.split(' ');
    const answer = await this.app.inject({
      method: method as 'GET',
      url,
      headers: { authorization: `Bearer ${KEY}` },
      payload: body,
    });
    if (answer.statusCode >= 300) throw new Error(`${route}: ${answer.body}`);
    return answer.json();
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.store.close();
    rmSync(this.folder, { recursive: true });
  }
}
