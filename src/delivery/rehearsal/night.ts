import { isTicket } from '../../order/delivery';
import type { SeenOrder } from '../../pos/webhook';
import type { DeliveryRecord } from '../../store/delivery-records';
import type { OrderRecord } from '../../store/records';
import { type ComparedOrder, compare } from './compare';
import { type Finding, rehearsedOf } from './finding';
import { isRehearsal } from './row';

/** What a night came to. `compared`: with what staff rang up in the POS, else only what was sure and priced as told counts as right. */
export type Night = {
  orders: number;
  good: number;
  compared: boolean;
  to_fix: { order_id: string; number: string; findings: Finding[] }[];
};

/** Nothing was in the way of any order, and there was at least one. */
export const isClean = ({ orders, to_fix }: Night) => orders > 0 && to_fix.length === 0;

/** The orders that were rehearsed for a connection, with their rows. */
export function rehearsedOrders(
  orders: readonly OrderRecord[],
  rows: readonly DeliveryRecord[],
  connection_id: string,
): { record: OrderRecord; row: DeliveryRecord }[] {
  const ours = rows.filter((row) => isTicket(row) && isRehearsal(row) && row.target === connection_id);
  return orders
    .filter(({ order, status }) => !order.test && status !== 'cancelled')
    .flatMap((record) => {
      const row = ours.find(({ order_id }) => order_id === record.id);
      return row ? [{ record, row }] : [];
    });
}

/** Counts a night. `seen`: the POS's own orders; null where they cannot be read. */
export function nightOf(rehearsed: ReturnType<typeof rehearsedOrders>, seen: SeenOrder[] | null): Night {
  const found = rehearsed.map(({ record, row }) => ({ record, findings: findingsOf(row), row }));
  const compared = seen && compare(found.flatMap(toCompared), seen);
  const to_fix = found
    .map(({ record: { id, number }, findings }) => {
      const differs = compared?.get(id);
      return { order_id: id, number, findings: differs ? [...findings, differs] : findings };
    })
    .filter(({ findings }) => findings.length > 0);
  const orders = rehearsed.length;
  return { orders, good: orders - to_fix.length, compared: seen !== null, to_fix };
}

function findingsOf(row: DeliveryRecord): Finding[] {
  const rehearsed = rehearsedOf(row);
  if (rehearsed) return rehearsed.findings;
  return [{ kind: 'unreachable', message: 'It has not been rehearsed yet: its POS has not answered.' }];
}

function toCompared({ record, row }: { record: OrderRecord; row: DeliveryRecord }): ComparedOrder[] {
  const { lines, total, tip } = rehearsedOf(row) ?? { lines: [], total: null, tip: 0 };
  // Without lines it was never understood: there is nothing to hold against the POS.
  if (lines.length === 0) return [];
  const { currency } = record.order;
  const isLater = record.order.timing.requested_at !== null;
  return [{ id: record.id, at: record.created_at, isLater, lines, total, tip, currency }];
}
