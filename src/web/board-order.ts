import { wasRehearsed } from '../order/delivery';
import { flatFields } from '../order/flat';
import { leadTime } from '../order/lead-time';
import { spokenMoney } from '../order/money';
import type { ServiceType } from '../order/schema';
import type { Shop } from '../order/shop';
import { allergies } from '../order/ticket-text';
import { computedTotal } from '../order/totals';
import type { DeliveryRecord } from '../store/delivery-records';
import type { OrderRecord } from '../store/records';
import { type Standing, standingOfOrder } from './standing';
import { type Trouble, troubleOf } from './trouble';

/** An order as a board shows it. Times are milliseconds. */
export type BoardOrder = {
  id: string;
  number: string;
  standing: Standing;
  trouble: Trouble | null;
  /** Where it is to be in the kitchen's POS. */
  vendor: string | null;
  name: string | null;
  service: ServiceType;
  items: string;
  allergy: string | null;
  total: string | null;
  promisedAt: number;
  /** The guest named no time. */
  isSoon: boolean;
  isTest: boolean;
  /** It was sent nowhere: its POS is only rehearsed. */
  isRehearsed: boolean;
};

/** What a board shows of a stored order and everything sent for it. */
export function toBoardOrder(record: OrderRecord, rows: readonly DeliveryRecord[], shop: Shop): BoardOrder {
  const { id, number, order } = record;
  const tickets = rows.filter(({ kind }) => kind === 'pos');
  const total = order.quoted_total ?? computedTotal(order);
  return {
    id,
    number,
    standing: standingOfOrder(record, tickets),
    trouble: troubleOf(record, rows),
    vendor: tickets.at(0)?.vendor ?? null,
    name: order.customer.name,
    service: order.service.type ?? 'pickup',
    items: flatFields(order, shop).items_text,
    allergy: allergies(order),
    total: total === null ? null : spokenMoney(total, order.currency),
    promisedAt: promisedAt(record, shop),
    isSoon: order.timing.requested_at === null,
    isTest: order.test,
    isRehearsed: tickets.some(wasRehearsed),
  };
}

/** When the guest is to have it: as wanted, else as soon as the shop can. */
export function promisedAt({ order, created_at }: OrderRecord, shop: Shop): number {
  const { requested_at } = order.timing;
  return requested_at === null ? created_at + leadTime(order, shop) : Date.parse(requested_at);
}
