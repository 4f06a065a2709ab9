import type { Shop } from '../order/shop';
import type { Store } from '../store/store';
import type { Access } from './access';
import { ApiProblem, notFound, refusedFields } from './problem';

/** The shop that is meant: the one named, or the only one there is. */
export async function shopOf(store: Store, { scope }: Access, location_id: unknown): Promise<Shop> {
  if (typeof location_id === 'string' && location_id.trim() !== '') {
    const shop = await store.shop(scope, location_id);
    if (!shop) throw notFound('location_id');
    return shop;
  }
  const shops = await store.shops(scope);
  const [only, ...others] = shops;
  if (!only) throw new ApiProblem('not-found', 'This key is limited to shops that no longer exist.');
  if (others.length === 0) return only;
  const names = shops.map((shop) => `${shop.id} (${shop.name})`).join(', ');
  const message = `is missing, and there are several shops; write one of ${names}.`;
  throw refusedFields([{ path: 'location_id', message }]);
}

/** The shop of a stored order, among those of its restaurant. */
export function shopIn(shops: Shop[], { location_id }: { location_id: string }): Shop {
  const shop = shops.find((one) => one.id === location_id);
  if (!shop) throw new Error(`The shop ${location_id} of an order is missing.`);
  return shop;
}
