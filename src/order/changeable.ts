/** What of an order a change may name: the same by every door. */
export const CHANGEABLE = [
  'items',
  'notes',
  'allergy_note',
  'service',
  'timing',
  'customer',
  'delivery',
  'quoted_total',
] as const;
