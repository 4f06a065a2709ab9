import { createCloverSimulator } from '../../src/sandbox/clover';
import { FaultySimulator } from '../../src/sandbox/faults';

export type Body = Record<string, unknown>;
export type Shop = 'us' | 'eu';

export const START = new Date('2026-11-24T18:00:00.250Z');
export const AGENT = { 'user-agent': 'OrderWire-test/1.0' };

function openSandbox() {
  const simulator = createCloverSimulator();
  const faulty = new FaultySimulator(simulator);
  const clock = { now: START };
  const { facts } = simulator;

  const send = (method: string, url: string, body?: unknown, headers: Record<string, string> = AGENT) => {
    const [path = '', query = ''] = url.split('?');
    const outcome = faulty.handle(
      {
        method,
        path,
        query: new URLSearchParams(query),
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        body: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
      },
      clock.now,
    );
    if ('dropped' in outcome) return { status: 0, body: {} as Body };
    return { status: outcome.reply.status, body: JSON.parse(outcome.reply.body) as Body };
  };
  const at = (
    shop: Shop,
    method: string,
    path: string,
    body?: unknown,
    token = facts[`${shop}_access_token`],
  ) =>
    send(method, `/v3/merchants/${facts[`${shop}_merchant_id`]}${path && `/${path}`}`, body, {
      ...AGENT,
      authorization: `Bearer ${token}`,
    });
  const idOf = (shop: Shop, list: string, name: string) => {
    const entry = facts[`${shop}_${list}`]?.split(', ').find((pair) => pair.startsWith(`${name} `));
    return entry?.slice(name.length + 1) ?? '';
  };
  const order = (cart: Body, shop: Shop = 'us') =>
    at(shop, 'POST', 'atomic_order/orders', { orderCart: cart });
  const print = (id: unknown, shop: Shop = 'us') => at(shop, 'POST', 'print_event', { orderRef: { id } });
  const wait = (milliseconds: number) => {
    clock.now = new Date(clock.now.getTime() + milliseconds);
  };
  const now = () => clock.now;
  const tickets = () => simulator.tickets(clock.now);
  const restart = () => {
    faulty.reset();
    clock.now = START;
  };
  return { simulator, faulty, facts, send, at, idOf, order, print, wait, now, tickets, restart };
}

/** One simulator for a test file; `restart` before each test. */
export const sandbox = openSandbox();

export const coke = (shop: Shop = 'us') => ({ item: { id: sandbox.idOf(shop, 'items', 'Coke') } });
export const modifier = (group: string, name: string, shop: Shop = 'us') => {
  const { elements } = sandbox.at(shop, 'GET', 'modifier_groups?expand=modifiers').body as {
    elements: { name: string; modifiers: { elements: { id: string; name: string }[] } }[];
  };
  const found = elements.find((entry) => entry.name === group)?.modifiers.elements;
  return { id: found?.find((entry) => entry.name === name)?.id ?? '' };
};
export const elements = (body: Body, name = 'elements') => {
  const nested = name === 'elements' ? body : (body[name] as Body);
  return nested.elements as Body[];
};
