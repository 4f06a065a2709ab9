import type { HttpResponse } from '../../http';
import type { StaffedSimulator } from '../notification';
import { jsonReply } from '../replies';
import type { SimulatorContext, SimulatorRequest } from '../simulator';
import { FACTS } from './facts';
import { OrderBook } from './order-book';
import { Outbound } from './outbound';
import { PaymentDesk } from './payments';
import { elsewhere, ROUTES, type State } from './routes';
import { springError } from './spring-errors';
import { act, ringUp } from './staff';
import { toTickets } from './tickets';
import { TOKEN_PATH_V1, TOKEN_PATH_V2, TokenDesk } from './tokens';
import { WebhookDesk } from './webhooks';

export type LightspeedSimulator = StaffedSimulator & {
  /** Switches the restaurant's iPad off or on: readiness says NOT_READY and orders wait until they expire. */
  setPosRunning(running: boolean): void;
  /** What `printMsg` showed on the register, oldest first. */
  messages(): string[];
};

type Desk = State & { tokens: TokenDesk; outbound: Outbound };

function openDesk(): Desk {
  const webhooks = new WebhookDesk();
  const outbound = new Outbound();
  const book = new OrderBook(webhooks, outbound);
  const payments = new PaymentDesk(book, webhooks, outbound);
  return { webhooks, outbound, book, payments, tokens: new TokenDesk(), messages: [] };
}

/**
 * Lightspeed Restaurant K-Series, Order and Pay API: one merchant, one location, one iPad. It has no call that cancels an
 * order; staff can, and the endpoint that the order named is told.
 */
export function createLightspeedSimulator(): LightspeedSimulator {
  let desk = openDesk();
  const isLogin = ({ path }: SimulatorRequest) => path === TOKEN_PATH_V1 || path === TOKEN_PATH_V2;
  return {
    vendor: 'lightspeed',
    facts: FACTS,
    isLogin,
    isOrderWrite: ({ method, path }) => method === 'POST' && /^\/o\/op\/1\/order\/(toGo|local)$/.test(path),
    handle(request, context) {
      desk.book.settle(context.now);
      return isLogin(request) ? desk.tokens.issue(request, context) : answer(desk, request, context);
    },
    tickets(now) {
      desk.book.settle(now);
      return toTickets(desk.book);
    },
    notifications(now) {
      desk.book.settle(now);
      return desk.outbound.due(now);
    },
    subscribe: (webhook) => desk.webhooks.subscribe(webhook),
    act(ticketId, action, now) {
      desk.book.settle(now);
      return act(desk.book, { ticketId, action, now });
    },
    ringUp: (now) => ringUp(desk.book, now),
    setPosRunning: (running) => {
      desk.book.posRunning = running;
    },
    messages: () => [...desk.messages],
    reset: () => {
      desk = openDesk();
    },
  };
}

function answer(desk: Desk, request: SimulatorRequest, context: SimulatorContext): HttpResponse {
  for (const route of ROUTES) {
    const parts = match(route.on, request);
    if (!parts) continue;
    const refusal = desk.tokens.refuse(request, context, route.scope ?? 'orders-api');
    if (refusal) return refusal;
    const call = { request, now: context.now, parts };
    const location = request.query.get('businessLocationId');
    if (route.atLocation && location === null) {
      const message =
        "Required request parameter 'businessLocationId' for method parameter type Long is not present";
      return springError({ ...call, status: 400, message });
    }
    return (route.atLocation && elsewhere(call, location)) || route.run(call, desk);
  }
  return jsonReply(404, {
    timestamp: context.now.toISOString(),
    status: 404,
    error: 'Not Found',
    path: request.path,
  });
}

function match(on: string, { method, path }: SimulatorRequest): string[] | undefined {
  const pattern = on.replaceAll('{}', '([^/]+)').replaceAll('.', '\\.');
  return new RegExp(`^${pattern}$`).exec(`${method} ${path}`)?.slice(1);
}
