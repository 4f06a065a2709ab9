import type { PlainOutputField } from 'zapier-platform-core';
import type { Vendor } from '../pos/vendor';
import type { CreateOutput } from './receipt-output';
import samples from './samples.json';

/** Labels of a receipt, in its order. Amounts are minor units, as everywhere in receipts: 2195 is $21.95. */
export const receiptOutputFields: PlainOutputField[] = [
  { key: 'status_text', label: 'Status', type: 'string' },
  { key: 'vendor', label: 'POS', type: 'string' },
  { key: 'reference', label: 'Ticket Reference', type: 'string' },
  { key: 'pos_order_id', label: 'POS Order ID', type: 'string' },
  { key: 'ticket_number', label: 'Ticket Number', type: 'string' },
  { key: 'state', label: 'State', type: 'string' },
  { key: 'completed', label: 'Completed Steps', type: 'string', list: true },
  { key: 'pos_total', label: 'POS Total in Minor Units', type: 'integer' },
  { key: 'currency', label: 'Currency', type: 'string' },
  { key: 'sent_to_kitchen', label: 'Sent to Kitchen', type: 'boolean' },
  { key: 'kitchen_confirmed', label: 'Kitchen Confirmed', type: 'boolean' },
  { key: 'replayed', label: 'Ticket Existed Already', type: 'boolean' },
  { key: 'unmatched[]path', label: 'Unmatched Where', type: 'string' },
  { key: 'unmatched[]said', label: 'Unmatched Words', type: 'string' },
  { key: 'unmatched[]handled', label: 'Unmatched Handled As', type: 'string' },
  { key: 'warnings', label: 'Warnings', type: 'string', list: true },
  { key: 'reply_text', label: 'Reply to the Guest', type: 'string' },
  { key: 'staff_text', label: 'Ticket as Text', type: 'string' },
];

/** Labels of what the create of a POS returns: the receipt, and what a person wants to see beside it. */
export const createOutputFields: PlainOutputField[] = [
  ...receiptOutputFields,
  { key: 'items_understood', label: 'Items Understood', type: 'string' },
  { key: 'check_items', label: 'Items to Check', type: 'string' },
  { key: 'quoted_total', label: 'Total Told to the Guest in Minor Units', type: 'integer' },
  { key: 'total_difference', label: 'Total Difference in Minor Units', type: 'integer' },
  { key: 'pos_link', label: 'Link to the POS', type: 'string' },
  { key: 'request_preview', label: 'What Would Be Sent', type: 'string' },
];

/** What a successful run returns for the sample order; a test holds it to what the code makes. */
export function createSample({ id, name }: Pick<Vendor, 'id' | 'name'>): CreateOutput {
  const sample = samples.receipt as CreateOutput;
  return { ...sample, vendor: id, status_text: sample.status_text.replace('Square', name) };
}
