import type { PlainOutputField } from 'zapier-platform-core';
import { fieldLabel } from './order-fields';

type Kind = NonNullable<PlainOutputField['type']>;

/** Where a create has the same field, its label is used: a person maps like to like. */
const same = (key: string, type: Kind = 'string'): PlainOutputField => ({
  key,
  label: fieldLabel(key),
  type,
});
const own = (key: string, label: string, type: Kind = 'string'): PlainOutputField => ({ key, label, type });

/** Labels of what the New Order trigger returns. */
export const orderOutputFields: PlainOutputField[] = [
  own('id', 'Order ID'),
  same('order_reference'),
  same('order_data'),
  own('order_number', 'Order Number'),
  same('placed_at', 'datetime'),
  own('is_test', 'Is a Test', 'boolean'),
  own('location_id', 'Shop ID'),
  own('location_name', 'Shop'),
  same('service_type'),
  same('requested_time'),
  own('wanted_at_local', 'Wanted At, in Words'),
  same('customer_name'),
  same('customer_phone'),
  same('customer_email'),
  same('delivery_address'),
  own('delivery_street', 'Delivery Street'),
  own('delivery_unit', 'Delivery Unit'),
  own('delivery_city', 'Delivery City'),
  own('delivery_region', 'Delivery State or Region'),
  own('delivery_postal_code', 'Delivery Postal Code'),
  own('delivery_country', 'Delivery Country'),
  same('delivery_instructions'),
  own('items[]name', 'Item Name'),
  own('items[]quantity', 'Quantity'),
  own('items[]options_text', 'Options'),
  own('items[]note', 'Item Note'),
  own('items[]unit_price', 'Unit Price'),
  own('items[]line_total', 'Line Total'),
  own('order_text', 'Order in Words'),
  own('ticket_text', 'Ticket as Text'),
  same('allergy_note'),
  same('kitchen_note'),
  same('quoted_total'),
  same('payment_state'),
  own('payment_method', 'Payment Method'),
  same('delivery_fee'),
  same('tip'),
  same('discount'),
  own('currency', 'Currency'),
  own('source_channel', 'Taken By'),
  own('call_sid', 'Call SID'),
  own('recording_url', 'Recording'),
  own('check_items', 'Items to Check'),
  own('pos_state', 'POS State'),
];
