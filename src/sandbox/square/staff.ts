import type { StaffAction } from '../notification';
import { SEED_RESTAURANT } from '../seed-menu';
import { VARIATIONS } from './catalog';
import { bookChange, isOver } from './changes';
import type { FulfillmentDraft } from './fulfillment-shapes';
import type { Ledger } from './ledger';
import { LOCATION_ID } from './locations';
import { dueOf } from './order-view';
import { keepOrder } from './orders';
import { takePayment } from './payments';
import { isShown } from './ticket';

/** The states of a fulfilment from which each step can be taken, and the one it leads to. */
const STEPS: Record<StaffAction, { from: string[]; to: FulfillmentDraft['state'] }> = {
  start: { from: ['PROPOSED'], to: 'RESERVED' },
  ready: { from: ['PROPOSED', 'RESERVED'], to: 'PREPARED' },
  complete: { from: ['PROPOSED', 'RESERVED', 'PREPARED'], to: 'COMPLETED' },
  cancel: { from: ['PROPOSED', 'RESERVED', 'PREPARED'], to: 'CANCELED' },
};

/**
 * Staff move an order on in the Orders tab of Square Point of Sale: only what is shown there, and never back. Square itself
 * completes an order whose fulfilment staff have ended (https://developer.squareup.com/forums/t/18972, read 2026-11-24);
 * being paid, it cannot be CANCELED, so a cancelled meal shows in its fulfilment alone. No refund is made.
 */
export function act(
  ledger: Ledger,
  { ticketId, action, now }: { ticketId: string; action: StaffAction; now: Date },
): boolean {
  const order = ledger.orders.find(({ id }) => id === ticketId);
  const { from, to } = STEPS[action];
  const before = order?.draft.fulfillments ?? [];
  if (!order || !isShown(order) || !from.includes(before[0]?.state ?? '')) return false;
  order.draft = {
    ...order.draft,
    fulfillments: before.map((fulfillment) => ({ ...fulfillment, state: to })),
  };
  if (isOver(to)) order.state = 'COMPLETED';
  bookChange(ledger, order, { before, now });
  return true;
}

const money = (amount: number) => ({ amount, currency: SEED_RESTAURANT.currency });

/** A guest orders a drink at the counter, pays in cash and waits for it. */
export function ringUp(ledger: Ledger, now: Date): string {
  const drink = VARIATIONS.find(({ itemName }) => itemName === 'Coke');
  const order = keepOrder(
    ledger,
    {
      location_id: LOCATION_ID,
      source: { name: 'Point of Sale' },
      ticket_name: 'Counter',
      line_items: [{ catalog_object_id: drink?.id, quantity: '1' }],
      fulfillments: [
        {
          type: 'PICKUP',
          pickup_details: {
            schedule_type: 'ASAP',
            prep_time_duration: 'PT10M',
            recipient: { display_name: 'Counter guest' },
          },
        },
      ],
    },
    now,
  );
  order.madeInApp = true;
  const due = money(dueOf(order));
  takePayment(
    { ledger, now },
    {
      source_id: 'CASH',
      idempotency_key: order.id,
      amount_money: due,
      order_id: order.id,
      cash_details: { buyer_supplied_money: due },
    },
  );
  return order.id;
}
