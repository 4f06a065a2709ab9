import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { PRESSES } from '../../delivery/presses';
import { scopeOf } from '../../delivery/subject';
import { isTicket } from '../../order/delivery';
import { ticketText } from '../../order/ticket-text';
import type { Act, OrderRecord, Scope } from '../../store/records';
import { ACTION_PAGE_HEADERS } from '../../web/action-page';
import { TWIN_BUTTONS, type TwinAnswer, twinPage } from '../../web/twin-page';
import { ApiProblem } from '../problem';
import type { App, Services } from '../services';

const params = Type.Object({ token: Type.String({ maxLength: 200 }) });
const body = Type.Object({
  answer: Type.Enum(Object.keys(TWIN_BUTTONS) as TwinAnswer[], { type: 'string' }),
});
const NOTHING = 'Nothing was changed: this is how things stand.';
const QUESTION = 'The same phone ordered the same just before. Is this the same order, or a new one?';

/** What each answer does to an order that waits for it. */
const ANSWERS = {
  new: { status: 'received', press: 'retry' },
  same: { status: 'cancelled', press: 'abandon' },
} as const satisfies Record<TwinAnswer, object>;

/** The page that asks "same or new?". Opening it changes nothing; its buttons decide once. */
export function twinPageRoutes(app: App, services: Services): void {
  const { now } = services;
  const open = { config: { public: true } } as const;
  app.get('/same/:token', { schema: { params, hide: true }, ...open }, async (request, reply) =>
    show(reply, await find(request.params.token, services), null),
  );
  app.post('/same/:token', { schema: { params, body, hide: true }, ...open }, async (request, reply) => {
    const { scope, order } = await find(request.params.token, services);
    const { answer } = request.body;
    const isDone = await answerTwin(answer, { scope, order, act: { key_id: null, at: now() } }, services);
    const done = isDone ? `Done: ${TWIN_BUTTONS[answer]}.` : NOTHING;
    return show(reply, await find(request.params.token, services), done);
  });
}

type Deciding = { scope: Scope; order: OrderRecord; act: Act };

/** The order moves on, and its ticket with it; false where somebody has decided already. */
export async function answerTwin(
  answer: TwinAnswer,
  { scope, order, act }: Deciding,
  { store }: Pick<Services, 'store'>,
): Promise<boolean> {
  const { status, press } = ANSWERS[answer];
  let waited = false;
  await store.updateOrder(
    scope,
    order.id,
    (current) => {
      waited = current.status === 'held';
      return waited ? { status } : {};
    },
    act,
  );
  const rows = waited ? await store.deliveriesOf(scope, [order.id]) : [];
  for (const { id } of rows.filter(isTicket)) {
    await store.changeDelivery(
      scope,
      id,
      (row) => (row.state === 'held' ? PRESSES[press].press(row, act.at) : null),
      act,
    );
  }
  return waited;
}

type Found = Awaited<ReturnType<typeof find>>;

async function find(token: string, { links, store }: Services) {
  const named = links.readTwin(token);
  const scope = scopeOf({ restaurant_id: named?.restaurant_id ?? '' });
  const order = named && (await store.order(scope, named.id));
  const shop = order && (await store.shop(scope, order.location_id));
  if (!order || !shop) {
    throw new ApiProblem('not-found', 'This link is not one of ours, or it is incomplete.');
  }
  return { scope, order, shop };
}

function show(reply: FastifyReply, { order, shop }: Found, done: string | null) {
  const { timezone, ticket_width: width } = shop;
  const page = twinPage({
    number: order.number,
    ticketText: ticketText(order.order, { timezone, number: order.number, width }),
    question: order.status === 'held' ? QUESTION : null,
    done,
  });
  return reply.headers(ACTION_PAGE_HEADERS).type('text/html').send(page);
}
