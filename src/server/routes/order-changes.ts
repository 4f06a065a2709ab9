import { Type } from 'typebox';
import { keepGoing } from '../../delivery/change';
import { changeRow } from '../../delivery/notice-rows';
import { reschedule } from '../../delivery/plan';
import { changeText } from '../../order/change-text';
import { CHANGEABLE } from '../../order/changeable';
import { hasArrived, isTicket } from '../../order/delivery';
import { orderInputSchema } from '../../order/input-schema';
import { parseOrder } from '../../order/parse';
import type { Order } from '../../order/schema';
import { STATUS_ENDS } from '../../order/status';
import type { DeliveryRecord, Subject } from '../../store/delivery-records';
import type { OrderRecord, Scope } from '../../store/records';
import { accessOf } from '../access';
import { secondsLeftOf, waitUntilSettled } from '../delivery-wait';
import { answers, published, ref } from '../documentation';
import { answerOrder } from '../order-answer';
import { ApiProblem, notFound, refusedFields } from '../problem';
import { takeBodyAsIs } from '../read-request';
import type { App, Services } from '../services';
import { shopIn } from '../shop-of';
import { OrderParams } from './orders';

const OUTCOMES = ['changed_before_sending', 'change_ticket_sent', 'call_the_shop'] as const;
type ChangeOutcome = (typeof OUTCOMES)[number];

const inputs = (published(orderInputSchema()) as { properties: Record<string, object> }).properties;
const schema = {
  tags: ['Orders'],
  summary: 'Change an order; what the kitchen has already is told to it by a CHANGE ticket',
  params: OrderParams,
  body: Type.Unsafe<unknown>({
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(CHANGEABLE.map((name) => [name, inputs[name]])),
  }),
  response: answers(
    {
      200: Type.Object({
        outcome: Type.Enum([...OUTCOMES], { type: 'string' }),
        say: Type.String(),
        order: ref('Order'),
      }),
    },
    [400, 404, 409, 413, 415],
  ),
};
const SAY: Record<ChangeOutcome, string> = {
  changed_before_sending: 'Your order is changed.',
  change_ticket_sent:
    'Your order is changed and the kitchen has been told. A different price is settled with the restaurant.',
  call_the_shop:
    'The kitchen has the order already and could not be told of the change. Please call the restaurant.',
};
const WAIT_SECONDS = 15;

export function orderChangeRoutes(app: App, services: Services): void {
  const { store, menus, now } = services;
  const route = { schema, config: { scope: 'write' }, validatorCompiler: takeBodyAsIs } as const;
  app.post('/v1/orders/:id/changes', route, async (request) => {
    const { scope, key } = accessOf(request);
    const shops = await store.shops(scope);
    const act = { key_id: key.id, at: now() };
    let before: Order | undefined;
    let hasLeft = false;
    const change = (current: OrderRecord, { in_flight }: { in_flight: boolean }) => {
      before = current.order;
      hasLeft = in_flight;
      return { order: changed(request.body, current, shopIn(shops, current)) };
    };
    const record = await store.updateOrder(scope, request.params.id, change, act);
    if (!record || !before) throw notFound('order');
    const shop = shopIn(shops, record);
    const lines = changeText(before, record.order, shop.timezone);
    const told = lines.length === 0 ? [] : await tell(record, lines, { scope, services, act, hasLeft });
    const outcome = await outcomeOf(told, scope, store);
    return { outcome, say: SAY[outcome], order: await answerOrder(record, shop, { scope, store, menus }) };
  });
}

/** The order with what the body names in place of what it had. */
function changed(body: unknown, current: OrderRecord, shop: Parameters<typeof parseOrder>[1]): Order {
  if ((STATUS_ENDS as readonly string[]).includes(current.status) || current.status === 'completed') {
    throw new ApiProblem('not-now', `The order is ${current.status}; it can no longer be changed.`);
  }
  const given = Object.entries((body ?? {}) as Record<string, unknown>);
  const unknown = given.filter(([name]) => !(CHANGEABLE as readonly string[]).includes(name));
  if (unknown.length > 0 || given.length === 0) {
    const message = `is not something that can be changed; write one or more of ${CHANGEABLE.join(', ')}.`;
    throw refusedFields(
      (unknown.length > 0 ? unknown : [['']]).map(([name]) => ({ path: String(name), message })),
    );
  }
  const { order } = current;
  // What was told for other dishes no longer holds.
  const isOther = given.some(([name]) => name === 'items');
  const refined = given.map(([name, value]) => {
    const old = order[name as 'service'];
    const isGroup = value !== null && typeof value === 'object' && !Array.isArray(value);
    return [name, isGroup ? { ...old, ...value } : value];
  });
  const { quoted_total } = order;
  return parseOrder(
    { ...order, quoted_total: isOther ? null : quoted_total, ...Object.fromEntries(refined) },
    shop,
  );
}

type Telling = {
  scope: Scope;
  services: Services;
  act: { key_id: string; at: number };
  /** What had not left when the order changed leaves as it is now. */
  hasLeft: boolean;
};

/** The ids of the rows that tell the kitchen; none where no kitchen has the order yet. */
async function tell(
  record: OrderRecord,
  lines: string[],
  { scope, services, act, hasLeft }: Telling,
): Promise<string[]> {
  const { store, newId, timing } = services;
  const rows = (await store.deliveriesOf(scope, [record.id])).filter(({ kind }) => kind === 'pos');
  const context = { now: act.at, newId, timing };
  const told: string[] = [];
  for (const row of rows.filter(isTicket)) {
    const n = 1 + rows.filter(({ purpose, lane }) => purpose === 'change' && lane === row.lane).length;
    const decide = (current: DeliveryRecord, subject: Subject) => {
      if (!hasLeft) return reschedule(current, subject, context);
      const added = changeRow(current, subject, { n, lines }, context);
      told.push(added.id);
      return keepGoing(current, 'changed', { adds: [added] });
    };
    await store.changeDelivery(scope, row.id, decide, act);
  }
  return told;
}

async function outcomeOf(told: string[], scope: Scope, store: Services['store']): Promise<ChangeOutcome> {
  let outcome: ChangeOutcome = told.length === 0 ? 'changed_before_sending' : 'change_ticket_sent';
  const left = secondsLeftOf(WAIT_SECONDS);
  for (const id of told) {
    const { delivery } = await waitUntilSettled(store, scope, id, left());
    if (!hasArrived(delivery)) outcome = 'call_the_shop';
  }
  return outcome;
}
