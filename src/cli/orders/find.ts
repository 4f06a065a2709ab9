import { businessDay } from '../../order/business-day';
import type { OrderAnswer, Page, ShopAnswer } from '../api-answers';
import { type Door, must } from '../door';

/** The orders with this id, this reference, or this ticket number of today (one in each shop). */
export async function findOrders(named: string, door: Door, now: number): Promise<OrderAnswer[]> {
  const text = encodeURIComponent(named);
  const byId = await door.call('GET', `/v1/orders/${text}`);
  if (byId.status !== 404) return [must<OrderAnswer>(byId)];
  const byReference = must<Page<OrderAnswer>>(await door.call('GET', `/v1/orders?external_ref=${text}`));
  if (byReference.data.length > 0) return byReference.data;
  const [, number] = /^#?(\d+)$/.exec(named) ?? [];
  if (!number) return [];
  const { data: shops } = must<Page<ShopAnswer>>(await door.call('GET', '/v1/locations'));
  const found = await Promise.all(shops.map((shop) => ticketOfToday(number, shop, { door, now })));
  return found.flatMap((order) => order ?? []);
}

type Today = { door: Door; now: number };

async function ticketOfToday(number: string, shop: ShopAnswer, { door, now }: Today) {
  const today = businessDay(now, shop);
  const isToday = ({ created_at }: OrderAnswer) => businessDay(Date.parse(created_at), shop) === today;
  for await (const order of newestFirst(door, `location_id=${shop.id}`)) {
    if (!isToday(order)) return undefined;
    if (order.number === number) return order;
  }
  return undefined;
}

/** Orders as the list has them, page after page. */
export async function* newestFirst(door: Door, query: string): AsyncGenerator<OrderAnswer> {
  let cursor: string | null = '';
  do {
    const path: string = `/v1/orders?limit=100&${query}${cursor && `&cursor=${cursor}`}`;
    const page: Page<OrderAnswer> = must(await door.call('GET', path));
    yield* page.data;
    cursor = page.next_cursor;
  } while (cursor);
}
