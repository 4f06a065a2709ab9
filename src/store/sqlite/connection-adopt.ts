import type { Database } from 'better-sqlite3';
import type { Act, AdoptedConnection, ConnectionRecord, Scope } from '../records';
import type { Store } from '../store';
import { about, changedNames, connectionWriter, UNTESTED } from './connection-rows';
import { eventRecorder, type Write } from './events';

type Parts = {
  write: Write;
  connections: (scope: Scope) => ConnectionRecord[];
  remove: (connection: ConnectionRecord, act: Act) => void;
};

/** Mirrors configuration's connections. What was found out about one is kept while it leads to the same place. */
export function connectionAdopter(
  db: Database,
  { write, connections, remove }: Parts,
): Store['adoptConnections'] {
  const record = eventRecorder(db);
  const store = connectionWriter(db);
  const foreign = db.prepare(
    "SELECT 1 FROM connections WHERE id = ? AND (restaurant_id <> ? OR source = 'api')",
  );
  const add = (scope: Scope, wanted: AdoptedConnection, act: Act) => {
    const { restaurant_id } = scope;
    if (foreign.get(wanted.id, restaurant_id)) {
      const message = `The connection id ${wanted.id} belongs to a connection that was made through the API; write another.`;
      throw new Error(message);
    }
    const fixed = { restaurant_id, source: 'configuration', credentials: null, mode: 'live' } as const;
    const made = store({ ...wanted, ...fixed, ...UNTESTED, created_at: act.at, updated_at: act.at });
    record(scope, act, { type: 'connection.created', ...about(made), data: { vendor: made.vendor } });
  };
  const change = (known: ConnectionRecord, wanted: AdoptedConnection, act: Act) => {
    const adopted = { ...known, ...wanted };
    const changed = changedNames(known, adopted);
    if (changed.length === 0) return;
    const isElsewhere = changed.some((name) => name !== 'name' && name !== 'is_default');
    store({ ...adopted, ...(isElsewhere && UNTESTED), updated_at: act.at });
    record(known, act, { type: 'connection.updated', ...about(adopted), data: { changed } });
  };
  return (scope, list, act) =>
    write(() => {
      const all = connections(scope);
      const configured = all.filter(({ source }) => source === 'configuration');
      for (const one of configured) if (!list.some(({ id }) => id === one.id)) remove(one, act);
      for (const wanted of withOneDefault(list, all)) {
        const known = configured.find(({ id }) => id === wanted.id);
        if (known) change(known, wanted, act);
        else add(scope, wanted, act);
      }
    });
}

/** The first of a shop that wants to be its default is, unless the shop chose one that was made through the API. */
function withOneDefault(
  list: readonly AdoptedConnection[],
  all: readonly ConnectionRecord[],
): AdoptedConnection[] {
  const chosen = all.filter(({ source, is_default }) => source === 'api' && is_default);
  const settled = new Set(chosen.map(({ location_id }) => location_id));
  return list.map((wanted) => {
    const is_default = wanted.is_default && !settled.has(wanted.location_id);
    if (is_default) settled.add(wanted.location_id);
    return { ...wanted, is_default };
  });
}
