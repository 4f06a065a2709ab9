import { PRESSES } from '../../delivery/presses';
import { isTicket } from '../../order/delivery';
import type { Shop } from '../../order/shop';
import type { ConnectionRecord } from '../../store/records';
import type { Access } from '../access';
import { waitUntilSettled } from '../delivery-wait';
import { menuOfPos } from '../menu-of-pos';
import { ApiProblem } from '../problem';
import { sendToPos } from '../routes/deliveries';
import { takeOrder } from '../routes/orders';
import type { Services } from '../services';
import { OPEN_DISH, smallestDish } from '../test-dish';
import { testOrderBody } from '../test-order';

/** How long the page waits for the POS. */
const WAIT_SECONDS = 10;

type Acting = { access: Access; services: Services };

/** Sends a test order to this connection, and to no other; gives the order's id. */
export async function sendTestTicket(
  connection: ConnectionRecord,
  shop: Shop,
  acting: Acting,
): Promise<string> {
  const { access, services } = acting;
  const { store, now } = services;
  const dish = await dishOf(connection, services);
  const others = (await store.connections(access.scope)).filter(
    ({ id, location_id }) => id !== connection.id && location_id === shop.id,
  );
  const isElsewhere = others.some(({ is_default }) => is_default);
  const body = testOrderBody({ shop, dish, type: 'pickup', now: now(), isElsewhere });
  const { record } = await takeOrder({ body }, acting);
  const act = { key_id: access.key.id, at: now() };
  for (const row of await store.deliveriesOf(access.scope, [record.id])) {
    if (!isTicket(row) || row.target === connection.id) continue;
    await store.changeDelivery(access.scope, row.id, (one) => PRESSES.abandon.press(one), act);
  }
  const id = await sendToPos(record, { connection_id: connection.id }, acting);
  const row = await store.delivery(access.scope, id);
  if (row?.reason?.kind === 'scheduled') {
    await store.changeDelivery(access.scope, id, (one) => PRESSES.retry.press(one, act.at), act);
  }
  await waitUntilSettled(store, access.scope, id, WAIT_SECONDS);
  return record.id;
}

/** Where the POS gives no menu now, a line of its own is sent. */
async function dishOf(connection: ConnectionRecord, services: Services) {
  try {
    return smallestDish(await menuOfPos(connection, services)) ?? OPEN_DISH;
  } catch (error) {
    if (error instanceof ApiProblem) return OPEN_DISH;
    throw error;
  }
}
