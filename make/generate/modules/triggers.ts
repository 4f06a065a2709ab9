import type { Module, Parameter } from '../component';
import { toInterface } from '../parameters';
import type { Parts } from '../parts';
import { shopField } from '../shop';
import { receiptFields } from './delivering';

const GROUP = 'Watch';
/** The largest page of the API, and the most that Make's panel of starting points should show. */
const PAGE = 100;
const LONGEST_PANEL = 300;

const shop = shopField('Empty: the orders of every shop.', { mappable: false });
const limit: Parameter = {
  name: 'limit',
  type: 'uinteger',
  label: 'Limit',
  help: 'The most orders that one run works on.',
  required: true,
  default: 10,
};

export function triggers(parts: Parts): Module[] {
  const { api, samples } = parts;
  const order = toInterface(api, api.entry('GET /v1/orders'), receiptFields(samples));
  return [
    {
      id: 'watchOrders',
      label: 'Watch Orders',
      description: 'Triggers when an order was taken; asks at the times of the schedule.',
      type: 'trigger',
      group: GROUP,
      communication: watchRequest(),
      epoch: {
        response: {
          limit: LONGEST_PANEL,
          output: {
            label: '#{{item.number}} {{item.customer.name}}: {{item.items_text}}',
            date: '{{item.created_at}}',
          },
        },
      },
      staticParams: [shop, limit],
      interface: order,
      samples: samples.order,
    },
    {
      id: 'watchOrdersInstantly',
      label: 'Watch Orders Instantly',
      description: 'Triggers seconds after an order was taken.',
      type: 'instant_trigger',
      group: GROUP,
      webhook: 'new-orders',
      communication: {},
      interface: order,
      samples: samples.order,
    },
    {
      id: 'watchOrderStatus',
      label: 'Watch Order Status',
      description:
        'Triggers when an order becomes accepted, ready, completed, cancelled or any other status.',
      type: 'instant_trigger',
      group: GROUP,
      webhook: 'order-statuses',
      communication: {},
      interface: order,
      samples: samples.changedOrder,
    },
  ];
}

/** Newest first, so that Make stops at the first page that it knows. */
function watchRequest(): object {
  return {
    url: '/v1/orders',
    method: 'GET',
    qs: { limit: PAGE, location_id: '{{parameters.location_id}}' },
    pagination: { qs: { cursor: '{{body.next_cursor}}' }, condition: '{{body.has_more}}' },
    response: {
      limit: '{{parameters.limit}}',
      iterate: '{{body.data}}',
      trigger: { type: 'date', order: 'desc', id: '{{item.id}}', date: '{{item.created_at}}' },
      output: '{{item}}',
    },
  };
}
