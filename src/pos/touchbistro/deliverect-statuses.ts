import type { SeenStatus } from '../webhook';

/**
 * Deliverect's order and courier statuses that tell where an order is (https://developers.deliverect.com/page/order-status and
 * https://developers.deliverect.com/reference/post-order-status-update, read 2026-11-24). Those that are missing tell nothing of it:
 * what Deliverect does before the POS (1 to 7, 25), its echo of a repeat (30) and of our own cancelling (100), a courier on the way to
 * the shop or lost (81 to 85, 115). An unknown one "can safely be ignored".
 */
export const STATUSES: Record<string, SeenStatus> = {
  10: 'accepted',
  20: 'accepted',
  35: 'rejected',
  40: 'accepted',
  50: 'in_preparation',
  60: 'ready',
  70: 'ready',
  80: 'out_for_delivery',
  87: 'out_for_delivery',
  89: 'out_for_delivery',
  90: 'completed',
  // The POS has it and will tell no more.
  95: 'accepted',
  110: 'cancelled',
  120: 'rejected',
  121: 'rejected',
  124: 'rejected',
};

/** What a channel sends to have an order voided. */
export const CANCEL = 100;
