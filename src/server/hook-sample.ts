import type { HookEvent } from '../order/hook-events';
import { parseOrder } from '../order/parse';
import { sampleOrder } from '../order/sample';
import { readStoredShop } from '../order/shop';
import type { DeliveryRecord } from '../store/delivery-records';
import type { OrderRecord } from '../store/records';
import { toDeliveryAnswer } from './delivery-answer';
import { toOrderAnswer } from './order-answer';

const SHOP = { id: 'loc_1', ...readStoredShop({ name: 'Sample Shop' }) };

/** The `data` of a test event: the sample order in the very shape of a real one. */
export function sampleData(event: HookEvent, at: number): object {
  const order = parseOrder({ ...sampleOrder, test: true }, SHOP);
  const record: OrderRecord = {
    id: 'ord_SAMPLE',
    location_id: SHOP.id,
    external_ref: order.external_ref ?? 'ord_SAMPLE',
    number: '14',
    status: event === 'order.updated' ? 'accepted' : 'received',
    previous_status: event === 'order.updated' ? 'received' : null,
    order: { ...order, location_id: SHOP.id },
    acked_at: null,
    created_at: at,
    updated_at: at,
  };
  if (event === 'delivery.updated') return toDeliveryAnswer(sampleDelivery(record, at));
  return toOrderAnswer(record, { shop: SHOP, menu: null, deliveries: [] });
}

function sampleDelivery({ id, location_id }: OrderRecord, at: number): DeliveryRecord {
  return {
    id: 'dlv_SAMPLE',
    restaurant_id: 'rst_1',
    location_id,
    order_id: id,
    kind: 'pos',
    lane: 'pos:square:con_1',
    target: 'con_1',
    purpose: 'order',
    vendor: 'square',
    suffix: '',
    payload: {},
    state: 'delivered',
    unproved: false,
    reason: null,
    receipt: null,
    degraded: [],
    rung: 0,
    attempts: [],
    failures: 0,
    next_attempt_at: null,
    deadline_at: null,
    alert_at: null,
    alerts: 0,
    check_at: null,
    fence: 1,
    created_at: at,
    updated_at: at,
  };
}
