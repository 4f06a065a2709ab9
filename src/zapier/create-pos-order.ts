import type { Bundle, ZObject } from 'zapier-platform-core';
import { InputProblems } from '../order/problems';
import type { Vendor } from '../pos/vendor';
import { connectionName } from './connection-label';
import { grouped } from './field-groups';
import { readText } from './input-text';
import { orderFields } from './order-fields';
import { orderLock } from './order-lock';
import { isRenewable, toPosSession } from './pos-session';
import { type PosStep, runPosStep, type Seen } from './pos-step';
import { createOutputFields, createSample } from './receipt-fields';
import { createStepCache } from './step-cache';
import { settleFailure } from './step-failure';
import { readPolicy } from './step-policy';
import { menuItemsKey, readSettings, vendorFields } from './vendor-fields';
import { createZapierHttp, type HttpOptions } from './zapier-http';

type Options = {
  /** Where the plain "Create … Order" would promise too much. */
  label?: string;
  http?: HttpOptions;
};
type StepBundle = Bundle<Record<string, unknown>>;

/** "Create … Order" for one POS: its key, labels, fields, sample and run all come from the vendor's definition. */
export function createPosOrder<const Id extends string>(vendor: Vendor & { id: Id }, options: Options = {}) {
  const perform = (z: ZObject, bundle: StepBundle) => performStep(vendor, { z, bundle, ...options });
  return {
    key: `create_${vendor.id}_order` as const,
    noun: 'Order',
    display: {
      label: options.label ?? `Create ${vendor.name} Order`,
      description: `Makes a ticket in ${vendor.name} from a phone, text or web order. A repeated run finds the first ticket.`,
    },
    operation: {
      ...grouped(
        [...orderFields(vendor.fetchMenu && menuItemsKey(vendor.id)), ...vendorFields(vendor)],
        vendor.name,
      ),
      outputFields: createOutputFields,
      sample: createSample(vendor),
      lock: orderLock('{{bundle.inputData.order_reference}}'),
      perform,
    },
  };
}

async function performStep(vendor: Vendor, run: Options & { z: ZObject; bundle: StepBundle }) {
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
function openStep(
  vendor: Vendor,
  { z, bundle, http }: Options & { z: ZObject; bundle: StepBundle },
): PosStep {
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
