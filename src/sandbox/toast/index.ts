import type { HttpResponse } from '../../http';
import type { StaffedSimulator } from '../notification';
import { jsonReply } from '../replies';
import type { SimulatorContext, SimulatorRequest } from '../simulator';
import { errorReply, Refusal } from './errors';
import { facts } from './facts';
import { guid } from './guid';
import { Logins } from './login';
import { Orders } from './orders';
import { RESTAURANT_GUID } from './restaurant';
import { findRoute, type Route } from './routes';
import { act, ringUp } from './staff';
import { kitchenTicket } from './ticket';

const LOGIN = '/authentication/v1/authentication/login';
const ORDERS = '/orders/v2/orders';

/**
 * A Toast restaurant in memory. Without `autoFire` it has no device that sends orders to the kitchen by itself. A subscribed
 * address is told of every change, be it made by a call, by staff or by the clock.
 */
export function createToastSimulator({ autoFire = true }: { autoFire?: boolean } = {}): StaffedSimulator {
  const logins = new Logins();
  const orders = new Orders(autoFire);
  let requests = 0;

  function answer(request: SimulatorRequest, context: SimulatorContext): unknown {
    if (isLogin(request)) return logins.logIn(readBody(request), context);
    const { now, expiredToken: expired } = context;
    const grant = logins.authorize(request.headers.authorization, { now, expired });
    const found = findRoute(request);
    if (!found) throw new Refusal(404, `${request.method} ${request.path} does not exist`, 10003);
    requireRights(found.route, grant.scopes, context.readOnly);
    if (found.route.forRestaurant !== false) requireRestaurant(request);
    const body = found.route.method === 'POST' ? readBody(request) : undefined;
    return found.route.answer({ id: found.id, query: request.query, body, grant, now, orders });
  }

  return {
    vendor: 'toast',
    handle(request, context): HttpResponse {
      requests += 1;
      orders.settle(context.now);
      try {
        return jsonReply(200, answer(request, context));
      } catch (error) {
        if (error instanceof Refusal) return errorReply(error, guid('request', requests));
        throw error;
      }
    },
    isOrderWrite: ({ method, path }) => method === 'POST' && path === ORDERS,
    isLogin,
    tickets: (now) => orders.all().map((order) => kitchenTicket(order, { now, fires: autoFire })),
    subscribe: (webhook) => orders.outbound.subscribe(webhook),
    notifications(now) {
      orders.settle(now);
      return orders.outbound.due(now);
    },
    act(ticketId, action, now) {
      orders.settle(now);
      return act(orders, { ticketId, action, now });
    },
    ringUp: (now) => ringUp(orders, now),
    get facts() {
      return facts(logins.busiestHour());
    },
    reset() {
      logins.reset();
      orders.reset();
      requests = 0;
    },
  };
}

function isLogin({ method, path }: SimulatorRequest): boolean {
  return method === 'POST' && path === LOGIN;
}

function requireRights({ scope }: Route, scopes: readonly string[], readOnly: boolean): void {
  const denied = scope !== '' && (!scopes.includes(scope) || (readOnly && !scope.endsWith(':read')));
  if (denied) throw new Refusal(403, `The API client does not have the scope ${scope}`);
}

function requireRestaurant({ headers }: SimulatorRequest): void {
  const id = headers['toast-restaurant-external-id'];
  if (!id) throw new Refusal(400, 'The header Toast-Restaurant-External-ID is required');
  if (id.toLowerCase() !== RESTAURANT_GUID)
    throw new Refusal(403, `The API client does not have access to the restaurant (${id})`);
}

function readBody({ headers, body }: SimulatorRequest): unknown {
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
    throw new Refusal(415, 'The request must have application/json in its Content-Type header');
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal(400, 'The request body is not valid JSON');
  }
}
