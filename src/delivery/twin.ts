import { isTicket } from '../order/delivery';
import type { Order } from '../order/schema';
import type { Shop } from '../order/shop';
import type { NewDelivery } from '../store/delivery-records';
import type { NewOrder, OrderRecord } from '../store/records';
import { mailRow } from './notices';
import { type PlanContext, planDeliveries } from './plan';
import { smsRow } from './sms/rows';
import { shopClock, TIMING } from './timing';

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
  const { deliveries, status } = planDeliveries(order, { ...context, hold, asked_by: 'twin' });
  // A rehearsal asks nobody: the question stands in what it found.
  if (context.connection?.mode === 'rehearsal') return { deliveries, status };
  const others = deliveries.filter(({ purpose }) => purpose !== 'alert');
  // What waits for a POS has a deadline of its own.
  const later = others.some(isTicket) ? [] : reminders(said, context);
  return { status: 'held', deliveries: [...others, ...ask(said, context), ...later] };
}

/** The question by mail and on the phones of the staff; its link leads to the page that answers it. */
function ask(said: string, context: Context): NewDelivery[] {
  return messages({ said, mail: 'alert', text: 'twin', at: context.now, n: 0 }, context);
}

/** Once more where nobody has answered, and in the end the ticket itself: as for an order that does not reach its POS. */
function reminders(said: string, context: Context): NewDelivery[] {
  const { shop, now, timing = TIMING } = context;
  const { email_after_seconds, ticket_after_seconds } = shop.fallback;
  const after = (seconds: number) => now + shopClock(seconds, timing);
  return [
    ...messages({ said, mail: 'alert', text: 'twin', at: after(email_after_seconds), n: 1 }, context),
    ...messages({ said, mail: 'fallback', text: 'fallback', at: after(ticket_after_seconds), n: 2 }, context),
  ];
}

type Message = { said: string; mail: 'alert' | 'fallback'; text: 'twin' | 'fallback'; at: number; n: number };

/** To everybody who is told; what is to leave later stays where it is once the question has been answered. */
function messages(
  { said, mail, text, at, n }: Message,
  { restaurant_id, shop, mails, texts, newId }: Context,
): NewDelivery[] {
  const suffix = n === 0 ? 'twin' : `twin:${n}`;
  const later = n === 0 ? {} : { while_held: true };
  const letter = mailRow({
    restaurant_id,
    id: newId('dlv'),
    purpose: mail,
    suffix,
    payload: { alert: 'twin', reason: said, n, ...later },
  });
  const phones = texts ? [...new Set(shop.fallback.sms_to)] : [];
  const notes = phones.map((target) =>
    smsRow({ restaurant_id, id: newId('dlv'), target, purpose: text, suffix, payload: { at, ...later } }),
  );
  const rows = [...(mails && shop.email ? [letter] : []), ...notes];
  return rows.map((row) => ({ ...row, next_attempt_at: at }));
}
