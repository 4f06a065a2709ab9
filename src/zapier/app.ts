import { version as platformVersion } from 'zapier-platform-core';
import { creates } from '../../creates';
import { version } from '../../package.json';
import { searches, searchOrCreates } from '../../searches';
import { triggers } from '../../triggers';
import { authentication } from './connection';

/** The Zapier app. */
export const app = {
  version,
  platformVersion,
  flags: {
    // Empty fields are read in one place, ours, the same in every Zap.
    cleanInputData: false,
    // A 429 is answered with the vendor's own words and waiting time.
    throwForThrottlingEarly: false,
    skipThrowForStatus: true,
  },
  authentication,
  triggers,
  creates,
  searches,
  searchOrCreates,
};
