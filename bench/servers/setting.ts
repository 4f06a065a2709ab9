import { knownConnections } from '../../src/sandbox/known-connections';
import { type Config, readConfig } from '../../src/server/config';
import type { Connection } from '../../src/server/connections';

export const KEY = 'bench-key-of-the-order-api';

/** Settings as a restaurant has them; the limit of requests counts, and is never reached. Each request's line in the log is left out. */
export function benchConfig(database: string): Config {
  const config = readConfig({
    ORDERWIRE_DB: database,
    ORDERWIRE_API_KEY: KEY,
    ORDERWIRE_RATE_LIMIT: '10000000',
    RESTAURANT_EMAIL: 'kitchen@marios.example',
    RESTAURANT_TIMEZONE: 'America/New_York',
    LOG_LEVEL: 'error',
    PORT: '0',
  });
  // Other programs share the machine: what they take must not turn requests away.
  return { ...config, slowestLoopMs: 0 };
}

/** The first shop's default connection: a simulator of Square at this address. */
export function squareAt(api_url: string): Connection {
  const known = knownConnections('').find(({ vendor }) => vendor === 'square');
  if (!known) throw new Error('No known connection for square.');
  return { ...known, api_url, location_id: 'loc_1', default: true };
}
