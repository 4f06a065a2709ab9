import type { HttpResponse } from '../../http';
import type { StaffedSimulator } from '../notification';
import { jsonReply } from '../replies';
import { SEED_RESTAURANT } from '../seed-menu';
import type { SimulatorContext, SimulatorRequest } from '../simulator';
import {
  ACCESS_TOKEN,
  AUTHORIZATION_CODE,
  authorize,
  CLIENT_ID,
  CLIENT_SECRET,
  obtainToken,
  REFRESH_TOKEN,
  tokenStatus,
} from './access';
import { SquareRefusal, toErrorReply } from './errors';
import { Ledger } from './ledger';
import { CLOSED_LOCATION_ID, LOCATION_ID, MERCHANT_ID } from './locations';
import { EVENT_TYPES, SIGNATURE_KEY } from './outbound';
import { matchPath, ROUTES, type Route } from './routes';
import { act, ringUp } from './staff';
import { toTicket } from './ticket';

/** The version that answers where a request names none. */
const DEFAULT_VERSION = '2026-09-16';

function readVersion(request: SimulatorRequest): string {
  const version = request.headers['square-version'] ?? DEFAULT_VERSION;
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(version))
    throw new SquareRefusal('INVALID_SQUARE_VERSION_FORMAT', 'Square-Version must be written YYYY-MM-DD.');
  return version;
}

function readBody(request: SimulatorRequest): unknown {
  if (request.method === 'GET') return undefined;
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new SquareRefusal('INVALID_CONTENT_TYPE', 'Content-Type must be application/json.');
  try {
    return JSON.parse(request.body);
  } catch {
    throw new SquareRefusal('EXPECTED_JSON_BODY', 'The request body is not valid JSON.');
  }
}

function findRoute({ method, path }: SimulatorRequest): { route: Route; id: string } {
  const fitting = ROUTES.flatMap((route) => {
    const id = matchPath(route.path, path);
    return id === undefined ? [] : [{ route, id }];
  });
  const found = fitting.find(({ route }) => route.method === method);
  if (found) return found;
  if (fitting.length > 0) throw new SquareRefusal('METHOD_NOT_ALLOWED', `${method} is not allowed here.`);
  throw new SquareRefusal('NOT_FOUND', 'Resource not found.');
}

function answer(request: SimulatorRequest, context: SimulatorContext, ledger: Ledger): object {
  if (isLogin(request)) return obtainToken(readBody(request), context);
  const { authorization } = request.headers;
  if (request.method === 'POST' && request.path === '/oauth2/token/status') {
    authorize(authorization, [], context);
    return tokenStatus(context);
  }
  authorize(authorization, [], context);
  const { route, id } = findRoute(request);
  authorize(authorization, route.scopes, context);
  const body = route.bodiless ? undefined : readBody(request);
  return route.handle({ ledger, body, query: request.query, id, now: context.now });
}

const isLogin = ({ method, path }: SimulatorRequest): boolean =>
  method === 'POST' && path === '/oauth2/token';

/**
 * Square's Locations, Catalog, Orders and Payments APIs and its token calls, played in memory. The menu is the seed menu;
 * Square computes the totals; the kitchen sees an order only once it is paid and has a fulfilment; and a subscribed address
 * is told of every change, be it made by a call or by staff.
 */
export function createSquareSimulator(): StaffedSimulator {
  let ledger = new Ledger();
  return {
    vendor: 'square',
    handle(request, context): HttpResponse {
      let version = DEFAULT_VERSION;
      try {
        version = readVersion(request);
        return jsonReply(200, answer(request, context, ledger), { 'square-version': version });
      } catch (error) {
        if (error instanceof SquareRefusal) return toErrorReply(error, version);
        throw error;
      }
    },
    isOrderWrite: ({ method, path }) => method === 'POST' && path === '/v2/orders',
    isLogin,
    tickets: () => ledger.orders.map(toTicket),
    subscribe: (webhook) => ledger.outbound.subscribe(webhook),
    notifications: (now) => ledger.outbound.due(now),
    act: (ticketId, action, now) => act(ledger, { ticketId, action, now }),
    ringUp: (now) => ringUp(ledger, now),
    facts: {
      access_token: ACCESS_TOKEN,
      location_id: LOCATION_ID,
      location_name: SEED_RESTAURANT.name,
      closed_location_id: CLOSED_LOCATION_ID,
      merchant_id: MERCHANT_ID,
      client_id: CLIENT_ID,
      client_secret: CLIENT_SECRET,
      refresh_token: REFRESH_TOKEN,
      authorization_code: AUTHORIZATION_CODE,
      webhook_signature_key: SIGNATURE_KEY,
      webhook_events: EVENT_TYPES.join(', '),
    },
    reset() {
      ledger = new Ledger();
    },
  };
}
