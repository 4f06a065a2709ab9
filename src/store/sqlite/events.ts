import type { Database } from 'better-sqlite3';
import type { Act, Scope, StoredEvent } from '../records';

/** Inside a write: runs in the batch's transaction. */
export type Write = <T>(run: () => T) => Promise<T>;

export type Recorder = (
  scope: { restaurant_id: string },
  act: Act,
  event: Pick<StoredEvent, 'type' | 'subject_id'> & Partial<Pick<StoredEvent, 'location_id' | 'data'>>,
) => void;

/** Adds to the history. Events hold names of fields and states, never a guest's data. */
export function eventRecorder(db: Database): Recorder {
  const insert = db.prepare(
    'INSERT INTO events (restaurant_id, location_id, subject_id, type, key_id, data, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  return (scope, act, { type, subject_id, location_id = null, data = {} }) => {
    insert.run(scope.restaurant_id, location_id, subject_id, type, act.key_id, JSON.stringify(data), act.at);
  };
}

export const SELECT_EVENTS = `
  SELECT type, subject_id, location_id, key_id, data, at FROM events
  WHERE subject_id = @subject_id AND restaurant_id = @restaurant_id ORDER BY seq`;

/** The history of one thing, oldest first. */
export function eventReader(db: Database): (scope: Scope, subject_id: string) => StoredEvent[] {
  const select = db.prepare(SELECT_EVENTS);
  return ({ restaurant_id, location_ids }, subject_id) =>
    (select.all({ subject_id, restaurant_id }) as (StoredEvent & { data: string })[])
      .filter(({ location_id }) => location_id === null || inShops(location_ids, location_id))
      .map((row) => ({ ...row, data: JSON.parse(row.data) }));
}

/** Grows with everything that happens: whoever watches need not look at anything else. */
export function lastEventReader(db: Database): () => Promise<number> {
  const select = db.prepare('SELECT max(seq) FROM events').pluck();
  return async () => Number(select.get());
}

/** Whether a shop lies within the scope's limits. */
export function inShops(location_ids: readonly string[] | null, location_id: string): boolean {
  return location_ids === null || location_ids.includes(location_id);
}
