import type { Bundle, ZObject } from 'zapier-platform-core';
import { asText, type Json } from '../src/pos/json';
import { chosenOrderFields, fetchChosenOrder } from '../src/zapier/chosen-order';
import { requireOrderApi } from '../src/zapier/connection-needs';
import { explain } from '../src/zapier/explain';
import { readText } from '../src/zapier/input-text';
import { createOrderApi } from '../src/zapier/order-api';
import { orderLock } from '../src/zapier/order-lock';
import { createZapierHttp } from '../src/zapier/zapier-http';

const PREVIEW = { outcome: 'preview', say: 'Preview only: nothing was cancelled.' };

export const cancelOrder = {
  key: 'cancel_order' as const,
  noun: 'Order',
  display: {
    label: 'Cancel Order',
    description:
      'Cancels an order of your Order API and says honestly what that means in the kitchen. Moves no money.',
  },
  operation: {
    inputFields: [
      ...chosenOrderFields,
      {
        key: 'reason',
        label: 'Reason',
        type: 'string' as const,
        helpText: 'For the kitchen, such as "guest called". At most 200 characters.',
      },
    ],
    outputFields: [
      { key: 'outcome', label: 'Outcome', type: 'string' as const },
      { key: 'say', label: 'What to Tell the Guest', type: 'string' as const },
      { key: 'order_id', label: 'Order ID', type: 'string' as const },
      { key: 'order_reference', label: 'Order Reference', type: 'string' as const },
      { key: 'order_number', label: 'Order Number', type: 'string' as const },
    ],
    sample: toCancelOutput(
      {
        outcome: 'not_sent_yet',
        say: 'Your order is cancelled. The kitchen had not started on it.',
      },
      { id: 'ord_1', external_ref: 'CA5d1f0c7e2b9a48d3b6c1e0f4a7d92b35', number: '14' },
    ),
    lock: orderLock('{{bundle.inputData.order_id}}{{bundle.inputData.order_reference}}'),
    perform: performCancel,
  },
};

async function performCancel(z: ZObject, { authData, inputData, meta }: Bundle<Record<string, unknown>>) {
  return explain({ errors: z.errors, authData }, async () => {
    requireOrderApi(authData, 'This step sends to');
    const api = createOrderApi(createZapierHttp(z), authData);
    const order = await fetchChosenOrder(api, inputData);
    if (meta.isLoadingSample) return toCancelOutput(PREVIEW, order);
    const path = `/v1/orders/${encodeURIComponent(asText(order.id) ?? '')}/cancel`;
    const body = { reason: readText(inputData.reason) ?? null };
    return toCancelOutput((await api.send({ method: 'POST', path, body, writes: true })).body, order);
  });
}

function toCancelOutput({ outcome, say }: Json, { id, external_ref, number }: Json) {
  return {
    outcome: asText(outcome) ?? null,
    say: asText(say) ?? null,
    order_id: asText(id) ?? null,
    order_reference: asText(external_ref) ?? asText(id) ?? null,
    order_number: asText(number) ?? null,
  };
}
