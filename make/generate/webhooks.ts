import type { HookEvent } from '../../src/order/hook-events';
import { ORDER_STATUSES } from '../../src/order/status';
import type { Webhook } from './component';
import { toOption } from './parameters';
import { shopField } from './shop';

const EVERY_SHOP = shopField('Empty: the orders of every shop.', { mappable: false });
const OF_SHOP = 'ifempty(webhook.location_id, body.data.location_id) = body.data.location_id';

/** Orders as they are taken, and orders whose status has moved. */
export const webhooks: Webhook[] = [
  {
    id: 'new-orders',
    label: 'New orders',
    params: [EVERY_SHOP],
    ...hookFor('order.created', { condition: `{{${OF_SHOP}}}` }),
  },
  {
    id: 'order-statuses',
    label: 'Order statuses',
    params: [
      EVERY_SHOP,
      {
        name: 'statuses',
        type: 'select',
        label: 'Statuses',
        help: 'Only when an order becomes one of these. Empty: at each change.',
        multiple: true,
        mappable: false,
        options: ORDER_STATUSES.map(toOption),
      },
    ],
    ...hookFor('order.updated', {
      // The API also tells of orders that changed otherwise; then both are the same.
      condition: `{{${OF_SHOP} && body.data.status != body.data.previous_status && contains(ifempty(webhook.statuses, body.data.status), body.data.status)}}`,
      keep: { statuses: "{{join(parameters.statuses, ' ')}}" },
    }),
  },
];

type Hearing = { condition: string; keep?: object };

/** Switching a scenario on subscribes its address, switching it off ends that. `keep` is what the condition looks at later. */
function hookFor(event: HookEvent, { condition, keep }: Hearing): Omit<Webhook, 'id' | 'label' | 'params'> {
  return {
    communication: {
      condition,
      output: '{{body.data}}',
      respond: { status: 200, type: 'json', body: { received: true } },
    },
    attach: {
      url: '/v1/hooks',
      method: 'POST',
      body: { target_url: '{{webhook.url}}', events: [event] },
      response: {
        data: { externalHookId: '{{body.id}}', location_id: '{{parameters.location_id}}', ...keep },
      },
      log: { sanitize: ['request.headers.authorization', 'response.body.secret'] },
    },
    detach: { url: '/v1/hooks/{{webhook.externalHookId}}', method: 'DELETE' },
  };
}
