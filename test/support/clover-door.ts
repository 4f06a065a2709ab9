import type { HttpClient, HttpRequest } from '../../src/http';
import { buildMenuIndex } from '../../src/menu/menu-index';
import { parseOrder } from '../../src/order/parse';
import { sampleOrder } from '../../src/order/sample';
import { clover } from '../../src/pos/clover';
import type { CloverSession } from '../../src/pos/clover/api';
import { placeOrder } from '../../src/pos/place-order';
import { prepareOrder } from '../../src/pos/prepare';
import { createCloverSimulator } from '../../src/sandbox/clover';
import { FaultySimulator } from '../../src/sandbox/faults';
import { inProcessClient } from '../../src/sandbox/in-process';
import type { StaffedSimulator } from '../../src/sandbox/notification';

const BASE = 'http://clover.sandbox';
export const shop = {
  currency: 'USD',
  country: 'US',
  timezone: 'America/New_York',
  name: "Mario's Downtown",
};
export const sample = (changes: object = {}) => parseOrder({ ...sampleOrder, ...changes }, shop);
/** What the guest asks for in Dublin: the same order, in euro. */
export const euro = (changes: object = {}) => sample({ currency: 'EUR', ...changes });
export type Tamper = (request: HttpRequest, send: HttpClient) => ReturnType<HttpClient>;

/** A Clover sandbox, its clock, and doors that send orders into it. */
export function openClover(region: 'us' | 'eu' = 'us') {
  const target = new FaultySimulator(createCloverSimulator());
  const clock = { now: new Date('2030-11-29T22:00:00.400Z') };
  const direct = inProcessClient({ base: BASE, clock }, target);
  const { facts } = target.simulator;
  const seen: HttpRequest[] = [];
  const session = (changes: Partial<CloverSession> = {}): CloverSession => ({
    http: async (request) => {
      seen.push(request);
      return direct(request);
    },
    credentials: { access_token: facts[`${region}_access_token`] },
    settings: { region },
    posLocation: facts[`${region}_merchant_id`] ?? '',
    environment: 'sandbox',
    baseUrl: BASE,
    now: clock.now.toISOString(),
    ...changes,
  });
  const tampered = (tamper: Tamper, changes: Partial<CloverSession> = {}) => {
    const { http } = session();
    return session({ http: (request) => tamper(request, http), ...changes });
  };
  const prepare = async (order = region === 'us' ? sample() : euro(), at = session()) => {
    const menu = buildMenuIndex(await clover.fetchMenu(at));
    return prepareOrder(order, { vendor: clover, settings: at.settings, menu, shop });
  };
  /** As a door without memory sends: it looks first. */
  const send = async (at = session(), order = region === 'us' ? sample() : euro()) =>
    placeOrder({ vendor: clover, prepared: await prepare(order), session: at, lookFirst: true });
  const tickets = () => target.simulator.tickets(clock.now);
  /** Staff at this POS. */
  const staff = target.simulator as StaffedSimulator;
  return { target, clock, direct, facts, seen, session, tampered, prepare, send, tickets, staff };
}

/**
 * Lets several doors share one clock truly: each request is answered at its own moment, the earliest first, after `latencyMs` on the
 * way and whatever the door chose to wait.
 */
export function interleave(clock: { now: Date }, direct: HttpClient): (latencyMs: number) => HttpClient {
  const queue: { due: number; run: () => void }[] = [];
  let pumping = false;
  const pump = () => {
    pumping = queue.length > 0;
    if (!pumping) return;
    queue.sort((a, b) => a.due - b.due);
    const next = queue.shift();
    clock.now = new Date(Math.max(clock.now.getTime(), next?.due ?? 0));
    next?.run();
    setImmediate(pump);
  };
  return (latencyMs) =>
    ({ delayMs = 0, ...request }) =>
      new Promise((resolve, reject) => {
        const run = () => direct(request).then(resolve, reject);
        queue.push({ due: clock.now.getTime() + delayMs + latencyMs, run });
        if (!pumping) setImmediate(pump);
        pumping = true;
      });
}
