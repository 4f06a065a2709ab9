import { scopeOf } from '../delivery/chores';
import { createEngine, type Engine } from '../delivery/engine';
import type { Timing } from '../delivery/timing';
import type { Log } from '../delivery/worker';
import { createHttpClient } from './http-client';
import { MenuIndexes } from './menu-indexes';
import { configuredOutlets } from './outlets';
import type { App, Services } from './services';
import { Sessions } from './sessions';

type Parts = Pick<Services, 'store' | 'connections' | 'now' | 'newId'> & { log: Log; timing?: Timing };

/** The delivery engine with everything that reaches the outside. */
export function openEngine({ store, connections, now, newId, log, timing }: Parts): Engine {
  const menus = new MenuIndexes(store);
  const sessions = new Sessions(createHttpClient(), () => new Date(now()));
  return createEngine({
    store,
    now,
    newId,
    log,
    timing,
    outlets: configuredOutlets(connections, sessions),
    storedMenu: ({ delivery, shop }) => menus.of(scopeOf(delivery), shop),
    destinations: {},
  });
}

/** The engine's words in the server's log. */
export function toLog(app: App): Log {
  return (level, message, facts = {}) => app.log[level](facts, message);
}
