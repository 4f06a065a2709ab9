import type { Claim } from '../store/delivery-records';
import type { OrderRecord, Scope } from '../store/records';

/** All that one restaurant has: the engine works for every shop and key of it. */
export const scopeOf = ({ restaurant_id }: { restaurant_id: string }): Scope => ({
  restaurant_id,
  location_ids: null,
});

/** The order that a claimed row is about. */
export function orderOf({ delivery, order }: Claim): OrderRecord {
  if (!order) throw new Error(`The delivery ${delivery.id} is about no order.`);
  return order;
}
