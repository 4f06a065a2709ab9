import { matchLines } from '../../menu/match-lines';
import type { MenuIndex } from '../../menu/menu-index';
import type { Order } from '../../order/schema';
import type { OrderRecord, Scope } from '../../store/records';
import type { OrderView, UnderstoodLine } from '../../web/order-view';
import { shopIn } from '../shop-of';
import type { PageServices } from './page-services';

/** All that the page of an order shows, but who looks at it. */
export async function orderDataOf(
  record: OrderRecord,
  scope: Scope,
  { store, menus, now, config }: PageServices,
): Promise<Omit<OrderView, 'viewer'>> {
  const shop = shopIn(await store.shops(scope), record);
  const [rows, events, connections, index] = await Promise.all([
    store.deliveriesOf(scope, [record.id]),
    store.events(scope, record.id),
    store.connections(scope),
    menus.of(scope, shop),
  ]);
  const tickets = rows.filter(({ kind }) => kind === 'pos');
  const exchanges = await store.exchangesOf(
    scope,
    tickets.map(({ id }) => id),
  );
  const { sender, from } = config.twilio;
  const hasNumber = from !== null || shop.twilio_numbers.length > 0;
  return {
    record,
    shop,
    rows,
    events,
    exchanges,
    understood: index && understood(record.order, index),
    posNames: new Map(connections.map(({ id, name }) => [id, name])),
    canText: sender !== null && hasNumber && record.order.customer.phone !== null,
    now: now(),
  };
}

function understood(order: Order, index: MenuIndex): ReadonlyMap<string, UnderstoodLine> {
  const nameOf = (id: string | null | undefined) =>
    index.menu.items.find((item) => item.id === id)?.name ?? null;
  const lines = matchLines(order, index).map(({ path, match }): [string, UnderstoodLine] => {
    const { status, reason, item_id, variation_id, option_id, runner_up } = match;
    const item = index.menu.items.find((one) => one.id === item_id);
    const size = item?.variations.find((one) => one.id === variation_id)?.name;
    const isOption = path.includes('options') || option_id !== null;
    const meant = isOption || !item ? null : [item.name, size].filter(Boolean).join(', ');
    return [path, { status, meant, reason, runnerUp: nameOf(runner_up?.item_id) }];
  });
  return new Map(lines);
}
