import { hashKey } from '../../server/access';
import { type Config, isLoopback } from '../../server/config';
import type { Connection } from '../../server/connections';
import { openHouse } from '../../server/house';
import { createIds, createSecret } from '../../server/ids';

export type Reply = { status: number; body: unknown };
/** The Order API, running or opened for this one command: the same routes either way. */
export type Door = {
  call(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<Reply>;
  close(): Promise<void>;
};
type Options = {
  config: Config;
  /** Those of configuration. */
  connections: Connection[];
  key: string | undefined;
  say: (line: string) => void;
};

/** Through the API where it runs, so that one process alone writes and refreshes tokens; else straight to its database. */
export async function openDoor({ config, connections, key, say }: Options): Promise<Door> {
  const address = `http://${hostOf(config)}:${config.port}`;
  if (!(await answers(address))) return openOwnHouse({ config, connections, key, say });
  const secret = key ?? config.apiKey;
  if (secret) return { call: overNetwork(address, secret), close: async () => {} };
  throw new Error(
    `OrderWire runs at ${address}: give an admin key of it with --key, or set ORDERWIRE_API_KEY.`,
  );
}

/** An address that listens everywhere also listens here. */
function hostOf({ host }: Config): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::' || host === '::1') return '[::1]';
  return isLoopback(host) ? '127.0.0.1' : host;
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(3_000) });
    return ((await response.json()) as { status?: unknown }).status === 'ok';
  } catch {
    return false;
  }
}

function overNetwork(address: string, key: string): Door['call'] {
  return async (method, path, body) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const response = await fetch(`${address}${path}`, {
      method,
      headers,
      body: body && JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
}

/** The same routes over the database, with a key that lives as long as this command. */
async function openOwnHouse({ config, connections, say }: Options): Promise<Door> {
  const house = await openHouse({ config, connections });
  const { firstKey } = house.start;
  if (firstKey) say(`Your API key, shown this once: ${firstKey}\nKeep it: only its hash is stored.\n`);
  const restaurant = await house.store.firstRestaurant();
  const scope = { restaurant_id: restaurant?.id ?? '', location_ids: null };
  const secret = createSecret();
  const id = createIds(Date.now)('key');
  const key = { id, name: 'orderwire connect', prefix: 'owk_', scope: 'admin', location_ids: null } as const;
  const act = () => ({ key_id: null, at: Date.now() });
  await house.store.createKey(scope, { ...key, hash: hashKey(secret) }, act());
  return {
    async call(method, url, body) {
      const headers = { authorization: `Bearer ${secret}` };
      const response = await house.app.inject({ method, url, headers, payload: body });
      return { status: response.statusCode, body: response.json() };
    },
    async close() {
      await house.store.revokeKey(scope, id, act());
      await house.close(1_000);
    },
  };
}
