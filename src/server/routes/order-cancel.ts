import { Type } from 'typebox';
import { keepGoing, toChange } from '../../delivery/change';
import { cancelRow, isThere } from '../../delivery/notice-rows';
import { hasArrived, isTicket } from '../../order/delivery';
import { statusRefusal } from '../../order/status';
import type { DeliveryRecord, Subject } from '../../store/delivery-records';
import type { OrderRecord, Scope } from '../../store/records';
import { type Access, accessOf } from '../access';
import { secondsLeftOf, waitUntilSettled } from '../delivery-wait';
import { answers } from '../documentation';
import { ApiProblem, notFound } from '../problem';
import type { App, Services } from '../services';
import { OrderParams } from './orders';

const OUTCOMES = ['not_sent_yet', 'voided', 'cancel_ticket_sent', 'call_the_shop'] as const;
export type CancelOutcome = (typeof OUTCOMES)[number];

const schema = {
  tags: ['Orders'],
  summary: 'Cancel an order, with the honest outcome in the kitchen',
  description:
    'OrderWire never moves money: what was paid is given back in the POS. Sent again, it answers what became of the first.',
  params: OrderParams,
  body: Type.Object({
    reason: Type.Optional(Type.Union([Type.String({ maxLength: 200 }), Type.Null()])),
  }),
  response: answers(
    {
      200: Type.Object({
        status_text: Type.String({ description: 'The same as say.' }),
        outcome: Type.Enum([...OUTCOMES], { type: 'string' }),
        say: Type.String(),
      }),
    },
    [400, 404, 409, 413, 415],
  ),
};

/** What the caller may be told; the last one is what somebody must do. */
const SAY: Record<CancelOutcome, string> = {
  not_sent_yet: 'Your order is cancelled. The kitchen had not started on it.',
  voided:
    'Your order is cancelled and taken out of the kitchen’s system. Anything paid is given back by the restaurant.',
  cancel_ticket_sent:
    'Your order is cancelled and the kitchen has been told not to make it. Anything paid is given back by the restaurant.',
  call_the_shop:
    'Your order is marked as cancelled, but the kitchen may have it already. Please call the restaurant to make sure.',
};
const WAIT_SECONDS = 15;

export function orderCancelRoutes(app: App, services: Services): void {
  app.post('/v1/orders/:id/cancel', { schema, config: { scope: 'write' } }, async (request) => {
    const { reason = null } = request.body;
    const outcome = await cancelOrder(request.params.id, reason, { access: accessOf(request), services });
    return { status_text: SAY[outcome], outcome, say: SAY[outcome] };
  });
}

/** Cancels an order and takes back what the kitchen has of it; waits a while for what comes of that. */
export async function cancelOrder(
  id: string,
  reason: string | null,
  { access: { scope, key }, services }: { access: Access; services: Services },
): Promise<CancelOutcome> {
  const { store, now } = services;
  const act = { key_id: key.id, at: now() };
  const refuse = ({ status }: OrderRecord) => {
    const refusal = statusRefusal(status, 'cancelled');
    if (refusal) throw new ApiProblem('not-now', refusal);
    return { status: 'cancelled' as const };
  };
  // First the order: from now on nothing of it leaves by itself.
  const record = await store.updateOrder(scope, id, refuse, act);
  if (!record) throw notFound('order');
  for (const row of await ticketsOf(record, scope, store)) {
    await store.changeDelivery(scope, row.id, takeBack(reason, act.at, services), act);
  }
  return outcomeOf(record, scope, store);
}

async function ticketsOf(
  { id }: OrderRecord,
  scope: Scope,
  store: Services['store'],
): Promise<DeliveryRecord[]> {
  const rows = await store.deliveriesOf(scope, [id]);
  return rows.filter(isTicket);
}

/** What has not left stays; what is in the POS is taken out of it; what is on its way is taken back when it has arrived. */
function takeBack(reason: string | null, now: number, { newId, timing }: Services) {
  return (row: DeliveryRecord, subject: Subject) => {
    const quiet = { deadline_at: null, alert_at: null };
    if (row.receipt?.pos_order_id ?? row.receipt?.reference) {
      const adds = [cancelRow(row, subject, reason, { now, newId, timing })];
      return keepGoing(row, 'taken_back', { ...quiet, adds });
    }
    return isThere(row) ? null : toChange(row, 'abandon', quiet);
  };
}

/** The worst of what became of the order's tickets, after a while of waiting for the POS. */
async function outcomeOf(
  record: OrderRecord,
  scope: Scope,
  store: Services['store'],
): Promise<CancelOutcome> {
  const left = secondsLeftOf(WAIT_SECONDS);
  const outcomes: CancelOutcome[] = [];
  for (const ticket of await ticketsOf(record, scope, store)) {
    const { delivery } = await waitUntilSettled(store, scope, ticket.id, left());
    if (delivery.state === 'abandoned' && !delivery.unproved && !delivery.receipt) continue;
    const rows = await store.deliveriesOf(scope, [record.id]);
    const taken = rows.find(({ purpose, lane }) => purpose === 'cancel' && lane === ticket.lane);
    const settled = taken && (await waitUntilSettled(store, scope, taken.id, left())).delivery;
    outcomes.push(outcomeFrom(settled));
  }
  return OUTCOMES[Math.max(0, ...outcomes.map((one) => OUTCOMES.indexOf(one)))] ?? 'call_the_shop';
}

function outcomeFrom(cancelled: DeliveryRecord | undefined): CancelOutcome {
  if (!cancelled || !hasArrived(cancelled)) return 'call_the_shop';
  return cancelled.receipt?.voided === true ? 'voided' : 'cancel_ticket_sent';
}
