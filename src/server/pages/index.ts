import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import type { App, Services } from '../services';
import { assetRoutes, loadAssets } from './assets';
import { connectRoutes } from './connect';
import { newConnectionRoutes } from './connect-new';
import { fixRoutes } from './fix';
import { footRoutes } from './foot';
import { guardPages } from './guard';
import { guestTextRoutes } from './guest-text';
import { Live } from './live';
import { orderPageRoutes } from './order';
import { orderPressRoutes } from './order-presses';
import { ordersRoutes } from './orders';
import type { PageServices } from './page-services';
import { PosProbe } from './pos-probe';
import { pageProblem } from './problem';
import { rehearsalPageRoutes } from './rehearsal';
import { SessionDesk } from './session-desk';
import { settingsRoutes } from './settings';
import { shopSwitchRoutes } from './shop-switches';
import { signInRoutes } from './sign-in';
import { signInLinkRoutes } from './sign-in-link';
import { soldOutRoutes } from './sold-out';
import { startRoutes } from './start';
import { tonightRoutes } from './tonight';
import { wordRoutes } from './word';
import { wordsRoutes } from './words';

/** One page, or what belongs together on one: adds its routes. */
export type PageRoutes = (app: App, services: PageServices) => void;

/** Every page. A new one is one more line. */
const PAGES: PageRoutes[] = [
  assetRoutes,
  signInRoutes,
  signInLinkRoutes,
  footRoutes,
  startRoutes,
  connectRoutes,
  newConnectionRoutes,
  tonightRoutes,
  shopSwitchRoutes,
  soldOutRoutes,
  rehearsalPageRoutes,
  ordersRoutes,
  orderPageRoutes,
  orderPressRoutes,
  guestTextRoutes,
  fixRoutes,
  wordsRoutes,
  wordRoutes,
  settingsRoutes,
];

/** The restaurant's pages: their own way in, beside that of the API. */
export function registerPages(app: App, services: Services): void {
  const isHttps = services.config.publicBaseUrl?.startsWith('https:') ?? false;
  const pageServices: PageServices = {
    ...services,
    sessions: new SessionDesk({ ...services, isHttps }),
    assets: loadAssets(),
    probe: new PosProbe(services),
    live: new Live({
      ...services,
      onError: (error) => app.log.error({ err: error }, 'a board was not drawn'),
    }),
  };
  app.register(fastifyCookie, { secret: services.ownSecret('cookies') });
  app.register(fastifyCompress, {
    threshold: 1024,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  });
  app.register(async (pages) => {
    const site = pages as unknown as App;
    site.setErrorHandler(pageProblem(pageServices));
    guardPages(site, pageServices.sessions);
    site.addHook('preClose', async () => pageServices.live.close());
    for (const add of PAGES) add(site, pageServices);
  });
}
