import { businessDay } from '../order/business-day';
import { parseOrder } from '../order/parse';
import type { SeenOrder } from '../pos/webhook';
import type { NewDelivery } from '../store/delivery-records';
import type { NewOrder } from '../store/records';
import type { AskingParts } from './asking';
import { posLane } from './notices';
import { forwardTo, type NewsPlace, type Told } from './pos-news';
import { scopeOf } from './subject';

type Born = Told & { items: SeenOrder['items']; pos_order_id: string };

/** An order that a guest gave at the counter: kept and told once, moved on with the POS, and never sent anywhere. */
export async function keepBornInPos(told: Born, at: NewsPlace, parts: AskingParts): Promise<void> {
  const { store, now } = parts;
  const act = { key_id: null, at: now() };
  const scope = scopeOf(at);
  const { record } = await store.createOrder(scope, toNewOrder(told, at, parts), act);
  await store.updateOrder(scope, record.id, forwardTo(told.status), act);
}

function toNewOrder(told: Born, at: NewsPlace, { newId, now }: AskingParts): NewOrder {
  const { vendor, connection_id, shop } = at;
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
    deliveries: [thereAlready(told, at, newId('dlv'))],
  };
}

/** Its row in the outbox says that the POS has it: no door may send it there. */
function thereAlready(
  { pos_order_id, ticket_number, pos_total, currency }: Born,
  { vendor, connection_id }: NewsPlace,
  id: string,
): NewDelivery {
  return {
    id,
    kind: 'pos',
    lane: posLane({ id: connection_id, vendor }),
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
