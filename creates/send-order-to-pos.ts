import type { Bundle, ZObject } from 'zapier-platform-core';
import { requireOrderApi } from '../src/zapier/connection-needs';
import { explain } from '../src/zapier/explain';
import { createOrderApi } from '../src/zapier/order-api';
import { orderLock } from '../src/zapier/order-lock';
import { sendFields, sendOutputFields } from '../src/zapier/send-fields';
import { sendOrder } from '../src/zapier/send-order';
import { type SendOutput, sendSample } from '../src/zapier/send-output';
import { readPolicy } from '../src/zapier/step-policy';
import { createZapierHttp } from '../src/zapier/zapier-http';

export const sendOrderToPos = {
  key: 'send_order_to_pos' as const,
  noun: 'Order',
  display: {
    label: 'Send Order to POS',
    description:
      'Has your Order API send an order to the POS. The server retries by itself; a repeated run finds the first ticket.',
  },
  operation: {
    inputFields: sendFields,
    outputFields: sendOutputFields,
    sample: sendSample(),
    lock: orderLock('{{bundle.inputData.order_id}}{{bundle.inputData.order_reference}}'),
    perform: performSend,
  },
};

async function performSend(
  z: ZObject,
  { authData, inputData: input, meta }: Bundle<Record<string, unknown>>,
): Promise<SendOutput> {
  return explain({ errors: z.errors, authData }, async () => {
    requireOrderApi(authData, 'This step sends to');
    const api = createOrderApi(createZapierHttp(z), authData);
    const trying = Boolean(meta.isLoadingSample);
    return sendOrder({ api, input, policy: readPolicy(input), now: new Date(), trying });
  });
}
