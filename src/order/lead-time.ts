import type { Cooking } from './rules/openings';
import type { Order } from './schema';
import type { Shop } from './shop';

type Service = Pick<Order, 'service'>;
type Kitchen = Pick<Shop, 'prep_minutes' | 'delivery'>;

/** Milliseconds from the ticket in the kitchen to the meal with the guest: preparation and, for a delivery, the way. */
export function leadTime({ service }: Service, shop: Kitchen): number {
  const way = service.type === 'delivery' ? shop.delivery.lead_minutes : 0;
  return (shop.prep_minutes + way) * 60_000;
}

/** When the kitchen must have the ticket for the promised time. Null: now. */
export function releaseAt(order: Service & Pick<Order, 'timing'>, shop: Kitchen): number | null {
  const { requested_at } = order.timing;
  return requested_at === null ? null : Date.parse(requested_at) - leadTime(order, shop);
}

/** When the kitchen begins with an order that was taken at a moment, and when its guest wants it. */
export function cookingOf(order: Service & Pick<Order, 'timing'>, shop: Kitchen, takenAt: number): Cooking {
  const { requested_at } = order.timing;
  const wantedAt = requested_at === null ? null : Date.parse(requested_at);
  return { wantedAt, kitchenAt: Math.max(takenAt, releaseAt(order, shop) ?? takenAt) };
}
