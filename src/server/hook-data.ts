import { scopeOf } from '../delivery/subject';
import type { Claim } from '../store/delivery-records';
import type { OrderRecord } from '../store/records';
import { toDeliveryAnswer } from './delivery-answer';
import { answerOrder } from './order-answer';
import type { Services } from './services';

/** What a hook is told: exactly what reading the thing answers, with the status of the moment that the message is about. */
export async function hookData(claim: Claim, { store, menus }: Pick<Services, 'store' | 'menus'>) {
  const { delivery, order, shop } = claim;
  const scope = scopeOf(delivery);
  if (delivery.purpose === 'delivery.updated') {
    const about = await store.delivery(scope, String(delivery.payload.delivery_id));
    return about && toDeliveryAnswer(about);
  }
  return order ? answerOrder(asOf(order, delivery.payload), shop, { scope, store, menus }) : undefined;
}

function asOf(order: OrderRecord, { status, previous_status }: Record<string, unknown>): OrderRecord {
  return {
    ...order,
    status: (status ?? order.status) as OrderRecord['status'],
    previous_status: (previous_status ?? null) as OrderRecord['previous_status'],
  };
}
