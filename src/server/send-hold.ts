import { servingOf } from '../menu/serving';
import type { Order } from '../order/schema';
import type { Shop } from '../order/shop';
import { QUOTE_LIFE, sendRefusals } from '../quote/check-order';
import type { Scope } from '../store/records';
import type { Services } from './services';

type Context = { scope: Scope; shop: Shop; menus: Services['menus']; now: number; takenAt: number };

/**
 * What a person must settle before this order goes to a POS, in sentences; null: nothing. The order is kept all the same. What is
 * sold out or not clear is looked at when it leaves, as that may have changed by then.
 */
export async function sendHold(
  order: Order,
  { scope, shop, menus, now, takenAt }: Context,
): Promise<string | null> {
  const serving = servingOf(order, shop, { takenAt, grace: QUOTE_LIFE });
  const index = await menus.for(scope, shop, { at: now, serving });
  return sendRefusals(order, { shop, index, now, takenAt }).join(' ') || null;
}
