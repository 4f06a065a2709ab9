import type { Bundle, ZObject } from 'zapier-platform-core';
import { requireOrderApi } from '../src/zapier/connection-needs';
import { explain } from '../src/zapier/explain';
import { grouped } from '../src/zapier/field-groups';
import { createOrderApi } from '../src/zapier/order-api';
import { storedOrderFields } from '../src/zapier/order-fields';
import { orderLock } from '../src/zapier/order-lock';
import { orderAnswerSample } from '../src/zapier/order-sample';
import { readPolicy } from '../src/zapier/step-policy';
import { type StoredOutput, storedOutputFields, toStoredOutput } from '../src/zapier/stored-output';
import { createZapierHttp } from '../src/zapier/zapier-http';

export const createOrder = {
  key: 'create_order' as const,
  noun: 'Order',
  display: {
    label: 'Create Order',
    description: 'Stores an order on your Order API. A repeated run finds the first one.',
  },
  operation: {
    ...grouped(storedOrderFields),
    outputFields: storedOutputFields,
    sample: toStoredOutput({ ...orderAnswerSample(), status: 'received' }, 'created'),
    lock: orderLock('{{bundle.inputData.order_reference}}'),
    perform: performCreate,
  },
};

async function performCreate(
  z: ZObject,
  { authData, inputData: input, meta }: Bundle<Record<string, unknown>>,
): Promise<StoredOutput> {
  return explain({ errors: z.errors, authData }, async () => {
    requireOrderApi(authData, 'This step sends to');
    const { maxAgeMinutes, editorTest } = readPolicy(input);
    const api = createOrderApi(createZapierHttp(z), authData);
    const trying = meta.isLoadingSample ? editorTest : null;
    const { storeOrder } = require('../src/zapier/store-order') as typeof import('../src/zapier/store-order');
    return storeOrder({ api, cache: z.cache, input, maxAgeMinutes, now: new Date(), trying });
  });
}
