import { failpoint } from '../failpoint';
import { type DestinationKind, DESTINATION_KINDS as KINDS } from '../order/delivery';
import { findVendor } from '../pos/vendors';
import type { Claim, Decide, DeliveryRecord } from '../store/delivery-records';
import { type Store, StoreUnavailable } from '../store/store';
import { type BeginContext, begin, interrupted } from './begin';
import { ClockWatch } from './clock-watch';
import type { Destination } from './destination';
import type { Timing } from './timing';

export type Log = (level: 'info' | 'warn' | 'error', message: string, facts?: object) => void;
export type WorkerParts = {
  store: Store;
  destinations: Partial<Record<DestinationKind, Destination>>;
  timing: Timing;
  now: () => number;
  /** A clock that nobody sets: it tells when `now` was. */
  steady: () => number;
  newId: (prefix: string) => string;
  log: Log;
  /** What else the worker does when its time comes: deadlines, alerts, checks. Each call does all that is due. */
  chores: ((now: number) => Promise<void>)[];
};

/** How much of each kind may be on its way at once: hooks that hang must leave room for those that do not. */
const MOST_AT_ONCE: Record<DestinationKind, number> = { pos: 64, email: 16, sms: 16, webhook: 400 };
const kindOf = (lane: string) => lane.slice(0, lane.indexOf(':')) as DestinationKind;

/**
 * Takes due rows out of the store, sends them and writes what came of it. It holds no state that matters: killed at any moment,
 * the next one goes on from the rows.
 */
export class DeliveryWorker {
  private readonly atWork = new Map<string, { kind: DestinationKind; work: Promise<void> }>();
  private readonly lanes = new Map<string, number>();
  private timer: NodeJS.Timeout | null = null;
  private turning: Promise<void> | null = null;
  private again = false;
  private stopping = false;
  private readonly clock: ClockWatch;

  constructor(private readonly parts: WorkerParts) {
    this.clock = new ClockWatch(parts);
  }

  /** Begins; with a store that only this process writes to, what a killed process left behind is looked at now. */
  async start(): Promise<void> {
    const { store, now } = this.parts;
    await store.endLeases(now());
    store.onWrite(() => this.wake());
    this.wake();
  }

  /** Looks for something to do, soon; calling it often costs nothing. */
  wake(): void {
    if (this.stopping) return;
    this.again = true;
    this.turning ??= this.turn().finally(() => {
      this.turning = null;
    });
  }

  /** Takes nothing more and waits for what is on its way, at most so long; what is cut off is looked up at the next start. */
  async stop(graceMs: number): Promise<void> {
    this.stopping = true;
    if (this.timer) clearTimeout(this.timer);
    await this.turning;
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs);
    });
    await Promise.race([Promise.all([...this.atWork.values()].map(({ work }) => work)), enough]);
    clearTimeout(timer);
  }

  private async turn(): Promise<void> {
    while (this.again && !this.stopping) {
      this.again = false;
      // Whatever woke us in this turn of the event loop shares one look.
      await new Promise(setImmediate);
      try {
        await this.clock.follow();
        await this.claim();
        for (const chore of this.parts.chores) await chore(this.parts.now());
        await this.sleep();
      } catch (error) {
        this.trouble(error);
      }
    }
  }

  private async claim(): Promise<void> {
    const { store, now } = this.parts;
    const at = now();
    const context = this.beginContext(at);
    const taken = Map.groupBy(this.atWork.values(), ({ kind }) => kind);
    const left = new Map(KINDS.map((kind) => [kind, MOST_AT_ONCE[kind] - (taken.get(kind)?.length ?? 0)]));
    const claims = await store.claimDeliveries({
      now: at,
      room: (lane) => Math.min(this.room(lane), left.get(kindOf(lane)) ?? 0),
      decide: (row, subject) => {
        const change = begin(row, context, subject);
        if (change?.starts) left.set(row.kind, (left.get(row.kind) ?? 0) - 1);
        return change;
      },
    });
    if (claims.length === 0) return;
    failpoint('claim.after_commit');
    for (const claim of claims) this.run(claim);
    this.again = true;
  }

  private room(lane: string): number {
    const most = this.parts.destinations[kindOf(lane)]?.concurrent({ lane }) ?? 0;
    return most - (this.lanes.get(lane) ?? 0);
  }

  private beginContext(now: number): BeginContext {
    const { timing, newId } = this.parts;
    return {
      now,
      timing,
      newId,
      isOurs: (id) => this.atWork.has(id),
      answerTime: (row) => answerTime(row, timing),
    };
  }

  private run(claim: Claim): void {
    const { id, kind, lane } = claim.delivery;
    this.lanes.set(lane, (this.lanes.get(lane) ?? 0) + 1);
    const work = this.send(claim)
      .catch((error: unknown) => this.trouble(error))
      .finally(() => {
        this.atWork.delete(id);
        const left = (this.lanes.get(lane) ?? 1) - 1;
        if (left > 0) this.lanes.set(lane, left);
        else this.lanes.delete(lane);
        this.wake();
      });
    this.atWork.set(id, { kind, work });
  }

  private async send(claim: Claim): Promise<void> {
    const { destinations } = this.parts;
    const destination = destinations[claim.delivery.kind];
    if (!destination) throw new Error(`Nothing sends deliveries of the kind ${claim.delivery.kind}.`);
    const decide = await destination.send(claim).catch((error: unknown): Decide => {
      this.trouble(error);
      // Nobody knows how far it came: the same as if the process had died.
      const context = this.beginContext(this.parts.now());
      return (row) => interrupted(row, context);
    });
    await this.settle(claim.delivery, decide);
  }

  /** Writes the outcome, however long the store cannot: forgetting it would mean asking the vendor again. */
  private async settle(delivery: DeliveryRecord, decide: Decide): Promise<void> {
    const { store, now, log } = this.parts;
    for (;;) {
      try {
        failpoint('settle.before_commit');
        const settled = await store.settleDelivery(delivery, decide, { key_id: null, at: now() });
        failpoint('settle.after_commit');
        if (settled === null)
          log('warn', 'Another worker has taken this delivery over.', { id: delivery.id });
        return;
      } catch (error) {
        if (!(error instanceof StoreUnavailable) || this.stopping) throw error;
        log('error', error.message, { id: delivery.id });
        await new Promise((resolve) => setTimeout(resolve, error.retryAfterSeconds * 1000));
      }
    }
  }

  private async sleep(): Promise<void> {
    const { store, now, timing } = this.parts;
    if (this.again || this.stopping) return;
    const next = await store.nextDueAt();
    // What is due but not taken waits for room or for an answer: whoever brings it wakes us.
    const wait = Math.min(Math.max((next ?? Number.MAX_SAFE_INTEGER) - now(), 50), timing.longestSleep);
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wake(), wait);
  }

  private trouble(error: unknown): void {
    const { log, timing } = this.parts;
    if (this.stopping) return;
    log('error', error instanceof Error ? error.message : String(error), { error });
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wake(), Math.min(1000, timing.longestSleep));
  }
}

/** How long after an attempt its silence proves something: until the vendor's longest answer, or at once where asking again is safe. */
export function answerTime({ vendor: id }: Pick<DeliveryRecord, 'vendor'>, timing: Timing): number {
  const vendor = id === null ? undefined : findVendor(id);
  if (!vendor || vendor.resubmit === 'same-key') return 0;
  return vendor.timeoutMs * timing.verifyAfterAnswerTime;
}
