import type { Menu } from '../../menu/schema';
import { OPEN_DISH, smallestDish } from '../../server/test-dish';
import { testOrderBody } from '../../server/test-order';
import type { ConnectionAnswer, DeliveryAnswer, OrderAnswer, ShopAnswer } from '../api-answers';
import { type Door, must } from '../door';

export type Testing = {
  door: Door;
  connection: ConnectionAnswer;
  connections: ConnectionAnswer[];
  shop: ShopAnswer;
  type: string;
  now: number;
};

/** Stores a test order and sends it to this connection, and to no other. */
export async function sendTest(testing: Testing): Promise<{ order: OrderAnswer; delivery: DeliveryAnswer }> {
  const { door, connection } = testing;
  const order = must<OrderAnswer>(await door.call('POST', '/v1/orders', await testOrder(testing)));
  for (const { id, destination } of order.deliveries) {
    const isElsewhere = destination.kind === 'pos' && destination.connection_id !== connection.id;
    if (isElsewhere) must(await door.call('POST', `/v1/deliveries/${id}/abandon`));
  }
  const body = { connection_id: connection.id };
  const path = `/v1/orders/${order.id}/deliveries`;
  const { id, reason } = must<DeliveryAnswer>(await door.call('POST', path, body));
  // What is for later is released by hand; the same order and connection again is the same delivery.
  const settled =
    reason?.kind === 'scheduled'
      ? await door.call('POST', `/v1/deliveries/${id}/retry?wait=25`)
      : await door.call('POST', `${path}?wait=25`, body);
  return { order, delivery: must<DeliveryAnswer>(settled) };
}

async function testOrder({ door, connection, connections, shop, type, now }: Testing): Promise<object> {
  const menu = await door.call('GET', `/v1/connections/${connection.id}/menu`);
  const dish = (menu.status < 400 && smallestDish(must<Menu>(menu))) || OPEN_DISH;
  const others = connections.filter(({ id, location_id }) => id !== connection.id && location_id === shop.id);
  return testOrderBody({ shop, dish, type, now, isElsewhere: others.some((one) => one.default) });
}
