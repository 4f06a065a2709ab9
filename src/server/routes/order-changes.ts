import { Type } from 'typebox';
import { afterChange } from '../../delivery/answer';
import { keepGoing } from '../../delivery/change';
import { changeRow } from '../../delivery/notice-rows';
import { changeText } from '../../order/change-text';
import { CHANGEABLE } from '../../order/changeable';
import { hasArrived, isTicket, wasRehearsed } from '../../order/delivery';
import { orderInputSchema } from '../../order/input-schema';
import { parseOrder } from '../../order/parse';
import type { Order } from '../../order/schema';
import type { Shop } from '../../order/shop';
import { STATUS_ENDS } from '../../order/status';
import type { DeliveryRecord, Subject } from '../../store/delivery-records';
import type { OrderRecord, Scope } from '../../store/records';
import { type Access, accessOf } from '../access';
import { secondsLeftOf, waitUntilSettled } from '../delivery-wait';
import { answers, published, ref } from '../documentation';
import { answerOrder } from '../order-answer';
import { ApiProblem, notFound, refusedFields } from '../problem';
import { takeBodyAsIs } from '../read-request';
import { sendHold } from '../send-hold';
import type { App, Services } from '../services';
import { shopIn } from '../shop-of';
import { OrderParams } from './orders';

const OUTCOMES = ['changed_before_sending', 'change_ticket_sent', 'call_the_shop'] as const;
type ChangeOutcome = (typeof OUTCOMES)[number];

const ChangeQuery = Type.Object(
  {
    answered: Type.Optional(
      Type.Boolean({ description: 'A question that came with the order (`hold`) is answered by this.' }),
    ),
    hold: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 500,
        description: 'What a person must settle now, in place of what was asked before.',
      }),
    ),
  },
  { additionalProperties: false },
);
const inputs = (published(orderInputSchema()) as { properties: Record<string, object> }).properties;
const schema = {
  tags: ['Orders'],
  summary: 'Change an order; what the kitchen has already is told to it by a CHANGE ticket',
  params: OrderParams,
  querystring: ChangeQuery,
  body: Type.Unsafe<unknown>({
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(CHANGEABLE.map((name) => [name, inputs[name]])),
  }),
  response: answers(
    {
      200: Type.Object({
        status_text: Type.String({ description: 'The same as say.' }),
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
  const { store, menus } = services;
  const route = { schema, config: { scope: 'write' }, validatorCompiler: takeBodyAsIs } as const;
  app.post('/v1/orders/:id/changes', route, async (request) => {
    const { answered = false, hold = answered ? '' : undefined } = request.query;
    const access = accessOf(request);
    const change = { id: request.params.id, body: request.body, said: hold };
    const { outcome, record, shop } = await changeOrder(change, { access, services });
    const answer = await answerOrder(record, shop, { scope: access.scope, store, menus });
    return { status_text: SAY[outcome], outcome, say: SAY[outcome], order: answer };
  });
}

type Change = {
  id: string;
  /** What is other: the names of `CHANGEABLE`. */
  body: unknown;
  /** What is still to be settled; '': nothing any more; undefined: nobody says. */
  said: string | undefined;
};

/** Changes an order, and lets its ticket go or tells the kitchens that have it; waits a while for what comes of that. */
export async function changeOrder(
  { id, body, said }: Change,
  { access: { scope, key }, services }: { access: Access; services: Services },
) {
  const { store, now } = services;
  const shops = await store.shops(scope);
  const act = { key_id: key.id, at: now() };
  let before: Order | undefined;
  let hasLeft = false;
  const change = (current: OrderRecord, { in_flight }: { in_flight: boolean }) => {
    before = current.order;
    hasLeft = in_flight;
    return { order: changed(body, current, shopIn(shops, current)) };
  };
  const record = await store.updateOrder(scope, id, change, act);
  if (!record || !before) throw notFound('order');
  const shop = shopIn(shops, record);
  const changing = { record, shop, scope, services, act };
  const lines = changeText(before, record.order, shop.timezone);
  if (!hasLeft) await letGo(said, changing);
  const told = hasLeft && lines.length > 0 ? await tell(lines, changing) : [];
  // Only staff have it: they rang it up while its connection was rehearsed.
  const isKeyed = hasLeft && lines.length > 0 && told.length === 0;
  return { outcome: isKeyed ? 'call_the_shop' : await outcomeOf(told, scope, store), record, shop };
}

/** The order with what the body names in place of what it had. */
function changed(body: unknown, current: OrderRecord, shop: Shop): Order {
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

type Changing = {
  record: OrderRecord;
  shop: Shop;
  scope: Scope;
  services: Services;
  act: { key_id: string; at: number };
};

/** What has not left leaves as the order is now: at its time, and once there is no question about it. */
async function letGo(
  said: string | undefined,
  { record, shop, scope, services, act }: Changing,
): Promise<void> {
  const { store, newId, timing, menus } = services;
  const moment = { scope, shop, menus, now: act.at, takenAt: record.created_at };
  const context = { now: act.at, newId, timing, said, open: await sendHold(record.order, moment) };
  for (const { id } of (await store.deliveriesOf(scope, [record.id])).filter(isTicket)) {
    await store.changeDelivery(scope, id, (row, subject) => afterChange(row, subject, context), act);
  }
}

/** Tells the kitchens that have it already; the ids of the rows that do. */
async function tell(lines: string[], { record, scope, services, act }: Changing): Promise<string[]> {
  const { store, newId, timing } = services;
  const all = await store.deliveriesOf(scope, [record.id]);
  const rows = all.filter((row) => row.kind === 'pos' && !wasRehearsed(row));
  const context = { now: act.at, newId, timing };
  const told: string[] = [];
  for (const row of rows.filter(isTicket)) {
    const n = 1 + rows.filter(({ purpose, lane }) => purpose === 'change' && lane === row.lane).length;
    const decide = (current: DeliveryRecord, subject: Subject) => {
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
