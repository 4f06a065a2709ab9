import type { Database } from 'better-sqlite3';
import type { Claim, ClaimQuery, DeliveryRecord } from '../delivery-records';
import type { OrderRecord } from '../records';
import { deliveryChanger } from './delivery-change';
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
export function claimer(db: Database, orderOf: (id: string) => OrderRecord): (query: ClaimQuery) => Claim[] {
  const selectLanes = db.prepare(SELECT_LANES).pluck();
  const selectDue = db.prepare(SELECT_DUE);
  const again = db.prepare(`SELECT ${DELIVERY_FIELDS} FROM deliveries WHERE id = ?`);
  const read = deliveryReader(db);
  const change = deliveryChanger(db);
  const start = (row: DeliveryRecord, { now, decide }: ClaimQuery): Claim | null => {
    const order = row.order_id === null ? null : orderOf(row.order_id);
    const decided = decide(row, order);
    if (!decided) return null;
    change(row, decided, { key_id: null, at: now });
    const delivery = read(again.get(row.id));
    return decided.starts ? { delivery, order } : null;
  };
  return (query) => {
    const claims: Claim[] = [];
    for (const lane of selectLanes.all({ now: query.now }) as string[]) {
      const room = Math.min(query.room(lane), query.limit - claims.length);
      if (room <= 0) continue;
      const due = selectDue.all({ lane, now: query.now, room }).map(read);
      claims.push(...due.flatMap((row) => start(row, query) ?? []));
    }
    return claims;
  };
}
