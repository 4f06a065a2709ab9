import { DELIVERY_STATES, hasArrived, isSettled } from '../../../src/order/delivery';
import type { Parameter } from '../component';
import { type Changes, fieldsOfExample, toForm, toInterface } from '../parameters';
import type { Parts } from '../parts';

const ROUTE = 'POST /v1/orders/{id}/deliveries';
const WAIT_SECONDS = 20;

/** States in which nothing more happens by itself, and the kitchen does not have the order. */
const STOPPED = DELIVERY_STATES.filter(
  (state) => isSettled(state) && !hasArrived({ state }) && state !== 'manual_done',
);

/** How long to wait, and what to do when the kitchen does not get it. */
export function deliveryForm({ api }: Parts): Parameter[] {
  const wait = toForm(api, api.query(ROUTE), { changes: { wait: { default: WAIT_SECONDS } } });
  return [
    ...wait,
    {
      name: 'when_refused',
      type: 'select',
      label: 'If the POS Cannot Take the Order',
      help: 'Continue, so that a later module can alert someone: the state and the reason are in the output.',
      default: 'error',
      options: [
        { value: 'error', label: 'Stop with an error' },
        { value: 'continue', label: 'Continue' },
      ],
    },
  ];
}

/** The request that sends a stored order; the server goes on by itself where the wait ends first. */
export function deliverRequest(orderId: string): object {
  const goesOn = `parameters.when_refused = 'continue' || body.next_attempt_at`;
  return {
    url: `/v1/orders/${orderId}/deliveries`,
    method: 'POST',
    qs: { wait: '{{parameters.wait}}' },
    body: { connection_id: '{{parameters.connection_id}}' },
    response: {
      valid: {
        condition: `{{${goesOn} || !contains('${STOPPED.join(' ')}', body.state)}}`,
        message: 'The kitchen does not have it ({{body.state}}): {{body.reason.message}}',
        type: 'DataError',
      },
      output: '{{body}}',
    },
  };
}

/** What sending gives: the delivery with the receipt of the POS. */
export function deliveryInterface({ api, samples }: Parts): Parameter[] {
  return toInterface(api, api.answer(ROUTE), receiptFields(samples));
}

/** A receipt has one shape from every POS, but no schema: its fields are those of a true one. */
export function receiptFields({ receipt }: Parts['samples']): Changes {
  const spec = fieldsOfExample(receipt);
  return { receipt: { spec }, 'deliveries.receipt': { spec } };
}
