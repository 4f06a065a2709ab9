import type { HttpResponse } from '../../http';
import type { StaffedSimulator } from '../notification';
import type { KitchenTicket, SimulatorContext, SimulatorRequest } from '../simulator';
import { authorise, requireUserAgent } from './access';
import { CloverRefusal, notFound, toReply } from './errors';
import { toFacts } from './facts';
import { answerLogin } from './oauth';
import { bodyReader } from './request-body';
import { findRoute } from './routes';
import { act, ringUp } from './staff';
import { toTicket } from './ticket';
import { createWorld, type World } from './world';

const MERCHANT_PATH = /^\/v3\/merchants\/[^/]+\/?(.*)$/;
const ORDER_PATH = /^\/v3\/merchants\/[^/]+\/(atomic_order\/)?orders$/;

/**
 * Clover's REST API played in memory, for a merchant in Boston and one in Dublin. Written from Clover's documentation
 * (docs.clover.com, read 2026-11-24), not from the adapter, so that the two can disagree.
 */
export function createCloverSimulator(): StaffedSimulator {
  let world = createWorld();
  return {
    vendor: 'clover',
    handle(request, context) {
      try {
        return answer(request, context, world);
      } catch (error) {
        if (error instanceof CloverRefusal) return toReply(error);
        throw error;
      }
    },
    isOrderWrite: ({ method, path }) => method === 'POST' && ORDER_PATH.test(path),
    isLogin,
    tickets: () => tickets(world),
    subscribe: (webhook) => world.outbound.subscribe(webhook),
    notifications: (now) => world.outbound.due(now),
    act: (ticketId, action, now) => act(world, { ticketId, action, now: now.getTime() }),
    ringUp: (now) => ringUp(world, now.getTime()),
    facts: toFacts(world.merchants),
    reset() {
      world = createWorld();
    },
  };
}

function answer(request: SimulatorRequest, context: SimulatorContext, world: World): HttpResponse {
  requireUserAgent(request);
  if (isLogin(request)) return answerLogin(request, context, world);
  const [, path] = MERCHANT_PATH.exec(request.path) ?? [];
  if (path === undefined) throw notFound();
  const merchant = authorise(request, context, world);
  const route = findRoute(request.method, path);
  if (!route) throw notFound();
  return route.handler({
    world,
    merchant,
    now: context.now.getTime(),
    ids: route.ids,
    query: request.query,
    body: bodyReader(request),
  });
}

/** What was deleted before anything was printed is gone without a trace; of the rest there is paper. */
function tickets(world: World): KitchenTicket[] {
  return [...world.orders.values()].flatMap((order) => {
    const merchant = world.merchants.find(({ id }) => id === order.merchantId);
    const ticket = merchant && toTicket(order, merchant, world);
    return ticket && !(ticket.voided && ticket.printed === 0) ? [ticket] : [];
  });
}

function isLogin({ path }: SimulatorRequest): boolean {
  return path === '/oauth/v2/token' || path === '/oauth/v2/refresh';
}
