import type { PlainInputField } from 'zapier-platform-core';
import { itemLines } from './item-fields';
import { policies } from './policy-fields';
import { shopField } from './shop-field';

const reference: PlainInputField[] = [
  {
    key: 'order_reference',
    label: 'Order Reference',
    type: 'string',
    required: true,
    helpText:
      "Map Order Reference, or Twilio's Message SID or Call SID. A repeated run with the same reference finds the first ticket instead of making a second. Never a date, a time or a random number.",
  },
  {
    key: 'order_data',
    label: 'Order Data',
    type: 'text',
    helpText:
      'From the New Order trigger? Map its Order Data here and leave everything below empty. A field that you fill in below wins over it.',
  },
  {
    key: 'order_text',
    label: 'Order in Words',
    type: 'text',
    helpText:
      'A guest\'s own words, such as the Body of a text message. They are read against this POS\'s own menu, sizes and "no onions" included. Items below win.',
  },
];

const details: PlainInputField[] = [
  {
    key: 'service_type',
    label: 'Pickup or Delivery',
    type: 'string',
    choices: { pickup: 'Pickup', delivery: 'Delivery', dine_in: 'Dine In', curbside: 'Curbside' },
    helpText: 'Empty: delivery if there is an address, otherwise pickup.',
  },
  {
    key: 'requested_time',
    label: 'Wanted At',
    type: 'string',
    helpText:
      "Empty: as soon as possible. Like `2026-11-27T19:15`: without a zone it is the shop's local time.",
  },
  {
    key: 'delivery_address',
    label: 'Delivery Address',
    type: 'string',
    helpText: 'One line is enough: 12 Oak St Apt 4, Boston, MA 02215.',
  },
  {
    key: 'delivery_instructions',
    label: 'Delivery Instructions',
    type: 'string',
    helpText: 'For the driver, such as "ring twice".',
  },
  { key: 'customer_name', label: 'Guest Name', type: 'string', helpText: 'Who picks up or opens the door.' },
  { key: 'customer_phone', label: 'Guest Phone', type: 'string', helpText: 'In any format.' },
  { key: 'customer_email', label: 'Guest Email', type: 'string', helpText: 'Some systems demand one.' },
  {
    key: 'allergy_note',
    label: 'Allergies',
    type: 'string',
    helpText: 'Printed first, in capitals. The step fails rather than drop it.',
  },
  { key: 'kitchen_note', label: 'Kitchen Note', type: 'text', helpText: 'For the whole order.' },
  {
    key: 'quoted_total',
    label: 'Total Told to the Guest',
    type: 'string',
    helpText: "Such as 29.98. It is compared with the POS's own total and never charged.",
  },
  {
    key: 'payment_state',
    label: 'Payment',
    type: 'string',
    default: 'unpaid',
    choices: { unpaid: 'Guest Pays at the Shop or the Door', paid: 'Already Paid Elsewhere' },
    helpText: 'What the ticket says about money. Nothing is charged here.',
  },
  { key: 'delivery_fee', label: 'Delivery Fee', type: 'string', helpText: 'Such as 3.00.' },
  { key: 'tip', label: 'Tip', type: 'string', helpText: 'Such as 5.00.' },
  { key: 'discount', label: 'Discount', type: 'string', helpText: 'A positive amount, such as 5.00.' },
  {
    key: 'placed_at',
    label: 'Order Taken At',
    type: 'datetime',
    helpText: 'Map Order Taken At of the trigger. It is what the age limit below counts from.',
  },
];

/** The fields that every create has, in the order people fill them in. */
export function orderFields(menuItems: string | undefined): PlainInputField[] {
  return [...reference, itemLines(menuItems), ...details, ...policies];
}

/** Policies that mean something before any POS is chosen. */
const STORED = new Set(['max_age_minutes', 'editor_test']);

/** The same for an order that is only stored, on the Order API: everything about a POS is decided there. */
export const storedOrderFields: PlainInputField[] = [
  ...reference,
  itemLines(undefined),
  ...details,
  ...policies.filter(({ key }) => STORED.has(key)),
  shopField('Whose order it is. Empty where the restaurant has one shop.'),
];

const byKey = new Map([...reference, ...details, ...policies].map((field) => [field.key, field]));

/** One field, for steps that ask for it alone. */
export function fieldOf(key: 'order_text' | 'aliases'): PlainInputField {
  return byKey.get(key) ?? { key };
}

/** A field's label, for sentences about what was filled in. */
export function fieldLabel(key: string): string {
  return byKey.get(key)?.label ?? key;
}

/** A field's default; the code needs it too, as Zapier sends nothing for a field that was emptied. */
export function fieldDefault(key: string): string {
  return String(byKey.get(key)?.default ?? '');
}
