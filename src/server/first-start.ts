import type { NewKey, Restaurant } from '../store/records';
import type { Store } from '../store/store';
import { hashKey } from './access';
import { adoptConnections } from './adopt-connections';
import type { Connection } from './connections';
import { keyPrefix } from './ids';
import type { Services } from './services';

export type Start = {
  /** A key that was made now; it is shown once. */
  firstKey: string | null;
  notices: string[];
};

type Parts = Pick<Services, 'store' | 'config' | 'now' | 'newId' | 'newSecret'>;

/** Makes what is missing, and takes over what configuration says of keys and connections. */
export async function prepareStore(parts: Parts, connections: Connection[] = []): Promise<Start> {
  const start = await prepareTenant(parts);
  const leftOut = await adoptConnections(parts, connections);
  return { ...start, notices: [...start.notices, ...leftOut] };
}

/** At first start: a restaurant, its shop and an admin key. Later: makes sure that ORDERWIRE_API_KEY, where set, still works. */
async function prepareTenant(parts: Parts): Promise<Start> {
  const { store, config, now, newSecret } = parts;
  const restaurant = await store.firstRestaurant();
  if (restaurant) return keepEnvironmentKey(restaurant, parts);
  const { firstShop, apiKey } = config;
  const secret = apiKey ?? newSecret();
  await store.createTenant(
    {
      restaurant: {
        id: 'rst_1',
        name: firstShop.name,
        country: firstShop.country,
        language: firstShop.language,
        organization_id: null,
      },
      shop: firstShop,
      key: adminKey(parts, secret, apiKey ? 'ORDERWIRE_API_KEY' : 'First key'),
    },
    { key_id: null, at: now() },
  );
  return { firstKey: apiKey ? null : secret, notices: [] };
}

async function keepEnvironmentKey({ id }: Restaurant, parts: Parts): Promise<Start> {
  const { store, config, now } = parts;
  if (config.apiKey === null) return { firstKey: null, notices: [] };
  const known = await store.findKey(hashKey(config.apiKey));
  if (known?.revoked_at) {
    const notice =
      'ORDERWIRE_API_KEY was deleted through the API and stays deleted; write another or leave it out.';
    return { firstKey: null, notices: [notice] };
  }
  if (known) return { firstKey: null, notices: [] };
  const scope = { restaurant_id: id, location_ids: null };
  await retireEarlierKeys(store, scope, now());
  await store.createKey(scope, adminKey(parts, config.apiKey, 'ORDERWIRE_API_KEY'), {
    key_id: null,
    at: now(),
  });
  return {
    firstKey: null,
    notices: ['ORDERWIRE_API_KEY is new: the one that was set before no longer works.'],
  };
}

async function retireEarlierKeys(
  store: Store,
  scope: { restaurant_id: string; location_ids: null },
  at: number,
) {
  const earlier = (await store.keys(scope)).filter((key) => key.name === 'ORDERWIRE_API_KEY');
  for (const key of earlier) await store.revokeKey(scope, key.id, { key_id: null, at });
}

function adminKey({ newId }: Parts, secret: string, name: string): NewKey {
  return {
    id: newId('key'),
    name,
    prefix: keyPrefix(secret),
    scope: 'admin',
    location_ids: null,
    hash: hashKey(secret),
  };
}
