import { TIMING } from '../../src/delivery/timing';
import { buildApp } from '../../src/server/app';
import { ConnectionDirectory } from '../../src/server/connection-directory';
import { prepareStore } from '../../src/server/first-start';
import { openHouse } from '../../src/server/house';
import { createIds, createSecret } from '../../src/server/ids';
import { SecretBox } from '../../src/server/secret-box';
import { openSqliteStore } from '../../src/store/sqlite/open';
import type { Store } from '../../src/store/store';
import { answerCalls } from '../child';
import { eachAlone } from './each-alone';
import { benchConfig, squareAt } from './setting';
import { withoutStore } from './without-store';

const VARIANTS = {
  durable: (store: Store) => store,
  commit_each: eachAlone,
  no_store: withoutStore,
} satisfies Record<string, (store: Store) => Store>;
export type Variant = keyof typeof VARIANTS;

/** `api` is where the shop's POS is. */
type Api = { variant: Variant; database: string };
type House = { variant: 'house'; database: string; posUrl: string };
export type Opening = Api | House;
export type ServerCalls = {
  open(opening: Opening): Promise<{ port: number }>;
  /** Memory in bytes, and the milliseconds of processor time since its start. */
  usage(of: object): Promise<{ rss: number; cpuMs: number }>;
};

/** The whole program: the Order API and the engine. */
async function openWhole({ database, posUrl }: House): Promise<string> {
  const house = await openHouse({ config: benchConfig(database), connections: [squareAt(posUrl)] });
  return house.listen(0);
}

/** The Order API over a store of this kind. The engine is not started: rows stay in the outbox, and nothing is ever sent. */
async function openApi({ variant, database }: Api): Promise<string> {
  const store = openSqliteStore(database);
  const config = benchConfig(database);
  const now = Date.now;
  const configured = [squareAt('http://127.0.0.1:9')];
  const box = new SecretBox(createSecret());
  const directory = new ConnectionDirectory({ store, box, configured, now, addresses: config.addresses });
  const parts = { config, now, directory, newId: createIds(now), newSecret: createSecret, timing: TIMING };
  await prepareStore({ ...parts, store }, configured);
  const app = buildApp({ ...parts, store: VARIANTS[variant](store), mails: true });
  return app.listen({ host: '127.0.0.1', port: 0 });
}

answerCalls({
  async open(opening) {
    const address = await (opening.variant === 'house' ? openWhole(opening) : openApi(opening));
    return { port: Number(new URL(address).port) };
  },
  async usage() {
    const { user, system } = process.cpuUsage();
    return { rss: process.memoryUsage.rss(), cpuMs: (user + system) / 1000 };
  },
} satisfies ServerCalls);
