import type { HttpRequest } from '../../src/http';
import type { Order } from '../../src/order/schema';
import { touchbistro } from '../../src/pos/touchbistro';
import type { Session } from '../../src/pos/vendor';
import { createDeliverectSimulator } from '../../src/sandbox/deliverect';
import { FaultySimulator } from '../../src/sandbox/faults';
import { inProcessClient } from '../../src/sandbox/in-process';
import { createTouchBistroSimulator } from '../../src/sandbox/touchbistro';
import { sample } from './vendor-doors';

export type Way = 'partner' | 'webhook' | 'deliverect';

/** One way to a TouchBistro restaurant with the simulator at its end; `asked` keeps every request. */
export async function openWay(way: Way, part: Partial<Session> = {}) {
  const simulator = way === 'deliverect' ? createDeliverectSimulator() : createTouchBistroSimulator();
  const target = new FaultySimulator(simulator);
  const clock = { now: new Date('2030-11-29T22:00:00Z') };
  const base = `http://${way}.sandbox`;
  const direct = inProcessClient({ base, clock }, target);
  const asked: HttpRequest[] = [];
  const { facts } = simulator;
  const settings: Record<Way, Record<string, string>> = {
    partner: {},
    webhook: { webhook_url: `${base}/webhook` },
    deliverect: { channel_name: facts.channel_name ?? '', open_item_plu: facts.open_item_plu ?? '' },
  };
  const session: Session = {
    http: (request) => {
      asked.push(request);
      return direct(request);
    },
    credentials: {
      access_token: facts.api_key,
      client_id: facts.client_id,
      client_secret: facts.client_secret,
      webhook_secret: facts.webhook_secret,
    },
    posLocation: facts.channel_link_id ?? 'marios-downtown',
    environment: 'sandbox',
    baseUrl: base,
    now: clock.now.toISOString(),
    ...part,
    settings: { mode: way, ...settings[way], ...part.settings },
  };
  const token = await touchbistro.authenticate(session.credentials, undefined, session);
  asked.length = 0;
  return {
    session: { ...session, token },
    asked,
    target,
    clock,
    simulator,
    send: (order: Order = sample(), changes: Partial<Session> = {}) =>
      touchbistro.submitOrder(order, { ...session, token, ...changes }),
    tickets: () => simulator.tickets(new Date(clock.now.getTime() + 60_000)),
  };
}
