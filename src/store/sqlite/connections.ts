import type { Database } from 'better-sqlite3';
import type { Act, ConnectionRecord, Scope } from '../records';
import type { Store } from '../store';
import { connectionAdopter } from './connection-adopt';
import {
  about,
  CONNECTION_FIELDS,
  changedNames,
  connectionWriter,
  toConnection,
  UNTESTED,
} from './connection-rows';
import { eventRecorder, inShops, type Write } from './events';
import { SELECT_OWNER } from './shops';

type Part = Pick<
  Store,
  | 'connections'
  | 'connection'
  | 'everyConnection'
  | 'connectionAnywhere'
  | 'createConnection'
  | 'updateConnection'
  | 'deleteConnection'
  | 'adoptConnections'
  | 'setConnectionStatus'
>;

export const SELECT_CONNECTIONS = `SELECT ${CONNECTION_FIELDS} FROM connections WHERE restaurant_id = ? AND deleted_at IS NULL ORDER BY created_at, id`;
export const SELECT_CONNECTION = `SELECT ${CONNECTION_FIELDS} FROM connections WHERE id = ? AND restaurant_id = ? AND deleted_at IS NULL`;
export const SELECT_CONNECTION_ANYWHERE = `SELECT ${CONNECTION_FIELDS} FROM connections WHERE id = ? AND deleted_at IS NULL`;
export const SELECT_EVERY_CONNECTION = `SELECT ${CONNECTION_FIELDS} FROM connections WHERE deleted_at IS NULL`;

export function connectionStore(db: Database, write: Write): Part {
  const record = eventRecorder(db);
  const list = db.prepare(SELECT_CONNECTIONS);
  const byId = db.prepare(SELECT_CONNECTION);
  const anywhere = db.prepare(SELECT_CONNECTION_ANYWHERE);
  const everywhere = db.prepare(SELECT_EVERY_CONNECTION);
  const owner = db.prepare(SELECT_OWNER).pluck();
  const store = connectionWriter(db);
  const remove = connectionRemover(db);
  const connections = ({ restaurant_id, location_ids }: Scope): ConnectionRecord[] =>
    list
      .all(restaurant_id)
      .map(toConnection)
      .filter((one) => inShops(location_ids, one.location_id));
  const connection = ({ restaurant_id, location_ids }: Scope, id: string) => {
    const row = byId.get(id, restaurant_id);
    const found = row === undefined ? undefined : toConnection(row);
    return found && inShops(location_ids, found.location_id) ? found : undefined;
  };
  return {
    connections: async (scope) => connections(scope),
    connection: async (scope, id) => connection(scope, id),
    connectionAnywhere: async (id) => {
      const row = anywhere.get(id);
      return row === undefined ? undefined : toConnection(row);
    },
    everyConnection: async () => everywhere.all().map(toConnection),
    createConnection: (scope, fresh, act) =>
      write(() => {
        const { restaurant_id } = scope;
        if (owner.get(fresh.location_id) !== restaurant_id || !inShops(scope.location_ids, fresh.location_id))
          throw new Error('A connection for a shop outside its scope.');
        const times = { created_at: act.at, updated_at: act.at };
        const made = store({ ...fresh, ...UNTESTED, ...times, restaurant_id, source: 'api' });
        const data = { vendor: made.vendor };
        record(scope, act, { type: 'connection.created', ...about(made), data });
        return made;
      }),
    updateConnection: (scope, id, change, act) =>
      write(() => {
        const current = connection(scope, id);
        if (!current) return undefined;
        const changed = { ...current, ...change(current) };
        const names = changedNames(current, changed);
        if (names.length === 0) return current;
        const stored = store({ ...changed, updated_at: act.at });
        record(scope, act, { type: 'connection.updated', ...about(stored), data: { changed: names } });
        return stored;
      }),
    deleteConnection: (scope, id, act) =>
      write(() => {
        const current = connection(scope, id);
        if (!current) return false;
        remove(current, act);
        return true;
      }),
    adoptConnections: connectionAdopter(db, { write, connections, remove }),
    setConnectionStatus: (scope, id, status, act) =>
      write(() => {
        const current = connection(scope, id);
        if (!current) return;
        store({ ...current, ...status });
        if (current.status === status.status) return;
        const data = { from: current.status, to: status.status };
        record(scope, act, { type: 'connection.status', ...about(current), data });
      }),
  };
}

/** Inside a write: the row stays without what is secret. */
function connectionRemover(db: Database): (connection: ConnectionRecord, act: Act) => void {
  const record = eventRecorder(db);
  const forget = db.prepare('DELETE FROM tokens WHERE connection_id = ?');
  const remove = db.prepare(
    "UPDATE connections SET credentials = NULL, settings = '{}', is_default = 0, deleted_at = @at, updated_at = @at WHERE id = @id",
  );
  return (connection, act) => {
    forget.run(connection.id);
    remove.run({ id: connection.id, at: act.at });
    record(connection, act, { type: 'connection.deleted', ...about(connection) });
  };
}
