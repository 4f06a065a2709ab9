import type { Json } from '../pos/json';
import type { OrderApi } from './order-api';

/** An order names its shop by id only; the names are asked for where there is something to name. */
export async function withShopNames(orders: Json[], api: OrderApi): Promise<Json[]> {
  if (orders.every((order) => order.location_name !== undefined)) return orders;
  const shops = await api.fetchList('/v1/locations', {});
  const names = new Map(shops.map(({ id, name }) => [id, name]));
  return orders.map((order) => ({ location_name: names.get(order.location_id), ...order }));
}
