import type { PlainOutputField } from 'zapier-platform-core';
import { asText, type Json } from '../pos/json';
import { toOrderOutput } from './order-output';
import { orderOutputFields } from './order-output-fields';

/** An order with what has become of it. */
export function toOrderStateOutput(order: Json) {
  return {
    ...toOrderOutput(order),
    status: asText(order.status) ?? null,
    previous_status: asText(order.previous_status) ?? null,
  };
}
export type OrderStateOutput = ReturnType<typeof toOrderStateOutput>;

export const orderStateOutputFields: PlainOutputField[] = [
  ...orderOutputFields,
  { key: 'status', label: 'Order Status', type: 'string' },
  { key: 'previous_status', label: 'Previous Order Status', type: 'string' },
];
