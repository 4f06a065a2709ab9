import type { Bundle, ZObject } from 'zapier-platform-core';
import { InputProblems } from '../order/problems';
import type { Vendor } from '../pos/vendor';
import { connectionName } from './connection-label';
import { readText } from './input-text';
import { isRenewable, toPosSession } from './pos-session';
import { type PosStep, runPosStep, type Seen } from './pos-step';
import type { CreateOutput } from './receipt-output';
import { createStepCache } from './step-cache';
import { settleFailure } from './step-failure';
import { readPolicy } from './step-policy';
import { readSettings } from './vendor-fields';
import { createZapierHttp, type HttpOptions } from './zapier-http';

type Run = { z: ZObject; bundle: Bundle<Record<string, unknown>>; http?: HttpOptions };

/** Runs a POS's create: sends the order, or ends in words. */
export async function performPosOrder(vendor: Vendor, run: Run): Promise<CreateOutput> {
  const { z, bundle } = run;
  const { authData } = bundle;
  if (readText(authData.system) !== vendor.id) {
    const chosen = connectionName(authData);
    const message = `This step sends to ${vendor.name}, but the connection chosen is "${chosen}". Choose or add a ${vendor.name} connection.`;
    throw new z.errors.Error(message, 'WrongConnection', 422);
  }
  const step = openStep(vendor, run);
  const seen: Seen = {};
  return runPosStep(step, seen).catch((error: unknown) =>
    settleFailure(error, { z, step, seen, renewable: isRenewable(vendor, authData) }),
  );
}

/** What is wrong with the step itself, not with the order, always stops. */
function openStep(vendor: Vendor, { z, bundle, http }: Run): PosStep {
  try {
    const { authData, inputData: input } = bundle;
    const policy = readPolicy(input);
    const settings = {
      ...readSettings(vendor, input),
      unsure_items: policy.unsureItems,
      unknown_items: policy.unknownItems,
    };
    const session = toPosSession({ vendor, authData, http: createZapierHttp(z, http), settings });
    const cache = createStepCache(z.cache, vendor, session);
    const trying = bundle.meta.isLoadingSample ? policy.editorTest : null;
    return { vendor, session, cache, policy, input, now: new Date(), trying };
  } catch (error) {
    if (error instanceof InputProblems) throw new z.errors.Error(error.message, 'InvalidData', 422);
    throw error;
  }
}
