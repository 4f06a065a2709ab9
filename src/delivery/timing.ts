/** Every wait of the engine, in milliseconds. */
export type Timing = {
  /** How long a started row belongs to its worker: longer than any attempt can take. */
  lease: number;
  /** The wait after a failure that surely sent nothing: it doubles up to the cap. */
  retry: { base_ms: number; cap_ms: number };
  /** The wait before the outcome of a silent attempt is looked up, where asking again is always safe. */
  verifySoon: number;
  /** Multiplies the vendor's longest answer time, where only a look-up after it proves anything. */
  verifyAfterAnswerTime: number;
  mail: { base_ms: number; cap_ms: number };
  /** How often a closed destination is tried. */
  laneCheck: number;
  /** How often a POS is asked what became of a ticket it has not confirmed, and for how long. */
  posCheck: number;
  posCheckUntil: number;
  /** How often a POS is asked for everything that changed there. */
  reconcile: number;
  /** How often it is looked whether a shop's day has ended. */
  dayCheck: number;
  /** The longest the worker sleeps: it then also notices that the clock was set. */
  longestSleep: number;
  /** Multiplies every clock of a shop (alerts, deadlines): 1, but where a whole night is played in a minute. */
  shopClock: number;
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export const TIMING: Timing = {
  lease: 5 * MINUTE,
  retry: { base_ms: 2 * SECOND, cap_ms: 30 * SECOND },
  verifySoon: 2 * SECOND,
  verifyAfterAnswerTime: 1,
  mail: { base_ms: 5 * SECOND, cap_ms: MINUTE },
  laneCheck: MINUTE,
  posCheck: MINUTE,
  posCheckUntil: 30 * MINUTE,
  reconcile: 2 * MINUTE,
  dayCheck: 5 * MINUTE,
  longestSleep: 30 * SECOND,
  shopClock: 1,
};

/** Seconds of a shop's clock (alerts, deadlines) in milliseconds. */
export const shopClock = (seconds: number, timing: Pick<Timing, 'shopClock'>): number =>
  seconds * SECOND * timing.shopClock;

/** The same engine with every wait made shorter. */
export function faster(factor: number, timing: Timing = TIMING): Timing {
  const shorten = (value: number) => Math.max(1, Math.round(value / factor));
  const both = ({ base_ms, cap_ms }: Timing['retry']) => ({
    base_ms: shorten(base_ms),
    cap_ms: shorten(cap_ms),
  });
  return {
    lease: timing.lease,
    retry: both(timing.retry),
    verifySoon: shorten(timing.verifySoon),
    verifyAfterAnswerTime: timing.verifyAfterAnswerTime / factor,
    mail: both(timing.mail),
    laneCheck: shorten(timing.laneCheck),
    posCheck: shorten(timing.posCheck),
    posCheckUntil: shorten(timing.posCheckUntil),
    reconcile: shorten(timing.reconcile),
    dayCheck: shorten(timing.dayCheck),
    longestSleep: timing.longestSleep,
    shopClock: timing.shopClock / factor,
  };
}
