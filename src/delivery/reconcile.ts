import { PosError } from '../pos/errors';
import { findVendor } from '../pos/vendors';
import type { ConnectionRecord } from '../store/records';
import { type AskingParts, openToAsk } from './asking';
import { placeOf, tell } from './pos-news';

/** How far back the first look after a start goes, and how much each look overlaps the one before. */
const FIRST_LOOK_MS = 3_600_000;
const OVERLAP_MS = 60_000;

/** Every POS that can list its orders is asked now and then what has changed: what a lost call would have told is found here. */
export function reconcileChore(parts: AskingParts): (now: number) => Promise<void> {
  const looked = new Map<string, number>();
  let last = Number.NEGATIVE_INFINITY;
  return async (now) => {
    if (now - last < parts.timing.reconcile && now >= last) return;
    last = now;
    for (const connection of await parts.store.everyConnection()) {
      if (!findVendor(connection.vendor)?.listPosOrders) continue;
      if (connection.mode !== 'live' || connection.status === 'blocked') continue;
      parts.background.run(`reconcile:${connection.id}`, async () => {
        const since = (looked.get(connection.id) ?? now - FIRST_LOOK_MS) - OVERLAP_MS;
        if (await look(connection, new Date(since).toISOString(), parts)) looked.set(connection.id, now);
      });
    }
  };
}

/** Whether the POS could be asked. */
async function look(
  { id: connection_id, restaurant_id }: ConnectionRecord,
  since: string,
  parts: AskingParts,
) {
  const place = { restaurant_id, connection_id };
  try {
    const { vendor, session } = await openToAsk(place, parts);
    const at = await placeOf(place, parts);
    for (const seen of (await vendor.listPosOrders?.(since, session)) ?? []) {
      await tell({ ...seen, message: null }, at, parts);
    }
    return true;
  } catch (error) {
    if (error instanceof PosError) return false;
    throw error;
  }
}
