import { randomBytes } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyServerOptions, LogController } from 'fastify';
import { TIMING } from '../delivery/timing';
import { LIMITS } from '../order/schema';
import type { Store } from '../store/store';
import { authorise } from './access';
import { ActionLinks } from './action-links';
import { readBodies } from './body';
import { registerDocumentation } from './docs-pages';
import { sendError } from './error-handler';
import { HookDesk } from './hook-desk';
import { createIds, createSecret } from './ids';
import { MenuIndexes } from './menu-indexes';
import { answerUnknownRoutes } from './not-found';
import { createOwnSecret } from './own-key';
import { registerPages } from './pages';
import { registerProtection } from './protection';
import { PUBLIC_ONLY } from './public-address';
import { compileReader } from './read-request';
import { logRequests } from './request-log';
import { routes as allRoutes } from './routes';
import { SecretBox } from './secret-box';
import type { App, Routes, Services } from './services';
import { letGoWhenStopping } from './stopping';

type Parts = Pick<Services, 'store' | 'config' | 'directory'> &
  Partial<Services> & { logger?: FastifyServerOptions['logger']; routes?: Routes[] };

/** The Order API over a store. The clock, ids, secrets and the matcher have working defaults; tests and the program replace them. */
export function buildApp({ logger = false, routes = allRoutes, ...parts }: Parts): App {
  const now = parts.now ?? Date.now;
  const services: Services = {
    now,
    newId: createIds(now),
    newSecret: createSecret,
    menus: new MenuIndexes(parts.store),
    reopen: async () => {},
    mails: false,
    mailer: null,
    timing: TIMING,
    // Deriving a key takes a tenth of a second: not for one that is not used.
    hookDesk: parts.hookDesk ?? new HookDesk(new SecretBox(createSecret()), PUBLIC_ONLY),
    ownSecret: createOwnSecret(randomBytes(32)),
    links: new ActionLinks(randomBytes(32), parts.config.publicBaseUrl),
    ...parts,
  };
  const app = Fastify({
    ...limits,
    logger,
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: sendError,
  })
    .withTypeProvider<TypeBoxTypeProvider>()
    .setValidatorCompiler(compileReader)
    // Answers are plain data already; a test holds each against its schema.
    .setSerializerCompiler(() => (data) => JSON.stringify(data))
    .setErrorHandler(sendError) as unknown as App;
  logRequests(app);
  letGoWhenStopping(app);
  readBodies(app);
  registerProtection(app, services.config);
  registerDocumentation(app, services.config);
  answerUnknownRoutes(app);
  app.decorateRequest('access', null);
  app.register(async (api) => {
    guard(api as unknown as App, services.store);
    for (const add of routes) add(api as unknown as App, services);
  });
  app.register(async (site) => registerPages(site as unknown as App, services));
  return app;
}

const limits = {
  bodyLimit: LIMITS.bodyBytes,
  requestTimeout: 30_000,
  // While it stops, what still arrives is answered like the rest: the store closes last.
  return503OnClosing: false,
  keepAliveTimeout: 72_000,
  routerOptions: { maxParamLength: 200 },
  http: { headersTimeout: 10_000, maxHeaderSize: 16 * 1024 },
  requestIdHeader: false as const,
};

/** No route without a decision who may use it. */
function guard(app: App, store: Store): void {
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.public !== true && config?.scope === undefined) {
      throw new Error(`${String(method)} ${url} says neither what scope it needs nor that it is public.`);
    }
  });
  app.addHook('onRequest', async (request) => {
    const { config } = request.routeOptions;
    if (config.public !== true) request.access = await authorise(store, request, config.scope ?? 'admin');
  });
}
