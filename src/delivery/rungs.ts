import { isTicket } from '../order/delivery';
import { DEGRADE_RUNGS } from '../order/shop';
import type { DeliveryRecord, Subject } from '../store/delivery-records';

/** Behind the reference of a ticket that is sent again after a proved refusal. */
export const rungSuffix = (rung: number): string => (rung === 0 ? '' : `-r${rung + 1}`);

/**
 * The next rung of the degrade ladder (1 is the first), as the shop allows; null where a person must decide: an allergy is never
 * left to a lesser form, and what the POS made before it refused (`receipt`) must be completed, not made again.
 */
export function nextRung(row: DeliveryRecord, { order, shop }: Subject): number | null {
  if (!isTicket(row) || row.receipt !== null) return null;
  if (order?.order.items.some((item) => item.allergy)) return null;
  const next = DEGRADE_RUNGS.findIndex((name, index) => index >= row.rung && shop.degrade.includes(name));
  return next < 0 ? null : next + 1;
}
