import type { Database } from 'better-sqlite3';
import type { Act, ApiKey, NewKey, Scope } from '../records';
import type { Store } from '../store';
import { eventRecorder, type Write } from './events';

type Part = Pick<Store, 'findKey' | 'keys' | 'createKey' | 'revokeKey'>;
/** A key as stored. */
export type KeyRow = Omit<ApiKey, 'location_ids'> & { location_ids: string | null };

const FIELDS = 'id, restaurant_id, name, prefix, scope, location_ids, created_at, revoked_at';
export const SELECT_KEY_BY_HASH = `SELECT ${FIELDS} FROM keys WHERE hash = ?`;
export const SELECT_KEYS = `SELECT ${FIELDS} FROM keys WHERE restaurant_id = ? ORDER BY created_at, id`;

export function keyStore(db: Database, write: Write): Part {
  const record = eventRecorder(db);
  const insert = keyInserter(db);
  const byHash = db.prepare(SELECT_KEY_BY_HASH);
  const list = db.prepare(SELECT_KEYS);
  const revoke = db.prepare('UPDATE keys SET revoked_at = ? WHERE id = ?');
  const keys = ({ restaurant_id, location_ids }: Scope): ApiKey[] =>
    (list.all(restaurant_id) as KeyRow[])
      .map(toKey)
      .filter((key) => key.revoked_at === null && isWithin(key.location_ids, location_ids));
  return {
    findKey: async (hash) => {
      const row = byHash.get(hash) as KeyRow | undefined;
      return row && toKey(row);
    },
    keys: async (scope) => keys(scope),
    createKey: (scope, key, act) => write(() => insert(scope, key, act)),
    revokeKey: (scope, id, act) =>
      write(() => {
        const known = keys(scope).some((key) => key.id === id);
        if (known) {
          revoke.run(act.at, id);
          record(scope, act, { type: 'key.revoked', subject_id: id });
        }
        return known;
      }),
  };
}

/** Inside a write: stores a key's hash and what it may do. */
export function keyInserter(db: Database): (scope: Scope, key: NewKey, act: Act) => ApiKey {
  const record = eventRecorder(db);
  const insert = db.prepare(
    'INSERT INTO keys (id, restaurant_id, name, prefix, hash, scope, location_ids, created_at) VALUES (@id, @restaurant_id, @name, @prefix, @hash, @scope, @location_ids, @created_at)',
  );
  return ({ restaurant_id }, key, act) => {
    const { hash, ...shown } = key;
    const location_ids = key.location_ids && JSON.stringify(key.location_ids);
    insert.run({ ...key, restaurant_id, location_ids, created_at: act.at });
    record({ restaurant_id }, act, { type: 'key.created', subject_id: key.id, data: { scope: key.scope } });
    return { ...shown, restaurant_id, created_at: act.at, revoked_at: null };
  };
}

function isWithin(shops: string[] | null, limits: readonly string[] | null): boolean {
  return limits === null || (shops?.every((id) => limits.includes(id)) ?? false);
}

export function toKey(row: KeyRow): ApiKey {
  return { ...row, location_ids: row.location_ids && JSON.parse(row.location_ids) };
}
