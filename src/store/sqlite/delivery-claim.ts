import type { Database } from 'better-sqlite3';
import { failpoint } from '../../failpoint';
import type { Claim, ClaimQuery } from '../delivery-records';
import type { Decider } from './delivery-decide';
import { DELIVERY_FIELDS, deliveryReader } from './delivery-rows';

/** Every lane that has something to do, by stepping from one to the next in the index: it costs the same however long a lane's queue is. */
export const SELECT_LANES = `
  WITH RECURSIVE lanes (lane) AS (
    SELECT min(lane) FROM deliveries WHERE next_attempt_at IS NOT NULL
    UNION ALL
    SELECT (SELECT min(lane) FROM deliveries WHERE next_attempt_at IS NOT NULL AND lane > lanes.lane)
    FROM lanes WHERE lanes.lane IS NOT NULL
  )
  SELECT lane FROM lanes
  WHERE lane IS NOT NULL
    AND (SELECT min(next_attempt_at) FROM deliveries WHERE next_attempt_at IS NOT NULL AND deliveries.lane = lanes.lane) <= @now
    AND NOT EXISTS (SELECT 1 FROM blocked_lanes WHERE blocked_lanes.lane = lanes.lane)`;
export const SELECT_DUE = `
  SELECT ${DELIVERY_FIELDS} FROM deliveries
  WHERE lane = @lane AND next_attempt_at IS NOT NULL AND next_attempt_at <= @now
  ORDER BY next_attempt_at LIMIT @room`;

/**
 * Inside a write: takes due rows, a few of each lane, so that a long queue or a dead destination holds up nobody else. Each is
 * started (lease, attempt) before anyone sends anything.
 */
export function claimer(db: Database, decideOn: Decider): (query: ClaimQuery) => Claim[] {
  const selectLanes = db.prepare(SELECT_LANES).pluck();
  const selectDue = db.prepare(SELECT_DUE);
  const read = deliveryReader(db);
  return ({ now, room, decide }) => {
    const claims: Claim[] = [];
    for (const lane of selectLanes.all({ now }) as string[]) {
      const free = room(lane);
      if (free <= 0) continue;
      for (const row of selectDue.all({ lane, now, room: free }).map(read)) {
        const { started, ...claim } = decideOn(row, decide, { key_id: null, at: now });
        if (started) claims.push(claim);
      }
    }
    if (claims.length > 0) failpoint('claim.before_commit');
    return claims;
  };
}
