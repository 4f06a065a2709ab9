import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readThrough } from '../intake/receptionist/api';
import { Follower, type Trouble } from '../intake/receptionist/follower';
import type { Log } from '../intake/receptionist/new-rows';
import { WriteBack, type WriteBackParts } from '../intake/receptionist/write-back';
import { openReceptionistFile } from '../store/receptionist/file';
import { writeStatus } from '../store/receptionist/status-writer';
import { askWithin } from './ask-within';
import { keepOwnKey } from './own-key';
import type { App, Services } from './services';
import { tellShops } from './tell-shops';

type Parts = Pick<Services, 'store' | 'now' | 'newId' | 'mails'> & {
  app: App;
  /** The receptionist's database. */
  file: string;
  /** What the follower's own key is: the same at every start. */
  secret: string;
  log: Log;
  /** Resolves once there is a menu to understand words with, as far as there will be one soon. */
  menusRead?: () => Promise<void>;
  writeBack: boolean;
  everyMs?: number;
};
/** Follows a receptionist's database for as long as the server runs. */
export type Receptionist = { start(): Promise<void>; stop(): Promise<void> };

const EVERY_MS = 1_500;
const KEY_NAME = 'RECEPTIONIST_DB';

/** A reader of the receptionist's database that hands its orders in through the API's own routes. */
export function openReceptionist(parts: Parts): Receptionist {
  const { app, store, now, secret, log, everyMs = EVERY_MS } = parts;
  const file = resolve(parts.file);
  const ask = askWithin(app, secret);
  const follower = new Follower({
    file,
    open: () => openReceptionistFile(file),
    identityOf: () => identityOf(file),
    ledger: store,
    ask,
    read: readThrough(ask),
    now,
    tell: (trouble) => tell(trouble, parts),
    log,
  });
  const write: WriteBackParts['write'] = (row) => writeStatus(file, row);
  const writeBack = parts.writeBack ? new WriteBack({ file, ledger: store, ask, write, now, log }) : null;
  let timer: NodeJS.Timeout | undefined;
  let looking = Promise.resolve();
  let stopped = false;
  const lookOnce = async () => {
    await follower.look();
    await writeBack?.look();
  };
  const look = () => {
    looking = lookOnce().then(() => {
      if (!stopped) timer = setTimeout(look, everyMs);
    });
  };
  return {
    async start() {
      await makeKey(parts);
      looking = (parts.menusRead?.() ?? Promise.resolve()).then(() => (stopped ? undefined : look()));
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
      follower.close();
    },
  };
}

async function makeKey({ secret, ...parts }: Parts): Promise<void> {
  const restaurant = await parts.store.firstRestaurant();
  if (!restaurant) return;
  await keepOwnKey(parts, { restaurant_id: restaurant.id, secret, name: KEY_NAME, scope: 'write' });
}

/** A mail to the shop, or to every shop where nobody knows whose call it was. The same trouble is told once. */
function tell({ key, row, location_id, why }: Trouble, parts: Parts): Promise<void> {
  const payload = { alert: 'call_left_out', id: key, name: key, reason: why, n: row };
  return tellShops({ location_id, suffix: `call:${key}:${row}`, payload }, parts);
}

/** Which file stands there now; empty where there is none. */
function identityOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : '';
}
