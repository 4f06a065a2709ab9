import type { FastifyServerOptions } from 'fastify';
import type { Engine } from '../delivery/engine';
import { posLane } from '../delivery/notices';
import { SpeedLimits } from '../delivery/pos-outlet';
import { TIMING, type Timing } from '../delivery/timing';
import { openSqliteStore } from '../store/sqlite/open';
import type { Store } from '../store/store';
import { ActionLinks } from './action-links';
import { buildApp } from './app';
import { type Config, isLoopback } from './config';
import { ConnectionDirectory } from './connection-directory';
import type { Connection } from './connections';
import { prepareStore, type Start } from './first-start';
import { HookDesk } from './hook-desk';
import { createIds, createSecret } from './ids';
import { createMailer } from './mailer';
import { MenuIndexes } from './menu-indexes';
import { MenuKeeper } from './menu-keeper';
import { openEngine, toLog } from './open-engine';
import { createOwnSecret } from './own-key';
import { openReceptionist } from './receptionist';
import { openSecretBox } from './secret-file';
import type { App, Services } from './services';

type Parts = {
  config: Config;
  connections: Connection[];
  timing?: Timing;
  logger?: FastifyServerOptions['logger'];
  /** Called before anything else can fail: a first key cannot be shown again. */
  onStart?: (start: Start) => void;
};
/** The Order API and the delivery engine over one store, as one process runs them. */
export type House = {
  app: App;
  engine: Engine;
  store: Store;
  start: Start;
  /** Opens the doors, then begins to deliver. Gives the address. */
  listen(port?: number): Promise<string>;
  close(graceMs: number): Promise<void>;
};

/** Puts the whole together; whoever calls it decides when it opens and closes. */
export async function openHouse({
  config,
  connections,
  timing = TIMING,
  logger,
  onStart,
}: Parts): Promise<House> {
  const store = openSqliteStore(config.database);
  const now = Date.now;
  const box = openSecretBox(config);
  const directory = new ConnectionDirectory({
    store,
    box,
    configured: connections,
    now,
    addresses: config.addresses,
  });
  const shared = { store, config, now, directory, timing, newId: createIds(now), newSecret: createSecret };
  const start = await prepareStore(shared, connections);
  onStart?.(start);
  const mailer =
    config.smtpUrl === null ? null : createMailer({ smtpUrl: config.smtpUrl, from: config.emailFrom });
  const links = new ActionLinks(box.derive('links'), pagesAddress(config));
  const reopen: Services['reopen'] = ({ id, vendor, restaurant_id }) =>
    engine.reopen({ restaurant_id, lane: posLane({ id, vendor }) });
  const hookDesk = new HookDesk(box, config.addresses);
  const menus = new MenuIndexes(store);
  const ownSecret = createOwnSecret(box.derive('own keys'));
  const services = { ...shared, ownSecret, links, menus, hookDesk, mailer, mails: mailer !== null, reopen };
  const app = buildApp({ ...services, logger });
  const log = toLog(app);
  const limits = new SpeedLimits();
  const engine: Engine = openEngine({ ...services, log, limits });
  const menuKeeper = new MenuKeeper({ ...services, limits, log, everyMinutes: config.menuSyncMinutes });
  const { receptionist: file } = config;
  const secret = ownSecret('receptionist');
  const receptionist =
    file === null
      ? null
      : openReceptionist({
          ...services,
          app,
          file,
          secret,
          log,
          menusRead: () => menuKeeper.firstRead(),
          writeBack: config.receptionistWriteBack,
        });
  return {
    app,
    engine,
    store,
    start,
    async listen(port = config.port) {
      const address = await app.listen({ host: config.host, port });
      await engine.start();
      menuKeeper.start();
      await receptionist?.start();
      return address;
    },
    async close(graceMs) {
      await menuKeeper.stop();
      await receptionist?.stop();
      await app.close();
      await engine.stop(graceMs);
      mailer?.close();
      await store.close();
    },
  };
}

/** Where links in mails lead; on a machine of one's own that is this machine. */
function pagesAddress({ publicBaseUrl, host, port }: Config): string | null {
  return publicBaseUrl ?? (isLoopback(host) ? `http://${host}:${port}` : null);
}
