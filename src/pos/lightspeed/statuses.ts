import type { SeenStatus } from '../webhook';

/**
 * What Lightspeed says of an order (https://api-docs.lsk.lightspeed.app/operation/operation-onlineordernotification, read 2026-11-24).
 * SUCCESS: the POS has taken it. CLOSED: its check is settled. DELIVERED is sent only to endpoints that subscribe to it.
 */
export const ORDER_STATUSES: Record<string, SeenStatus> = {
  SUCCESS: 'accepted',
  FAILURE: 'rejected',
  READY_FOR_PICKUP: 'ready',
  IN_DELIVERY: 'out_for_delivery',
  DELIVERED: 'completed',
  CLOSED: 'completed',
  ABANDONED: 'cancelled',
  CANCELLED: 'cancelled',
};

/** Says only that staff changed the check: it is then read. */
export const LOOK = 'CHECK_WAS_UPDATED';
