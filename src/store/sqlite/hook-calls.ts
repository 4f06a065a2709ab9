import type { Database } from 'better-sqlite3';
import type { Act } from '../records';

type Owner = { restaurant_id: string; location_id: string };
/** What a hook is told; the order itself is read when the message leaves, its status is the one of this moment. */
export type HookCall = {
  type: string;
  order_id: string;
  status?: string;
  previous_status?: string | null;
  delivery_id?: string;
};

/** Inside a write: one outbox row for each hook that wants to hear of it. */
export function hookCaller(db: Database): (owner: Owner, call: HookCall, act: Act) => void {
  const insert = db.prepare(`
    INSERT INTO deliveries (id, restaurant_id, location_id, order_id, kind, lane, target, purpose, suffix, payload, state, next_attempt_at, created_at, updated_at)
    SELECT 'dlv_' || hex(randomblob(13)), @restaurant_id, @location_id, @order_id, 'webhook', 'webhook:' || hooks.id, hooks.id, @type,
      hex(randomblob(6)), @payload, 'pending', @at, @at, @at
    FROM hooks, json_each(hooks.events) AS wanted
    WHERE hooks.restaurant_id = @restaurant_id AND hooks.active = 1 AND hooks.deleted_at IS NULL AND wanted.value = @type
      AND (hooks.location_ids IS NULL OR EXISTS (SELECT 1 FROM json_each(hooks.location_ids) WHERE value = @location_id))`);
  const anyHook = db
    .prepare('SELECT 1 FROM hooks WHERE restaurant_id = ? AND active = 1 AND deleted_at IS NULL LIMIT 1')
    .pluck();
  return ({ restaurant_id, location_id }, { type, order_id, ...rest }, { at }) => {
    // Mostly nobody listens; to find that out by the insert itself is a tenth of the order's whole write.
    if (anyHook.get(restaurant_id) === undefined) return;
    const payload = JSON.stringify({ ...rest, at });
    insert.run({ restaurant_id, location_id, order_id, type, payload, at });
  };
}
