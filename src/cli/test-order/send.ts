import type { Menu } from '../../menu/schema';
import type { ConnectionAnswer, DeliveryAnswer, OrderAnswer, ShopAnswer } from '../api-answers';
import { type Door, must } from '../door';
import { OPEN_DISH, smallestDish } from './dish';

export type Testing = {
  door: Door;
  connection: ConnectionAnswer;
  connections: ConnectionAnswer[];
  shop: ShopAnswer;
  type: string;
  now: number;
};

const MARK = 'TEST DO NOT MAKE';
const ADDRESS = {
  street: '1 Test Street',
  city: 'Boston',
  region: 'MA',
  postal_code: '02110',
  country: 'US',
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

async function testOrder(testing: Testing): Promise<object> {
  const { door, connection, shop, type, now } = testing;
  const menu = await door.call('GET', `/v1/connections/${connection.id}/menu`);
  const dish = (menu.status < 400 && smallestDish(must<Menu>(menu))) || OPEN_DISH;
  return {
    external_ref: `test-${new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    test: true,
    location_id: shop.id,
    service: { type },
    timing: { requested_at: wantedAt(testing) },
    customer: { name: MARK, phone: shop.phone ?? '+1 617 555 0100' },
    ...(type === 'delivery' && { delivery: ADDRESS }),
    items: [{ ...dish, quantity: '1', notes: MARK }],
    notes: MARK,
  };
}

/** Where the shop's orders go elsewhere by themselves, the test is for later, so that it does not: it is released by hand. */
function wantedAt({ connection, connections, shop, now }: Testing): string | null {
  const others = connections.filter(({ id, location_id }) => id !== connection.id && location_id === shop.id);
  if (!others.some((one) => one.default)) return null;
  const minutes = shop.prep_minutes + shop.delivery.lead_minutes + 60;
  return new Date(now + minutes * 60_000).toISOString();
}
