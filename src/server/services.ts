import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Timing } from '../delivery/timing';
import type { ConnectionRecord } from '../store/records';
import type { Store } from '../store/store';
import type { ActionLinks } from './action-links';
import type { Config } from './config';
import type { ConnectionDirectory } from './connection-directory';
import type { HookDesk } from './hook-desk';
import type { Mailer } from './mailer';
import type { MenuIndexes } from './menu-indexes';

/** What routes work with. The clock and the sources of ids and secrets come as arguments, so that tests decide them. */
export type Services = {
  store: Store;
  config: Config;
  now: () => number;
  newId: (prefix: string) => string;
  newSecret: () => string;
  menus: MenuIndexes;
  /** Opens stored connections to a POS. */
  directory: ConnectionDirectory;
  /** A connection was repaired: what waits for it goes on. */
  reopen: (connection: ConnectionRecord) => Promise<void>;
  /** Whether mail can be sent. */
  mails: boolean;
  /** Hands a mail in at once, for what nobody needs later; null: none can be sent. */
  mailer: Pick<Mailer, 'send'> | null;
  timing: Timing;
  /** Calls hooks and keeps their secrets. */
  hookDesk: HookDesk;
  /** What the keys are with which parts of this program call its own API, by what they are for; the same at every start. */
  ownSecret: (purpose: string) => string;
  /** Links in mails to the page about a delivery. */
  links: ActionLinks;
};

export type App = FastifyInstance<
  Server,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** One resource: adds its routes to the app. */
export type Routes = (app: App, services: Services) => void;
