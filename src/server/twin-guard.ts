import type { PlanContext } from '../delivery/plan';
import { canAsk, planTwin } from '../delivery/twin';
import type { Order } from '../order/schema';
import { hasSameItems, isSpoken, TWIN_MS } from '../order/twin';
import type { NewOrder } from '../store/records';
import type { Services } from './services';

/** What a spoken order is held against inside its write: another of the same phone and dishes just before. */
export function twinGuard(order: Order, context: PlanContext & Pick<Services, 'config'>): NewOrder['twin'] {
  const texts = context.config.twilio.sender !== null;
  if (!isSpoken(order) || !canAsk(context.shop, { mails: context.mails, texts })) return undefined;
  return {
    since: context.now - TWIN_MS,
    isTwin: (earlier) => hasSameItems(earlier.order, order),
    plan: (earlier) => planTwin(order, earlier, { ...context, texts }),
  };
}
