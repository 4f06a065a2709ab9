import type { Connection } from '../connections';
import type { TokenStore } from '../sessions';
import type { Books, Running } from './premises';

type Around = {
  running: Running;
  simulated: boolean;
  books: Books;
  tokens: TokenStore | undefined;
  now: () => number;
};

/**
 * Why this log-in must be left to the server; null: nothing speaks against it. A refresh token works once: spent by two, or without a
 * row that keeps the next one, it costs the access.
 */
export async function stayAway(connection: Connection, around: Around): Promise<string | null> {
  const { running, simulated, books, tokens, now } = around;
  const { id, credentials } = connection;
  if (simulated || !credentials.refresh_token) return null;
  const kept = await tokens?.load(id);
  if (kept && kept.expiresAt > now()) return null;
  if (running === 'this') {
    return `The server that runs here renews this log-in, and only one may: ask it with POST /v1/connections/${id}/check.`;
  }
  const row = books.state === 'open' ? await books.store.connectionAnywhere(id) : undefined;
  return row && tokens
    ? null
    : 'Its refresh token works once, and there is no place yet to keep the next one: start OrderWire, which looks at it itself.';
}
