import type { DeliveryRecord, NewDelivery } from '../../src/store/delivery-records';
import type { NewOrder, OrderRecord, Scope } from '../../src/store/records';
import { complete } from '../../src/store/sqlite/order-rows';
import type { Store } from '../../src/store/store';

/**
 * What the durable store is measured against: nothing is written, nothing is read. Key, shop and connection are asked for once and
 * kept; an order comes back as the store would give it, its deliveries once, for the answer.
 */
export function withoutStore(store: Store): Store {
  const deliveries = new Map<string, DeliveryRecord[]>();
  let number = 0;
  return {
    ...store,
    findKey: kept(store.findKey),
    shops: kept(store.shops),
    connections: kept(store.connections),
    menuVersion: kept(store.menuVersion),
    async createOrder(scope, given, { at }) {
      const rows = given.deliveries ?? [];
      deliveries.set(
        given.id,
        rows.map((row) => toDelivery(row, { scope, given, at })),
      );
      return { outcome: 'created', record: toRecord(given, { number: ++number, at }) };
    },
    async deliveriesOf(_scope, [id = '']) {
      const found = deliveries.get(id) ?? [];
      deliveries.delete(id);
      return found;
    },
  };
}

/** All requests ask as the same caller: what was read first is what each would read. */
function kept<Given extends unknown[], T>(read: (...given: Given) => Promise<T>) {
  let known: Promise<T> | undefined;
  return (...given: Given): Promise<T> => {
    known ??= read(...given);
    return known;
  };
}

function toRecord(given: NewOrder, { number, at }: { number: number; at: number }): OrderRecord {
  const external_ref = given.order.external_ref ?? given.id;
  return {
    id: given.id,
    location_id: given.location_id,
    external_ref,
    number: String(number),
    status: given.status ?? 'received',
    previous_status: null,
    order: complete({ ...given.order, location_id: given.location_id }, { external_ref, created_at: at }),
    acked_at: null,
    created_at: at,
    updated_at: at,
  };
}

type Of = { scope: Scope; given: NewOrder; at: number };

function toDelivery(row: NewDelivery, { scope, given, at }: Of): DeliveryRecord {
  return {
    restaurant_id: scope.restaurant_id,
    location_id: given.location_id,
    order_id: given.id,
    vendor: null,
    suffix: '',
    payload: {},
    state: 'pending',
    reason: null,
    receipt: null,
    next_attempt_at: at,
    deadline_at: null,
    alert_at: null,
    ...row,
    unproved: false,
    degraded: [],
    rung: 0,
    attempts: [],
    failures: 0,
    alerts: 0,
    check_at: null,
    fence: 0,
    created_at: at,
    updated_at: at,
  };
}
