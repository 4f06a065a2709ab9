import type { PlainOutputField } from 'zapier-platform-core';
import { asText, type Json } from '../pos/json';
import { orderStateOutputFields, toOrderStateOutput } from './order-state-output';

type Outcome = 'created' | 'replayed' | 'preview';

const STATUS_TEXT: Record<Outcome, (order: Json) => string> = {
  created: ({ number }) => `The Order API has the order as number ${asText(number)}.`,
  replayed: ({ number }) =>
    `The Order API already has this order as number ${asText(number)}; no second one was made.`,
  preview: () => 'Preview only: nothing was sent to the Order API.',
};

/** What Create Order returns: the order as New Order gives it, and whether it was there already. */
export function toStoredOutput(order: Json, outcome: Outcome) {
  return {
    status_text: STATUS_TEXT[outcome](order),
    ...toOrderStateOutput(order),
    replayed: outcome === 'replayed',
  };
}
export type StoredOutput = ReturnType<typeof toStoredOutput>;

export const storedOutputFields: PlainOutputField[] = [
  { key: 'status_text', label: 'Status', type: 'string' },
  ...orderStateOutputFields,
  { key: 'replayed', label: 'Order Existed Already', type: 'boolean' },
];
