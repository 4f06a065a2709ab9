import type { Store } from '../store/store';
import { CannotOpen, type SecretBox } from './secret-box';
import type { KeptToken, TokenStore } from './sessions';

/** Tokens in the store, sealed. One that no longer opens is none: the connection's credentials log in anew. */
export function sealedTokens(
  store: Pick<Store, 'token' | 'saveToken'>,
  box: SecretBox,
  now: () => number,
): TokenStore {
  return {
    async load(connection_id) {
      const stored = await store.token(connection_id);
      if (!stored) return undefined;
      try {
        return JSON.parse(box.open(stored.sealed, boundTo(connection_id))) as KeptToken;
      } catch (error) {
        if (error instanceof CannotOpen) return undefined;
        throw error;
      }
    },
    save: (connection_id, kept) => {
      const sealed = box.seal(JSON.stringify(kept), boundTo(connection_id));
      return store.saveToken(connection_id, { sealed, expires_at: kept.expiresAt }, now());
    },
  };
}

/** Not the connection's own id: its credentials are sealed under that. */
const boundTo = (connection_id: string) => `token of ${connection_id}`;
