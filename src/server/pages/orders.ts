import { Type } from 'typebox';
import type { OrderQuery, OrderRecord, Scope } from '../../store/records';
import { toBoardOrder } from '../../web/board-order';
import { ordersPage } from '../../web/orders-page';
import { accessOf } from '../access';
import type { App } from '../services';
import { shopIn } from '../shop-of';
import type { PageServices } from './page-services';
import { showPage, viewerOf } from './show';

const OrdersQuery = Type.Object({ q: Type.Optional(Type.String({ maxLength: 100 })) });
const MOST = 40;
/** A name or a number is looked for among so many of the latest: no index holds names. */
const LOOKED_THROUGH = 2_000;
const PAGE = 100;

/** The latest orders, and the search for one. */
export function ordersRoutes(app: App, services: PageServices): void {
  const { store, now } = services;
  const route = { schema: { querystring: OrdersQuery, hide: true }, config: { scope: 'read' } } as const;
  app.get('/orders', route, async (request, reply) => {
    const { scope } = accessOf(request);
    const query = (request.query.q ?? '').trim();
    const shops = await store.shops(scope);
    const location_ids = shops.map(({ id }) => id);
    const records = await search(query, { scope, location_ids, store });
    const shown = records.slice(0, MOST);
    const rows = await store.deliveriesOf(
      scope,
      shown.map(({ id }) => id),
    );
    const found = shown.map((record) => {
      const shop = shopIn(shops, record);
      const own = rows.filter(({ order_id }) => order_id === record.id);
      return { order: toBoardOrder(record, own, shop), timezone: shop.timezone };
    });
    const looking = { request, reply, services };
    const viewer = viewerOf(looking, shops.length === 1 ? shops[0]?.language : undefined);
    const page = ordersPage({ viewer, query, found, isCut: records.length > MOST, now: now() });
    return showPage(looking, { ...page, viewer });
  });
}

type Where = { scope: Scope; location_ids: string[]; store: PageServices['store'] };

async function search(query: string, { scope, location_ids, store }: Where): Promise<OrderRecord[]> {
  const list = (rest: Partial<OrderQuery>) => store.orders(scope, { location_ids, limit: MOST + 1, ...rest });
  if (query === '') return (await list({})).records;
  const byPhone = /^\d{4}$/.test(query) ? (await list({ phone: { last4: query } })).records : [];
  const isMeant = meaning(query);
  const others: OrderRecord[] = [];
  let after: OrderQuery['after'];
  for (let looked = 0; looked < LOOKED_THROUGH && others.length <= MOST; looked += PAGE) {
    const { records, next } = await list({ limit: PAGE, after });
    others.push(...records.filter(isMeant));
    if (next === null) break;
    after = next;
  }
  const known = new Set(byPhone.map(({ id }) => id));
  return [...byPhone, ...others.filter(({ id }) => !known.has(id))];
}

/** Whether an order has this number, this reference, or a guest of this name. */
function meaning(query: string): (record: OrderRecord) => boolean {
  const said = plain(query.replace(/^#/, ''));
  return ({ number, external_ref, order }) =>
    number === said ||
    external_ref.toLowerCase() === said ||
    (said.length > 1 && plain(order.customer.name ?? '').includes(said));
}

/** Without capitals and accents: "José" is found as "jose". */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
