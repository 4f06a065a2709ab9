import type { Shop } from '../order/shop';
import type { DeliveryRecord, StoredExchange } from '../store/delivery-records';
import type { OrderRecord, StoredEvent } from '../store/records';
import type { Viewer } from './viewer';

/** What the menu says to one line or option of an order. */
export type UnderstoodLine = {
  status: 'sure' | 'unsure' | 'none';
  /** The dish by its name on the menu. */
  meant: string | null;
  reason: string;
  runnerUp: string | null;
};

/** All that the page of an order is drawn from. */
export type OrderView = {
  viewer: Viewer;
  record: OrderRecord;
  shop: Shop;
  /** Everything sent or to be sent for it, oldest first. */
  rows: readonly DeliveryRecord[];
  events: readonly StoredEvent[];
  /** What was sent to the POS and came back. */
  exchanges: readonly StoredExchange[];
  /** By path ("items[0].options[1]"); null where the shop has no menu. */
  understood: ReadonlyMap<string, UnderstoodLine> | null;
  /** Connections by id, as people call them. */
  posNames: ReadonlyMap<string, string>;
  /** Whether the guest can be texted. */
  canText: boolean;
  now: number;
};

/** How people call the POS that a row goes to. */
export function posNameOf(
  row: Pick<DeliveryRecord, 'target' | 'vendor'>,
  { posNames }: Pick<OrderView, 'posNames'>,
): string {
  return posNames.get(row.target) ?? row.vendor ?? 'POS';
}
