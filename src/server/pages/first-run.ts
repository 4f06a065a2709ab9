import type { FastifyRequest } from 'fastify';
import { accessOf, scopesOf } from '../access';
import type { PageServices } from './page-services';

/** Whether nothing has been set up yet, and whoever looks may do so. */
export async function isFirstRun(request: FastifyRequest, { store }: PageServices): Promise<boolean> {
  const { scope, key } = accessOf(request);
  if (!scopesOf(key.scope).includes('admin')) return false;
  if ((await store.connections(scope)).length > 0) return false;
  const location_ids = (await store.shops(scope)).map(({ id }) => id);
  const { records } = await store.orders(scope, { location_ids, limit: 1 });
  return records.length === 0;
}
