import { cookingOf } from '../order/lead-time';
import { type Cooking, hasRoom, type Opening, openingsAround } from '../order/rules/openings';
import type { Order, ServiceType } from '../order/schema';
import type { Shop } from '../order/shop';
import type { MenuItem } from './schema';

/** When an order is cooked and wanted, held against the hours of dishes. */
export type Serving = Cooking & {
  service: ServiceType;
  timezone: string;
  /** So long after the last order one still counts that was promised before. */
  grace: number;
};
type Taken = { takenAt: number; grace?: number };
type Hours = Pick<MenuItem, 'hours'>;

export function servingOf(
  order: Pick<Order, 'service' | 'timing'>,
  shop: Shop,
  { takenAt, grace = 0 }: Taken,
): Serving {
  const { timezone } = shop;
  return { ...cookingOf(order, shop, takenAt), service: order.service.type, timezone, grace };
}

/** Whether a dish is on offer then. Hours in words of one's own are only shown. */
export function isServed(dish: Hours, serving: Serving): boolean {
  const openings = openingsOf(dish, serving);
  return openings === null || openings.some((opening) => hasRoom(opening, serving, serving.grace));
}

/** When it is on offer next. */
export function nextServing(dish: Hours, serving: Serving): Opening | undefined {
  const at = serving.wantedAt ?? serving.kitchenAt;
  return openingsOf(dish, serving)?.find(({ lastOrder }) => lastOrder > at);
}

function openingsOf({ hours }: Hours, { timezone, service, kitchenAt, wantedAt }: Serving): Opening[] | null {
  if (!Array.isArray(hours) || hours.length === 0) return null;
  return openingsAround({ timezone, hours }, service, wantedAt ?? kitchenAt);
}
