import { isClean, type Night, nightOf, rehearsedOrders } from '../delivery/rehearsal/night';
import { businessDay } from '../order/business-day';
import type { Shop } from '../order/shop';
import type { ConnectionRecord, Scope } from '../store/records';
import { changeConnection } from './connection-save';
import type { Services } from './services';

/** A night with its day. */
export type DatedNight = Night & { business_day: string; clean: boolean };
export type Rehearsal = {
  tonight: DatedNight;
  /** Latest first. */
  nights: DatedNight[];
  /** Whether the last night was clean. */
  ready: boolean;
};

const MOST_NIGHTS = 30;

/** What was rehearsed for a connection: tonight so far, and the nights that have ended. */
export async function rehearsalOf(
  connection: ConnectionRecord,
  shop: Shop,
  { scope, services }: { scope: Scope; services: Pick<Services, 'store' | 'now'> },
): Promise<Rehearsal> {
  const { store, now } = services;
  const business_day = businessDay(now(), shop);
  const orders = await store.ordersOfDay(scope, shop.id, business_day);
  const ids = orders.map(({ id }) => id);
  const rows = await store.deliveriesOf(scope, ids);
  const tonight = nightOf(rehearsedOrders(orders, rows, connection.id), null);
  const kept = await store.nightsOf(connection.id, MOST_NIGHTS);
  const nights = kept.map((one) => dated(one.body as Night, one.business_day));
  return { tonight: dated(tonight, business_day), nights, ready: nights[0]?.clean ?? false };
}

const dated = (night: Night, business_day: string): DatedNight => ({
  ...night,
  business_day,
  clean: isClean(night),
});

/** Begins a rehearsal or ends it: from now on only, and never for what was taken before. */
export function switchMode(
  id: string,
  mode: ConnectionRecord['mode'],
  saving: Parameters<typeof changeConnection>[2],
): Promise<ConnectionRecord> {
  return changeConnection(id, { mode }, saving);
}
