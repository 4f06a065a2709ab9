import type { PlainInputField } from 'zapier-platform-core';

/** Titles of the two settings that errors quote; the POS layer writes them into its sentences. */
const HOLD = 'Do Not Send, Ask';

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
];

/** `menuItems` is the hidden trigger that lists this POS's menu, where it has one. */
function itemLines(menuItems: string | undefined): PlainInputField {
  return {
    key: 'items',
    label: 'Items',
    children: [
      {
        key: 'name',
        label: 'Item Name',
        type: 'string',
        helpText: 'As the guest said it, size included. Map every Items field from the same step.',
      },
      { key: 'quantity', label: 'Quantity', type: 'string', helpText: '1 when empty.' },
      {
        key: 'options_text',
        label: 'Options',
        type: 'string',
        helpText: 'Such as `no onions; extra cheese; left half mushrooms; side ranch x2`.',
      },
      {
        key: 'note',
        label: 'Item Note',
        type: 'string',
        helpText: 'For this line only, such as "well done".',
      },
      {
        key: 'unit_price',
        label: 'Unit Price',
        type: 'string',
        helpText: 'For one, as the guest was told: 15.99. Items of the menu keep the price of the POS.',
      },
      ...(menuItems
        ? [
            {
              key: 'menu_item_id',
              label: 'Menu Item',
              type: 'string' as const,
              dynamic: `${menuItems}.id.name`,
              helpText:
                'Usually empty: the name finds the item. Choose one only if every run sends that same item.',
            },
          ]
        : []),
    ],
  };
}

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

const policies: PlainInputField[] = [
  {
    key: 'max_age_minutes',
    label: 'Refuse Orders Older Than (Minutes)',
    type: 'integer',
    default: '45',
    helpText:
      'Zapier can hold a run and replay it hours later; nobody wants that meal any more. Scheduled orders count from the wanted time.',
  },
  {
    key: 'unsure_items',
    label: 'If We Are Not Sure What Was Meant',
    type: 'string',
    default: 'hold',
    choices: { hold: HOLD, open_item: 'Send It Anyway, Marked CHECK' },
    helpText:
      'When the words can mean two dishes, or a size is missing. The error holds the question to ask.',
  },
  {
    key: 'unknown_items',
    label: 'If an Item Is Not on the Menu',
    type: 'string',
    default: 'open_item',
    choices: { open_item: 'Send It Anyway, Marked CHECK', hold: 'Do Not Send' },
    helpText:
      'Sent anyway, staff read the words that were said. Never applies to allergies. Toast needs a fallback item for it.',
  },
  {
    key: 'when_refused',
    label: 'If the POS Cannot Take the Order',
    type: 'string',
    default: 'error',
    choices: {
      error: 'Stop With an Error',
      continue: 'Continue, So That a Later Step Can Alert Someone',
    },
    helpText:
      'Continue: the step succeeds with Sent to Kitchen false and the ticket as Staff Text. A wrong connection always stops.',
  },
  {
    key: 'editor_test',
    label: 'When I Press Test in the Editor',
    type: 'string',
    default: 'preview',
    choices: {
      preview: 'Show What Would Be Sent, Send Nothing',
      test_ticket: 'Send a Real Ticket Marked TEST, DO NOT MAKE',
    },
    helpText: 'Zapier runs the step for real when you test it. A published Zap always sends.',
  },
  {
    key: 'aliases',
    label: 'Words Your Guests Use',
    dict: true,
    helpText:
      'What guests say on the left, the name on your menu on the right: `the works`, `Supreme Pizza`.',
  },
];

/** The fields that every create has, in the order people fill them in. */
export function orderFields(menuItems: string | undefined): PlainInputField[] {
  return [...reference, itemLines(menuItems), ...details, ...policies];
}

const byKey = new Map([...reference, ...details, ...policies].map((field) => [field.key, field]));

/** A field's label, for sentences about what was filled in. */
export function fieldLabel(key: string): string {
  return byKey.get(key)?.label ?? key;
}

/** A field's default; the code needs it too, as Zapier sends nothing for a field that was emptied. */
export function fieldDefault(key: string): string {
  return String(byKey.get(key)?.default ?? '');
}
