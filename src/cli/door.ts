import { InputProblems, type Problem } from '../order/problems';
import { hashKey } from '../server/access';
import { type Config, type Environment, readConfig } from '../server/config';
import { readConnections } from '../server/configured-connections';
import type { Connection } from '../server/connections';
import { openHouse } from '../server/house';
import { createIds, createSecret } from '../server/ids';
import { ownAddress } from '../server/own-address';

export type Reply = { status: number; body: unknown };
/** The Order API, running or opened for this one command: the same routes either way. */
export type Door = {
  call(method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, body?: object): Promise<Reply>;
  close(): Promise<void>;
};
type Options = {
  config: Config;
  /** Those of configuration. */
  connections: Connection[];
  key: string | undefined;
  say: (line: string) => void;
  /** Another address of the API than configuration's. */
  url?: string;
  /** The command needs the process that delivers; its database alone is not enough. */
  mustRun?: boolean;
};

/** The door of the API that this environment describes. */
export function openDoorOf(
  environment: Environment,
  options: Omit<Options, 'config' | 'connections'>,
): Promise<Door> {
  const { connections } = readConnections(environment);
  return openDoor({ config: readConfig(environment), connections, ...options });
}

/** Through the API where it runs, so that one process alone writes and refreshes tokens; else straight to its database. */
export async function openDoor(options: Options): Promise<Door> {
  const { config, key, url, mustRun = false } = options;
  const address = url?.replace(/\/+$/, '') ?? ownAddress(config);
  if (!(await answers(address))) {
    if (!url && !mustRun) return openOwnHouse(options);
    throw new Error(`OrderWire does not answer at ${address}: start it, or say where it runs with --url.`);
  }
  const secret = key ?? config.apiKey;
  if (secret) return { call: overNetwork(address, secret), close: async () => {} };
  throw new Error(
    `OrderWire runs at ${address}: give an admin key of it with --key, or set ORDERWIRE_API_KEY.`,
  );
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

/** The answer, or its refusal in words with every field that was refused. */
export function must<T>({ status, body }: Reply): T {
  if (status < 400) return body as T;
  const { errors, detail } = body as { errors?: Problem[]; detail?: string };
  if (errors) throw new InputProblems(errors);
  throw new Error(detail ?? `The Order API answered ${status}.`);
}
