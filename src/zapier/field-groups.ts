import type { PlainInputField } from 'zapier-platform-core';

type Group = { label: string; keys: string[] };
const OWN = 'pos';

/** How the editor folds a create's fields; what is named nowhere here is the POS's own. */
const GROUPS: Record<string, Group> = {
  order: { label: 'Order', keys: ['order_reference', 'order_data', 'order_text', 'items'] },
  service: {
    label: 'Pickup or Delivery',
    keys: ['location_id', 'service_type', 'requested_time', 'delivery_address', 'delivery_instructions'],
  },
  guest: { label: 'Guest', keys: ['customer_name', 'customer_phone', 'customer_email'] },
  kitchen: { label: 'Kitchen', keys: ['allergy_note', 'kitchen_note'] },
  money: {
    label: 'Money',
    keys: ['quoted_total', 'payment_state', 'delivery_fee', 'tip', 'discount'],
  },
  policy: {
    label: 'What to Do When',
    keys: [
      ...['placed_at', 'max_age_minutes', 'unsure_items', 'unknown_items', 'when_refused'],
      ...['editor_test', 'aliases'],
    ],
  },
};
const groupOf = new Map(
  Object.entries(GROUPS).flatMap(([group, { keys }]) => keys.map((key) => [key, group])),
);

/** A create's fields with their groups, in the fields' own order; `own` is what the POS's group is called. */
export function grouped(fields: PlainInputField[], own = 'More') {
  const inputFields = fields.map((field) => ({ ...field, group: groupOf.get(field.key) ?? OWN }));
  const used = [...new Set(inputFields.map(({ group }) => group))];
  const inputFieldGroups = used.map((key) => ({ key, label: GROUPS[key]?.label ?? own }));
  return { inputFields, inputFieldGroups };
}
