import type { Database } from 'better-sqlite3';
import type { StoredToken } from '../connection-store';
import type { Store } from '../store';
import type { Write } from './events';

export const SELECT_TOKEN = 'SELECT sealed, expires_at FROM tokens WHERE connection_id = ?';

export function tokenStore(db: Database, write: Write): Pick<Store, 'token' | 'saveToken'> {
  const select = db.prepare(SELECT_TOKEN);
  const upsert = db.prepare(`
    INSERT INTO tokens (connection_id, sealed, expires_at, updated_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (connection_id) DO UPDATE SET sealed = excluded.sealed, expires_at = excluded.expires_at, updated_at = excluded.updated_at`);
  return {
    token: async (connection_id) => select.get(connection_id) as StoredToken | undefined,
    saveToken: async (connection_id, { sealed, expires_at }, at) => {
      await write(() => upsert.run(connection_id, sealed, expires_at, at));
    },
  };
}
