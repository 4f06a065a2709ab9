import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseOrder } from '../../src/order/parse';
import { readStoredShop } from '../../src/order/shop';
import type { NewOrder } from '../../src/store/records';
import type { Store } from '../../src/store/store';
import { newKey, pizza } from './order-api';

/** A path for a database in a folder of its own; `remove` deletes both. */
export function freshFile(): { file: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'orderwire-'));
  return { file: join(folder, 'orders.db'), remove: () => rmSync(folder, { recursive: true }) };
}

export const mario = { restaurant_id: 'rst_1', location_ids: null };
export const act = { key_id: null, at: 1_000 };

/** A restaurant with one shop. */
export async function addRestaurant(store: Store, id = 'rst_1'): Promise<void> {
  const shop = readStoredShop({ name: 'Downtown' });
  const restaurant = { id, name: id, country: 'US', language: 'en', organization_id: null };
  await store.createTenant({ restaurant, shop, key: newKey(`${id}-admin`, 'admin') }, act);
}

/** A parsed order on its way into the store. */
export function newOrder(id: string, changes: object = {}): NewOrder {
  const shop = readStoredShop({ name: 'Downtown' });
  return {
    id,
    location_id: 'loc_1',
    order: parseOrder({ ...pizza, external_ref: id, ...changes }, shop),
    phone_e164: '+16175550123',
    business_day: '2026-11-27',
    idempotency_key: null,
  };
}
