import { enableCompileCache } from 'node:module';

enableCompileCache();

import { serve } from '../../src/cli/serve';
import { faster } from '../../src/delivery/timing';
import { forgetEverything } from './no-idempotency';

/** The program under test: the real server, its waits made shorter; `CHAOS_NO_IDEMPOTENCY` makes it the negative control. */
if (process.env.CHAOS_NO_IDEMPOTENCY) forgetEverything();
void serve({ timing: faster(Number(process.env.CHAOS_FASTER ?? 20)) }).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
