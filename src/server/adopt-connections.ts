import type { Connection } from './connections';
import type { Services } from './services';

/** Mirrors configuration's connections in the store, for the restaurant they belong to: the first. Gives what its owner should know. */
export async function adoptConnections(
  { store, now }: Pick<Services, 'store' | 'now'>,
  configured: readonly Connection[],
): Promise<string[]> {
  const restaurant = await store.firstRestaurant();
  if (!restaurant) return [];
  const scope = { restaurant_id: restaurant.id, location_ids: null };
  const shops = new Set((await store.shops(scope)).map(({ id }) => id));
  const adopted = configured
    .filter(({ location_id }) => shops.has(location_id))
    .map(({ credentials: _, default: is_default, ...shown }) => ({ ...shown, is_default }));
  await store.adoptConnections(scope, adopted, { key_id: null, at: now() });
  return configured
    .filter(({ location_id }) => !shops.has(location_id))
    .map(
      ({ id, location_id }) =>
        `The connection ${id} is left out: there is no shop ${location_id}. Its location_id must be one of ${[...shops].join(', ')}.`,
    );
}
