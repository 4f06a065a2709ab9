/** Where other words than the field's own name say it better. */
const LABELS: Record<string, string> = {
  external_ref: 'Order Reference',
  location_id: 'Shop',
  connection_id: 'Connection',
  requested_at: 'Wanted At',
  requested_text: 'Wanted At, as Said',
  placed_at: 'Order Taken At',
  phone_e164: 'Phone, International',
  allergy_note: 'Allergies',
  notes: 'Note',
  options_text: 'Options in Words',
  quoted_total: 'Total Told to the Guest',
  menu_item_id: 'Menu Item',
  pickup_local: 'Wanted Time on the Shop’s Clock',
  since: 'Changed Since',
  acked: 'Acknowledged',
  acked_at: 'Acknowledged At',
  say: 'What to Tell the Guest',
  wait: 'Wait for the Outcome (Seconds)',
};
const UPPER = new Set(['id', 'url', 'sid', 'pos']);

/** What people read beside a field: `call_sid` is Call SID. */
export function labelOf(name: string): string {
  const words = name.split('_').map((word) => (UPPER.has(word) ? word.toUpperCase() : toTitle(word)));
  return LABELS[name] ?? words.join(' ');
}

function toTitle(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
