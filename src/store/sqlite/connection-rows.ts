import type { Database } from 'better-sqlite3';
import { differences } from '../../order/differences';
import type { ConnectionRecord, ConnectionStatus } from '../records';

type Row = Omit<ConnectionRecord, 'is_default' | 'settings'> & { is_default: number; settings: string };

export const UNTESTED: ConnectionStatus = { status: 'untested', status_reason: null, checked_at: null };
export const CONNECTION_FIELDS = `id, restaurant_id, location_id, vendor, name, pos_location, environment, api_url, is_default, credentials,
  settings, source, status, status_reason, checked_at, mode, created_at, updated_at`;

export function toConnection(row: unknown): ConnectionRecord {
  const stored = row as Row;
  return { ...stored, is_default: stored.is_default === 1, settings: JSON.parse(stored.settings) };
}

/** Inside a write: stores the record as it is given; an earlier row of its id is replaced, also a deleted one. */
export function connectionWriter(db: Database): (record: ConnectionRecord) => ConnectionRecord {
  const takeDefault = db.prepare(
    'UPDATE connections SET is_default = 0 WHERE location_id = ? AND is_default = 1 AND id <> ?',
  );
  const upsert = db.prepare(`
    INSERT INTO connections (${CONNECTION_FIELDS}) VALUES (@id, @restaurant_id, @location_id, @vendor, @name, @pos_location, @environment,
      @api_url, @is_default, @credentials, @settings, @source, @status, @status_reason, @checked_at, @mode, @created_at, @updated_at)
    ON CONFLICT (id) DO UPDATE SET location_id = @location_id, vendor = @vendor, name = @name, pos_location = @pos_location,
      environment = @environment, api_url = @api_url, is_default = @is_default, credentials = @credentials, settings = @settings,
      status = @status, status_reason = @status_reason, checked_at = @checked_at, mode = @mode, updated_at = @updated_at,
      deleted_at = NULL`);
  return (record) => {
    if (record.is_default) takeDefault.run(record.location_id, record.id);
    upsert.run({
      ...record,
      is_default: Number(record.is_default),
      settings: JSON.stringify(record.settings),
    });
    return record;
  };
}

/** What an event says it is about. */
export function about({ id, location_id }: ConnectionRecord) {
  return { subject_id: id, location_id };
}

/** The names of what differs; never the values, as some are secret. */
export function changedNames(current: ConnectionRecord, changed: ConnectionRecord): string[] {
  const { credentials: before, ...shownBefore } = current;
  const { credentials: after, ...shownAfter } = changed;
  const isSame = before === after || (before !== null && after !== null && before.equals(after));
  return [...differences(shownBefore, shownAfter), ...(isSame ? [] : ['credentials'])];
}
