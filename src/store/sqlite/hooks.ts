import type { Database } from 'better-sqlite3';
import type { Act, HookRecord, Scope } from '../records';
import type { Store } from '../store';
import { eventRecorder, inShops, type Write } from './events';

type Part = Pick<Store, 'hooks' | 'hook' | 'createHook' | 'updateHook' | 'deleteHook' | 'noteHookResult'>;
type Row = Omit<HookRecord, 'events' | 'location_ids' | 'active'> & {
  events: string;
  location_ids: string | null;
  active: number;
};

const FIELDS =
  'id, restaurant_id, location_ids, target_url, events, secret, previous_secret, previous_until, active, disabled_reason, failing_since, created_at, updated_at';
export const SELECT_HOOKS = `SELECT ${FIELDS} FROM hooks WHERE restaurant_id = ? AND deleted_at IS NULL ORDER BY created_at, id`;
export const SELECT_HOOK = `SELECT ${FIELDS} FROM hooks WHERE id = ? AND restaurant_id = ? AND deleted_at IS NULL`;

export function hookStore(db: Database, write: Write): Part {
  const list = db.prepare(SELECT_HOOKS);
  const byId = db.prepare(SELECT_HOOK);
  const record = eventRecorder(db);
  const insert = db.prepare(`
    INSERT INTO hooks (${FIELDS}) VALUES (@id, @restaurant_id, @location_ids, @target_url, @events, @secret, NULL, NULL, 1, NULL, NULL, @at, @at)`);
  const update = db.prepare(`
    UPDATE hooks SET secret = @secret, previous_secret = @previous_secret, previous_until = @previous_until, active = @active,
      disabled_reason = @disabled_reason, failing_since = @failing_since, updated_at = @at WHERE id = @id`);
  const count = db
    .prepare('SELECT count(*) FROM hooks WHERE restaurant_id = ? AND deleted_at IS NULL')
    .pluck();
  const remove = db.prepare('UPDATE hooks SET deleted_at = @at, active = 0 WHERE id = @id');
  const find = (scope: Scope, id: string): HookRecord | undefined => {
    const row = byId.get(id, scope.restaurant_id);
    const hook = row === undefined ? undefined : toHook(row);
    return hook && isWithin(scope, hook) ? hook : undefined;
  };
  const change = (hook: HookRecord, changes: Partial<HookRecord>, act: Act): HookRecord => {
    const changed = { ...hook, ...changes, updated_at: act.at };
    const { id, secret, previous_secret, previous_until, disabled_reason, failing_since } = changed;
    const kept = { id, secret, previous_secret, previous_until, disabled_reason, failing_since };
    update.run({ ...kept, active: changed.active ? 1 : 0, at: act.at });
    return changed;
  };
  return {
    hooks: async (scope) =>
      list
        .all(scope.restaurant_id)
        .map(toHook)
        .filter((hook) => isWithin(scope, hook)),
    hook: async (scope, id) => find(scope, id),
    createHook: (scope, hook, act) =>
      write(() => {
        const { restaurant_id, location_ids } = scope;
        const { most, ...fresh } = hook;
        if ((count.get(restaurant_id) as number) >= most) return null;
        const lists = {
          events: JSON.stringify(hook.events),
          location_ids: location_ids && JSON.stringify(location_ids),
        };
        insert.run({ ...fresh, ...lists, restaurant_id, at: act.at });
        record(scope, act, { type: 'hook.created', subject_id: hook.id, data: { events: hook.events } });
        return toHook(byId.get(hook.id, restaurant_id));
      }),
    updateHook: (scope, id, changes, act) =>
      write(() => {
        const hook = find(scope, id);
        if (!hook) return undefined;
        record(scope, act, { type: 'hook.updated', subject_id: id, data: { changed: Object.keys(changes) } });
        return change(hook, changes, act);
      }),
    deleteHook: (scope, id, act) =>
      write(() => {
        if (!find(scope, id)) return false;
        remove.run({ id, at: act.at });
        record(scope, act, { type: 'hook.deleted', subject_id: id });
        return true;
      }),
    noteHookResult: (scope, id, decide, act) =>
      write(() => {
        const hook = find(scope, id);
        const changes = hook && decide(hook);
        if (!hook || !changes) return null;
        change(hook, changes, act);
        if (changes.active === false) record(scope, act, { type: 'hook.disabled', subject_id: id });
        return changes;
      }),
  };
}

function toHook(row: unknown): HookRecord {
  const stored = row as Row;
  return {
    ...stored,
    events: JSON.parse(stored.events),
    location_ids: stored.location_ids === null ? null : JSON.parse(stored.location_ids),
    active: stored.active === 1,
  };
}

/** A key that is limited to shops sees the hooks that are limited to them. */
function isWithin({ location_ids }: Scope, hook: HookRecord): boolean {
  if (location_ids === null) return true;
  return hook.location_ids?.every((id) => inShops(location_ids, id)) ?? false;
}
