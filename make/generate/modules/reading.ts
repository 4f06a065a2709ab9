import { ORDER_STATUSES } from '../../../src/order/status';
import type { Module } from '../component';
import { toForm, toInterface, toOption } from '../parameters';
import type { Parts } from '../parts';
import { shopField } from '../shop';
import { receiptFields } from './delivering';
import { AT_ORDER, orderId } from './one-order';

const GROUP = 'Orders';

/** What is only looked at: nothing is stored, sent or changed. */
export function readingModules(parts: Parts): Module[] {
  return [read(parts), get(parts), search(parts)];
}

function read({ api, samples }: Parts): Module {
  const route = 'POST /v1/orders/parse';
  return {
    id: 'readOrderText',
    label: 'Read Order Text',
    description: 'Reads an order from a guest’s words against the menu. Nothing is stored or sent.',
    type: 'action',
    crud: 'read',
    group: GROUP,
    communication: {
      url: '/v1/orders/parse',
      method: 'POST',
      body: { text: '{{parameters.text}}', location_id: '{{parameters.location_id}}' },
      response: { output: '{{body}}' },
    },
    mappableParams: [
      shopField('Whose menu it is. Empty where there is one shop.'),
      ...toForm(api, api.body(route), { without: ['location_id'] }),
    ],
    interface: toInterface(api, api.answer(route)),
    samples: samples.parsed,
  };
}

function get({ api, samples }: Parts): Module {
  return {
    id: 'getOrder',
    label: 'Get Order',
    description: 'Reads one order, and what has become of it.',
    type: 'action',
    crud: 'read',
    group: GROUP,
    communication: { url: AT_ORDER, method: 'GET', response: { output: '{{body}}' } },
    mappableParams: [orderId],
    interface: toInterface(api, api.answer('GET /v1/orders/{id}'), receiptFields(samples)),
    samples: samples.order,
  };
}

function search({ api, samples }: Parts): Module {
  const route = 'GET /v1/orders';
  const form = toForm(api, api.query(route), {
    without: ['cursor', 'limit', 'location_id'],
    changes: { status: { type: 'select', multiple: true, options: ORDER_STATUSES.map(toOption) } },
  });
  const filters = Object.fromEntries(form.map(({ name }) => [name, `{{parameters.${name}}}`]));
  return {
    id: 'searchOrders',
    label: 'Search Orders',
    description: 'Finds orders by reference, phone, status or time, newest first.',
    type: 'search',
    group: GROUP,
    communication: {
      url: '/v1/orders',
      method: 'GET',
      qs: {
        ...filters,
        status: "{{join(parameters.status, ',')}}",
        location_id: '{{parameters.location_id}}',
        limit: '{{min(parameters.limit, 100)}}',
      },
      pagination: { qs: { cursor: '{{body.next_cursor}}' }, condition: '{{body.has_more}}' },
      response: { limit: '{{parameters.limit}}', iterate: '{{body.data}}', output: '{{item}}' },
    },
    mappableParams: [
      shopField('Empty: the orders of every shop.'),
      ...form,
      { name: 'limit', type: 'uinteger', label: 'Limit', required: true, default: 10 },
    ],
    interface: toInterface(api, api.entry(route), receiptFields(samples)),
    samples: samples.order,
  };
}
