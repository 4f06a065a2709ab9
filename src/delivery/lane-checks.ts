import { PosError } from '../pos/errors';
import type { BlockedLane } from '../store/delivery-records';
import type { Store } from '../store/store';
import type { Background } from './background';
import { toChange } from './change';
import { ofPosLane } from './notices';
import type { PosOutlets } from './pos-outlet';
import type { Timing } from './timing';

type Parts = {
  store: Store;
  outlets: PosOutlets;
  timing: Timing;
  background: Background;
  now: () => number;
};

/** Closed destinations are tried from time to time, and open by themselves once a check passes. */
export function laneChore(parts: Parts): (now: number) => Promise<void> {
  return async (now) => {
    for (const lane of await parts.store.blockedLanes(now)) {
      parts.background.run(lane.lane, () => check(lane, parts));
    }
  };
}

async function check(blocked: BlockedLane, { store, outlets, timing, now }: Parts): Promise<void> {
  const { restaurant_id, lane } = blocked;
  const { connection_id } = ofPosLane(lane);
  try {
    await outlets.renew(restaurant_id, connection_id);
    const { vendor, session } = await outlets.open(restaurant_id, connection_id);
    await vendor.checkConnection(session);
  } catch (error) {
    if (!(error instanceof PosError)) throw error;
    return store.postponeCheck(lane, {
      check_at: now() + waitFor(blocked, now(), timing),
      reason: error.message,
    });
  }
  await openLane({ store, outlets, now }, { restaurant_id, lane });
}

/** Twice as long each time, up to half an hour: vendors take many failed log-ins for an attack. */
function waitFor({ blocked_at }: BlockedLane, now: number, { laneCheck }: Timing): number {
  return Math.min(Math.max(laneCheck, now - blocked_at), LONGEST_CHECKS * laneCheck);
}
const LONGEST_CHECKS = 30;

type Opening = { restaurant_id: string; lane: string };

/** Everything that waited for this destination goes on. */
export async function openLane(
  { store, outlets, now }: Pick<Parts, 'store' | 'outlets' | 'now'>,
  { restaurant_id, lane }: Opening,
): Promise<void> {
  const at = now();
  await store.openLane(lane, (row) => toChange(row, 'repaired', { next: { at }, reason: null }), {
    key_id: null,
    at,
  });
  await outlets.note(restaurant_id, ofPosLane(lane).connection_id, { status: 'ok', reason: null });
}
