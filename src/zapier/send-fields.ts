import type { PlainInputField, PlainOutputField } from 'zapier-platform-core';
import { chosenOrderFields } from './chosen-order';
import { policies } from './policy-fields';
import { receiptOutputFields } from './receipt-fields';

/** Policies that mean something for an order that the server holds. */
const SENT = new Set(['max_age_minutes', 'when_refused']);

export const sendFields: PlainInputField[] = [
  ...chosenOrderFields,
  {
    key: 'connection_id',
    label: 'POS Connection',
    type: 'string',
    dynamic: 'pos_connection.id.name',
    helpText: "Where to: a connection of your server. Empty: the shop's default one.",
  },
  {
    key: 'wait_seconds',
    label: 'Wait for the Outcome (Seconds)',
    type: 'integer',
    default: '15',
    helpText:
      '0 to 25. After that the step goes on with State queued, and the server goes on by itself until the POS has the order or a person is told.',
  },
  ...policies.filter(({ key }) => SENT.has(key)),
];

export const sendOutputFields: PlainOutputField[] = [
  ...receiptOutputFields,
  { key: 'delivery_state', label: 'Delivery State', type: 'string' },
  { key: 'delivery_id', label: 'Delivery ID', type: 'string' },
  { key: 'order_id', label: 'Order ID', type: 'string' },
  { key: 'order_reference', label: 'Order Reference', type: 'string' },
  { key: 'request_preview', label: 'What Would Be Sent', type: 'string' },
];
