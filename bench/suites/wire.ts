import { setTimeout as wait } from 'node:timers/promises';
import { ticketReference } from '../../src/order/reference';
import { Child } from '../child';
import { Caller } from '../load/caller';
import type { LoadCalls } from '../load/load-process';
import { toRequest } from '../load/request';
import { percentile } from '../pairs';
import { amount, type Row, type Section } from '../section';
import { KEY, squareAt } from '../servers/setting';
import { openPosStub, type PosStub } from './pos-stub';
import { POSTING } from './post';
import type { Scene } from './scene';
import { openServer } from './servers';

const ORDERS = 150;
const WARM = 10;
/** Between two orders, so that each finds the engine idle: Square's own limit lets three of them through a second. */
const GAP_MS = 320;

type Trip = { fromSending: number; fromAnswer: number; health: number };

/** How soon the POS hears of an order. */
export async function wire({ options, fresh }: Scene): Promise<Section> {
  const stub = await openPosStub();
  const load = Child.start<LoadCalls>('load/load-process');
  const opening = { variant: 'house' as const, database: fresh('wire'), posUrl: stub.url };
  const server = await openServer(opening, load, options.profiles);
  const caller = await Caller.open(server.port);
  const trips: Trip[] = [];
  for (let n = 0; n < WARM + ORDERS; n++) {
    const trip = await orderOnce(caller, { stub, external_ref: `CA-wire-${n}` });
    if (n >= WARM) trips.push(trip);
    await wait(GAP_MS);
  }
  caller.close();
  await Promise.all([server.end(), load.end()]);
  await stub.close();
  const of = (field: keyof Trip, share: number) =>
    percentile(
      trips.map((trip) => trip[field]),
      share,
    );
  return {
    suite: 'wire',
    title: 'wire: from the order to the POS',
    setting: `The whole program (API and engine in one process) and a simulator of Square that notes when an order's first request arrives, on the caller's clock; ${ORDERS} orders, one at a time, the menu read before. The time begins when the order is **sent**, which is stricter than when it is accepted.`,
    rows: [
      toGoal('order sent → POS request arrives, p50', of('fromSending', 0.5), 10),
      toGoal('order sent → POS request arrives, p99', of('fromSending', 0.99), 50),
      told(
        'order answered → POS request arrives, p50 (below 0: it arrives before the answer)',
        of('fromAnswer', 0.5),
      ),
      told('a bare request and its answer (`/healthz`) beside each, p50', of('health', 0.5)),
      told('the same, p99: what the machine itself does', of('health', 0.99)),
    ],
  };
}

type Ordering = { stub: PosStub; external_ref: string };

async function orderOnce(caller: Caller, { stub, external_ref }: Ordering): Promise<Trip> {
  const { ms: health } = await caller.ask(toRequest({ method: 'GET', path: '/healthz', key: KEY }));
  const order = { ...POSTING.order, external_ref };
  const from = performance.now();
  const { status, ms } = await caller.ask(
    toRequest({ method: 'POST', path: '/v1/orders', key: KEY, body: order }),
  );
  if (status !== 201) throw new Error(`An order was answered ${status}.`);
  const reference = ticketReference({ pos_location: squareAt(stub.url).pos_location, external_ref });
  const fromSending = (await stub.arrivalOf(reference)) - from;
  return { fromSending, fromAnswer: fromSending - ms, health };
}

function toGoal(what: string, ms: number, most: number): Row {
  return { what, measured: `${amount(ms)} ms`, goal: `< ${most} ms`, met: ms < most };
}

const told = (what: string, ms: number): Row => ({ what, measured: `${amount(ms)} ms`, goal: '', met: null });
