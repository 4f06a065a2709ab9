import { businessDay } from '../order/business-day';
import { parseOrder } from '../order/parse';
import type { Shop } from '../order/shop';
import { statusRefusal } from '../order/status';
import type { SeenOrder } from '../pos/webhook';
import type { NewDelivery } from '../store/delivery-records';
import type { NewOrder, OrderRecord } from '../store/records';
import { scopeOf } from './chores';
import { ofPosLane, posLane } from './notices';
import type { NewsParts, Place, Told } from './pos-news';

type Born = Told & { items: SeenOrder['items']; pos_order_id: string };
type Parts = NewsParts & { shop: Shop };

/** An order that a guest gave at the counter: kept and told once, moved on with the POS, and never sent anywhere. */
export async function keepBornInPos(told: Born, place: Place, parts: Parts): Promise<void> {
  const { store, now, outlets } = parts;
  const { vendor } = await outlets.open(place.restaurant_id, place.connection_id);
  const act = { key_id: null, at: now() };
  const scope = scopeOf(place);
  const order = toNewOrder(told, posLane({ id: place.connection_id, vendor: vendor.id }), parts);
  const { record } = await store.createOrder(scope, order, act);
  const forward = ({ status }: OrderRecord) =>
    statusRefusal(status, told.status) === null ? { status: told.status } : {};
  await store.updateOrder(scope, record.id, forward, act);
}

function toNewOrder(told: Born, lane: string, { newId, now, shop }: Parts): NewOrder {
  const { vendor, connection_id } = ofPosLane(lane);
  const order = parseOrder(
    {
      external_ref: `pos:${connection_id}:${told.pos_order_id}`,
      source: { channel: 'pos', app: vendor },
      service: { type: told.service_type ?? null },
      timing: { placed_at: told.placed_at ?? told.at },
      customer: { name: told.customer_name ?? null },
      currency: told.currency ?? shop.currency,
      items: told.items.map(({ options, ...item }) => ({ ...item, options_text: options.join('; ') })),
    },
    shop,
  );
  return {
    id: newId('ord'),
    location_id: shop.id,
    order,
    phone_e164: null,
    business_day: businessDay(now(), shop),
    idempotency_key: null,
    seen: true,
    status: 'accepted',
    deliveries: [thereAlready(told, lane, newId('dlv'))],
  };
}

/** Its row in the outbox says that the POS has it: no door may send it there. */
function thereAlready(
  { pos_order_id, ticket_number, pos_total, currency }: Born,
  lane: string,
  id: string,
): NewDelivery {
  const { vendor, connection_id } = ofPosLane(lane);
  return {
    id,
    kind: 'pos',
    lane,
    target: connection_id,
    purpose: 'order',
    vendor,
    state: 'confirmed_by_pos',
    next_attempt_at: null,
    receipt: {
      vendor,
      pos_order_id,
      ticket_number: ticket_number ?? null,
      pos_total: pos_total ?? null,
      currency: currency ?? null,
    },
  };
}
