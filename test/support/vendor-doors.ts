import type { HttpClient } from '../../src/http';
import { buildMenuIndex } from '../../src/menu/menu-index';
import { parseOrder } from '../../src/order/parse';
import { sampleOrder } from '../../src/order/sample';
import { placeOrder } from '../../src/pos/place-order';
import { prepareOrder } from '../../src/pos/prepare';
import type { Session, Token, Vendor } from '../../src/pos/vendor';
import { findVendor } from '../../src/pos/vendors';
import type { FaultySimulator } from '../../src/sandbox/faults';
import { inProcessClient } from '../../src/sandbox/in-process';
import { knownConnections } from '../../src/sandbox/known-connections';
import { Sandbox } from '../../src/sandbox/sandbox';
import { createHttpClient } from '../../src/server/http-client';
import { serveSimulator } from './serve-simulator';

export const shop = {
  currency: 'USD',
  country: 'US',
  timezone: 'America/New_York',
  name: "Mario's Downtown",
};
export const sample = (changes: object = {}) => parseOrder({ ...sampleOrder, ...changes }, shop);

/** One vendor, its simulator and a way to reach it: what every promise of the contract is tried on. */
export type Stage = {
  vendor: Vendor;
  target: FaultySimulator;
  clock: { readonly now: Date };
  open(changes?: Partial<Session>): Promise<Session>;
  /** The address that leads nowhere. */
  nowhere: string;
  close(): Promise<void>;
};

/** How a request travels; `real` ones go through sockets and take real time. */
export type Client = { name: string; real: boolean; http: (direct: HttpClient) => HttpClient };
export const directClient: Client = { name: 'in process', real: false, http: (direct) => direct };
export const axiosClient: Client = {
  name: 'axios over loopback',
  real: true,
  http: () => createHttpClient(),
};

/** The machine's own clock; a wait that an adapter asks for moves it on instead of taking the time. */
class LiveClock {
  private waitedMs = 0;
  get now(): Date {
    return new Date(Date.now() + this.waitedMs);
  }
  /** A client whose delays cost nothing here: that they are kept is a promise of each client's own test. */
  skipping(http: HttpClient): HttpClient {
    return ({ delayMs = 0, ...request }) => {
      this.waitedMs += delayMs;
      return http(request);
    };
  }
}

/** Sets a fresh simulator up behind one client. */
export async function openStage(vendorId: string, client: Client): Promise<Stage> {
  const vendor = findVendor(vendorId);
  const target = new Sandbox().find(vendorId);
  if (!vendor || !target) throw new Error(`no vendor ${vendorId}`);
  const live = client.real ? new LiveClock() : undefined;
  const clock = live ?? { now: new Date('2030-11-29T22:00:00Z') };
  const served = client.real ? await serveSimulator(target, clock) : undefined;
  const base = served?.url ?? `http://${vendorId}.sandbox`;
  const sent = client.http(inProcessClient({ base, clock: clock as { now: Date } }, target));
  const http = live ? live.skipping(sent) : sent;
  const known = knownConnections('http://sandbox').find((one) => one.vendor === vendorId);
  // As every door does: a rotating refresh token is kept, and used once.
  let previous: Token | undefined;
  const open = async (changes: Partial<Session> = {}): Promise<Session> => {
    const session: Session = {
      http,
      credentials: known?.credentials ?? {},
      settings: known?.settings ?? {},
      posLocation: known?.pos_location ?? '',
      environment: 'sandbox',
      baseUrl: base,
      now: clock.now.toISOString(),
      ...changes,
    };
    const token = session.token ?? (await vendor.authenticate?.(session.credentials, previous, session));
    previous = token ?? previous;
    return token ? { ...session, token } : session;
  };
  return { vendor, target, clock, open, nowhere: 'http://127.0.0.1:9', close: async () => served?.close() };
}

/** Prepares an order against the vendor's own menu and sends it as a door without memory does. */
export async function send(stage: Stage, session: Session, order = sample()) {
  const menu = stage.vendor.fetchMenu ? buildMenuIndex(await stage.vendor.fetchMenu(session)) : null;
  const prepared = prepareOrder(order, { vendor: stage.vendor, settings: session.settings, menu, shop });
  return placeOrder({ vendor: stage.vendor, prepared, session, lookFirst: true });
}

/** The tickets once every vendor has had time to decide. */
export function ticketsLater(stage: Stage) {
  return stage.target.simulator.tickets(new Date(stage.clock.now.getTime() + 120_000));
}
