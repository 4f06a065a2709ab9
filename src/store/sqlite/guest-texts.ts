import type { Database } from 'better-sqlite3';
import type { OrderStatus } from '../../order/status';
import type { Act } from '../records';

/** What the guest is texted when the order gets so far. */
const PURPOSES: Partial<Record<OrderStatus, string>> = { ready: 'ready', out_for_delivery: 'on_its_way' };

/** Inside a write: a text message to a guest who ordered over our own telephone line. Nobody else has asked for any. */
export function guestTexter(db: Database): (order_id: string, status: OrderStatus, act: Act) => void {
  const insert = db.prepare(`
    INSERT INTO deliveries (id, restaurant_id, location_id, order_id, kind, lane, target, purpose, suffix, payload, state, next_attempt_at, created_at, updated_at)
    SELECT 'dlv_' || hex(randomblob(13)), restaurant_id, location_id, id, 'sms', 'sms:' || restaurant_id, 'guest', @purpose, '', '{}', 'pending', @at, @at, @at
    FROM orders WHERE id = @order_id AND phone_e164 IS NOT NULL AND json_extract(body, '$.source.app') = 'twilio'
      AND NOT (@purpose = 'ready' AND json_extract(body, '$.service.type') = 'delivery')
    ON CONFLICT DO NOTHING`);
  return (order_id, status, { at }) => {
    const purpose = PURPOSES[status];
    if (purpose) insert.run({ order_id, purpose, at });
  };
}
