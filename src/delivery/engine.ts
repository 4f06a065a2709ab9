import type { DestinationKind } from '../order/delivery';
import { findVendor } from '../pos/vendors';
import type { Claim } from '../store/delivery-records';
import type { Store } from '../store/store';
import { Background } from './background';
import { alertChore, deadlineChore } from './chores';
import type { Destination } from './destination';
import { laneChore, openLane } from './lane-checks';
import { ofPosLane } from './notices';
import type { OutcomeContext } from './outcome';
import { type PosParts, posDestination } from './pos';
import { posCheckChore } from './pos-checks';
import { PosMenus } from './pos-menus';
import { newsChore } from './pos-news';
import { type PosOutlets, SpeedLimits } from './pos-outlet';
import { reconcileChore } from './reconcile';
import { rehearsalChore } from './rehearsal/closing';
import { summaryChore } from './summary';
import { TIMING, type Timing } from './timing';
import { answerTime, DeliveryWorker, type Log } from './worker';

export type EngineParts = {
  store: Store;
  outlets: PosOutlets;
  storedMenu: PosParts['storedMenu'];
  /** Everything but the POS: what is not given stays in the outbox. */
  destinations: Partial<Record<Exclude<DestinationKind, 'pos'>, Destination>>;
  now: () => number;
  steady: () => number;
  newId: (prefix: string) => string;
  log: Log;
  timing?: Timing;
  /** Shared with whatever else asks the same vendors. */
  limits?: SpeedLimits;
};

/** The delivery engine as one process runs it. */
export type Engine = {
  start(): Promise<void>;
  stop(graceMs: number): Promise<void>;
  /** A destination that was closed is tried again at once: its connection has been repaired. */
  reopen(lane: { restaurant_id: string; lane: string }): Promise<void>;
};

/** Wires worker, destinations and chores together. */
export function createEngine(given: EngineParts): Engine {
  const parts = { ...given, timing: given.timing ?? TIMING };
  const { outlets, now, log } = parts;
  const background = new Background((error) =>
    log('error', error instanceof Error ? error.message : String(error), { error }),
  );
  const { limits = new SpeedLimits() } = given;
  const shared = { ...parts, limits, background };
  const pos = posDestination({
    now,
    outlets,
    limits,
    posMenus: new PosMenus(now),
    storedMenu: parts.storedMenu,
    context: (claim) => outcomeContext(claim, parts),
    concurrent: (lane) => findVendor(ofPosLane(lane).vendor)?.limits.concurrent ?? 1,
  });
  const chores = [
    deadlineChore(shared),
    alertChore(shared),
    laneChore(shared),
    newsChore(shared),
    posCheckChore(shared),
    reconcileChore(shared),
    summaryChore(shared),
    rehearsalChore(shared),
  ];
  const worker = new DeliveryWorker({ ...parts, destinations: { ...parts.destinations, pos }, chores });
  return {
    start: () => worker.start(),
    stop: async (graceMs) => {
      await worker.stop(graceMs);
      limits.close();
      await Promise.race([background.done(), new Promise((resolve) => setTimeout(resolve, 100))]);
    },
    reopen: (lane) => openLane(parts, lane),
  };
}

function outcomeContext(
  { delivery }: Claim,
  { now, timing, newId }: Pick<EngineParts, 'now' | 'newId'> & { timing: Timing },
): OutcomeContext {
  return {
    now: now(),
    timing,
    newId,
    answerTime: answerTime(delivery, timing),
    canCheck: Boolean(findVendor(delivery.vendor ?? '')?.fetchPosOrder),
  };
}
