import type { Database } from 'better-sqlite3';
import type { BlockedLane, Clock, DeliveryRecord } from '../delivery-records';
import type { Scope } from '../records';
import type { Store } from '../store';
import { clockMover } from './clock-moves';
import { claimer } from './delivery-claim';
import { type Decider, deliveryDecider } from './delivery-decide';
import { DELIVERY_FIELDS, deliveryInserter, deliveryReader, SELECT_DELIVERY } from './delivery-rows';
import { inShops, type Write } from './events';
import { exchangeReader } from './exchanges';

type Part = Pick<
  Store,
  | 'deliveriesOf'
  | 'delivery'
  | 'exchangesOf'
  | 'addDelivery'
  | 'changeDelivery'
  | 'claimDeliveries'
  | 'settleDelivery'
  | 'nextDueAt'
  | 'runOut'
  | 'endLeases'
  | 'moveClocks'
  | 'blockedLanes'
  | 'postponeCheck'
  | 'openLane'
  | 'waitingIn'
>;

export const SELECT_OF_ORDERS = `
  SELECT ${DELIVERY_FIELDS} FROM deliveries
  WHERE order_id IN (SELECT value FROM json_each(?)) AND kind <> 'webhook' ORDER BY n`;
/** The earliest moment at which anything happens by itself. A closed lane's rows wait for its check instead. */
export const SELECT_NEXT = `
  SELECT min(at) FROM (
    SELECT min(next_attempt_at) AS at FROM deliveries
      WHERE next_attempt_at IS NOT NULL AND lane NOT IN (SELECT lane FROM blocked_lanes)
    UNION ALL SELECT min(deadline_at) FROM deliveries WHERE deadline_at IS NOT NULL
    UNION ALL SELECT min(alert_at) FROM deliveries WHERE alert_at IS NOT NULL
    UNION ALL SELECT min(check_at) FROM deliveries WHERE check_at IS NOT NULL
    UNION ALL SELECT min(check_at) FROM blocked_lanes
    UNION ALL SELECT min(due_at) FROM pos_news WHERE due_at IS NOT NULL)`;
export const selectRunOut = (clock: Clock) =>
  `SELECT ${DELIVERY_FIELDS} FROM deliveries WHERE ${clock} IS NOT NULL AND ${clock} <= ? ORDER BY ${clock} LIMIT ?`;
const CLOCKS: Clock[] = ['deadline_at', 'alert_at', 'check_at'];

export function deliveryStore(db: Database, { write, quietly }: { write: Write; quietly: Write }): Part {
  const read = deliveryReader(db);
  const selectOf = db.prepare(SELECT_OF_ORDERS);
  // One transaction for all rows and their attempts: each look-up outside of one takes its own locks.
  const readOf = db.transaction((order_ids: readonly string[]) =>
    selectOf.all(JSON.stringify(order_ids)).map(read),
  );
  const select = db.prepare(SELECT_DELIVERY);
  const next = db.prepare(SELECT_NEXT).pluck();
  const runOut = new Map(CLOCKS.map((clock) => [clock, db.prepare(selectRunOut(clock))]));
  const decideOn = deliveryDecider(db);
  const claim = claimer(db, decideOn);
  const insert = deliveryInserter(db);
  const exchanges = exchangeReader(db);
  const ours = (scope: Scope, row: DeliveryRecord) =>
    row.restaurant_id === scope.restaurant_id && inShops(scope.location_ids, row.location_id);
  const find = (scope: Scope, id: string): DeliveryRecord | undefined => {
    const row = select.get(id);
    const record = row === undefined ? undefined : read(row);
    return record && ours(scope, record) ? record : undefined;
  };
  return {
    deliveriesOf: async (scope, order_ids) => readOf(order_ids).filter((row) => ours(scope, row)),
    delivery: async (scope, id) => find(scope, id),
    exchangesOf: async (scope, delivery_ids) =>
      exchanges(delivery_ids.filter((id) => find(scope, id) !== undefined)),
    addDelivery: (scope, owner, delivery, act) =>
      write(() => insert({ ...owner, restaurant_id: scope.restaurant_id }, delivery, act)),
    changeDelivery: (scope, id, decide, act) =>
      write(() => {
        const row = find(scope, id);
        return row && decideOn(row, decide, act).delivery;
      }),
    claimDeliveries: (query) => quietly(() => claim(query)),
    settleDelivery: ({ id, fence }, decide, act) =>
      quietly(() => {
        const row = read(select.get(id));
        return row.fence === fence ? decideOn(row, decide, act).delivery : null;
      }),
    nextDueAt: async () => (next.get() as number | null) ?? null,
    runOut: async (clock, now, limit) => (runOut.get(clock)?.all(now, limit) ?? []).map(read),
    ...laneStore(db, { write, decideOn }),
  };
}

function laneStore(
  db: Database,
  { write, decideOn }: { write: Write; decideOn: Decider },
): Pick<Part, 'endLeases' | 'moveClocks' | 'blockedLanes' | 'postponeCheck' | 'openLane' | 'waitingIn'> {
  const endLeases = db.prepare(
    "UPDATE deliveries SET next_attempt_at = @now WHERE state IN ('sending', 'verifying') AND next_attempt_at > @now",
  );
  const moveClocks = clockMover(db);
  const blocked = db.prepare('SELECT * FROM blocked_lanes WHERE check_at <= ? ORDER BY check_at');
  const postpone = db.prepare('UPDATE blocked_lanes SET check_at = ?, reason = ? WHERE lane = ?');
  const waiting = db
    .prepare(
      "SELECT count(*) FROM deliveries WHERE lane = ? AND state IN ('pending', 'retry_wait', 'unknown', 'blocked')",
    )
    .pluck();
  const remove = db.prepare('DELETE FROM blocked_lanes WHERE lane = ?');
  const stopped = db.prepare(
    `SELECT ${DELIVERY_FIELDS} FROM deliveries WHERE lane = ? AND state = 'blocked'`,
  );
  const read = deliveryReader(db);
  return {
    moveClocks: (by) => write(() => moveClocks(by)),
    endLeases: (now) => write(() => void endLeases.run({ now })),
    blockedLanes: async (now) => blocked.all(now) as BlockedLane[],
    postponeCheck: (lane, { check_at, reason }) => write(() => void postpone.run(check_at, reason, lane)),
    waitingIn: async (lane) => waiting.get(lane) as number,
    openLane: (lane, decide, act) =>
      write(() => {
        remove.run(lane);
        for (const row of stopped.all(lane).map(read)) decideOn(row, decide, act);
      }),
  };
}
