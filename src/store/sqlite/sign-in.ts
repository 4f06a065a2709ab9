import type { Database } from 'better-sqlite3';
import type { SignInStore } from '../sign-in';
import type { Write } from './events';
import { type KeyRow, toKey } from './keys';

export const SELECT_SESSION = `
  SELECT k.id, k.restaurant_id, k.name, k.prefix, k.scope, k.location_ids, k.created_at, k.revoked_at, s.form_secret, s.expires_at
  FROM sessions s JOIN keys k ON k.id = s.key_id
  WHERE s.hash = @hash AND s.expires_at > @now AND k.revoked_at IS NULL`;
export const SELECT_LINK = `
  SELECT l.key_id FROM sign_in_links l JOIN keys k ON k.id = l.key_id
  WHERE l.hash = @hash AND l.expires_at > @now AND k.revoked_at IS NULL`;
export const SELECT_LINK_SINCE = 'SELECT 1 FROM sign_in_links WHERE key_id = ? AND created_at > ?';

export function signInStore(db: Database, write: Write): SignInStore {
  const select = db.prepare(SELECT_SESSION);
  const insert = db.prepare(
    'INSERT INTO sessions (hash, key_id, form_secret, created_at, expires_at) VALUES (@hash, @key_id, @form_secret, @at, @expires_at)',
  );
  const forget = db.prepare('DELETE FROM sessions WHERE expires_at <= ?');
  const end = db.prepare('DELETE FROM sessions WHERE hash = ?');
  const endOf = db.prepare('DELETE FROM sessions WHERE key_id = ?');
  return {
    session: async (hash, now) => {
      const row = select.get({ hash, now }) as (KeyRow & Secret) | undefined;
      if (!row) return undefined;
      const { form_secret, expires_at, ...key } = row;
      return { key: toKey(key), form_secret, expires_at };
    },
    openSession: (session, { at }) =>
      write(() => {
        forget.run(at);
        insert.run({ ...session, at });
      }),
    endSession: (hash) => write(() => void end.run(hash)),
    endSessionsOf: (key_id) => write(() => void endOf.run(key_id)),
    ...linkStore(db, write),
  };
}
type Secret = { form_secret: string; expires_at: number };

function linkStore(db: Database, write: Write): Pick<SignInStore, 'keepLink' | 'isLink' | 'useLink'> {
  const select = db.prepare(SELECT_LINK).pluck();
  const latest = db.prepare(SELECT_LINK_SINCE);
  const insert = db.prepare(
    'INSERT INTO sign_in_links (hash, key_id, created_at, expires_at) VALUES (@hash, @key_id, @at, @expires_at)',
  );
  const forget = db.prepare('DELETE FROM sign_in_links WHERE expires_at <= ?');
  const remove = db.prepare('DELETE FROM sign_in_links WHERE hash = ?');
  return {
    keepLink: (link, since, { at }) =>
      write(() => {
        forget.run(at);
        if (latest.get(link.key_id, since)) return false;
        insert.run({ ...link, at });
        return true;
      }),
    isLink: async (hash, now) => select.get({ hash, now }) !== undefined,
    useLink: (hash, now) =>
      write(() => {
        const key_id = select.get({ hash, now }) as string | undefined;
        remove.run(hash);
        return key_id;
      }),
  };
}
