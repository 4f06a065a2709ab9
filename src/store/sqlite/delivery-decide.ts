import type { Database } from 'better-sqlite3';
import type { Claim, Decide, DeliveryRecord, Subject } from '../delivery-records';
import type { Act } from '../records';
import { deliveryChanger } from './delivery-change';
import { deliveryReader, SELECT_DELIVERY } from './delivery-rows';
import { type OrderRow, toRecord } from './order-rows';
import { SELECT_ORDER } from './orders';
import { SELECT_SHOP, toShop } from './shops';

/** A row as it is after a decision, and whether that started an attempt. */
export type Decided = Claim & { started: boolean };
export type Decider = (row: DeliveryRecord, decide: Decide, act: Act) => Decided;

/** Inside a write: lets somebody decide on a row with all that it is about at hand, and carries the decision out. */
export function deliveryDecider(db: Database): Decider {
  const select = db.prepare(SELECT_DELIVERY);
  const selectOrder = db.prepare(SELECT_ORDER);
  const selectShop = db.prepare(SELECT_SHOP);
  const read = deliveryReader(db);
  const apply = deliveryChanger(db);
  const subjectOf = ({ order_id, location_id, restaurant_id }: DeliveryRecord): Subject => ({
    order: order_id === null ? null : toRecord(selectOrder.get(order_id) as OrderRow),
    shop: toShop(selectShop.get(location_id, restaurant_id) as { id: string; settings: string }),
  });
  return (row, decide, act) => {
    const subject = subjectOf(row);
    const change = decide(row, subject);
    if (!change) return { delivery: row, ...subject, started: false };
    apply(row, change, act);
    return { delivery: read(select.get(row.id)), ...subject, started: change.starts !== undefined };
  };
}
