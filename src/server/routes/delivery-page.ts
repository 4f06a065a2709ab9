import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { PRESSES } from '../../delivery/presses';
import { ticketText } from '../../order/ticket-text';
import type { Scope } from '../../store/records';
import { ACTION_PAGE_HEADERS } from '../../web/action-page';
import { deliveryPage, isGood, PAGE_BUTTONS, type PageAction } from '../../web/delivery-page';
import { ApiProblem } from '../problem';
import type { App, Services } from '../services';

const params = Type.Object({ token: Type.String({ maxLength: 200 }) });
const body = Type.Object({
  action: Type.Enum(Object.keys(PAGE_BUTTONS) as PageAction[], { type: 'string' }),
});
const NOTHING = 'Nothing was changed: this is how things stand.';

/**
 * The page behind the links in mails. Opening it, as mail scanners do, changes nothing: only its buttons do, and only while things
 * stand as they did when the mail was sent.
 */
export function deliveryPageRoutes(app: App, services: Services): void {
  const { now, store } = services;
  const open = { config: { public: true } } as const;
  app.get('/a/:token', { schema: { params, hide: true }, ...open }, async (request, reply) =>
    show(reply, await find(request.params.token, services), null),
  );
  app.post('/a/:token', { schema: { params, body, hide: true }, ...open }, async (request, reply) => {
    const found = await find(request.params.token, services);
    const { action } = request.body;
    let pressed = false;
    const act = { key_id: null, at: now() };
    const press = (row: Found['row']) => {
      const change = isGood(action, row.fence === found.fence) ? PRESSES[action].press(row, act.at) : null;
      pressed = change !== null;
      return change;
    };
    await store.changeDelivery(found.scope, found.row.id, press, act);
    const done = pressed ? `Done: ${PAGE_BUTTONS[action]}.` : NOTHING;
    return show(reply, await find(request.params.token, services), done);
  });
}

type Found = Awaited<ReturnType<typeof find>>;

/** What a link is about. A link that we did not make and one to what is gone look the same. */
async function find(token: string, { links, store }: Services) {
  const named = links.read(token);
  const scope: Scope = { restaurant_id: named?.restaurant_id ?? '', location_ids: null };
  const row = named && (await store.delivery(scope, named.id));
  const order = row?.order_id ? await store.order(scope, row.order_id) : undefined;
  const shop = order && (await store.shop(scope, order.location_id));
  if (!named || !row || !order || !shop) {
    throw new ApiProblem('not-found', 'This link is not one of ours, or it is incomplete.');
  }
  return { scope, row, order, shop, fence: named.fence };
}

function show(reply: FastifyReply, { row, order, shop, fence }: Found, done: string | null) {
  const { timezone, ticket_width: width } = shop;
  const page = deliveryPage({
    row,
    number: order.number,
    ticketText: ticketText(order.order, { timezone, number: order.number, width }),
    timezone,
    isCurrent: row.fence === fence,
    done,
  });
  return reply.headers(ACTION_PAGE_HEADERS).type('text/html').send(page);
}
