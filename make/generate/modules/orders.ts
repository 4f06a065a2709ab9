import { vendors } from '../../../src/pos/vendors';
import type { Module } from '../component';
import { toForm, toInterface } from '../parameters';
import type { Parts } from '../parts';
import { connectionField, shopWith } from '../shop';
import { deliverRequest, deliveryForm, deliveryInterface, receiptFields } from './delivering';
import { AT_ORDER, orderId } from './one-order';
import { orderForm, storeRequest } from './order-form';

const GROUP = 'Orders';

/** Orders stored, sent and called off. */
export function orderModules(parts: Parts): Module[] {
  return [create(parts), send(parts), cancel(parts)];
}

function create(parts: Parts): Module {
  const { api, samples } = parts;
  return {
    id: 'createOrder',
    label: 'Create Order',
    description:
      'Stores an order; your server sends it to the POS where it is set up to. A repeat finds the first.',
    type: 'action',
    crud: 'create',
    group: GROUP,
    communication: { ...storeRequest(parts), response: { output: '{{body}}' } },
    mappableParams: orderForm(parts),
    interface: toInterface(api, api.answer('POST /v1/orders'), receiptFields(samples)),
    samples: samples.order,
  };
}

function send(parts: Parts): Module {
  return {
    id: 'sendOrderToPos',
    label: 'Send Order to POS',
    description:
      'Sends a stored order to the POS and waits for the outcome. Sent again, it stays one ticket.',
    type: 'action',
    crud: 'create',
    group: GROUP,
    communication: deliverRequest('{{encodeURL(parameters.id)}}'),
    mappableParams: [
      orderId,
      shopWith([connectionField()], 'Empty where there is one shop.'),
      ...deliveryForm(parts),
    ],
    interface: deliveryInterface(parts),
    samples: parts.samples.delivery(vendors.square),
  };
}

function cancel({ api, samples }: Parts): Module {
  const route = 'POST /v1/orders/{id}/cancel';
  return {
    id: 'cancelOrder',
    label: 'Cancel Order',
    description: 'Cancels an order and says honestly what that means in the kitchen.',
    type: 'action',
    crud: 'update',
    group: GROUP,
    communication: {
      url: `${AT_ORDER}/cancel`,
      method: 'POST',
      body: { reason: '{{parameters.reason}}' },
      response: { output: '{{body}}' },
    },
    mappableParams: [orderId, ...toForm(api, api.body(route))],
    interface: toInterface(api, api.answer(route)),
    samples: samples.cancelled,
  };
}
