import type { Services } from '../services';
import type { PageAssets } from './assets';
import type { Live } from './live';
import type { PosProbe } from './pos-probe';
import type { SessionDesk } from './session-desk';

/** What the pages' routes work with, beside what every route has. */
export type PageServices = Services & {
  sessions: SessionDesk;
  assets: PageAssets;
  probe: PosProbe;
  live: Live;
};
