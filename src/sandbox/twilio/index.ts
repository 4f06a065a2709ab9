import type { HttpResponse } from '../../http';
import type { NotifyingSimulator } from '../notification';
import type { SimulatorContext, SimulatorRequest } from '../simulator';
import { authorise } from './access';
import { ACCOUNT, API_VERSION } from './account';
import { callbacks } from './callbacks';
import { refuse, TwilioRefusal } from './errors';
import { FACTS } from './facts';
import { readForm } from './rest-call';
import { findRoute } from './routes';
import { createWorld, type World } from './world';

const ROOT = `/${API_VERSION}/Accounts/${ACCOUNT.sid}`;

/** Twilio's REST API, and the world its phones are in. */
export type TwilioSimulator = NotifyingSimulator & { world(): World };

/**
 * Twilio played in memory: texts leave through its REST API, and guests' phones (phone.ts) text and call the account's
 * numbers. Written from Twilio's documentation (twilio.com/docs, read 2026-11-24), not from the product's side of it.
 */
export function createTwilioSimulator(): TwilioSimulator {
  let world = createWorld();
  return {
    vendor: 'twilio',
    facts: FACTS,
    throttled: refuse(20429),
    world: () => world,
    handle(request, context) {
      try {
        return answer(request, context, world);
      } catch (error) {
        if (error instanceof TwilioRefusal) return refuse(error.code, error.subject);
        throw error;
      }
    },
    isOrderWrite: ({ method, path }) => method === 'POST' && path === `${ROOT}/Messages.json`,
    isLogin: () => false,
    tickets: () => [],
    notifications: (now) => callbacks(world, now),
    reset() {
      world = createWorld();
    },
  };
}

function answer(request: SimulatorRequest, context: SimulatorContext, world: World): HttpResponse {
  authorise(request, context);
  const route = request.path.startsWith(ROOT)
    ? findRoute(request.method, request.path.slice(ROOT.length))
    : undefined;
  if (!route) throw new TwilioRefusal(20404, request.path);
  if (route === 'wrong_method') throw new TwilioRefusal(20004);
  return route.handler({
    world,
    now: context.now.getTime(),
    ids: route.ids,
    query: request.query,
    form: readForm(request),
  });
}
