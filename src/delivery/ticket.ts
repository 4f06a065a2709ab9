import type { Order } from '../order/schema';
import type { Claim } from '../store/delivery-records';
import type { Outlet } from './pos-outlet';

/** What a delivery row sends to a POS: the order itself, or a ticket about one that is there already. */
export function toTicket({ delivery, order }: Claim, _outlet: Outlet): Order {
  if (!order) throw new Error(`The delivery ${delivery.id} to a POS has no order.`);
  return order.order;
}
