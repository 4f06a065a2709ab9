import type { Order } from '../order/schema';
import type { Shop } from '../order/shop';
import type { NewDelivery } from '../store/delivery-records';
import type { NewOrder, OrderRecord } from '../store/records';
import { mailRow } from './notices';
import { type PlanContext, planDeliveries } from './plan';
import { smsRow } from './sms/rows';

type Context = PlanContext & { texts: boolean };

/** Whether somebody can be asked about an order: else it goes its way. */
export function canAsk(shop: Shop, { mails, texts }: { mails: boolean; texts: boolean }): boolean {
  return (mails && shop.email !== null) || (texts && shop.fallback.sms_to.length > 0);
}

/** An order that looks like the one just before: kept and held, and the shop is asked whether it is the same or a new one. */
export function planTwin(
  order: Order,
  earlier: OrderRecord,
  context: Context,
): Required<Pick<NewOrder, 'deliveries' | 'status'>> {
  const said = `The same phone ordered the same a moment ago, as #${earlier.number}: is it the same order, or a new one?`;
  const hold = [said, context.hold].filter(Boolean).join(' ');
  const { deliveries } = planDeliveries(order, { ...context, hold, asked_by: 'twin' });
  const others = deliveries.filter(({ purpose }) => purpose !== 'alert');
  return { status: 'held', deliveries: [...others, ...questions(said, context)] };
}

/** The question by mail and on the phones of the staff; its link leads to the page that answers it. */
function questions(said: string, { restaurant_id, shop, mails, texts, newId, now }: Context): NewDelivery[] {
  const mail = mailRow({
    restaurant_id,
    id: newId('dlv'),
    purpose: 'alert',
    suffix: 'twin',
    payload: { alert: 'twin', reason: said },
  });
  const phones = texts ? [...new Set(shop.fallback.sms_to)] : [];
  const messages = phones.map((target) =>
    smsRow({ restaurant_id, id: newId('dlv'), target, purpose: 'twin', payload: { at: now } }),
  );
  return [...(mails && shop.email ? [mail] : []), ...messages];
}
