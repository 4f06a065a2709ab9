import type { Database } from 'better-sqlite3';
import type { DeliveryChange, DeliveryRecord, Next } from '../delivery-records';
import type { Act } from '../records';
import { deliveryInserter } from './delivery-rows';
import { eventRecorder } from './events';
import { exchangeKeeper } from './exchanges';
import { hookCaller } from './hook-calls';
import { statusMover } from './order-status';

/** The wait grows with each failure up to a cap; its second half is chance, so that rows which failed together do not return together. */
const UPDATE = `
  UPDATE deliveries SET state = @state, unproved = @unproved, reason = @reason, receipt = @receipt, degraded = @degraded, rung = @rung,
    attempts = attempts + @started, failures = CASE WHEN @failed THEN failures + 1 ELSE @failures END,
    next_attempt_at = CASE WHEN @backs_off
      THEN @now + max(@at_least_ms, min(@cap_ms, @base_ms << min(failures, 20)) * (50 + abs(random() % 51)) / 100)
      ELSE @next_at END,
    deadline_at = @deadline_at, alert_at = @alert_at, alerts = @alerts, check_at = @check_at, fence = fence + @started, updated_at = @at
  WHERE id = @id`;

/** Inside a write: carries out what was decided about a row, with its entry in the history and all that follows from it. */
export function deliveryChanger(
  db: Database,
): (row: DeliveryRecord, change: DeliveryChange, act: Act) => void {
  const update = db.prepare(UPDATE);
  const attempts = attemptWriter(db);
  const keep = exchangeKeeper(db);
  const insert = deliveryInserter(db);
  const move = statusMover(db);
  const record = eventRecorder(db);
  const call = hookCaller(db);
  const block = db.prepare(`
    INSERT INTO blocked_lanes (lane, restaurant_id, location_id, reason, blocked_at, check_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (lane) DO NOTHING`);
  return (row, change, given) => {
    const act = { ...given, at: Math.max(given.at, row.updated_at) };
    update.run({ ...toColumns(row, change), at: act.at, now: given.at });
    attempts(row, change, act);
    if (change.exchanges) keep(row, change.exchanges, act);
    const moved = row.state !== change.state;
    record(row, act, {
      type: `delivery.${change.event}`,
      subject_id: row.order_id ?? row.id,
      location_id: row.location_id,
      data: historyOf(row, change),
    });
    if (change.blocks) {
      const { reason, check_at, notice } = change.blocks;
      const { restaurant_id, location_id } = row;
      const closed = block.run(row.lane, restaurant_id, location_id, reason, act.at, check_at).changes === 1;
      if (closed) insert({ restaurant_id, location_id, order_id: null }, notice, act);
    }
    for (const added of change.adds ?? []) insert(row, added, act);
    if (row.order_id && change.order_status) move(row.order_id, change.order_status, act);
    if (row.order_id && moved && row.kind === 'pos') {
      call(row, { type: 'delivery.updated', order_id: row.order_id, delivery_id: row.id }, act);
    }
  };
}

function toColumns(row: DeliveryRecord, change: DeliveryChange) {
  const kept = { ...row, ...without(change) };
  return {
    id: row.id,
    state: change.state,
    unproved: change.unproved ? 1 : 0,
    reason: kept.reason && JSON.stringify(kept.reason),
    receipt: kept.receipt && JSON.stringify(kept.receipt),
    degraded: JSON.stringify(kept.degraded),
    rung: kept.rung,
    started: change.starts ? 1 : 0,
    failed: change.failed ? 1 : 0,
    failures: kept.failures,
    deadline_at: kept.deadline_at,
    alert_at: kept.alert_at,
    alerts: kept.alerts,
    check_at: kept.check_at,
    ...toNext(change.next),
  };
}

/** What is `undefined` in a change is absent from it. */
function without(change: DeliveryChange): Partial<DeliveryChange> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

function toNext(next: Next) {
  const wait = next && 'backoff' in next ? next.backoff : { base_ms: 0, cap_ms: 0, at_least_ms: 0 };
  return {
    backs_off: next && 'backoff' in next ? 1 : 0,
    next_at: next && 'at' in next ? next.at : null,
    ...wait,
  };
}

function historyOf(row: DeliveryRecord, change: DeliveryChange): Record<string, unknown> {
  const { reason, starts, rung } = change;
  return {
    delivery_id: row.id,
    kind: row.kind,
    purpose: row.purpose,
    target: row.target,
    ...(row.vendor && { vendor: row.vendor }),
    from: row.state,
    to: change.state,
    ...(starts && { step: starts }),
    ...(rung !== undefined && rung !== row.rung && { rung }),
    ...(reason && { reason }),
    ...(change.receipt?.pos_order_id ? { pos_order_id: change.receipt.pos_order_id } : {}),
    ...(change.receipt?.ticket_number ? { ticket_number: change.receipt.ticket_number } : {}),
  };
}

function attemptWriter(db: Database) {
  const start = db.prepare('INSERT INTO attempts (delivery_id, n, step, at) VALUES (?, ?, ?, ?)');
  const end = db.prepare(`
    UPDATE attempts SET outcome = @outcome, http_status = @http_status, vendor_code = @vendor_code, message = @message, ended_at = @at
    WHERE delivery_id = @id AND n = @n AND ended_at IS NULL`);
  return (row: DeliveryRecord, { starts, ends }: DeliveryChange, { at }: Act) => {
    if (ends) end.run({ ...ends, at, id: row.id, n: row.attempts.length });
    if (starts) start.run(row.id, row.attempts.length + 1, starts, at);
  };
}
